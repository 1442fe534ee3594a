package org.redress.remedy.model;

import java.util.Currency;
import org.redress.kernel.Money;

/** What it costs to move goods one way. */
record Freight(Money carriage, Money handling) {
    static Freight none(Currency currency) {
        return new Freight(Money.zero(currency), Money.zero(currency));
    }

    /** A load that is too heavy for one parcel goes in several of the heaviest. */
    static Freight of(Tables tables, Currency currency, long grams) {
        var figures = tables.figures();
        var heaviest = tables.parcelGrams();
        var parcels = Math.max(1, Math.ceilDiv(grams, heaviest));
        var carriage = figures.in(currency, tables.freight(Math.min(grams, heaviest)));
        return new Freight(
                carriage.times(parcels),
                figures.in(currency, figures.handling()).times(parcels));
    }

    Money total() {
        return carriage.plus(handling);
    }
}
