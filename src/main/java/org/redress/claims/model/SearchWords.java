package org.redress.claims.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;

/**
 * Cuts text into the words that a claim is found by. Chinese into words and, for the sake of those who cut otherwise, into
 * characters; English into stems; numbers and addresses as they are, without what separates their parts.
 */
public final class SearchWords {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 1_000;

    /** A phone is known by the end of its number: how its beginning is written, everybody has their own way. */
    private static final int END_OF_PHONE = 8;

    private static final Pattern PHONE = Pattern.compile("[+0-9()\\s./-]{6,30}");
    private static final Pattern GAPS = Pattern.compile("[\\s,;，；。、！？“”\"'()（）]+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}@]+");

    private static final Pattern CHANGES_OF_SCRIPT =
            Pattern.compile("(?<=\\p{IsHan})(?=[^\\p{IsHan}])|(?<=[^\\p{IsHan}])(?=\\p{IsHan})");

    /** Shared by all threads; it holds dictionaries only. */
    private static final Analyzer CUTTER = new SmartChineseAnalyzer();

    private SearchWords() {}

    /** What a claim is found by. */
    public static Set<String> of(Filing filing, String number, Collection<String> articles) {
        var contact = filing.contact();
        var lines = filing.lines().stream()
                .flatMap(line -> Stream.of(
                        line.sku() == null ? null : line.sku().value(),
                        line.received() == null ? null : line.received().description(),
                        line.received() == null || line.received().sku() == null
                                ? null
                                : line.received().sku().value(),
                        line.received() == null || line.received().gtin() == null
                                ? null
                                : line.received().gtin().digits()));
        var texts = Stream.of(
                        Stream.of(
                                number,
                                filing.orderNumber(),
                                filing.trackingNumber(),
                                contact.name(),
                                contact.email(),
                                filing.statement()),
                        lines,
                        articles.stream())
                .flatMap(each -> each)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining("\n"));
        var words = of(texts);
        if (contact.phone() != null) {
            words.add(phone(contact.phone()));
        }
        return words;
    }

    /** What is found by it: its words, each in every form that somebody may ask for. */
    public static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        var plain = plain(text);
        for (var code : codes(plain)) {
            words.add(whole(code));
            SEPARATORS
                    .splitAsStream(code.replace('@', ' '))
                    .filter(part -> !part.isEmpty())
                    .map(SearchWords::shortened)
                    .forEach(words::add);
        }
        words.addAll(cut(prose(plain)));
        plain.codePoints()
                .filter(Character::isIdeographic)
                .mapToObj(Character::toString)
                .forEach(words::add);
        return words.stream().limit(MOST_WORDS).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What somebody may mean, the most exact first: a later reading counts where nothing is found by those before it. Empty
     * where the text has no word.
     */
    public static List<Set<String>> asked(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        var plain = plain(text);
        var words = Stream.concat(codes(plain).stream().map(SearchWords::whole), cut(prose(plain)).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (words.isEmpty()) {
            return List.of();
        }
        Set<String> phone = PHONE.matcher(plain).matches() ? Set.of(phone(plain)) : words;
        Set<String> characters = words.stream().flatMap(SearchWords::loosely).collect(Collectors.toSet());
        return Stream.of(words, phone, characters).distinct().toList();
    }

    private static Stream<String> loosely(String word) {
        return word.codePoints().allMatch(Character::isIdeographic)
                ? word.codePoints().mapToObj(Character::toString)
                : Stream.of(word);
    }

    private static String phone(String text) {
        var digits = text.replaceAll("\\D", "");
        return "#" + digits.substring(Math.max(0, digits.length() - END_OF_PHONE));
    }

    private static String plain(String text) {
        var cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        var simple = Normalizer.normalize(cut, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(Traditional::simplified)
                .collect(Collectors.joining());
        // In Chinese nothing stands between a number and the words around it.
        return CHANGES_OF_SCRIPT.matcher(simple).replaceAll(" ");
    }

    /** Numbers and addresses, such as {@code R-1042} and {@code ada@example.com}: with a figure or an at sign in them. */
    private static List<String> codes(String plain) {
        return GAPS.splitAsStream(plain).filter(SearchWords::isCode).toList();
    }

    /** All the rest. */
    private static String prose(String plain) {
        return GAPS.splitAsStream(plain).filter(part -> !isCode(part)).collect(Collectors.joining(" "));
    }

    private static boolean isCode(String part) {
        return part.codePoints().anyMatch(c -> Character.isDigit(c) || c == '@')
                && part.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static String whole(String code) {
        return shortened(SEPARATORS.matcher(code).replaceAll(""));
    }

    private static Set<String> cut(String plain) {
        var words = new LinkedHashSet<String>();
        try (var stream = CUTTER.tokenStream("", plain)) {
            var word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken() && words.size() < MOST_WORDS) {
                words.add(shortened(word.toString()));
            }
            stream.end();
            return words;
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static String shortened(String word) {
        return word.length() > LONGEST_WORD
                ? word.substring(
                        0, word.offsetByCodePoints(0, Math.min(LONGEST_WORD, word.codePointCount(0, word.length()))))
                : word;
    }
}
