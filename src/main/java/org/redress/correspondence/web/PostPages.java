package org.redress.correspondence.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claims;
import org.redress.correspondence.Post;
import org.redress.correspondence.PostItem;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.redress.ui.NavEntry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Mail that came in: what did not sort itself is sorted here. */
@Controller
@RequestMapping(PostPages.PATH)
@Requires(Role.AGENT)
class PostPages {
    static final String PATH = "/desk/post";

    private static final int ROWS = 50;

    private final Post post;
    private final Claims claims;

    PostPages(Post post, Claims claims) {
        this.post = post;
        this.claims = claims;
    }

    /** Where no mailbox is set up, there is nothing to sort. */
    @Bean
    @ConditionalOnProperty("redress.mail.imap.host")
    static NavEntry postNavEntry() {
        return new NavEntry("correspondence.post.nav", PATH, 15, Role.AGENT.authority());
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Viewer viewer) {
        var shown = PostView.of(view);
        var found = post.page(viewer.merchant(), shown.states(), after, ROWS);
        var numbers = claims.numbers(
                viewer.merchant(),
                found.items().stream()
                        .flatMap(item -> Stream.ofNullable(item.claim()))
                        .collect(Collectors.toSet()));
        return new ModelAndView(
                "correspondence/postList",
                Map.of("page", new PostListPage(frame, shown, found.items(), numbers, found.next())));
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable String id, Frame frame, Viewer viewer) {
        var item = known(id, viewer);
        var about = item.claim();
        var claim = about == null ? null : claims.find(viewer.merchant(), about).orElse(null);
        return new ModelAndView("correspondence/postItem", Map.of("page", new PostItemPage(frame, item, claim)));
    }

    /** Whatever is in it: kept on the disk of whoever asks, and never shown. */
    @GetMapping("/{id}/mail.eml")
    ResponseEntity<InputStreamResource> source(@PathVariable String id, Viewer viewer) {
        var item = known(id, viewer);
        var source = post.source(viewer.merchant(), item.id()).orElseThrow(() -> new Refused(Refusal.absent()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mail.eml\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(source));
    }

    @PostMapping("/{id}/assignment")
    RedirectView assign(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String number,
            Viewer viewer,
            RedirectAttributes redirect) {
        return done(id, viewer, redirect, known -> {
            var claim = post.assign(viewer.merchant(), known, number, viewer.actor());
            return Phrase.of("correspondence.post.done.assigned", claim.number());
        });
    }

    @PostMapping("/{id}/filing")
    RedirectView file(@PathVariable String id, Viewer viewer, RedirectAttributes redirect) {
        return done(id, viewer, redirect, known -> {
            var claim = post.file(viewer.merchant(), known, viewer.actor());
            return Phrase.of("correspondence.post.done.filed", claim.number());
        });
    }

    @PostMapping("/{id}/reopening")
    RedirectView reopen(@PathVariable String id, Viewer viewer, RedirectAttributes redirect) {
        return done(id, viewer, redirect, known -> {
            var claim = post.reopen(viewer.merchant(), known, viewer.actor());
            return Phrase.of("correspondence.post.done.reopened", claim.number());
        });
    }

    @PostMapping("/{id}/setting-aside")
    RedirectView setAside(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes redirect) {
        return done(id, viewer, redirect, known -> {
            post.setAside(viewer.merchant(), known, reason, viewer.actor());
            return Phrase.of("correspondence.post.done.set-aside");
        });
    }

    private interface Act {
        Phrase of(UUID post);
    }

    private RedirectView done(String id, Viewer viewer, RedirectAttributes redirect, Act act) {
        var item = known(id, viewer);
        try {
            Flash.done(redirect, act.of(item.id()));
        } catch (Refused refused) {
            var refusal = refused.refusal();
            if (refusal.kind() == Refusal.Kind.ABSENT || refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refused;
            }
            Flash.refusedAsTyped(
                    redirect,
                    refusal.faults().isEmpty()
                            ? refusal.reason()
                            : refusal.faults().getFirst().message());
        }
        var there = new RedirectView(PATH + "/" + item.id(), true, false);
        there.setStatusCode(HttpStatus.SEE_OTHER);
        there.setExposeModelAttributes(false);
        return there;
    }

    private PostItem known(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(known -> post.find(viewer.merchant(), known))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
