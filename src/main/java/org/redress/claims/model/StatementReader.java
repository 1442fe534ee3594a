package org.redress.claims.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.claims.StatementReading.Certainty;
import org.redress.claims.StatementReading.Suggestion;
import org.redress.kernel.Demand;
import org.redress.kernel.Problem;

/** Reads problem, demand and language out of a customer’s own words. Where it is not sure, it says nothing. */
public final class StatementReader {
    static final WordLists WORDS = new WordLists(IntakeFiles.lines("words.txt"));
    private static final PhraseBook<Problem> PROBLEMS =
            new PhraseBook<>(IntakeFiles.lines("problems.txt"), WORDS, "not", Problem::valueOf);
    private static final PhraseBook<Demand> DEMANDS =
            new PhraseBook<>(IntakeFiles.lines("demands.txt"), WORDS, "unwanted", Demand::valueOf);
    private static final Spelling SPELLING = new Spelling(vocabulary());

    /** Words from which a single phrase is clear. */
    private static final int CLEAR = 3;

    /** What the one says already holds the other: the wrong size is a wrong item told more exactly. */
    private static final Map<Problem, Set<Problem>> HOLDS = Map.of(
            Problem.WRONG_VARIANT, EnumSet.of(Problem.WRONG_ITEM),
            Problem.WRONG_PARCEL, EnumSet.of(Problem.WRONG_ITEM, Problem.NOT_RECEIVED),
            Problem.NOT_RECEIVED, EnumSet.of(Problem.LATE),
            Problem.EXTRA_ITEM, EnumSet.of(Problem.WRONG_QUANTITY),
            Problem.WRONG_QUANTITY, EnumSet.of(Problem.MISSING_ITEM));

    /** Whoever exchanges sends back and is sent anew; whoever wants the money back is ready to return. */
    private static final Map<Demand, Set<Demand>> LEADS_TO = Map.of(
            Demand.EXCHANGE, EnumSet.of(Demand.RESHIP, Demand.RETURN),
            Demand.REFUND, EnumSet.of(Demand.RETURN),
            Demand.RESHIP, EnumSet.of(Demand.RETURN));

    private StatementReader() {}

    private static Set<String> vocabulary() {
        var words = new HashSet<>(WORDS.vocabulary());
        words.addAll(PROBLEMS.vocabulary());
        words.addAll(DEMANDS.vocabulary());
        return words;
    }

    static StatementText text(String statement) {
        return StatementText.of(statement, SPELLING::of);
    }

    /** One where the words are clear, several where they name more than one. */
    public static List<Suggestion<Problem>> problems(String statement) {
        return suggestions(text(statement), PROBLEMS, HOLDS);
    }

    public static List<Suggestion<Demand>> demands(String statement) {
        return suggestions(text(statement), DEMANDS, LEADS_TO);
    }

    private static <M> List<Suggestion<M>> suggestions(StatementText text, PhraseBook<M> book, Map<M, Set<M>> holds) {
        var byMeaning = new LinkedHashMap<M, List<PhraseBook.Match<M>>>();
        book.in(text)
                .forEach(match -> byMeaning
                        .computeIfAbsent(match.meaning(), _ -> new ArrayList<>())
                        .add(match));
        for (var meaning : List.copyOf(byMeaning.keySet())) {
            if (byMeaning.containsKey(meaning)) {
                holds.getOrDefault(meaning, Set.of()).forEach(byMeaning::remove);
            }
        }
        return byMeaning.values().stream()
                .map(matches -> suggestion(text, matches))
                .toList();
    }

    private static <M> Suggestion<M> suggestion(StatementText text, List<PhraseBook.Match<M>> matches) {
        var first = matches.getFirst();
        boolean clear = !first.hint() && (matches.size() > 1 || first.weight() >= CLEAR);
        return new Suggestion<>(
                first.meaning(), text.written(first.from(), first.to()), clear ? Certainty.CLEAR : Certainty.LIKELY);
    }

    /** By script: three Chinese characters weigh two words. Null where there are neither. */
    public static @Nullable Locale language(String statement) {
        int characters = 0;
        int words = 0;
        for (var word : text(statement).words()) {
            if (word.isHan()) {
                characters++;
            } else if (word.form().chars().allMatch(Character::isLetter)) {
                words++;
            }
        }
        if (characters == 0 && words == 0) {
            return null;
        }
        return characters * 2 >= words * 3 ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
