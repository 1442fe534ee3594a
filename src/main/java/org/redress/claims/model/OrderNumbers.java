package org.redress.claims.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.evidence.EvidenceItem;

/** Order numbers in the codes of a packing slip, which also carries web addresses, tracking numbers and codes of lots. */
public final class OrderNumbers {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}_-]+");

    private OrderNumbers() {}

    /** Whether a text has this number as a whole word: A-1 does not stand in A-15, nor 1001 in LOT-1001. */
    static boolean names(String text, String number) {
        var whole = "(?<![\\p{L}\\p{N}])(?<![\\p{L}\\p{N}][-_])" + Pattern.quote(number) + "(?![-_]?[\\p{L}\\p{N}])";
        return Pattern.compile(whole, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    /**
     * What may be the number of an order, if the merchant has one of that number: each text of a slip as a whole, and its
     * words, as printed and in either case.
     */
    public static Set<String> candidates(Collection<EvidenceItem> evidence) {
        return Readings.slipTexts(evidence).stream()
                .flatMap(text -> Stream.concat(Stream.of(text.strip()), Arrays.stream(BETWEEN.split(text))))
                .filter(word -> !word.isEmpty())
                .flatMap(word -> Stream.of(word, word.toUpperCase(Locale.ROOT), word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
