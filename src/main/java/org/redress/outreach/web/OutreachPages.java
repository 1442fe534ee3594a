package org.redress.outreach.web;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Origin;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.outreach.Outreach.State;
import org.redress.outreach.Outreaches;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Customers to write to first, at the desk. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
class OutreachPages {
    static final String PATH = "/desk/outreach";
    private static final int ROWS = 50;
    private static final String LINK = "outreachLink";

    private final Outreaches outreaches;
    private final OutreachViews views;
    private final Origin origin;

    OutreachPages(Outreaches outreaches, OutreachViews views, Origin origin) {
        this.outreaches = outreaches;
        this.views = views;
        this.origin = origin;
    }

    @GetMapping(PATH)
    ModelAndView list(
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Viewer viewer,
            Model model) {
        var tab = switch (view) {
            case "written" -> State.WRITTEN;
            case "over" -> State.CLAIMED;
            default -> State.OPEN;
        };
        Set<State> states = tab == State.CLAIMED ? EnumSet.of(State.CLAIMED, State.RIGHT, State.LEFT) : EnumSet.of(tab);
        var found = outreaches.page(viewer.merchant(), states, after, ROWS);
        var told = model.getAttribute(LINK) instanceof Passed passed ? told(passed, viewer) : null;
        var page = new OutreachPage(frame, tab, views.of(viewer.merchant(), found.items()), told, found.next());
        return new ModelAndView("outreach/list", Map.of("page", page));
    }

    /** A link on its way to the page that shows it. */
    private record Passed(UUID outreach, String link) implements Serializable {}

    private OutreachPage.@Nullable Told told(Passed passed, Viewer viewer) {
        return outreaches
                .find(viewer.merchant(), passed.outreach())
                .map(outreach -> views.of(viewer.merchant(), List.of(outreach)).getFirst())
                .map(whose -> new OutreachPage.Told(passed.link(), whose))
                .orElse(null);
    }

    /** From a claim's page: who else is affected, and has their parcel already. */
    @PostMapping("/desk/claims/{claim}/outreach")
    RedirectView find(@PathVariable String claim, Viewer viewer, RedirectAttributes redirect) {
        int found = outreaches.find(viewer.merchant(), id(claim), viewer.actor());
        Flash.done(redirect, found == 0 ? Phrase.of("outreach.done.nobody") : Phrase.of("outreach.done.found", found));
        return back("/desk/claims/" + claim);
    }

    @PostMapping(PATH + "/{id}/letter")
    RedirectView write(@PathVariable String id, Viewer viewer, RedirectAttributes redirect) {
        try {
            var written = outreaches.write(viewer.merchant(), id(id), viewer.actor());
            var path = written.path();
            if (path == null) {
                Flash.done(redirect, Phrase.of("outreach.done.mailed"));
            } else {
                redirect.addFlashAttribute(LINK, new Passed(written.outreach().id(), origin.url() + path));
            }
        } catch (Refused refused) {
            Flash.refused(redirect, refused.refusal().reason());
        }
        return back(PATH);
    }

    @PostMapping(PATH + "/{id}/leave")
    RedirectView leave(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            RedirectAttributes redirect) {
        try {
            outreaches.leave(viewer.merchant(), id(id), note, viewer.actor());
            Flash.done(redirect, Phrase.of("outreach.done.left"));
        } catch (Refused refused) {
            var refusal = refused.refusal();
            Flash.refusedAsTyped(
                    redirect,
                    refusal.faults().isEmpty()
                            ? refusal.reason()
                            : refusal.faults().getFirst().message());
        }
        return back(PATH);
    }

    private static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    static RedirectView back(String path) {
        var back = new RedirectView(path, true, false);
        back.setStatusCode(HttpStatus.SEE_OTHER);
        back.setExposeModelAttributes(false);
        return back;
    }
}
