package org.redress.settlement.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.settlement.Comparison;
import org.redress.settlement.Reconciliations;
import org.redress.ui.Day;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.redress.ui.NavEntry;
import org.redress.ui.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Partners' books against ours. An agent sees it; whoever answers for the money compares a day and closes a difference. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
@RequestMapping(ReconciliationPages.PATH)
class ReconciliationPages {
    static final String PATH = "/desk/reconciliation";

    private static final int ROWS = 25;

    private final Reconciliations reconciliations;
    private final Merchants merchants;

    ReconciliationPages(Reconciliations reconciliations, Merchants merchants) {
        this.reconciliations = reconciliations;
        this.merchants = merchants;
    }

    @Bean
    static NavEntry reconciliationNavEntry() {
        return new NavEntry("settlement.books.nav", PATH, 50, Role.SUPERVISOR.authority(), Role.ADMIN.authority());
    }

    @GetMapping
    ModelAndView page(
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Viewer viewer) {
        var all = view.equals("all");
        var found = reconciliations.differences(viewer.merchant(), null, all, after, ROWS);
        var latest = reconciliations.latest(viewer.merchant()).stream()
                .map(comparison -> row(comparison, frame.words()))
                .toList();
        var shown = found.items().stream()
                .map(difference -> DifferenceView.of(difference, viewer, frame.words()))
                .toList();
        var mayAct = viewer.has(Role.SUPERVISOR) || viewer.has(Role.ADMIN);
        var today = frame.words()
                .now()
                .atZone(merchants.find(viewer.merchant()).zone())
                .toLocalDate();
        return new ModelAndView(
                "settlement/reconciliation",
                Map.of("page", new ReconciliationPage(frame, all, latest, shown, found.next(), mayAct, today)));
    }

    private static ReconciliationPage.Row row(Comparison comparison, Words words) {
        var agrees = comparison.differences() == 0;
        var result = switch (comparison.state()) {
            case RUNNING -> words.say("settlement.books.result.RUNNING");
            case NOT_COMPARABLE -> words.say("settlement.books.result.NOT_COMPARABLE");
            case DONE ->
                agrees
                        ? words.say("settlement.books.result.agrees")
                        : words.say("settlement.books.result.differs", comparison.differences());
        };
        var tone = switch (comparison.state()) {
            case RUNNING -> "unknown";
            case NOT_COMPARABLE -> "quiet";
            case DONE -> agrees ? "agrees" : "differs";
        };
        return new ReconciliationPage.Row(
                comparison,
                words.say("settlement.books.partner", comparison.partner()),
                result,
                tone,
                Optional.ofNullable(comparison.trouble())
                        .map(trouble -> words.say(trouble.sentence()))
                        .orElse(null));
    }

    @PostMapping("/comparisons")
    @Requires({Role.SUPERVISOR, Role.ADMIN})
    RedirectView compare(@RequestParam(defaultValue = "") String day, Viewer viewer, RedirectAttributes redirect) {
        try {
            reconciliations.compare(viewer.merchant(), day(day), viewer.actor());
            Flash.done(redirect, Phrase.of("settlement.books.started"));
        } catch (Refused refused) {
            Flash.refusedAsTyped(redirect, ReturnPages.reason(refused.refusal()));
        }
        return ReturnPages.see(PATH);
    }

    private static LocalDate day(String text) {
        return Day.read(text)
                .orElseThrow(() ->
                        new Refused(Refusal.invalid("/day", "NOT_A_DAY", Phrase.of("settlement.books.fault.no-day"))));
    }

    @PostMapping("/differences/{id}")
    @Requires({Role.SUPERVISOR, Role.ADMIN})
    RedirectView close(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            RedirectAttributes redirect) {
        var known = Ids.parse(id).orElseThrow(() -> new Refused(Refusal.absent()));
        try {
            reconciliations.close(viewer.merchant(), known, note, viewer.actor());
            Flash.done(redirect, Phrase.of("settlement.books.closed"));
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.ABSENT) {
                throw refused;
            }
            Flash.refusedAsTyped(redirect, ReturnPages.reason(refused.refusal()));
        }
        return ReturnPages.see(PATH);
    }
}
