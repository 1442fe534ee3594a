package org.redress.claims;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.ui.Words;

/** Says a plan in a sentence, as it is offered, agreed and shown: "Refund £12.50 (1 × Red mug); keep what came (1 × Blue mug)". */
public final class PlanWords {
    private PlanWords() {}

    /** @param names how people call an article */
    public static String say(RemedyPlan plan, Words words, Function<Sku, String> names) {
        return plan.remedies().stream()
                .map(remedy -> say(remedy, words, names))
                .collect(Collectors.joining(words.say("claims.plan.and")));
    }

    public static String say(Remedy remedy, Words words, Function<Sku, String> names) {
        var kind = remedy.means() == null
                ? words.say("remedy.kind", remedy.kind())
                : words.say("remedy.means", remedy.means());
        var amount = remedy.amount();
        var what = amount == null ? kind : words.say("claims.plan.amount", kind, amount);
        return remedy.goods().isEmpty()
                ? what
                : words.say("claims.plan.goods", what, goods(remedy.goods(), words, names));
    }

    /** Such as "1 × Red mug, 2 × Blue mug". */
    public static String goods(List<Remedy.Goods> all, Words words, Function<Sku, String> names) {
        return all.stream()
                .map(goods -> words.say("claims.plan.units", goods.quantity(), names.apply(goods.sku())))
                .collect(Collectors.joining(words.say("claims.plan.comma")));
    }
}
