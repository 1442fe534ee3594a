package org.redress.handbook.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.handbook.Attempt;
import org.redress.handbook.Attempts;
import org.redress.handbook.Audience;
import org.redress.handbook.Handbook;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
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
import org.springframework.web.servlet.view.RedirectView;

/** The test of a chapter, one question after the other. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.WAREHOUSE})
@RequestMapping(HandbookPages.PATH + "/{chapter}/test")
class TestPages {
    private final Handbook handbook;
    private final Attempts attempts;

    TestPages(Handbook handbook, Attempts attempts) {
        this.handbook = handbook;
        this.attempts = attempts;
    }

    @PostMapping
    RedirectView begin(Viewer viewer, @PathVariable String chapter) {
        return see(path(attempts.begin(viewer, chapter)));
    }

    private static String path(Attempt attempt) {
        return HandbookPages.PATH + "/" + attempt.chapter() + "/test/" + attempt.id();
    }

    /** @param answered the question whose answer is looked at, from 1; 0 for the one that is next */
    @GetMapping("/{attempt}")
    ModelAndView question(
            Frame frame,
            Viewer viewer,
            @PathVariable String chapter,
            @PathVariable String attempt,
            @RequestParam(defaultValue = "0") String answered) {
        var found = attempt(viewer, chapter, attempt);
        int at = IntStream.rangeClosed(1, found.answers().size())
                .filter(place -> Integer.toString(place).equals(answered))
                .findFirst()
                .orElse(0);
        var page = new TestPage(
                frame,
                handbook,
                handbook.chapter(Audience.STAFF, chapter, frame.words().locale())
                        .orElseThrow(() -> new Refused(Refusal.absent())),
                found,
                at == 0 ? found.answers().size() : at - 1);
        return new ModelAndView("handbook/test", Map.of("page", page));
    }

    @PostMapping("/{attempt}")
    RedirectView answer(
            Viewer viewer,
            @PathVariable String chapter,
            @PathVariable String attempt,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String option,
            RedirectAttributes redirect) {
        var found = attempt(viewer, chapter, attempt);
        if (option.isEmpty()) {
            Flash.refused(redirect, Phrase.of("handbook.test.choose"));
            return see(path(found));
        }
        int at = number(question);
        attempts.answer(viewer, found.id(), at, number(option));
        return see(path(found) + "?answered=" + (at + 1));
    }

    private Attempt attempt(Viewer viewer, String chapter, String id) {
        return Ids.parse(id)
                .flatMap((UUID attempt) -> attempts.find(viewer, attempt))
                .filter(attempt -> attempt.chapter().equals(chapter))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    /** One digit, or a number that is no place of anything. */
    private static int number(String text) {
        return text.matches("[0-9]") ? text.charAt(0) - '0' : -1;
    }

    static RedirectView see(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
