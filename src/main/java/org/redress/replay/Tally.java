package org.redress.replay;

import org.jspecify.annotations.Nullable;

/**
 * What the tried rules would have done to a group of claims, beside what the rules of their day did. Amounts are in minor
 * units of the area's currency.
 *
 * @param value of the dimension: {@code returning} or {@code new}, a country, an index into the bands of value, a language
 * @param changed claims that would have been decided in another way
 * @param better of these the ones where the customer would have had more, or the same sooner or with less effort
 * @param worse of these the ones where the customer would have had less, later, or with more effort
 * @param contested claims whose customer did not agree at first, or came back
 * @param contestedGranted of these the ones whose wish the rules of their day granted
 */
public record Tally(
        Dimension dimension,
        String value,
        long claims,
        long changed,
        long better,
        long worse,
        long contested,
        long contestedGranted,
        Side before,
        Side after) {
    public enum Dimension {
        ALL,
        CUSTOMER,
        COUNTRY,
        /** Where it is known; beyond a hundred of them the rest together. */
        REGION,
        VALUE,
        LANGUAGE
    }

    /**
     * One set of rules.
     *
     * @param cost to us
     * @param worth to customers
     * @param hours longest time until customers have it, by the rules' own clocks, added up
     * @param atOnce claims offered without an agent
     * @param approvals claims that a second person looks at
     * @param granted claims whose customer gets what they asked for
     * @param nothing claims for which the rules allow nothing
     */
    public record Side(long cost, long worth, long hours, long atOnce, long approvals, long granted, long nothing) {
        public static final Side NONE = new Side(0, 0, 0, 0, 0, 0, 0);

        public Side plus(Side other) {
            return new Side(
                    cost + other.cost,
                    worth + other.worth,
                    hours + other.hours,
                    atOnce + other.atOnce,
                    approvals + other.approvals,
                    granted + other.granted,
                    nothing + other.nothing);
        }
    }

    public static Tally empty(Dimension dimension, String value) {
        return new Tally(dimension, value, 0, 0, 0, 0, 0, 0, Side.NONE, Side.NONE);
    }

    public Tally plus(Tally other) {
        return new Tally(
                dimension,
                value,
                claims + other.claims,
                changed + other.changed,
                better + other.better,
                worse + other.worse,
                contested + other.contested,
                contestedGranted + other.contestedGranted,
                before.plus(other.before),
                after.plus(other.after));
    }

    /**
     * How many claims would be contested under the tried rules, if customers whose wish is granted contest as often as such
     * customers did, and likewise the others: an estimate. Null where one of the two groups was never seen.
     */
    public @Nullable Double contestedAfter() {
        var others = claims - before.granted();
        var othersAfter = claims - after.granted();
        if ((after.granted() > 0 && before.granted() == 0) || (othersAfter > 0 && others == 0)) {
            return null;
        }
        var ofGranted = before.granted() == 0 ? 0 : contestedGranted * 1.0 / before.granted();
        var ofOthers = others == 0 ? 0 : (contested - contestedGranted) * 1.0 / others;
        return ofGranted * after.granted() + ofOthers * othersAfter;
    }
}
