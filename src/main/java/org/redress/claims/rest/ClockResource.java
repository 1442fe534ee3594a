package org.redress.claims.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.ClaimClock;
import org.redress.claims.Promises;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who owes what by when: for staff and their programs, not for the customer. */
@RestController
@RequestMapping("/api/v1/claims")
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR})
class ClockResource {
    private final Promises promises;
    private final Door door;

    ClockResource(Promises promises, Door door) {
        this.promises = promises;
        this.door = door;
    }

    /**
     * @param about the claim, or the question that was asked beside it
     * @param hours whether it runs while people work, or always
     * @param allowed ISO 8601, frozen when it started
     * @param used of that, up to {@code since}
     * @param since when it began to run, to pause, or ended
     */
    record ClockWire(
            UUID about,
            ClaimClock.Party party,
            ClaimClock.Promise promise,
            int round,
            ClaimClock.Hours hours,
            ClaimClock.State state,
            Instant startedAt,
            Instant since,
            Duration allowed,
            Duration used,
            Instant dueAt,
            boolean broken) {
        static ClockWire of(ClaimClock clock) {
            return new ClockWire(
                    clock.about(),
                    clock.party(),
                    clock.promise(),
                    clock.round(),
                    clock.hours(),
                    clock.state(),
                    clock.startedAt(),
                    clock.since(),
                    clock.allowed(),
                    clock.used(),
                    clock.dueAt(),
                    clock.isBroken());
        }
    }

    @GetMapping("/{id}/clocks")
    List<ClockWire> clocks(@PathVariable String id, Viewer viewer) {
        var claim = door.claim(viewer, id);
        return promises.of(viewer.merchant(), claim.id()).stream()
                .map(ClockWire::of)
                .toList();
    }
}
