package org.redress.outreach;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.orders.Product;

/** How people call the articles, and what a customer is written of them; one that is not in the catalogue goes by its number. */
public record OutreachWords(Map<Sku, Product> products) {
    /** The articles that these speak of, to be looked up at once. */
    public static Set<Sku> articles(Collection<Outreach> all) {
        var articles = new LinkedHashSet<Sku>();
        for (var each : all) {
            Stream.ofNullable(each.ordered()).forEach(articles::add);
            Stream.ofNullable(each.received()).forEach(articles::add);
        }
        return articles;
    }

    public String of(Sku sku) {
        var product = products.get(sku);
        return product == null ? sku.value() : product.name();
    }

    /** Null for what nobody knows. */
    public @Nullable String orNull(@Nullable Sku sku) {
        return sku == null ? null : of(sku);
    }

    public static Phrase subject(Outreach outreach) {
        return Phrase.of("outreach.letter.subject", outreach.orderNumber());
    }

    /** What we believe, that we are sorry, and what to do; paragraph by paragraph, nothing of anybody else. */
    public List<Phrase> letter(Outreach outreach) {
        return List.of(
                believed(outreach),
                Phrase.of("outreach.letter.sorry"),
                Phrase.of(outreach.isWhole() ? "outreach.letter.do.whole" : "outreach.letter.do"));
    }

    /** What stands in the letter before the link. */
    public static Phrase beforeLink() {
        return Phrase.of("outreach.letter.before");
    }

    private Phrase believed(Outreach outreach) {
        var ordered = outreach.ordered();
        var received = outreach.received();
        if (ordered == null) {
            return Phrase.of("outreach.letter.what.whole", outreach.orderNumber());
        }
        return received == null
                ? Phrase.of("outreach.letter.what", outreach.orderNumber(), of(ordered))
                : Phrase.of("outreach.letter.what.came", outreach.orderNumber(), of(ordered), of(received));
    }
}
