package org.redress.ui;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says no in every way there is; registered only where a test imports it. */
@TestConfiguration(proxyBeanMethods = false)
class TroubleController {
    /** Programs need no key here. */
    @Bean
    @Order(-100)
    SecurityFilterChain open(HttpSecurity http) {
        return http.securityMatcher("/api/v1/trouble/**")
                .csrf(csrf -> csrf.disable())
                .build();
    }

    enum Demand {
        REFUND,
        RESHIP
    }

    record Wish(
            String order,
            Demand demand,
            int quantity,
            @Nullable Instant since,
            List<Line> lines) {}

    record Line(String sku, @Nullable String note) {}

    @RestController
    @RequestMapping("/api/v1/trouble")
    static class Api {
        private final JdbcClient jdbc;

        Api(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @GetMapping("/refusal")
        void refusal(@RequestParam Refusal.Kind kind) {
            throw new Refused(new Refusal(
                    kind,
                    "OFFER_NOT_OPEN",
                    Phrase.of("refusal.invalid"),
                    List.of(new Refusal.Fault("/lines/0/sku", "NO_SUCH", Phrase.of("refusal.not-found")))));
        }

        @PostMapping(value = "/wishes", consumes = MediaType.APPLICATION_JSON_VALUE)
        Wish wish(@RequestBody Wish wish) {
            return wish;
        }

        @PostMapping("/uploads")
        String upload(@RequestPart MultipartFile file, @RequestParam Demand kind) {
            return file.getSize() + kind.name();
        }

        @GetMapping("/things/{id}")
        String thing(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit) {
            return id.toString() + limit;
        }

        @GetMapping("/fault")
        void fault() {
            throw new IllegalStateException("a secret of the house");
        }

        @GetMapping("/collision")
        void collision() {
            throw new OptimisticLockingFailureException("two at once");
        }

        @GetMapping("/nul")
        String nul(@RequestParam String text) {
            return jdbc.sql("SELECT ?").param(text).query(String.class).single();
        }
    }

    @Controller
    @RequestMapping("/trouble")
    static class Pages {
        @GetMapping("/refusal")
        void refusal(@RequestParam Refusal.Kind kind) {
            throw new Refused(new Refusal(kind, "SOME_RULE", Phrase.of("refusal.forbidden"), List.of()));
        }

        @GetMapping("/fault")
        void fault() {
            throw new IllegalStateException("a secret of the house");
        }

        @GetMapping("/broken-page")
        String broken(Model model) {
            model.addAttribute("name", "no-such-icon");
            return "ui/icon";
        }

        @GetMapping("/page")
        String page(Frame frame, Model model) {
            model.addAttribute("frame", frame);
            model.addAttribute("title", "A page");
            model.addAttribute("content", (gg.jte.Content) output -> output.writeContent("<h1>A page</h1>"));
            return "ui/frame";
        }

        @PostMapping("/act")
        String act(RedirectAttributes redirect) {
            Flash.done(redirect, Phrase.of("frame.logout"));
            return "redirect:/trouble/page";
        }
    }
}
