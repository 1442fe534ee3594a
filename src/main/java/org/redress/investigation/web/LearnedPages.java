package org.redress.investigation.web;

import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.investigation.Investigations;
import org.redress.kernel.Phrase;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** What was learned about causes, for whoever answers for it, and the way back to the usual numbers. */
@Controller
@Requires({Role.SUPERVISOR, Role.ADMIN})
@RequestMapping(LearnedPages.PATH)
class LearnedPages {
    static final String PATH = "/desk/learned";

    private final Investigations investigations;

    LearnedPages(Investigations investigations) {
        this.investigations = investigations;
    }

    @GetMapping
    String learned(Frame frame, Viewer viewer, Model model) {
        model.addAttribute("page", new LearnedPage(frame, investigations.learned(viewer.merchant())));
        return "investigation/learned";
    }

    @PostMapping("/reset")
    RedirectView reset(@RequestParam(defaultValue = "") String warehouse, Viewer viewer, RedirectAttributes redirect) {
        investigations.forget(viewer.merchant(), warehouse);
        Flash.done(redirect, Phrase.of("investigation.learned.reset.done"));
        return TaskPages.back(PATH);
    }
}
