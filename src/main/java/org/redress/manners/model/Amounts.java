package org.redress.manners.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;

/** Marks money in a text: {@code #money}, and {@code #too-much} where it is above what may be promised. */
final class Amounts {
    private static final Map<String, Set<String>> CURRENCIES = Map.ofEntries(
            Map.entry("£", Set.of("GBP")),
            Map.entry("gbp", Set.of("GBP")),
            Map.entry("pound", Set.of("GBP")),
            Map.entry("pounds", Set.of("GBP")),
            Map.entry("quid", Set.of("GBP")),
            Map.entry("€", Set.of("EUR")),
            Map.entry("eur", Set.of("EUR")),
            Map.entry("euro", Set.of("EUR")),
            Map.entry("euros", Set.of("EUR")),
            Map.entry("$", Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD")),
            Map.entry("usd", Set.of("USD")),
            Map.entry("dollar", Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD")),
            Map.entry("dollars", Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD")),
            Map.entry("¥", Set.of("CNY", "JPY")),
            Map.entry("rmb", Set.of("CNY")),
            Map.entry("cny", Set.of("CNY")),
            Map.entry("yuan", Set.of("CNY")),
            Map.entry("元", Set.of("CNY")),
            Map.entry("块", Set.of("CNY")),
            Map.entry("圆", Set.of("CNY")));
    private static final Set<String> PAYS = Set.of("退", "补", "赔", "返");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private Amounts() {}

    static void mark(Text text, @Nullable Money most) {
        for (int at = 0; at < text.size(); at++) {
            int from = at;
            var before = CURRENCIES.get(text.form(at));
            int start = before == null ? at : at + 1;
            var number = Numerals.at(text, start).orElse(null);
            if (number == null || (before == null && isArticle(text.form(start)))) {
                continue;
            }
            int to = number.to();
            var value = number.value();
            if (text.form(to).equals("万")) {
                value = value.multiply(TEN_THOUSAND);
                to++;
            }
            var after = CURRENCIES.get(text.form(to));
            if (before == null && after == null) {
                if (isBare(text, from, to)) {
                    text.mark("money", from, to);
                }
                continue;
            }
            var currencies = before != null ? before : after;
            if (after != null) {
                to += text.form(to + 1).equals("钱") ? 2 : 1;
            }
            text.mark("money", from, to);
            if (most != null
                    && currencies != null
                    && currencies.contains(most.currency().getCurrencyCode())
                    && value.compareTo(most.amount()) > 0) {
                text.mark("too-much", from, to);
            }
            at = to - 1;
        }
    }

    /** In Chinese, {@code 退您29.9}: figures right after what is paid back, and no measure after them. */
    private static boolean isBare(Text text, int from, int to) {
        boolean isToSomebody = Set.of("您", "你", "给").contains(text.form(from - 1));
        return PAYS.contains(text.form(isToSomebody ? from - 2 : from - 1))
                && text.word(from).isNumber()
                && (to == text.size() || !text.word(to).isHan());
    }

    private static boolean isArticle(String form) {
        return form.equals("a") || form.equals("an");
    }
}
