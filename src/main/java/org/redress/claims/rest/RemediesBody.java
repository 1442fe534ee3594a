package org.redress.claims.rest;

import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.ui.JsonBody;

/** Reads {@code remedies: [{kind, amount?, lines?: [{sku, quantity}], means?}]}. */
final class RemediesBody {
    private static final int MOST_REMEDIES = 20;
    private static final int MOST_UNITS = 1_000_000;

    private RemediesBody() {}

    static RemedyPlan read(JsonBody body, int least) {
        return new RemedyPlan(body.objects("remedies", least, MOST_REMEDIES).stream()
                .map(RemediesBody::remedy)
                .toList());
    }

    private static Remedy remedy(JsonBody remedy) {
        return new Remedy(
                remedy.choice("kind", Remedy.Kind.class),
                remedy.moneyOrNull("amount"),
                remedy.objects("lines", 0, org.redress.claims.Filing.MOST_LINES).stream()
                        .map(line -> new Remedy.Goods(line.sku("sku"), line.number("quantity", 1, MOST_UNITS)))
                        .toList(),
                remedy.choiceOrNull("means", Remedy.Means.class));
    }
}
