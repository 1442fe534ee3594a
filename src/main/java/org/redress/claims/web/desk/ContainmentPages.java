package org.redress.claims.web.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Containment;
import org.redress.claims.Containments;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
@RequestMapping("/desk/containments")
class ContainmentPages {
    private static final int ROWS = 50;

    private final Containments containments;
    private final Articles articles;

    ContainmentPages(Containments containments, Articles articles) {
        this.containments = containments;
        this.articles = articles;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Viewer viewer,
            Model model) {
        boolean open = !view.equals("ended");
        var held = containments.page(viewer.merchant(), open, after, ROWS);
        var skus = held.items().stream().map(Containment::article).toList();
        var names = articles.of(viewer.merchant(), skus);
        model.addAttribute("page", new ContainmentPage(frame, open, held.items(), names, held.next()));
        return "claims/containments";
    }

    @PostMapping("/{id}/end")
    String end(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String finding,
            Viewer viewer,
            RedirectAttributes redirect) {
        UUID known = Ids.parse(id).orElseThrow(() -> new Refused(Refusal.absent()));
        containments.end(viewer.merchant(), known, finding, viewer.actor());
        Flash.done(redirect, Phrase.of("desk.held.done"));
        return "redirect:/desk/containments";
    }
}
