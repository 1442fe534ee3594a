package org.redress.claims.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.claims.model.StatementText.Word;
import org.redress.kernel.Sku;

/** Numbers in a text: of orders, of articles, and how the customer is reached. What they are numbers of, others know. */
public final class NamedNumbers {
    /** A text with more of them is a list, not a letter. */
    private static final int MOST = 200;

    private static final int LONGEST_ORDER_NUMBER = 100;
    private static final Pattern PHONE = Pattern.compile("(?<![\\p{L}0-9-])\\+?[0-9][0-9 ()/-]{6,24}"
            // A Chinese mobile number right after a word, unless that says that it is an order's.
            + "|(?<=\\p{IsHan})(?<!单号|订单|单|编号|单号码|单号是|单号为|编号是)1[3-9][0-9]{9}(?![0-9])");
    private static final int SHORTEST_PHONE = 7;
    private static final int LONGEST_PHONE = 15;

    private final StatementText text;

    public NamedNumbers(String statement) {
        text = StatementText.of(statement);
    }

    /** What may be the number of an order or an article: as it was written, and in either case. */
    public Set<String> candidates() {
        var candidates = new LinkedHashSet<String>();
        for (int at = 0; at < text.words().size() && candidates.size() < MOST * 3; at++) {
            for (var written : spellings(at)) {
                candidates.add(written);
                candidates.add(written.toUpperCase(Locale.ROOT));
                candidates.add(written.toLowerCase(Locale.ROOT));
            }
        }
        return candidates;
    }

    /** The same as the numbers of articles. */
    public List<Sku> skus() {
        return candidates().stream().filter(Sku::isValid).map(Sku::new).toList();
    }

    /** "SO 1001" may be SO-1001. */
    private List<String> spellings(int at) {
        var word = text.words().get(at);
        var written = text.written(at, at + 1);
        if (written.length() > LONGEST_ORDER_NUMBER) {
            return List.of();
        }
        if (!word.isCode()) {
            return written.indexOf('-') > 0 ? List.of(written) : List.of();
        }
        var before = at == 0 ? "" : text.written(at - 1, at);
        return word.isNumber() && before.matches("[A-Za-z]{1,4}")
                ? List.of(before + "-" + written, before + written, written)
                : List.of(written);
    }

    /** Of these orders the ones that the text names, in its order. */
    public List<String> inOrder(Collection<String> known) {
        var named = new LinkedHashSet<String>();
        candidates().stream().filter(known::contains).forEach(named::add);
        return List.copyOf(named);
    }

    /** What the text calls an order number and nobody knows. */
    public List<String> unknownOrders(Collection<String> known) {
        var unknown = new LinkedHashSet<String>();
        var words = text.words();
        for (int at = 0; at < words.size(); at++) {
            var ends = StatementReader.WORDS.ends("numbered", words, at);
            int number = ends.isEmpty() ? words.size() : ends.getFirst();
            if (number < words.size() && isOrderNumber(words.get(number)) && unknown.size() < MOST) {
                var spellings = new NamedNumbers(text.written(number, number + 1)).candidates();
                if (spellings.stream().noneMatch(known::contains)) {
                    unknown.add(text.written(number, number + 1));
                }
            }
        }
        return List.copyOf(unknown);
    }

    private static boolean isOrderNumber(Word word) {
        return word.isCode() && word.form().length() >= 4 && word.form().length() <= LONGEST_ORDER_NUMBER;
    }

    /** The first e-mail address, looked for around each @. */
    public @Nullable String email() {
        var said = text.text();
        for (int at = said.indexOf('@'); at >= 0; at = said.indexOf('@', at + 1)) {
            int from = at;
            while (from > 0 && at - from < 64 && isOfAddress(said.charAt(from - 1), "._%+-")) {
                from--;
            }
            int to = at + 1;
            while (to < said.length() && to - at < 190 && isOfAddress(said.charAt(to), ".-")) {
                to++;
            }
            while (to > at && (said.charAt(to - 1) == '.' || said.charAt(to - 1) == '-')) {
                to--;
            }
            int dot = said.lastIndexOf('.', to - 1);
            if (from < at && dot > at + 1 && to - dot > 2) {
                return said.substring(from, to);
            }
        }
        return null;
    }

    private static boolean isOfAddress(char c, String signs) {
        return c < 128 && (Character.isLetterOrDigit(c) || signs.indexOf(c) >= 0);
    }

    /** The first phone number that is not the number of something else. */
    public @Nullable String phone(Collection<String> others) {
        var numbers = new ArrayList<String>();
        var matcher = PHONE.matcher(text.text());
        while (matcher.find() && numbers.isEmpty()) {
            var written = matcher.group().strip().replaceAll("[ (/-]+$", "");
            var digits = written.chars().filter(Character::isDigit).count();
            if (digits >= SHORTEST_PHONE && digits <= LONGEST_PHONE && !others.contains(written)) {
                numbers.add(written);
            }
        }
        return numbers.isEmpty() ? null : numbers.getFirst();
    }
}
