package org.redress.claims.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the word of a dictionary that a mistyped one was to be: one letter added, dropped or exchanged with its
 * neighbour ("colur", "recieved"). Words are found by what remains of them without one letter, so the size of the
 * dictionary costs nothing.
 */
final class Spelling {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 20;

    private final Set<String> known;
    private final Map<String, Set<String>> byRemainder = new HashMap<>();

    Spelling(Collection<String> words) {
        known = Set.copyOf(words);
        words.stream()
                .filter(Spelling::isLong)
                .forEach(word -> remainders(word)
                        .forEach(rest -> byRemainder
                                .computeIfAbsent(rest, _ -> new LinkedHashSet<>())
                                .add(word)));
    }

    /** The word itself where it is known or like none; like two it is left alone. */
    String of(String word) {
        if (known.contains(word) || !isLong(word)) {
            return word;
        }
        var meant = remainders(word)
                .flatMap(rest -> Optional.ofNullable(byRemainder.get(rest)).stream())
                .flatMap(Set::stream)
                .filter(other -> isNear(word, other))
                .collect(Collectors.toSet());
        return meant.size() == 1 ? meant.iterator().next() : word;
    }

    private static boolean isLong(String word) {
        return word.length() >= SHORTEST
                && word.length() <= LONGEST
                && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static Stream<String> remainders(String word) {
        return Stream.concat(
                Stream.of(word),
                IntStream.range(1, word.length()).mapToObj(at -> word.substring(0, at) + word.substring(at + 1)));
    }

    /**
     * Two neighbours exchanged, or in a longer word one letter more or less; not another letter, nor a short word with one
     * more: those are words of their own (broker, broken, broke).
     */
    private static boolean isNear(String word, String other) {
        return word.length() == other.length() ? isExchanged(word, other) : other.length() > SHORTEST;
    }

    private static boolean isExchanged(String word, String other) {
        int at = 0;
        while (at < word.length() && word.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at + 1 < word.length()
                && word.charAt(at) == other.charAt(at + 1)
                && word.charAt(at + 1) == other.charAt(at)
                && word.substring(at + 2).equals(other.substring(at + 2));
    }
}
