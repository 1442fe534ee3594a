package org.redress.replay.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.redress.access.Merchants;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Refused;
import org.redress.replay.Replays;
import org.redress.ui.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Same facts, same outcome? By who decided and for whom. */
@Controller
@Requires({Role.SUPERVISOR, Role.ADMIN})
class EvennessPages {
    static final String PATH = "/desk/policies/fairness";

    private static final long USUAL_DAYS = 90;

    private final Replays replays;
    private final Merchants merchants;
    private final InstantSource clock;

    EvennessPages(Replays replays, Merchants merchants, InstantSource clock) {
        this.replays = replays;
        this.merchants = merchants;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView evenness(
            Frame frame,
            Viewer viewer,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        var merchant = merchants.find(viewer.merchant());
        var today = LocalDate.ofInstant(clock.instant(), merchant.zone());
        var first = today.minusDays(USUAL_DAYS);
        try {
            var start = from.isEmpty() ? first : ReplayPages.day(from, "from");
            var end = to.isEmpty() ? today : ReplayPages.day(to, "to");
            var evenness = replays.evenness(merchant.id(), start, end);
            return page(new EvennessPage(frame, start, end, evenness, merchant.currency(), null), HttpStatus.OK);
        } catch (Refused refused) {
            var fault = frame.words().say(refused.refusal().faults().getFirst().message());
            return page(
                    new EvennessPage(frame, first, today, null, merchant.currency(), fault),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static ModelAndView page(EvennessPage page, HttpStatus status) {
        return new ModelAndView("replay/evenness", Map.of("page", page), status);
    }
}
