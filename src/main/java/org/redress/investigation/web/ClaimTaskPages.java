package org.redress.investigation.web;

import org.jspecify.annotations.Nullable;
import org.redress.access.Origin;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.investigation.Holds;
import org.redress.investigation.Task;
import org.redress.investigation.TaskQuestion;
import org.redress.investigation.Tasks;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Asks from the case page. The link is told once, for whoever has no account. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
class ClaimTaskPages {
    private final Tasks tasks;
    private final Holds holds;
    private final Claims claims;
    private final Origin origin;

    ClaimTaskPages(Tasks tasks, Holds holds, Claims claims, Origin origin) {
        this.tasks = tasks;
        this.holds = holds;
        this.claims = claims;
        this.origin = origin;
    }

    @PostMapping("/desk/claims/{id}/tasks")
    RedirectView open(
            @PathVariable String id,
            @RequestParam TaskQuestion question,
            @RequestParam(defaultValue = "") String slot,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(defaultValue = "") String otherSku,
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String parcel,
            @RequestParam(required = false) Task.@Nullable Asked role,
            @RequestParam(defaultValue = "") String partner,
            Viewer viewer,
            RedirectAttributes redirect) {
        var claim = claim(id, viewer);
        var opening = new Tasks.Opening(
                question, told(slot), told(sku), told(otherSku), told(lot), told(parcel), role, told(partner), null);
        try {
            var opened = tasks.open(viewer.merchant(), claim.id(), opening, viewer.actor());
            Flash.done(redirect, Phrase.of("investigation.task.done.opened", origin.url() + opened.path()));
        } catch (Refused refused) {
            var refusal = refused.refusal();
            Flash.refused(
                    redirect,
                    refusal.faults().isEmpty()
                            ? refusal.reason()
                            : refusal.faults().getFirst().message());
        }
        return TaskPages.back("/desk/claims/" + claim.id());
    }

    @PostMapping("/desk/claims/{id}/holds")
    RedirectView hold(@PathVariable String id, Viewer viewer, RedirectAttributes redirect) {
        var claim = claim(id, viewer);
        int asked = holds.hold(viewer.merchant(), claim.id(), viewer.actor()).size();
        Flash.done(
                redirect,
                asked == 0 ? Phrase.of("investigation.hold.nothing") : Phrase.of("investigation.hold.done", asked));
        return TaskPages.back("/desk/claims/" + claim.id());
    }

    @PostMapping("/desk/claims/{id}/releases")
    RedirectView release(@PathVariable String id, Viewer viewer, RedirectAttributes redirect) {
        var claim = claim(id, viewer);
        holds.release(viewer.merchant(), claim.id(), viewer.actor());
        Flash.done(redirect, Phrase.of("investigation.release.done"));
        return TaskPages.back("/desk/claims/" + claim.id());
    }

    private Claim claim(String id, Viewer viewer) {
        return Ids.parse(id)
                .map(known -> claims.find(viewer.merchant(), known))
                .orElseGet(() -> claims.byNumber(viewer.merchant(), id))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static @Nullable String told(String field) {
        return field.isBlank() ? null : field.strip();
    }
}
