package org.redress.claims.app;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimClock;
import org.redress.claims.ClaimClock.Rung;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Stumbles;
import org.redress.claims.store.ClaimTable;
import org.redress.claims.store.ClockTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.ui.Languages;
import org.springframework.stereotype.Component;

/** What happens to a clock by itself: it warns, it breaks, somebody senior is asked for. Each once. */
@Component
class PromiseSweep {
    private static final int BATCH = 200;

    /** Of batches at a time: the next sweep goes on. */
    private static final int MOST = 50;

    private final MerchantTransactions transactions;
    private final ClaimTable claims;
    private final ClockTable clocks;
    private final Clockwork clockwork;
    private final Moves moves;
    private final Merchants merchants;
    private final Languages languages;
    private final Stumbles stumbles;

    PromiseSweep(
            MerchantTransactions transactions,
            ClaimTable claims,
            ClockTable clocks,
            Clockwork clockwork,
            Moves moves,
            Merchants merchants,
            Languages languages,
            Stumbles stumbles) {
        this.transactions = transactions;
        this.claims = claims;
        this.clocks = clocks;
        this.clockwork = clockwork;
        this.moves = moves;
        this.merchants = merchants;
        this.languages = languages;
        this.stumbles = stumbles;
    }

    void sweep(MerchantId merchant, Instant now) {
        var round = stumbles.round(merchant, Stumbles.Task.PROMISE);
        var before = List.<UUID>of();
        for (int batch = 0; batch < MOST; batch++) {
            var due = transactions.call(merchant, () -> clocks.due(merchant, now, BATCH));
            if (due.isEmpty() || due.equals(before)) {
                return;
            }
            due.forEach(claim -> round.work(claim, () -> climb(merchant, claim, now)));
            before = due;
        }
    }

    private void climb(MerchantId merchant, UUID id, Instant now) {
        // What has been climbed and who is asked for hold together, or neither does.
        transactions.run(merchant, () -> {
            var escalated =
                    claims.hold(merchant, id).map(claim -> climb(claim, now)).orElse(null);
            if (escalated != null) {
                escalate(merchant, id, escalated);
            }
        });
    }

    /** Returns the clock for which somebody senior is to be asked, or null. */
    private @Nullable ClaimClock climb(Claim claim, Instant now) {
        var merchant = claim.merchant();
        var ticking = clockwork.ticking(merchant);
        @Nullable ClaimClock senior = null;
        for (var clock : clocks.of(merchant, claim.id())) {
            var climbed = ticking.climb(clock, Rung.ESCALATED, now);
            // Whoever was asked may have answered in between: then the row is not as it was read.
            if (climbed.equals(clock) || !clocks.climb(merchant, claim.id(), clock, climbed)) {
                continue;
            }
            if (climbed.isBroken() && !clock.isBroken()) {
                say(claim, new ClaimEvent.PromiseBroken(clock.promise(), clock.party(), clock.dueAt()), now);
            } else if (climbed.rung() == Rung.WARNED) {
                say(claim, new ClaimEvent.PromiseWarned(clock.promise(), clock.party(), clock.dueAt()), now);
            }
            if (climbed.rung() == Rung.ESCALATED && !claim.escalated()) {
                senior = climbed;
            }
        }
        return senior;
    }

    private void say(Claim claim, ClaimEvent event, Instant now) {
        moves.record(claim, event, new Actor.Product(), now);
    }

    private void escalate(MerchantId merchant, UUID id, ClaimClock clock) {
        var home = merchants.find(merchant);
        var words = languages.words(home.language(), home.zone());
        var reason = words.say(
                "claims.promise.escalated",
                words.say("claims.promise", clock.promise()),
                words.say("claims.party", clock.party()),
                words.time(clock.dueAt()));
        var claim = moves.seen(merchant, id, null);
        if (!claim.escalated()) {
            try {
                moves.move(claim, new ClaimCommand.Escalate(reason), new Actor.Product(), false);
            } catch (Refused endedMeanwhile) {
                // Nothing is owed any more.
            }
        }
    }
}
