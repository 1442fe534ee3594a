package org.redress.claims.model;

import org.redress.kernel.Money;
import org.redress.remedy.Figures;

/** What a claim is worth, by the limits of the remedy table: what was paid for the units that it is about. */
enum Stakes {
    /** Worth no more than what nobody sends back. */
    SMALL,
    /** Also where nobody knows, since we do not know the order. */
    USUAL,
    /** Worth more than an agent decides about alone. */
    GREAT;

    static Stakes of(Facts facts, Figures figures) {
        return facts.worth().map(worth -> of(worth, figures)).orElse(USUAL);
    }

    private static Stakes of(Money worth, Figures figures) {
        if (worth.compareTo(figures.in(worth.currency(), figures.agentLimit())) > 0) {
            return GREAT;
        }
        return worth.compareTo(figures.in(worth.currency(), figures.keepLimit())) > 0 ? USUAL : SMALL;
    }
}
