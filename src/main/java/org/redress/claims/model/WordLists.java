package org.redress.claims.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.claims.model.StatementText.Word;

/**
 * Words that mean the same, by a name ({@code claims/intake/words.txt}). {@code number} is built in, and {@code measure}:
 * a number with a unit.
 */
final class WordLists {
    private static final String NUMBER = "number";
    private static final String MEASURE = "measure";

    /** By list, then by their first word; the longest first. */
    private final Map<String, Map<String, List<List<String>>>> lists = new HashMap<>();

    private final Set<String> vocabulary = new HashSet<>();

    WordLists(List<String> lines) {
        lines.forEach(line -> {
            var halves = line.split(" *= *", 2);
            Arrays.stream(halves[1].split(" *, *")).forEach(entry -> add(halves[0], entry));
        });
        lists.values()
                .forEach(list -> list.values()
                        .forEach(entries -> entries.sort((one, other) -> Integer.compare(other.size(), one.size()))));
    }

    private void add(String list, String entry) {
        if (entry.startsWith("<")) {
            var named = lists.get(entry.substring(1, entry.length() - 1));
            if (named == null) {
                throw new IllegalStateException("No words above are called " + entry);
            }
            List.copyOf(named.values()).forEach(entries -> List.copyOf(entries).forEach(words -> put(list, words)));
        } else {
            put(list, StatementText.of(entry).forms());
        }
    }

    private void put(String list, List<String> words) {
        vocabulary.addAll(words);
        lists.computeIfAbsent(list, _ -> new HashMap<>())
                .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
                .add(words);
    }

    /** Every word that stands in a list. */
    Set<String> vocabulary() {
        return vocabulary;
    }

    boolean knows(String list) {
        return list.equals(NUMBER) || list.equals(MEASURE) || lists.containsKey(list);
    }

    /** What an entry of the list may begin with; empty where that is open. */
    Set<String> firsts(String list) {
        var entries = lists.get(list);
        return entries == null ? Set.of() : entries.keySet();
    }

    /** Where entries of the list that begin here end, the longest first. */
    List<Integer> ends(String list, List<Word> words, int from) {
        if (from >= words.size()) {
            return List.of();
        }
        if (list.equals(MEASURE)) {
            return measure(words, from);
        }
        if (list.equals(NUMBER) && words.get(from).isNumber()) {
            return List.of(from + 1);
        }
        var entries = lists.getOrDefault(list, Map.of()).get(words.get(from).form());
        if (entries == null) {
            return List.of();
        }
        var ends = new ArrayList<Integer>();
        entries.stream().filter(entry -> stands(entry, words, from)).forEach(entry -> ends.add(from + entry.size()));
        return ends;
    }

    boolean has(String list, List<Word> words, int at) {
        return !ends(list, words, at).isEmpty();
    }

    private List<Integer> measure(List<Word> words, int from) {
        var form = words.get(from).form();
        int digits = 0;
        while (digits < form.length() && (Character.isDigit(form.charAt(digits)) || form.charAt(digits) == '.')) {
            digits++;
        }
        if (digits == 0) {
            return List.of();
        }
        var units = lists.getOrDefault("unit", Map.of());
        if (digits < form.length()) {
            return units.containsKey(form.substring(digits)) ? List.of(from + 1) : List.of();
        }
        return ends("unit", words, from + 1);
    }

    private static boolean stands(List<String> entry, List<Word> words, int from) {
        if (from + entry.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < entry.size(); i++) {
            if (!words.get(from + i).form().equals(entry.get(i))) {
                return false;
            }
        }
        return true;
    }
}
