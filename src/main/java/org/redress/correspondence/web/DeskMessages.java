package org.redress.correspondence.web;

import java.util.UUID;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.correspondence.Messages;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** An agent writes to the customer. */
@Controller
@RequestMapping("/desk/claims/{id}/messages")
@Requires(Role.AGENT)
class DeskMessages {
    private final Claims claims;
    private final Messages messages;
    private final Threads threads;

    DeskMessages(Claims claims, Messages messages, Threads threads) {
        this.claims = claims;
        this.messages = messages;
        this.threads = threads;
    }

    static String page(UUID claim) {
        return "/desk/claims/" + claim;
    }

    /** For whoever reloads, or changes the language, after a message was not taken. */
    @GetMapping
    RedirectView look(@PathVariable String id, Viewer viewer) {
        return Answer.messagesOf(page(claim(id, viewer).id()));
    }

    @PostMapping
    ModelAndView write(
            Frame frame,
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String draft,
            RedirectAttributes redirect) {
        var claim = claim(id, viewer);
        var typed = Typed.of(draft, message);
        try {
            messages.write(viewer.merchant(), claim.id(), typed.id(), message, viewer.actor());
            Flash.done(redirect, Phrase.of("correspondence.write.sent"));
            return Answer.saidOn(page(claim.id()));
        } catch (Refused refused) {
            var refusal = Answer.writersOwn(refused);
            var thread = threads.forStaff(claim, viewer, frame, typed.refused(refusal, frame.words()));
            var again = new ComposePage(frame, thread, claim.number(), threads.shop(claim), page(claim.id()));
            return Answer.again("correspondence/composeForStaff", again, refusal);
        }
    }

    private Claim claim(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(known -> claims.find(viewer.merchant(), known))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
