package org.redress.outreach.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.investigation.Investigation;
import org.redress.investigation.Mechanism;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.kernel.Refusal;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.outreach.Outreach;
import org.redress.outreach.Outreaches;

/** Whom we may write to, and what may still be done. */
public final class OutreachRules {
    /** A swap that is less sure than this is for a person to look at, and no reason to write to anybody. */
    public static final double SURE_ENOUGH = 0.8;

    /** From one letter to the next. */
    public static final Duration BETWEEN_LETTERS = Duration.ofMinutes(10);

    private OutreachRules() {}

    /** Once they have spoken, or somebody has decided, nobody writes any more. */
    public static Optional<Refusal> writable(Outreach outreach) {
        return outreach.state().isOver()
                ? Optional.of(Refusal.conflict("OVER", Phrase.of("outreach.refusal.over." + outreach.state())))
                : Optional.empty();
    }

    /** Whoever has just been mailed is not mailed again: a button pressed twice is one letter. */
    public static Optional<Refusal> again(Instant mailedAt, Instant now) {
        return now.isBefore(mailedAt.plus(BETWEEN_LETTERS))
                ? Optional.of(Refusal.conflict(
                        "JUST_WRITTEN", Phrase.of("outreach.refusal.just-written", BETWEEN_LETTERS.toMinutes())))
                : Optional.empty();
    }

    /** Where the page of the shop is wrong, everybody got what they ordered. */
    public static boolean isOfTheListing(Investigation concluded) {
        return mechanism(concluded) == Mechanism.LI;
    }

    /**
     * Whether what went astray is a parcel as a whole: its label was another’s, or the claimant says that all of it is and
     * parcels or goods of neighbours were mixed.
     */
    public static boolean isOfWholeParcels(Investigation concluded, Filing claimant) {
        var mechanism = mechanism(concluded);
        return mechanism == Mechanism.LS
                || (mechanism.isExchange()
                        && claimant.lines().stream().anyMatch(line -> line.problem() == Problem.WRONG_PARCEL));
    }

    /** How likely it is of each order, by its number, as things stand: of an order that is not there, not at all. */
    public static Map<String, Double> likely(Investigation concluded) {
        var likely = new HashMap<String, Double>();
        if (!isOfTheListing(concluded)) {
            concluded.atRisk().forEach(risk -> likely.put(risk.orderNumber(), risk.probability()));
            var partner = concluded.counterpart();
            if (partner != null) {
                likely.put(partner.orderNumber(), partner.confidence());
            }
        }
        return likely;
    }

    /** What a person says, else what is likeliest. */
    private static Mechanism mechanism(Investigation concluded) {
        var confirmed = concluded.confirmed();
        return confirmed == null ? concluded.leading().mechanism() : confirmed;
    }

    /** @param note why it is left; must be said */
    public static Optional<Refusal> leavable(Outreach outreach, String note) {
        if (note.isBlank() || note.length() > Outreaches.LONGEST_NOTE || note.indexOf('\0') >= 0) {
            return Optional.of(
                    Refusal.invalid("/note", "NOTE", Phrase.of("outreach.fault.note", Outreaches.LONGEST_NOTE)));
        }
        return writable(outreach);
    }

    public static Optional<Refusal> answerable(Outreach outreach, Order order, int units) {
        if (outreach.state() == Outreach.State.CLAIMED) {
            return writable(outreach);
        }
        var ordered = outreach.ordered();
        if (ordered == null) {
            return Optional.empty();
        }
        int most = Math.max(1, order.ordered(ordered));
        return units < 1 || units > most
                ? Optional.of(Refusal.invalid("/units", "OUT_OF_RANGE", Phrase.of("outreach.fault.units", most)))
                : Optional.empty();
    }

    /**
     * What the other side of a swap lacks: what the claimant got. Where their order does not hold it, or nobody knows what
     * the claimant got, it is the only article of their order; else nobody can say.
     */
    public static Optional<Sku> lacks(Order partner, @Nullable Sku claimantReceived) {
        if (claimantReceived != null && partner.ordered(claimantReceived) > 0) {
            return Optional.of(claimantReceived);
        }
        var articles = partner.lines().stream().map(Order.Line::sku).distinct().toList();
        return articles.size() == 1 ? Optional.of(articles.getFirst()) : Optional.empty();
    }
}
