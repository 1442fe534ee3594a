package org.redress.settlement.rest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.settlement.Difference;
import org.redress.settlement.Reconciliations;
import org.redress.ui.Day;
import org.redress.ui.JsonBody;
import org.redress.ui.Takes;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Partners' books against ours, for programs of whoever answers for the money. */
@RestController
@RequestMapping("/api/v1/reconciliations")
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR})
class ReconciliationResource {
    private final Reconciliations reconciliations;

    ReconciliationResource(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    record Closure(String note) {}

    /** The latest first; one for each partner and day, or more where a day was compared again. */
    @GetMapping
    Page<ComparisonWire> list(
            @RequestParam @Nullable String after, @RequestParam @Nullable String limit, Viewer viewer, Words words) {
        var page = reconciliations.page(viewer.merchant(), after, ReturnResource.limit(limit));
        return new Page<>(
                page.items().stream()
                        .map(comparison -> ComparisonWire.of(comparison, words))
                        .toList(),
                page.next());
    }

    /** Those that this comparison saw last: all, or with {@code state=OPEN} those that are open. */
    @GetMapping("/{id}/differences")
    Page<DifferenceWire> differences(
            @PathVariable String id,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit,
            Viewer viewer) {
        var comparison = Ids.parse(id)
                .flatMap(known -> reconciliations.find(viewer.merchant(), known))
                .orElseThrow(() -> new Refused(Refusal.absent()));
        var page = reconciliations.differences(
                viewer.merchant(), comparison.id(), isAll(state), after, ReturnResource.limit(limit));
        return new Page<>(page.items().stream().map(DifferenceWire::of).toList(), page.next());
    }

    private static boolean isAll(@Nullable String state) {
        return switch (state) {
            case "OPEN" -> false;
            case "ALL", "" -> true;
            case null -> true;
            default ->
                throw new Refused(Refusal.invalid("/state", "NOT_A_CHOICE", Phrase.of("settlement.books.fault.state")));
        };
    }

    /** Starts to compare a day, such as {@code 2026-03-31} on the merchant's clock, with every partner. */
    @PostMapping("/{day}")
    @Takes(value = Takes.Nothing.class, optional = true)
    @Requires({Role.SUPERVISOR, Role.ADMIN})
    @ResponseStatus(HttpStatus.ACCEPTED)
    List<ComparisonWire> compare(
            @PathVariable String day,
            @RequestBody(required = false) @Nullable JsonNode body,
            Viewer viewer,
            Words words) {
        if (body != null) {
            JsonBody.of(body).done();
        }
        return reconciliations.compare(viewer.merchant(), day(day), viewer.actor()).stream()
                .map(comparison -> ComparisonWire.of(comparison, words))
                .toList();
    }

    private static LocalDate day(String text) {
        return Day.read(text).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    /** Says why a difference may stand. */
    @PostMapping("/differences/{id}/closure")
    @Takes(Closure.class)
    @Requires({Role.SUPERVISOR, Role.ADMIN})
    DifferenceWire close(@PathVariable String id, @RequestBody JsonNode json, Viewer viewer) {
        var known = Ids.parse(id)
                .flatMap(each -> reconciliations.difference(viewer.merchant(), each))
                .orElseThrow(() -> new Refused(Refusal.absent()))
                .id();
        var body = JsonBody.of(json);
        var note = body.text("note", Difference.LONGEST_NOTE);
        body.done();
        return DifferenceWire.of(reconciliations.close(viewer.merchant(), known, note, viewer.actor()));
    }
}
