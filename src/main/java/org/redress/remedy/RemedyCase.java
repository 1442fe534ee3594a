package org.redress.remedy;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;

/**
 * What the policy looks at: nothing of the person, only what went wrong, what was paid and what has been given already.
 *
 * @param country where the goods went, ISO 3166 two letters, or null: chooses the legal floor
 * @param paid for the whole order
 * @param given money that this order has already brought back, over all its claims and rounds
 * @param shipping the part of {@code paid} that was for shipping
 * @param wholeOrder whether every ordered unit is affected, so that the shipping fee goes back with a refund
 * @param stock units that can be sent, of articles whose stock is known
 * @param circumstances of the claim
 * @param asked what the customer proposed in their last answer; a plan that gives all of it is never below the floor
 */
public record RemedyCase(
        Currency currency,
        @Nullable String country,
        Demand demand,
        List<Affected> affected,
        Money paid,
        Money given,
        Money shipping,
        boolean wholeOrder,
        RemedyPlan asked,
        Map<Sku, Integer> stock,
        Circumstances circumstances) {

    /**
     * One article of the claim.
     *
     * @param sku the ordered article; null where it is not known, or nothing was ordered (an extra item)
     * @param units ordered units that the customer did not get right: 0 for an extra item or a surplus
     * @param unitsGiven those of them that an earlier plan has replaced or refunded
     * @param paid for these {@code units}, without shipping
     * @param weightGrams of one unit
     * @param unitCost what one unit costs us; null where only the price is known
     * @param came what the customer holds instead, or on top; empty where nothing came or nobody said
     */
    public record Affected(
            @Nullable Sku sku,
            Problem problem,
            int units,
            int unitsGiven,
            Money paid,
            @Nullable Integer weightGrams,
            @Nullable Money unitCost,
            List<Came> came) {
        public Affected {
            came = List.copyOf(came);
            if (units < 0 || unitsGiven < 0) {
                throw new IllegalArgumentException("Units are counted from zero");
            }
        }

        public int unitsLeft() {
            return Math.max(0, units - unitsGiven);
        }

        /**
         * What was paid for a run of the units, counted from the first: each unit its equal part, remainders to the
         * earlier units (largest remainder), so that all runs together are exactly what was paid.
         */
        public Money paidFor(int from, int to) {
            return new Money(upTo(to) - upTo(from), paid.currency());
        }

        public Money paidForRest(int restUnits) {
            return units == 0 ? Money.zero(paid.currency()) : paidFor(units - Math.min(restUnits, units), units);
        }

        private long upTo(int unit) {
            return units == 0 ? 0 : paid.minor() / units * unit + Math.min(unit, paid.minor() % units);
        }
    }

    /**
     * Goods that the customer holds and did not order so.
     *
     * @param sku null where only a description is known
     * @param unitValue the price of one unit; null where not known
     * @param hazardous medicine, allergen, battery and the like: never left with the customer
     */
    public record Came(
            @Nullable Sku sku,
            int quantity,
            @Nullable Money unitValue,
            @Nullable Integer weightGrams,
            boolean hazardous) {}

    public RemedyCase {
        affected = List.copyOf(affected);
        stock = Map.copyOf(stock);
    }

    /** With nothing out of the ordinary, and stock that nobody has reported. */
    public RemedyCase(
            Currency currency,
            @Nullable String country,
            Demand demand,
            List<Affected> affected,
            Money paid,
            Money given,
            Money shipping,
            boolean wholeOrder,
            RemedyPlan asked) {
        this(
                currency,
                country,
                demand,
                affected,
                paid,
                given,
                shipping,
                wholeOrder,
                asked,
                Map.of(),
                Circumstances.USUAL);
    }

    /** What is left of what was paid: no plan moves more money than this. */
    public Money left() {
        var left = paid.minus(given);
        return left.isPositive() ? left : Money.zero(currency);
    }
}
