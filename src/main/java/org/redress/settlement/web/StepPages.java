package org.redress.settlement.web;

import java.util.UUID;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.settlement.Settlement;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps on the case page by themselves, and another attempt at one that failed. */
@Controller
@RequestMapping("/desk/claims/{claim}/steps")
@Requires({Role.AGENT, Role.SUPERVISOR})
class StepPages {
    private final Claims claims;
    private final Settlement settlement;
    private final StepRows rows;

    StepPages(Claims claims, Settlement settlement, StepRows rows) {
        this.claims = claims;
        this.settlement = settlement;
        this.rows = rows;
    }

    @GetMapping
    ModelAndView steps(@PathVariable UUID claim, Viewer viewer, Frame frame) {
        if (!frame.partial()) {
            return see(claim);
        }
        return fragment(find(claim, viewer), viewer, frame);
    }

    @PostMapping("/{step}/attempts")
    ModelAndView tryAgain(
            @PathVariable UUID claim,
            @PathVariable UUID step,
            Viewer viewer,
            Frame frame,
            RedirectAttributes redirect) {
        var found = find(claim, viewer);
        settlement.tryAgain(viewer.merchant(), claim, step, viewer.actor());
        if (frame.partial()) {
            return fragment(found, viewer, frame);
        }
        Flash.done(redirect, Phrase.of("settlement.tried-again"));
        return see(claim);
    }

    @PostMapping("/stop")
    @Requires(Role.AGENT)
    ModelAndView stop(
            @PathVariable UUID claim,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes redirect) {
        find(claim, viewer);
        if (reason.length() > Filing.LONGEST_TEXT) {
            throw new Refused(Refusal.invalid(
                    "/reason", "TOO_LONG", Phrase.of("settlement.refusal.reason", Filing.LONGEST_TEXT)));
        }
        var said = reason.isBlank() ? null : reason.strip();
        claims.handle(viewer, claim, new ClaimCommand.StopExecution(said), null);
        Flash.done(redirect, Phrase.of("settlement.stopped"));
        return see(claim);
    }

    private Claim find(UUID claim, Viewer viewer) {
        return claims.find(viewer.merchant(), claim).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private ModelAndView fragment(Claim claim, Viewer viewer, Frame frame) {
        return new ModelAndView("settlement/steps").addObject("page", rows.forStaff(claim, viewer, frame));
    }

    private static ModelAndView see(UUID claim) {
        var view = new ModelAndView("redirect:/desk/claims/" + claim + "#execution");
        view.setStatus(HttpStatus.SEE_OTHER);
        return view;
    }
}
