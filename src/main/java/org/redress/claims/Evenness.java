package org.redress.claims;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far decisions on the same facts were the same (domain.md F1). Facts are the same where every rule answers the same;
 * outcomes are the same where the same kinds of remedies are given, money to the nearest twentieth of what was paid.
 *
 * @param decisions all of the period
 * @param pairs of decisions on the same facts
 * @param unlike pairs of these with different outcomes
 * @param groups by who decided and for whom; only decisions with at least one other on the same facts
 * @param splits the facts with most unlike pairs
 */
public record Evenness(long decisions, long pairs, long unlike, List<Group> groups, List<Split> splits) {
    public enum Dimension {
        ALL,
        DECIDER,
        LANGUAGE,
        COUNTRY,
        CUSTOMER,
        VALUE,
        CHANNEL
    }

    /**
     * @param value {@link org.redress.kernel.Actor#identity()}, a language, a country, {@code returning} or {@code new}, an
     *     index into {@link Decision#BANDS}, a channel; empty where not known
     * @param name of the decider; null for other dimensions
     * @param share mean share of the decisions on the same facts that came out otherwise, from 0 to 1
     * @param usual what this share would be if the group decided as all together do on its facts
     */
    public record Group(
            Dimension dimension, String value, @Nullable String name, long decisions, double share, double usual) {}

    /** One set of facts that was decided in more than one way. */
    public record Split(List<Way> ways) {}

    /**
     * @param kinds what was given, as {@code REFUND:100+RETURN_LABEL}; {@code REJECTED} for nothing
     * @param claim the latest filed of them, and its {@code number}
     */
    public record Way(String kinds, long decisions, UUID claim, String number) {}
}
