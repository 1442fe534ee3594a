package org.redress.remedy.rest;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.remedy.Area;
import org.redress.remedy.Policies;
import org.redress.remedy.PolicyVersion;
import org.redress.ui.JsonBody;
import org.redress.ui.Takes;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A merchant's own rules: drafts, reviews, and the files themselves. */
@RestController
@RequestMapping("/api/v1")
@Requires({Role.SUPERVISOR, Role.ADMIN})
class PolicyResource {
    private static final int LONGEST_NOTE = 1_000;
    private static final int LONGEST_TABLES = 1_000_000;

    private final Policies policies;
    private final InstantSource clock;

    PolicyResource(Policies policies, InstantSource clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @GetMapping("/policies")
    PolicyWire.Overview overview(Viewer viewer) {
        var now = clock.instant();
        return new PolicyWire.Overview(
                Arrays.stream(Area.values())
                        .map(area -> policies.inForce(viewer.merchant(), area, now))
                        .map(policy -> new PolicyWire.InForce(policy.area(), policy.version(), policy.id()))
                        .toList(),
                policies.versions(viewer.merchant()).stream()
                        .map(PolicyWire::of)
                        .toList());
    }

    @GetMapping("/policies/{id}")
    PolicyWire.Whole find(@PathVariable String id, Viewer viewer) {
        var whole = whole(id, viewer);
        return new PolicyWire.Whole(
                PolicyWire.of(whole.version()),
                whole.entries().stream().map(PolicyWire.Entry::of).toList());
    }

    /** As a DMN file, for any editor. */
    @GetMapping(value = "/policies/{id}/tables", produces = MediaType.APPLICATION_XML_VALUE)
    String tables(@PathVariable String id, Viewer viewer) {
        return whole(id, viewer).tables();
    }

    /** The product's own tables of an area, or {@code law}: the least that the law demands. */
    @GetMapping(value = "/policies/shipped/{name}", produces = MediaType.APPLICATION_XML_VALUE)
    String shipped(@PathVariable String name) {
        return name.equals("law")
                ? policies.law()
                : Arrays.stream(Area.values())
                        .filter(area -> area.code().equals(name.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .map(policies::shipped)
                        .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    @PostMapping("/policy-checks")
    @Takes(PolicyBody.Check.class)
    PolicyWire.Findings check(@RequestBody JsonNode json, Words words) {
        var body = JsonBody.of(json);
        var area = body.choice("area", Area.class);
        var tables = body.text("tables", LONGEST_TABLES);
        body.done();
        return new PolicyWire.Findings(policies.check(area, tables).stream()
                .map(finding -> PolicyWire.FindingWire.of(finding, words))
                .toList());
    }

    @PostMapping("/policies")
    @ResponseStatus(HttpStatus.CREATED)
    @Takes(PolicyBody.Draft.class)
    PolicyWire draft(@RequestBody JsonNode json, Viewer viewer) {
        var body = JsonBody.of(json);
        var area = body.choice("area", Area.class);
        var tables = body.textOrNull("tables", LONGEST_TABLES);
        var note = note(body);
        body.done();
        return PolicyWire.of(
                policies.draft(viewer.merchant(), area, tables, Objects.requireNonNullElse(note, ""), viewer.actor()));
    }

    @PostMapping("/policies/{id}/tables")
    @Takes(PolicyBody.Change.class)
    PolicyWire change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            @RequestBody JsonNode json,
            Viewer viewer) {
        var policy = whole(id, viewer).version();
        var body = JsonBody.of(json);
        var tables = body.text("tables", LONGEST_TABLES);
        var note = note(body);
        body.done();
        return PolicyWire.of(policies.change(
                viewer.merchant(),
                policy.id(),
                tables,
                note == null ? policy.note() : note,
                viewer.actor(),
                seen(seen, policy)));
    }

    @PostMapping("/policies/{id}/review-request")
    @Takes(PolicyBody.HandIn.class)
    PolicyWire handIn(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            @RequestBody JsonNode json,
            Viewer viewer) {
        var policy = whole(id, viewer).version();
        var body = JsonBody.of(json);
        var from = body.day("from");
        var to = body.dayOrNull("to");
        body.done();
        return PolicyWire.of(
                policies.handIn(viewer.merchant(), policy.id(), from, to, viewer.actor(), seen(seen, policy)));
    }

    @PostMapping("/policies/{id}/review")
    @Takes(PolicyBody.Review.class)
    PolicyWire review(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            @RequestBody JsonNode json,
            Viewer viewer) {
        var policy = whole(id, viewer).version();
        var body = JsonBody.of(json);
        var approved = body.choice("decision", PolicyBody.Decision.class) == PolicyBody.Decision.APPROVE;
        var note = note(body);
        body.done();
        return PolicyWire.of(
                policies.review(viewer.merchant(), policy.id(), approved, note, viewer.actor(), seen(seen, policy)));
    }

    @PostMapping("/policies/{id}/end")
    @Takes(value = PolicyBody.End.class, optional = true)
    PolicyWire end(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            @RequestBody(required = false) @Nullable JsonNode json,
            Viewer viewer) {
        var policy = whole(id, viewer).version();
        var body = JsonBody.of(json == null ? JsonNodeFactory.instance.objectNode() : json);
        var note = note(body);
        body.done();
        return PolicyWire.of(policies.end(viewer.merchant(), policy.id(), note, viewer.actor(), seen(seen, policy)));
    }

    private PolicyVersion.Whole whole(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap((UUID known) -> policies.find(viewer.merchant(), known))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    /** Without {@code If-Match} whatever stands now is meant. */
    private static int seen(@Nullable String ifMatch, PolicyVersion policy) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return policy.version();
        }
        var version = ifMatch.strip().replace("W/", "").replace("\"", "");
        if (!version.matches("[0-9]{1,9}")) {
            throw new Refused(
                    new Refusal(Refusal.Kind.STALE, "STALE", Phrase.of("remedy.refusal.policy-stale"), List.of()));
        }
        return Integer.parseInt(version);
    }

    private static @Nullable String note(JsonBody body) {
        return body.textOrNull("note", LONGEST_NOTE);
    }
}
