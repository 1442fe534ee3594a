package org.redress.claims.web.portal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.ui.Words;

/** Says remedies to the customer who gets them. */
final class PlanWords {
    private final Words words;
    private final Map<Sku, Product> names;

    private PlanWords(Words words, Map<Sku, Product> names) {
        this.words = words;
        this.names = names;
    }

    /** @param further articles to speak of, beside those of the plans */
    static PlanWords of(
            Words words,
            Products products,
            MerchantId merchant,
            Collection<RemedyPlan> plans,
            Collection<Sku> further) {
        var skus = new LinkedHashSet<Sku>(further);
        plans.stream()
                .flatMap(plan -> plan.remedies().stream())
                .flatMap(remedy -> remedy.goods().stream())
                .forEach(goods -> skus.add(goods.sku()));
        return new PlanWords(words, skus.isEmpty() ? Map.of() : products.find(merchant, skus));
    }

    /** What the customer gets, a sentence for each remedy. */
    List<String> gets(RemedyPlan plan) {
        return plan.remedies().stream().map(this::gets).toList();
    }

    String gets(Remedy remedy) {
        return say("portal.gets.", remedy);
    }

    /** What has been done. */
    String done(Remedy remedy) {
        return say("portal.done.", remedy);
    }

    private String say(String prefix, Remedy remedy) {
        var amount = remedy.amount();
        var goods = words.list(goods(remedy));
        var kind = prefix + (remedy.means() == null ? remedy.kind() : remedy.means());
        var key = kind + (goods.isEmpty() ? "" : ".goods");
        return words.say(words.knows(key) ? key : kind, amount == null ? "" : words.money(amount), goods);
    }

    private List<String> goods(Remedy remedy) {
        return remedy.goods().stream()
                .map(goods -> words.say("portal.goods", goods.quantity(), name(goods.sku())))
                .toList();
    }

    /** That an article cannot be sent. */
    String lacks(Sku sku) {
        return words.say("portal.offer.lacking", name(sku));
    }

    private String name(Sku sku) {
        var product = names.get(sku);
        return product == null ? sku.value() : product.name();
    }

    /** What the customer has to do for it. */
    List<String> asks(RemedyPlan plan) {
        var asks = new ArrayList<String>();
        if (plan.isPickedUp()) {
            asks.add(words.say("portal.asks.pick-up"));
        } else if (plan.has(Remedy.Kind.RETURN_LABEL)) {
            asks.add(words.say("portal.asks.send-back"));
        } else if (plan.has(Remedy.Kind.EXCHANGE)) {
            asks.add(words.say("portal.asks.exchange"));
        }
        if (plan.sendsGoods()) {
            asks.add(words.say("portal.asks.take-in"));
        }
        if (asks.isEmpty()) {
            asks.add(words.say("portal.asks.nothing"));
        }
        return asks;
    }

    /** The very text that the customer agrees to. It holds no dates, so it reads the same a minute later. */
    String consent(String number, RemedyPlan plan) {
        return words.say("portal.consent", number, String.join(" ", gets(plan)), String.join(" ", asks(plan)));
    }
}
