package org.redress.claims.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.claims.StatementReading.Certainty;
import org.redress.claims.StatementReading.Suggestion;
import org.redress.claims.model.StatementSides.Side;
import org.redress.claims.model.StatementText.Word;
import org.redress.kernel.Sku;

/**
 * Which article of an order a text is about: the one whose number it names, else the one whose name it names best. What
 * all articles of the order share tells none of them apart, and a tie is no answer.
 */
public final class NamedArticle {
    /** By how much the best must be ahead of the next. */
    private static final double AHEAD = 1.25;

    private final Map<Sku, Set<String>> features = new LinkedHashMap<>();
    private final Map<String, Integer> carriers = new HashMap<>();

    private NamedArticle(Map<Sku, String> names) {
        names.forEach((sku, name) -> {
            var words = StatementText.of(name).words();
            var own = new HashSet<String>();
            for (int at = 0; at < words.size(); at++) {
                own.addAll(features(words, at));
            }
            own.add(code(sku));
            features.put(sku, own);
            own.forEach(feature -> carriers.merge(feature, 1, Integer::sum));
        });
    }

    /** @param names of the articles of the order; the article’s number where the catalogue has none */
    public static @Nullable Suggestion<Sku> of(String statement, Map<Sku, String> names) {
        return new NamedArticle(names).in(StatementReader.text(statement));
    }

    private @Nullable Suggestion<Sku> in(StatementText text) {
        if (features.size() == 1) {
            var only = features.keySet().iterator().next();
            return new Suggestion<>(only, words(text, only), Certainty.LIKELY);
        }
        var scores = new HashMap<Sku, Double>();
        var named = named(text);
        features.forEach((sku, own) -> scores.put(sku, score(own, named)));
        var ranked = scores.entrySet().stream()
                .sorted(Map.Entry.<Sku, Double>comparingByValue().reversed())
                .toList();
        if (ranked.isEmpty()) {
            return null;
        }
        var best = ranked.getFirst();
        if (best.getValue() <= 0 || best.getValue() < AHEAD * ranked.get(1).getValue()) {
            return null;
        }
        boolean byNumber = named.contains(code(best.getKey()));
        return new Suggestion<>(
                best.getKey(), words(text, best.getKey()), byNumber ? Certainty.CLEAR : Certainty.LIKELY);
    }

    private double score(Set<String> own, Set<String> named) {
        double score = 0;
        for (var feature : named) {
            int among = carriers.getOrDefault(feature, 0);
            if (own.contains(feature) && among < features.size()) {
                double weight = feature.startsWith("#") ? 100 : feature.codePointCount(0, feature.length()) > 1 ? 2 : 1;
                score += weight * Math.log((1.0 + features.size()) / among);
            }
        }
        return score;
    }

    /** What the text names, but for what it says of the article that came. */
    private static Set<String> named(StatementText text) {
        var sides = new StatementSides(text);
        var named = new LinkedHashSet<String>();
        for (int at = 0; at < text.words().size(); at++) {
            if (sides.of(at) != Side.CAME) {
                named.addAll(features(text.words(), at));
                named.add("#" + text.words().get(at).form());
            }
        }
        return named;
    }

    /** The words of the text that name the article. */
    private String words(StatementText text, Sku sku) {
        var own = features.getOrDefault(sku, Set.of());
        var sides = new StatementSides(text);
        var shown = new ArrayList<String>();
        for (int at = 0; at < text.words().size() && shown.size() < 6; at++) {
            var word = text.words().get(at);
            boolean names =
                    features(text.words(), at).stream().anyMatch(own::contains) || own.contains("#" + word.form());
            if (names && sides.of(at) != Side.CAME) {
                var written = text.written(at, at + 1);
                if (!shown.contains(written)) {
                    shown.add(written);
                }
            }
        }
        return String.join(text.words().stream().anyMatch(Word::isHan) ? "" : " ", shown);
    }

    /**
     * By what articles are told apart: words without their plural, pairs of characters, single ones (a 杯子 is a 杯), and
     * colours in whatever language (红 is red).
     */
    private static List<String> features(List<Word> words, int at) {
        var word = words.get(at);
        if (StatementReader.WORDS.has("filler", words, at)) {
            return List.of();
        }
        var all = new ArrayList<String>();
        if (!word.isHan()) {
            if (word.form().length() > 1) {
                all.add(singular(word.form()));
            }
        } else {
            all.add(word.form());
            if (at + 1 < words.size() && words.get(at + 1).isHan()) {
                all.add(word.form() + words.get(at + 1).form());
            }
        }
        Tints.names(words, at).forEach(tint -> all.add("=" + tint));
        return all;
    }

    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static String code(Sku sku) {
        return "#" + sku.value().toLowerCase(Locale.ROOT);
    }
}
