package org.redress.clock.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.clock.Practice;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@RequestMapping(ClockPages.PATH)
@Requires(Role.ADMIN)
@ConditionalOnBooleanProperty(Practice.SWITCH)
class ClockPages {
    static final String PATH = "/admin/clock";

    private static final String NEXT = "NEXT";

    /** What happens by time alone is looked for once a minute. */
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final Practice practice;
    private final InstantSource clock;

    ClockPages(Practice practice, InstantSource clock) {
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(Frame frame, Viewer viewer) {
        var now = clock.instant();
        var left = Practice.MOST.minus(practice.ahead());
        var next = practice.next(viewer.merchant()).orElse(null);
        var page = new ClockPage(
                frame,
                now,
                practice.ahead(),
                Arrays.stream(ClockStep.values())
                        .filter(step -> step.span().compareTo(left) <= 0)
                        .toList(),
                next,
                next != null && until(next).compareTo(left) <= 0);
        return new ModelAndView("clock/clock", Map.of("page", page));
    }

    @PostMapping
    ModelAndView move(
            Viewer viewer,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String step,
            RedirectAttributes redirect) {
        try {
            practice.move(seconds(from), step.equals(NEXT) ? toNext(viewer) : step(step));
            Flash.done(redirect, Phrase.of("clock.moved"));
        } catch (Refused refused) {
            if (refused.refusal().kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            Flash.refused(redirect, refused.refusal().reason());
        }
        var view = new RedirectView(PATH, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    private Duration toNext(Viewer viewer) {
        return practice.next(viewer.merchant())
                .map(this::until)
                .orElseThrow(() -> new Refused(Refusal.conflict("CLOCK_NOTHING", Phrase.of("clock.refusal.nothing"))));
    }

    private Duration until(Instant next) {
        return Duration.ofSeconds(
                Duration.between(clock.instant(), next).plus(ROUND).toSeconds());
    }

    private static Duration step(String name) {
        return Arrays.stream(ClockStep.values())
                .filter(step -> step.name().equals(name))
                .findFirst()
                .map(ClockStep::span)
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static Duration seconds(String from) {
        try {
            return Duration.ofSeconds(Integer.parseInt(from));
        } catch (NumberFormatException noNumber) {
            throw new Refused(Refusal.absent());
        }
    }
}
