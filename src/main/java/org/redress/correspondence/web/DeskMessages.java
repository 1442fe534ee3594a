package org.redress.correspondence.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.correspondence.Message;
import org.redress.correspondence.Messages;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.manners.Draft.Purpose;
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
    private final Coaching coaching;

    DeskMessages(Claims claims, Messages messages, Threads threads, Coaching coaching) {
        this.claims = claims;
        this.messages = messages;
        this.threads = threads;
        this.coaching = coaching;
    }

    static String page(UUID claim) {
        return "/desk/claims/" + claim;
    }

    /** For whoever reloads, or changes the language, after a message was not taken. */
    @GetMapping
    RedirectView look(@PathVariable String id, Viewer viewer) {
        return Answer.messagesOf(page(claim(id, viewer).id()));
    }

    /** What was said before what the page of the claim shows. */
    @GetMapping(params = "after")
    @Requires({Role.AGENT, Role.SUPERVISOR})
    ModelAndView earlier(Frame frame, Viewer viewer, @PathVariable String id, @RequestParam String after) {
        var claim = claim(id, viewer);
        var thread = threads.earlierForStaff(claim, frame, after);
        return new ModelAndView(
                "correspondence/earlierForStaff", Map.of("page", ComposePage.of(claim, thread, threads.shop(claim))));
    }

    @PostMapping
    ModelAndView write(
            Frame frame,
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String draft,
            @RequestParam @Nullable Purpose purpose,
            @RequestParam(defaultValue = "") String heard,
            @RequestParam(defaultValue = "") String told,
            @RequestParam(defaultValue = "false") boolean read,
            RedirectAttributes redirect) {
        var claim = claim(id, viewer);
        var said = threads.last(claim);
        var coached = coaching.read(claim, said, cut(message), purpose);
        var overtaken = threads.overtaking(claim, said, viewer, told, frame.words());
        var typed = Typed.of(draft, message).coached(coached).overtaken(overtaken);
        if (read
                || overtaken != null
                || (coached.isAskedAbout()
                        && !coached.isLocked()
                        && !coached.read().equals(heard))) {
            return Answer.readAgain(again(claim, said, viewer, frame, typed));
        }
        try {
            messages.write(viewer.merchant(), claim.id(), typed.id(), message, viewer.actor());
            Flash.done(redirect, Phrase.of("correspondence.write.sent"));
            return Answer.saidOn(page(claim.id()));
        } catch (Refused refused) {
            var refusal = Answer.writersOwn(refused);
            var again = again(claim, said, viewer, frame, typed.refused(refusal, frame.words()));
            return Answer.again("correspondence/composeForStaff", again, refusal);
        }
    }

    /** Thanks, say: who has read all that was said finds that it needs no answer. */
    @PostMapping("/no-reply")
    RedirectView needsNoReply(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String told,
            RedirectAttributes redirect) {
        var claim = claim(id, viewer);
        if (messages.needsNoReply(claim.merchant(), claim.id(), Ids.parse(told).orElse(null))) {
            Flash.done(redirect, Phrase.of("correspondence.unanswered.done"));
        } else {
            Flash.refused(redirect, Phrase.of("correspondence.unanswered.more"));
        }
        return Answer.messagesOf(page(claim.id()));
    }

    /** What the coach says while somebody types. */
    @PostMapping("/coach")
    ModelAndView coach(
            Frame frame,
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String message,
            @RequestParam @Nullable Purpose purpose) {
        var coached = coaching.read(claim(id, viewer), cut(message), purpose);
        return said(frame, coached);
    }

    /** The same of a field that stands in a letter: an agent's on the case, or the answer to a data request. */
    @PostMapping("/coach/{field}")
    @Requires({Role.AGENT, Role.ADMIN})
    ModelAndView coachField(
            Frame frame,
            Viewer viewer,
            @PathVariable String id,
            @PathVariable String field,
            @RequestParam Map<String, String> form) {
        var known = LetterField.called(field).orElseThrow(() -> new Refused(Refusal.absent()));
        var words = cut(form.getOrDefault(known.input(), ""));
        return said(frame, coaching.read(claim(id, viewer), words, known));
    }

    private static ModelAndView said(Frame frame, Coached coached) {
        return new ModelAndView("correspondence/_coached", Map.of("frame", frame, "coach", coached));
    }

    /** What is too long to be sent is told when it is sent. */
    private static String cut(String message) {
        return message.length() <= Messages.LONGEST ? message : message.substring(0, Messages.LONGEST);
    }

    private ComposePage again(Claim claim, Page<Message> said, Viewer viewer, Frame frame, Typed typed) {
        return ComposePage.of(claim, threads.forStaff(claim, said, viewer, frame, typed), threads.shop(claim));
    }

    private Claim claim(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(known -> claims.find(viewer.merchant(), known))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
