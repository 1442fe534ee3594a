package org.redress.rota.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Channel;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.rota.Member;
import org.redress.rota.Rota;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.redress.ui.NavEntry;
import org.redress.ui.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Who works when, and on what: everybody for themselves, a supervisor for all. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
class RotaPages {
    private static final String PATH = "/desk/rota";

    private final Rota rota;

    RotaPages(Rota rota) {
        this.rota = rota;
    }

    @Bean
    static NavEntry rotaNavEntry() {
        return new NavEntry("rota.nav", PATH, 60, Role.AGENT.authority(), Role.SUPERVISOR.authority());
    }

    @GetMapping(PATH)
    String show(Frame frame, Viewer viewer, Model model) {
        var own = viewer.actor() instanceof Actor.Staff(var account, var _) ? account : null;
        model.addAttribute(
                "page",
                new RotaPage(
                        frame,
                        rota.places(viewer.merchant()),
                        rota.isByItself(viewer.merchant()),
                        own,
                        viewer.has(Role.SUPERVISOR)));
        return "rota/rota";
    }

    @PostMapping(PATH)
    @Requires(Role.SUPERVISOR)
    RedirectView byItself(
            @RequestParam(defaultValue = "false") boolean on, Viewer viewer, RedirectAttributes redirect) {
        rota.byItself(viewer, on);
        Flash.done(redirect, Phrase.of(on ? "rota.done.by-itself" : "rota.done.by-hand"));
        return seeOther();
    }

    @PostMapping(PATH + "/{account}")
    RedirectView change(
            @PathVariable UUID account,
            @RequestParam(defaultValue = "false") boolean takes,
            @RequestParam(defaultValue = "") Set<String> languages,
            @RequestParam(defaultValue = "") Set<Channel> channels,
            @RequestParam(defaultValue = "") Set<Problem> matters,
            @RequestParam(defaultValue = "") String most,
            @RequestParam(defaultValue = "") String awayFrom,
            @RequestParam(defaultValue = "") String awayUntil,
            @RequestParam(defaultValue = "") String deputy,
            Words words,
            Viewer viewer,
            RedirectAttributes redirect) {
        try {
            rota.change(
                    viewer,
                    new Member(
                            account,
                            takes,
                            new HashSet<>(languages),
                            channels,
                            matters,
                            number(most),
                            time(awayFrom, words),
                            time(awayUntil, words),
                            Ids.parse(deputy).orElse(null)));
            Flash.done(redirect, Phrase.of("rota.done.saved"));
        } catch (Refused refused) {
            if (refused.refusal().kind() != Refusal.Kind.INVALID) {
                throw refused;
            }
            Flash.refused(redirect, reason(refused.refusal()));
        }
        return seeOther();
    }

    private static Phrase reason(Refusal refusal) {
        return refusal.faults().isEmpty()
                ? refusal.reason()
                : refusal.faults().getFirst().message();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static @Nullable Instant time(String text, Words words) {
        try {
            return text.isBlank()
                    ? null
                    : LocalDateTime.parse(text.strip()).atZone(words.zone()).toInstant();
        } catch (DateTimeException notATime) {
            throw new Refused(Refusal.invalid("/awayFrom", "NOT_A_TIME", Phrase.of("rota.fault.time")));
        }
    }

    private static RedirectView seeOther() {
        var view = new RedirectView(PATH);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }
}
