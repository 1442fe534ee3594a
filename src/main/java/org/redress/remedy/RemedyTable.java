package org.redress.remedy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;

/**
 * A dated decision table: what may be offered for which problem, what becomes of what came, the legal floor, and the
 * figures behind cost and limits. Data only; {@link RemedyPolicy} reads it.
 *
 * @param from first day in force
 * @param to last day in force, or null while it has no successor
 * @param ways in order of preference for each problem
 * @param dispositions the first row that fits decides
 * @param floors the first row that fits decides
 */
public record RemedyTable(
        String name,
        String version,
        LocalDate from,
        @Nullable LocalDate to,
        List<WayRow> ways,
        List<CameRow> dispositions,
        List<FloorRow> floors,
        Figures figures) {

    /** How an article is made right. */
    public enum Way {
        RIGHT_GOODS,
        MONEY_BACK,
        /** The customer keeps what came and pays less for it. */
        PRICE_REDUCTION,
        /** Money for the trouble. */
        COMPENSATION
    }

    public record WayRow(Rule rule, Set<Problem> problems, Way way) {}

    /** What the row looks at in the goods that came. */
    public enum When {
        ALWAYS,
        HAZARDOUS,
        /** Worth no more than the limit under which nobody sends goods back. */
        SMALL_VALUE,
        /** Freight and handling of the return cost at least what the goods bring back. */
        RETURN_COSTS_MORE
    }

    public enum Disposition {
        COLLECT,
        KEEP
    }

    public record CameRow(Rule rule, Set<Problem> problems, When when, Disposition disposition) {}

    /** What the customer is owed at least. */
    public enum Need {
        RIGHT_GOODS_OR_MONEY,
        NOTHING_TO_PAY,
        THEIR_LOSS
    }

    /** @param countries ISO 3166 two letters; empty fits every country */
    public record FloorRow(Rule rule, Need need, Set<String> countries) {
        Phrase sentence() {
            return Phrase.of("remedy.floor." + rule.id());
        }

        boolean fits(Need wanted, @Nullable String country) {
            return need == wanted && (countries.isEmpty() || (country != null && countries.contains(country)));
        }
    }

    /** Freight for a parcel of at most so many grams. */
    public record Band(int upToGrams, long cents) {}

    /**
     * Numbers of the house, to be replaced by the merchant's own. Amounts are in cents of a reference currency worth
     * about a pound, a euro or a dollar; {@code tenths} says how many tenths of a currency's unit stand for one unit of
     * the reference, in round figures: they are limits, not exchange rates.
     *
     * @param goodsCostPercent what goods cost us, of their price
     * @param resalePercent what unopened goods bring back, of their cost
     * @param damagedResalePercent the same for damaged goods
     * @param freight one way, lightest band first; a heavier parcel counts as several of the heaviest
     * @param handling of one parcel, in or out
     * @param keepLimit value under which what came stays with the customer
     * @param agentLimit cost above which somebody else approves
     * @param compensationLimit the same for compensation
     * @param compensationPercent of what was paid for the affected units
     * @param usualGrams weight of an article whose weight is not known
     */
    public record Figures(
            int goodsCostPercent,
            int resalePercent,
            int damagedResalePercent,
            List<Band> freight,
            long handling,
            long keepLimit,
            long agentLimit,
            long compensationLimit,
            int compensationPercent,
            int lateCompensationPercent,
            int priceReductionPercent,
            int usualGrams,
            int refundDays,
            int shipDays,
            int exchangeDays,
            Map<String, Integer> tenths) {

        /** An amount of this table in a currency. */
        public Money in(Currency currency, long cents) {
            var scaled = cents * tenths.getOrDefault(currency.getCurrencyCode(), 10);
            var digits = Math.max(0, currency.getDefaultFractionDigits());
            return new Money(Math.round(scaled / 1000.0 * Math.pow(10, digits)), currency);
        }

        /** A limit in another currency, by the same round figures. */
        public Money like(Money limit, Currency currency) {
            if (limit.currency().equals(currency)) {
                return limit;
            }
            var digits = Math.max(0, limit.currency().getDefaultFractionDigits());
            var units = limit.minor() / Math.pow(10, digits);
            return in(
                    currency,
                    Math.round(
                            units * 1000 / tenths.getOrDefault(limit.currency().getCurrencyCode(), 10)));
        }

        Money freight(Currency currency, long grams) {
            var heaviest = freight.getLast();
            var parcels = Math.max(1, Math.ceilDiv(grams, heaviest.upToGrams()));
            var band = freight.stream()
                    .filter(each -> parcels == 1 && grams <= each.upToGrams())
                    .findFirst()
                    .orElse(heaviest);
            return in(currency, band.cents() + handling).times(parcels);
        }
    }

    public RemedyTable {
        ways = List.copyOf(ways);
        dispositions = List.copyOf(dispositions);
        floors = List.copyOf(floors);
    }

    /** The table of the house, in force since its first release. */
    public static RemedyTable standard() {
        return StandardTable.TABLE;
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** The row for this problem and way, else the problem's first; empty where nothing is owed for it. */
    Optional<WayRow> way(Problem problem, Way wanted) {
        var rows = ways.stream().filter(row -> row.problems().contains(problem)).toList();
        return rows.stream()
                .filter(row -> row.way() == wanted)
                .findFirst()
                .or(() -> rows.stream().findFirst());
    }

    FloorRow floor(RemedyCase remedyCase) {
        var country = remedyCase.country();
        var need = need(remedyCase);
        return floors.stream()
                .filter(row -> row.fits(need, country))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The table has no floor for " + need));
    }

    private static Need need(RemedyCase remedyCase) {
        var problems =
                remedyCase.affected().stream().map(RemedyCase.Affected::problem).toList();
        if (problems.isEmpty() || problems.stream().anyMatch(Problem::owesGoods)) {
            return Need.RIGHT_GOODS_OR_MONEY;
        }
        return problems.contains(Problem.LATE) ? Need.THEIR_LOSS : Need.NOTHING_TO_PAY;
    }
}
