package org.redress.outreach.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.Mailings;
import org.redress.kernel.Phrase;
import org.redress.orders.Order;
import org.redress.outreach.Outreach;

/**
 * One customer to write to.
 *
 * @param ordered as people call it; null where the parcel as a whole may be another’s
 * @param came what probably came instead, as people call it; null where nobody knows
 * @param customer whom to reach; empty where the order is gone
 * @param mail how far the letter has come; null where none was mailed
 * @param letter what they are written, or would be
 * @param filed the number of the claim that they filed
 */
public record OutreachView(
        Outreach outreach,
        @Nullable String ordered,
        @Nullable String came,
        Optional<Order.Customer> customer,
        Mailings.@Nullable Progress mail,
        @Nullable String filed,
        Letter letter) {
    private static final double LIKELY = .5;

    /** What they are written, or would be, in their own language. */
    public record Letter(String language, String subject, List<String> says) {}

    /** What we believe: it may be so from below one half, and probably is from there on. */
    public Phrase belief() {
        boolean likely = outreach.probability() >= LIKELY;
        if (ordered == null) {
            return Phrase.of(likely ? "outreach.lacks.whole" : "outreach.perhaps.whole");
        }
        return came == null
                ? Phrase.of(likely ? "outreach.lacks" : "outreach.perhaps", ordered)
                : Phrase.of(likely ? "outreach.lacks.came" : "outreach.perhaps.came", ordered, came);
    }

    public String id() {
        return outreach.id().toString();
    }

    public String tone() {
        return switch (outreach.state()) {
            case OPEN -> "yours";
            case WRITTEN -> "unknown";
            case CLAIMED -> "differs";
            case RIGHT -> "agrees";
            case LEFT -> "";
        };
    }
}
