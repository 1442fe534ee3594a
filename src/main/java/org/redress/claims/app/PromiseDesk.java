package org.redress.claims.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimClock;
import org.redress.claims.ClaimClock.Hours;
import org.redress.claims.ClaimClock.Party;
import org.redress.claims.ClaimClock.Promise;
import org.redress.claims.ClaimClock.Rung;
import org.redress.claims.ClaimClock.State;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Promises;
import org.redress.claims.Stumbles;
import org.redress.claims.WordsSaid;
import org.redress.claims.model.Clocks;
import org.redress.claims.store.ClaimTable;
import org.redress.claims.store.ClockTable;
import org.redress.claims.store.StumbleTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

@Component
class PromiseDesk implements Promises {
    /** Of each list on the page that watches. */
    private static final int ROWS = 100;

    private static final Comparator<ClaimClock> OPEN_FIRST = Comparator.comparing((ClaimClock clock) -> !clock.isOpen())
            .thenComparing(ClaimClock::dueAt)
            .thenComparing(ClaimClock::party)
            .thenComparing(ClaimClock::promise);

    private final MerchantTransactions transactions;
    private final ClaimTable claims;
    private final ClockTable clocks;
    private final StumbleTable stumbles;
    private final Clockwork clockwork;
    private final Moves moves;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    PromiseDesk(
            MerchantTransactions transactions,
            ClaimTable claims,
            ClockTable clocks,
            StumbleTable stumbles,
            Clockwork clockwork,
            Moves moves,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.transactions = transactions;
        this.claims = claims;
        this.clocks = clocks;
        this.stumbles = stumbles;
        this.clockwork = clockwork;
        this.moves = moves;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<ClaimClock> of(MerchantId merchant, UUID claim) {
        return transactions.call(
                merchant,
                () -> clocks.of(merchant, claim).stream().sorted(OPEN_FIRST).toList());
    }

    @Override
    public void asked(MerchantId merchant, UUID claim, UUID about, Party party, Instant at, Instant due) {
        var hours = party == Party.WAREHOUSE ? Hours.WORKING : Hours.CALENDAR;
        transactions.run(
                merchant,
                () -> clocks.save(
                        merchant,
                        claim,
                        List.of(clockwork.ticking(merchant).start(about, party, Promise.ANSWER, 1, hours, at, due))));
    }

    @Override
    public void settled(MerchantId merchant, UUID claim, UUID about, boolean answered, Instant at) {
        transactions.run(merchant, () -> {
            // Held, so that no sweep finds it late at the same time.
            var held = claims.hold(merchant, claim);
            stumbles.remove(merchant, claim, Stumbles.Task.PROMISE);
            var ticking = clockwork.ticking(merchant);
            for (var running : clocks.of(merchant, claim)) {
                if (running.about().equals(about) && running.isOpen()) {
                    var climbed = ticking.climb(running, Rung.BROKEN, at);
                    clocks.end(merchant, claim, ticking.end(climbed, answered ? State.MET : State.VOID, at));
                    if (climbed.isBroken() && !running.isBroken()) {
                        var said = new ClaimEvent.PromiseBroken(running.promise(), running.party(), running.dueAt());
                        held.ifPresent(found -> moves.record(found, said, new Actor.Product(), at));
                    }
                }
            }
        });
    }

    @Override
    public void told(MerchantId merchant, UUID claim, Actor by, Instant at) {
        hold(merchant, claim, held -> {
            record(held, clockwork.told(held, by, at, moves.spans(held)), at);
            events.publishEvent(new WordsSaid(merchant.value(), claim, false));
        });
    }

    @Override
    public void wrote(MerchantId merchant, UUID claim, Instant at) {
        hold(merchant, claim, held -> {
            clockwork.wrote(held, at, moves.spans(held));
            events.publishEvent(new WordsSaid(merchant.value(), claim, true));
        });
    }

    @Override
    public void needsNoReply(MerchantId merchant, UUID claim, Instant at) {
        hold(merchant, claim, held -> {
            record(held, clockwork.needsNoReply(held, at, moves.spans(held)), at);
            events.publishEvent(new WordsSaid(merchant.value(), claim, false));
        });
    }

    private void hold(MerchantId merchant, UUID claim, Consumer<Claim> act) {
        transactions.run(merchant, () -> claims.hold(merchant, claim).ifPresent(act));
    }

    private void record(Claim held, List<ClaimEvent> broken, Instant at) {
        broken.forEach(said -> moves.record(held, said, new Actor.Product(), at));
    }

    @Override
    public Map<UUID, Instant> unanswered(MerchantId merchant, Collection<UUID> some) {
        return some.isEmpty() ? Map.of() : transactions.call(merchant, () -> clocks.unanswered(merchant, some));
    }

    @Override
    public Duration used(MerchantId merchant, ClaimClock running, Instant at) {
        return clockwork.ticking(merchant).used(running, at);
    }

    @Override
    public Watch watch(MerchantId merchant) {
        return transactions.call(merchant, () -> {
            var broken = clocks.pressing(merchant, true, ROWS + 1);
            var warned = clocks.pressing(merchant, false, ROWS + 1);
            var lost = clocks.lost(merchant, ROWS + 1);
            var unowned = clocks.unowned(merchant, clock.instant().minus(Clocks.FIRST_RESPONSE), ROWS + 1);
            var stumbled = stumbles.all(merchant, ROWS + 1);
            boolean cut =
                    List.of(broken, warned, lost, unowned, stumbled).stream().anyMatch(rows -> rows.size() > ROWS);
            return new Watch(first(broken), first(warned), first(lost), first(unowned), first(stumbled), cut);
        });
    }

    private static <T> List<T> first(List<T> rows) {
        return rows.size() > ROWS ? rows.subList(0, ROWS) : rows;
    }
}
