package org.redress.handbook.web;

import java.util.List;
import java.util.Map;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.handbook.Attempts;
import org.redress.handbook.Audience;
import org.redress.handbook.Handbook;
import org.redress.kernel.Actor;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.manners.Coach;
import org.redress.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The handbook of the staff. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.WAREHOUSE})
@RequestMapping(HandbookPages.PATH)
class HandbookPages {
    static final String PATH = "/desk/handbook";

    private final Handbook handbook;
    private final Attempts attempts;
    private final Coach coach;

    HandbookPages(Handbook handbook, Attempts attempts, Coach coach) {
        this.handbook = handbook;
        this.attempts = attempts;
        this.coach = coach;
    }

    @GetMapping
    ModelAndView contents(Frame frame, Viewer viewer) {
        boolean leads = viewer.has(Role.SUPERVISOR) || viewer.has(Role.ADMIN);
        var page = new ContentsPage(
                frame,
                handbook.chapters(Audience.STAFF, frame.words().locale()),
                viewer.actor() instanceof Actor.Staff ? attempts.progress(viewer) : Map.of(),
                leads ? attempts.standings(viewer) : List.of());
        return new ModelAndView("handbook/contents", Map.of("page", page));
    }

    @GetMapping("/{chapter}")
    ModelAndView chapter(Frame frame, @PathVariable String chapter) {
        var page = ChapterPage.of(handbook, Audience.STAFF, chapter, frame, coach.rules())
                .orElseThrow(() -> new Refused(Refusal.absent()));
        return new ModelAndView("handbook/chapter", Map.of("page", page));
    }

    @PostMapping("/{chapter}/read")
    RedirectView read(Frame frame, Viewer viewer, @PathVariable String chapter) {
        attempts.read(viewer, chapter);
        var page = ChapterPage.of(handbook, Audience.STAFF, chapter, frame, List.of())
                .orElseThrow(() -> new Refused(Refusal.absent()));
        var next = page.next();
        return TestPages.see(next == null ? PATH : PATH + "/" + next.slug());
    }
}
