package org.redress.remedy.model;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyCase.Affected;
import org.redress.remedy.RemedyCase.Came;
import org.redress.remedy.RemedyPlan;

/** Cases in few words. */
final class Cases {
    static final Currency GBP = Currency.getInstance("GBP");
    static final Sku RED_MUG = new Sku("MUG-RED");
    static final Sku BLUE_MUG = new Sku("MUG-BLUE");

    private Cases() {}

    static Money pounds(String amount) {
        return Money.parse(amount, GBP).orElseThrow();
    }

    /** Some units of a red mug of an order that cost {@code paid} in all, without shipping. */
    static Affected mugs(Problem problem, int units, String paid, Came... came) {
        return new Affected(RED_MUG, problem, units, 0, pounds(paid), 400, null, List.of(came));
    }

    static Came blueMugs(int units, String each) {
        return new Came(BLUE_MUG, units, pounds(each), 400, false);
    }

    static RemedyCase wants(Demand demand, Affected... affected) {
        var paid = List.of(affected).stream().map(Affected::paid).reduce(Money.zero(GBP), Money::plus);
        return new RemedyCase(
                GBP,
                "GB",
                demand,
                List.of(affected),
                paid.plus(pounds("100.00")),
                pounds("0.00"),
                pounds("5.00"),
                false,
                RemedyPlan.nothing());
    }

    static RemedyPlan plan(Remedy... remedies) {
        return new RemedyPlan(List.of(remedies));
    }

    static Remedy money(Remedy.Kind kind, String amount, Remedy.Goods... goods) {
        return new Remedy(kind, pounds(amount), List.of(goods));
    }

    static Remedy goods(Remedy.Kind kind, Sku sku, int units) {
        return new Remedy(kind, null, List.of(new Remedy.Goods(sku, units)));
    }

    /** Any case that a claim could hold. */
    static RemedyCase random(Random chance) {
        var currency = Currency.getInstance(List.of("GBP", "CNY", "JPY", "EUR").get(chance.nextInt(4)));
        var affected = new ArrayList<Affected>();
        var paid = chance.nextInt(3_000);
        for (int i = 0; i <= chance.nextInt(3); i++) {
            var entry = affected(chance, currency, i);
            affected.add(entry);
            paid += (int) entry.paid().minor();
        }
        return new RemedyCase(
                currency,
                List.of("GB", "CN", "DE", "US").get(chance.nextInt(4)),
                one(chance, Demand.values()),
                affected,
                new Money(paid, currency),
                new Money(chance.nextInt(4) == 0 ? chance.nextInt(paid + 1) : 0, currency),
                new Money(chance.nextInt(600), currency),
                chance.nextBoolean(),
                RemedyPlan.nothing());
    }

    private static Affected affected(Random chance, Currency currency, int index) {
        var problem = one(chance, Problem.values());
        var units = problem == Problem.EXTRA_ITEM ? 0 : 1 + chance.nextInt(7);
        var paid = units == 0 || chance.nextInt(8) == 0 ? 0 : chance.nextInt(20_000);
        return new Affected(
                problem == Problem.EXTRA_ITEM || chance.nextInt(10) == 0 ? null : new Sku("ORDERED-" + index),
                problem,
                units,
                units == 0 ? 0 : chance.nextInt(units + 1),
                new Money(paid, currency),
                chance.nextBoolean() ? chance.nextInt(4_000) : null,
                chance.nextBoolean() ? new Money(chance.nextInt(5_000), currency) : null,
                came(chance, currency));
    }

    private static <T> T one(Random chance, T[] all) {
        return all[chance.nextInt(all.length)];
    }

    private static List<Came> came(Random chance, Currency currency) {
        return chance.nextBoolean() ? List.of() : List.of(oneThatCame(chance, currency));
    }

    private static Came oneThatCame(Random chance, Currency currency) {
        @Nullable Sku sku = chance.nextInt(3) == 0 ? null : new Sku("CAME-" + chance.nextInt(3));
        @Nullable Money value = chance.nextBoolean() ? new Money(chance.nextInt(20_000), currency) : null;
        return new Came(sku, 1 + chance.nextInt(5), value, chance.nextInt(4_000), chance.nextInt(5) == 0);
    }
}
