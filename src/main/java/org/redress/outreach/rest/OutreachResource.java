package org.redress.outreach.rest;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Origin;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claims;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.outreach.Outreach.State;
import org.redress.outreach.Outreaches;
import org.redress.ui.JsonBody;
import org.redress.ui.Takes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Customers to write to before they complain. */
@RestController
@RequestMapping("/api/v1")
@Requires({Role.AGENT, Role.SUPERVISOR})
class OutreachResource {
    private final Outreaches outreaches;
    private final Claims claims;
    private final Origin origin;

    OutreachResource(Outreaches outreaches, Claims claims, Origin origin) {
        this.outreaches = outreaches;
        this.claims = claims;
        this.origin = origin;
    }

    @GetMapping("/outreach")
    @Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR})
    Page<OutreachWire> list(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit,
            Viewer viewer) {
        var page = outreaches.page(viewer.merchant(), states(state), after, limit(limit));
        return new Page<>(page.items().stream().map(OutreachWire::of).toList(), page.next());
    }

    /** The customers whom one claim has led to, the likeliest first. */
    @GetMapping("/claims/{id}/outreach")
    @Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR})
    List<OutreachWire> ofClaim(@PathVariable String id, Viewer viewer) {
        return ofClaim(claim(id, viewer), viewer);
    }

    /** Finds the customers who are affected by the cause of a claim and have their parcel already. */
    @PostMapping("/claims/{id}/outreach")
    @Takes(value = Takes.Nothing.class, optional = true)
    List<OutreachWire> find(
            @PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body, Viewer viewer) {
        JsonBody.nothing(body);
        var claim = claim(id, viewer);
        outreaches.find(viewer.merchant(), claim, viewer.actor());
        return ofClaim(claim, viewer);
    }

    private List<OutreachWire> ofClaim(UUID claim, Viewer viewer) {
        return outreaches.ofClaim(viewer.merchant(), claim).stream()
                .map(OutreachWire::of)
                .toList();
    }

    /** By its id or its number. */
    private UUID claim(String id, Viewer viewer) {
        return Ids.parse(id)
                .map(known -> claims.find(viewer.merchant(), known))
                .orElseGet(() -> claims.byNumber(viewer.merchant(), id))
                .orElseThrow(() -> new Refused(Refusal.absent()))
                .id();
    }

    @PostMapping("/outreach/{id}/letter")
    @Takes(value = Takes.Nothing.class, optional = true)
    OutreachWire.WrittenWire write(
            @PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body, Viewer viewer) {
        known(id, viewer);
        JsonBody.nothing(body);
        var written = outreaches.write(viewer.merchant(), id(id), viewer.actor());
        var path = written.path();
        return new OutreachWire.WrittenWire(
                OutreachWire.of(written.outreach()), written.byMail(), path == null ? null : origin.url() + path);
    }

    @PostMapping("/outreach/{id}/leave")
    @Takes(OutreachWire.Leaving.class)
    OutreachWire leave(@PathVariable String id, @RequestBody JsonNode json, Viewer viewer) {
        known(id, viewer);
        var body = JsonBody.of(json);
        var note = body.text("note", Outreaches.LONGEST_NOTE);
        body.done();
        return OutreachWire.of(outreaches.leave(viewer.merchant(), id(id), note, viewer.actor()));
    }

    private void known(String id, Viewer viewer) {
        if (outreaches.find(viewer.merchant(), id(id)).isEmpty()) {
            throw new Refused(Refusal.absent());
        }
    }

    private static Set<State> states(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? EnumSet.allOf(State.class) : EnumSet.of(State.valueOf(text));
        } catch (IllegalArgumentException unknown) {
            throw new Refused(Refusal.invalid("/state", "NOT_A_CHOICE", Phrase.of("outreach.fault.state")));
        }
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

    private static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
