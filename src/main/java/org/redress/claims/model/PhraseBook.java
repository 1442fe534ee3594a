package org.redress.claims.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.claims.model.StatementText.Word;

/**
 * Phrases and what they mean: lines under a heading {@code [MEANING]}. A phrase is made of words, of {@code <lists>} of
 * {@link WordLists}, and of {@code ..}, which is a few words of the same sentence; {@code ?} before it marks a hint, which
 * counts in a short text where nothing is said outright. Of phrases that overlap the one with most words stands. No text takes long: a
 * phrase has at most three gaps and a gap at most {@value #WIDEST} words.
 *
 * @param <M> what phrases can mean
 */
final class PhraseBook<M> {
    private static final int WIDEST = 6;
    private static final int MOST_GAPS = 3;

    /** Words of a text in which a hint can be trusted: a long letter tells of many things. */
    private static final int SHORT = 25;

    /** How far a "not" reaches: "not really damaged". */
    private static final int REACH = 2;

    private final WordLists lists;
    private final String negators;
    private final Map<String, List<Phrase<M>>> byFirst = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();

    private sealed interface Part {
        record Literal(String form) implements Part {}

        record OneOf(String list) implements Part {}

        record Gap() implements Part {}
    }

    private record Phrase<M>(M meaning, List<Part> parts, boolean hint) {}

    /**
     * A phrase that stands in the text.
     *
     * @param weight how many words of it stand there
     */
    record Match<M>(M meaning, int from, int to, int weight, boolean hint) {}

    /** @param negators the list of words which, before a phrase, turn it round */
    PhraseBook(Collection<String> lines, WordLists lists, String negators, Function<String, M> meanings) {
        this.lists = lists;
        this.negators = negators;
        @Nullable M meaning = null;
        for (var line : lines) {
            if (line.startsWith("[")) {
                meaning = meanings.apply(line.substring(1, line.length() - 1));
            } else if (meaning != null) {
                boolean hint = line.startsWith("?");
                add(new Phrase<>(meaning, parts(hint ? line.substring(1) : line), hint));
            }
        }
    }

    private List<Part> parts(String line) {
        var parts = new ArrayList<Part>();
        for (var piece : line.replace("<", " <").replace(">", "> ").strip().split(" +", -1)) {
            if (piece.equals("..")) {
                parts.add(new Part.Gap());
            } else if (piece.startsWith("<")) {
                parts.add(new Part.OneOf(piece.substring(1, piece.length() - 1)));
            } else {
                StatementText.of(piece).forms().forEach(form -> parts.add(new Part.Literal(form)));
            }
        }
        check(line, parts);
        return List.copyOf(parts);
    }

    private void check(String line, List<Part> parts) {
        boolean sound = parts.stream().filter(Part.Gap.class::isInstance).count() <= MOST_GAPS
                && !(parts.getFirst() instanceof Part.Gap)
                && !(parts.getLast() instanceof Part.Gap)
                && parts.stream().allMatch(part -> !(part instanceof Part.OneOf(var list)) || lists.knows(list));
        if (!sound) {
            throw new IllegalStateException("No phrase: " + line);
        }
    }

    private void add(Phrase<M> phrase) {
        for (var part : phrase.parts()) {
            if (part instanceof Part.Literal(var form)) {
                vocabulary.add(form);
            }
        }
        var firsts = switch (phrase.parts().getFirst()) {
            case Part.Literal(var form) -> Set.of(form);
            case Part.OneOf(var list) -> lists.firsts(list);
            case Part.Gap() -> Set.<String>of();
        };
        firsts.forEach(
                first -> byFirst.computeIfAbsent(first, _ -> new ArrayList<>()).add(phrase));
    }

    Set<String> vocabulary() {
        return vocabulary;
    }

    /** What stands in the text and is not denied, in the order of the text; hints only where a short text has nothing else. */
    List<Match<M>> in(StatementText text) {
        var found = new ArrayList<Match<M>>();
        for (int from = 0; from < text.words().size(); from++) {
            for (var phrase : byFirst.getOrDefault(text.words().get(from).form(), List.of())) {
                var end = new Try(text.words(), phrase.parts()).longest(from);
                if (end != null) {
                    found.add(new Match<>(phrase.meaning(), from, end.at(), end.weight(), phrase.hint()));
                }
            }
        }
        var said = apart(found).stream()
                .filter(match -> !isDenied(text.words(), match.from()))
                .toList();
        var outright = said.stream().filter(match -> !match.hint()).toList();
        return outright.isEmpty() && text.words().size() <= SHORT ? said : outright;
    }

    private List<Match<M>> apart(List<Match<M>> found) {
        var taken = new BitSet();
        var apart = new ArrayList<Match<M>>();
        found.sort(Comparator.<Match<M>, Boolean>comparing(Match::hint)
                .thenComparing(Comparator.<Match<M>>comparingInt(Match::weight).reversed())
                .thenComparingInt(match -> match.to() - match.from())
                .thenComparingInt(Match::from));
        for (var match : found) {
            int next = taken.nextSetBit(match.from());
            if (next < 0 || next >= match.to()) {
                taken.set(match.from(), match.to());
                apart.add(match);
            }
        }
        apart.sort(Comparator.comparingInt(Match::from));
        return apart;
    }

    private boolean isDenied(List<Word> words, int from) {
        for (int at = from - 1; at >= 0 && at >= from - REACH - 3; at--) {
            if (words.get(at).clause() != words.get(from).clause() || lists.has("turn", words, at)) {
                return false;
            }
            for (int end : lists.ends(negators, words, at)) {
                if (end <= from && from - end <= REACH && !isQuestion(words, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 是不是, 有没有, 能不能: asked, not denied. */
    private static boolean isQuestion(List<Word> words, int at) {
        return at > 0
                && at + 1 < words.size()
                && words.get(at).isHan()
                && words.get(at - 1).form().equals(words.get(at + 1).form());
    }

    private record End(int at, int weight) {}

    /** One phrase at one place of one text. */
    private final class Try {
        private final List<Word> words;
        private final List<Part> parts;

        Try(List<Word> words, List<Part> parts) {
            this.words = words;
            this.parts = parts;
        }

        @Nullable
        End longest(int from) {
            return longest(from, 0, 0, words.get(from).sentence());
        }

        private @Nullable End longest(int at, int part, int weight, int sentence) {
            if (part == parts.size()) {
                return new End(at, weight);
            }
            if (at >= words.size() || words.get(at).sentence() != sentence) {
                return null;
            }
            return switch (parts.get(part)) {
                case Part.Literal(var form) ->
                    words.get(at).form().equals(form) ? longest(at + 1, part + 1, weight + 1, sentence) : null;
                case Part.OneOf(var list) -> oneOf(list, at, part, weight, sentence);
                case Part.Gap() -> gap(at, part, weight, sentence);
            };
        }

        private @Nullable End oneOf(String list, int at, int part, int weight, int sentence) {
            for (int end : lists.ends(list, words, at)) {
                var further = longest(end, part + 1, weight + end - at, sentence);
                if (further != null) {
                    return further;
                }
            }
            return null;
        }

        /** The narrowest gap that leads on. */
        private @Nullable End gap(int at, int part, int weight, int sentence) {
            for (int width = 0; width <= WIDEST; width++) {
                var further = longest(at + width, part + 1, weight, sentence);
                if (further != null) {
                    return further;
                }
            }
            return null;
        }
    }
}
