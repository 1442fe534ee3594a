package org.redress.replay.rest;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.remedy.Area;
import org.redress.replay.Change;
import org.redress.replay.Replay;
import org.redress.replay.Replays;
import org.redress.ui.Day;
import org.redress.ui.JsonBody;
import org.redress.ui.Takes;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Rules tried on past claims, for programs. */
@RestController
@RequestMapping("/api/v1")
@Requires({Role.SUPERVISOR, Role.ADMIN})
class ReplayResource {
    private static final int LONGEST_SOURCE = 40;

    private static final long USUAL_DAYS = 90;

    private final Replays replays;
    private final InstantSource clock;

    ReplayResource(Replays replays, InstantSource clock) {
        this.replays = replays;
        this.clock = clock;
    }

    @GetMapping("/replays")
    Page<ReplayWire> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            Viewer viewer) {
        var page = replays.page(viewer.merchant(), after, limit(limit));
        return new Page<>(page.items().stream().map(ReplayWire::of).toList(), page.next());
    }

    @PostMapping("/replays")
    @ResponseStatus(HttpStatus.CREATED)
    @Takes(ReplayBody.Start.class)
    ReplayWire start(@RequestBody JsonNode json, Viewer viewer) {
        var body = JsonBody.of(json);
        var area = body.choice("area", Area.class);
        var policy = body.idOrNull("policy");
        var source = Objects.requireNonNullElse(body.textOrNull("source", LONGEST_SOURCE), Replays.RECORD);
        var from = body.day("from");
        var to = body.day("to");
        body.done();
        return ReplayWire.of(replays.start(viewer.merchant(), area, policy, source, from, to, viewer.actor()));
    }

    @GetMapping("/replays/{id}")
    ReplayWire find(@PathVariable String id, Viewer viewer) {
        return ReplayWire.of(run(id, viewer));
    }

    @GetMapping("/replays/{id}/changes")
    Page<ReplayWire.ChangeWire> changes(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String effect,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            Viewer viewer,
            Words words) {
        var run = run(id, viewer);
        var page = replays.changes(viewer.merchant(), run.id(), effect(effect), after, limit(limit));
        return new Page<>(
                page.items().stream()
                        .map(change -> ReplayWire.ChangeWire.of(change, words))
                        .toList(),
                page.next());
    }

    /** What was tried and is over is forgotten. */
    @DeleteMapping("/replays/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String id, Viewer viewer) {
        replays.forget(viewer.merchant(), run(id, viewer).id());
    }

    @PostMapping("/replays/{id}/stop")
    @Takes(value = Takes.Nothing.class, optional = true)
    ReplayWire stop(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode json, Viewer viewer) {
        var run = run(id, viewer);
        JsonBody.nothing(json);
        return ReplayWire.of(replays.stop(viewer.merchant(), run.id()));
    }

    /** How alike decisions on the same facts were, on these days; without days the last ninety. */
    @GetMapping("/fairness")
    ReplayWire.EvennessWire evenness(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Viewer viewer) {
        var last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : day(to, "/to");
        var first = from == null ? last.minusDays(USUAL_DAYS) : day(from, "/from");
        return ReplayWire.EvennessWire.of(replays.evenness(viewer.merchant(), first, last));
    }

    private Replay run(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap((UUID known) -> replays.find(viewer.merchant(), known))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static LocalDate day(String text, String field) {
        return Day.read(text)
                .orElseThrow(() -> new Refused(Refusal.invalid(field, "NOT_A_DAY", Phrase.of("json.day"))));
    }

    private static Change.@Nullable Effect effect(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Arrays.stream(Change.Effect.values())
                .filter(effect -> effect.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Refused(Refusal.invalid("/effect", "NOT_A_CHOICE", Phrase.of("replay.refusal.effect"))));
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Page.USUAL;
        }
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > Page.LARGEST) {
            throw new Refused(Refusal.invalid("/limit", "OUT_OF_RANGE", Phrase.of("json.range", 1, Page.LARGEST)));
        }
        return number;
    }
}
