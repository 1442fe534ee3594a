package org.redress.correspondence.web;

import java.util.List;
import java.util.Map;
import org.redress.access.CustomerLinks;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.correspondence.Messages;
import org.redress.kernel.Actor;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The customer writes, by the link of their claim. */
@Controller
@RequestMapping("/track/{token}/messages")
class CustomerMessages {
    private final CustomerLinks links;
    private final Claims claims;
    private final Messages messages;
    private final Threads threads;

    CustomerMessages(CustomerLinks links, Claims claims, Messages messages, Threads threads) {
        this.links = links;
        this.claims = claims;
        this.messages = messages;
        this.threads = threads;
    }

    /** For whoever reloads, or changes the language, after a message was not taken. */
    @GetMapping
    RedirectView look(@PathVariable String token) {
        return Answer.messagesOf(page(token));
    }

    /** What was said before what the page of the claim shows. */
    @GetMapping(params = "after")
    ModelAndView earlier(Frame frame, @PathVariable String token, @RequestParam String after) {
        var claim = claim(token);
        var thread = threads.earlierForCustomer(claim, page(token), frame, after);
        var page = new ComposePage(frame, thread, claim.number(), threads.shop(claim), page(token));
        return new ModelAndView("correspondence/earlierForCustomer", Map.of("page", page));
    }

    @PostMapping
    ModelAndView write(
            Frame frame,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String draft) {
        var claim = claim(token);
        var typed = Typed.of(draft, message);
        try {
            messages.write(claim.merchant(), claim.id(), typed.id(), message, new Actor.Customer());
            // What was merged into another claim is handled, and answered, there.
            return Answer.saidOn(claims.goesOnAs(claim).map(claims::trackPath).orElse(page(token)));
        } catch (Refused refused) {
            var refusal = Answer.writersOwn(refused);
            var thread = threads.forCustomer(claim, page(token), frame, typed.refused(refusal, frame.words()));
            var again = new ComposePage(frame, thread, claim.number(), threads.shop(claim), page(token));
            return Answer.again("correspondence/composeForCustomer", again, refusal);
        }
    }

    private Claim claim(String token) {
        var opened = links.open(token).orElseThrow(() -> new Refused(Refusal.absent()));
        if (opened.expired()) {
            throw new Refused(new Refusal(
                    Refusal.Kind.ABSENT, "LINK_EXPIRED", Phrase.of("correspondence.refusal.link-expired"), List.of()));
        }
        return claims.find(opened.merchant(), opened.claim()).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static String page(String token) {
        return "/track/" + token;
    }
}
