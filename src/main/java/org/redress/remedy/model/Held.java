package org.redress.remedy.model;

import java.util.List;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.remedy.Figures;
import org.redress.remedy.PolicySet.Answer;
import org.redress.remedy.RemedyCase.Affected;
import org.redress.remedy.RemedyCase.Came;

/** The goods of one article's entry that the customer holds, and what they are worth. */
record Held(Affected affected, Came came) {
    /** Somebody may claim to hold any number: beyond this many units an estimate says nothing more. */
    private static final int MOST_UNITS = 10_000;

    /** What lies with the customer and is not theirs, as far as anybody said or the problem implies. */
    static List<Held> of(Affected affected, boolean takenBack) {
        return goods(affected, takenBack).stream()
                .map(came -> new Held(affected, came))
                .toList();
    }

    private static List<Came> goods(Affected affected, boolean takenBack) {
        var left = affected.unitsLeft();
        if (left == 0 && affected.units() > 0) {
            return List.of();
        }
        return switch (affected.problem()) {
            case WRONG_ITEM, WRONG_VARIANT, WRONG_PARCEL ->
                affected.came().isEmpty() ? List.of(new Came(null, left, null, null, false)) : affected.came();
            case DAMAGED -> affected.came().isEmpty() ? List.of(itself(affected, left)) : affected.came();
            case LATE -> takenBack ? List.of(itself(affected, left)) : List.of();
            case EXTRA_ITEM -> affected.came();
            // Units of the ordered article that did come are rightly the customer's.
            case WRONG_QUANTITY, MISSING_ITEM, NOT_RECEIVED ->
                affected.came().stream()
                        .filter(came -> affected.units() == 0
                                || came.sku() == null
                                || !came.sku().equals(affected.sku()))
                        .toList();
        };
    }

    private static Came itself(Affected affected, int units) {
        return new Came(affected.sku(), units, null, affected.weightGrams(), false);
    }

    /** At sale price; goods that nobody could name count as the ordered article. */
    Money value() {
        var known = came.unitValue();
        if (known != null) {
            return known.times(units());
        }
        return affected.units() == 0
                ? Money.zero(affected.paid().currency())
                : affected.paid().share(units(), affected.units());
    }

    private int units() {
        return Math.clamp(came.quantity(), 0, MOST_UNITS);
    }

    Money cost(Figures figures) {
        return value().share(figures.goodsCostPercent(), 100);
    }

    /** What they bring back once returned. */
    Money resale(Figures figures) {
        var percent = affected.problem() == Problem.DAMAGED ? figures.damagedResalePercent() : figures.resalePercent();
        return cost(figures).share(percent, 100);
    }

    long grams(Figures figures) {
        var weight = came.weightGrams() == null ? affected.weightGrams() : came.weightGrams();
        return (long) (weight == null ? figures.usualGrams() : weight) * units();
    }

    /** What the tables say of these goods. */
    Answer<Tables.Back> ruled(Tables tables) {
        var figures = tables.figures();
        var freight = Freight.of(tables, value().currency(), grams(figures));
        var returnPays = freight.total().compareTo(resale(figures)) < 0;
        return tables.goods(affected.problem(), came.hazardous(), figures.measured(value()), returnPays);
    }
}
