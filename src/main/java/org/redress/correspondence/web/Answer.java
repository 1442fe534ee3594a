package org.redress.correspondence.web;

import java.util.Map;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What comes back after somebody wrote. */
final class Answer {
    private Answer() {}

    /** Back to the page of the claim, at the messages. */
    static ModelAndView saidOn(String page) {
        return new ModelAndView(messagesOf(page));
    }

    static RedirectView messagesOf(String page) {
        var view = new RedirectView(page + "#" + MessagesPanel.ID, true, false);
        view.setExposeModelAttributes(false);
        return view;
    }

    static ModelAndView again(String template, ComposePage page, Refusal refusal) {
        var status = refusal.kind() == Refusal.Kind.TOO_MANY
                ? HttpStatus.TOO_MANY_REQUESTS
                : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView(template, Map.of("page", page), status);
    }

    /** Nothing is sent yet: the writer reads what the coach says, and decides. */
    static ModelAndView readAgain(ComposePage page) {
        return new ModelAndView(
                "correspondence/composeForStaff", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A refusal that the writer can do something about; any other is thrown on. */
    static Refusal writersOwn(Refused refused) {
        return switch (refused.refusal().kind()) {
            case INVALID, TOO_MANY -> refused.refusal();
            case CONFLICT, STALE, TOO_LARGE, UNSUPPORTED, ABSENT, FORBIDDEN -> throw refused;
        };
    }
}
