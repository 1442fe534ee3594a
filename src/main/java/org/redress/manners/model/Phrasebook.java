package org.redress.manners.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.redress.manners.model.PhraseLine.Hit;

/**
 * All phrases of one language ({@code manners/phrases.<language>.tsv}), found in one walk over a text: at each word only
 * those lines are tried that can begin with it, and of those only the ones of which more is wanted.
 */
final class Phrasebook {
    private static final int LONGEST_STEM = 16;

    private final List<PhraseLine> lines;
    private final List<String> rules;
    private final Map<String, List<Entry>> byWord = new HashMap<>();
    private final Map<String, List<Entry>> byStem = new HashMap<>();
    private final Map<String, List<Entry>> byMark = new HashMap<>();
    private final List<Entry> bySigns = new ArrayList<>();

    /** A line, and the place of its rule among all. */
    private record Entry(PhraseLine line, int rule) {}

    private Phrasebook(List<PhraseLine> lines) {
        this.lines = List.copyOf(lines);
        this.rules = new LinkedHashSet<>(lines.stream().map(PhraseLine::rule).toList())
                .stream().toList();
        for (var line : lines) {
            var entry = new Entry(line, rules.indexOf(line.rule()));
            var phrase = line.phrase();
            if (phrase == null) {
                bySigns.add(entry);
                continue;
            }
            var beginnings = phrase.beginnings();
            beginnings.words().forEach(word -> put(byWord, word, entry));
            beginnings.stems().forEach(stem -> put(byStem, stem, entry));
            beginnings.marks().forEach(mark -> put(byMark, mark, entry));
        }
    }

    private static void put(Map<String, List<Entry>> index, String key, Entry entry) {
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry);
    }

    static Phrasebook of(Locale language) {
        var lists = new LinkedHashMap<String, String>();
        var lines = new ArrayList<PhraseLine>();
        boolean ofCharacters = language.getLanguage().equals("zh");
        for (var row : MannersFiles.rows("phrases." + language.getLanguage() + ".tsv")) {
            if (row.getFirst().startsWith("@")) {
                lists.put(row.getFirst(), row.get(1));
            } else {
                lines.add(PhraseLine.of(row, lists, ofCharacters));
            }
        }
        return new Phrasebook(lines);
    }

    List<PhraseLine> lines() {
        return lines;
    }

    /** All that is found, by rule, in the order of the text. */
    Map<String, List<Hit>> find(Text text, String original) {
        return find(text, original, _ -> Integer.MAX_VALUE);
    }

    /**
     * What is found, by rule, in the order of the text.
     *
     * @param most after how many hits outside quotations no more of a rule is looked for: that something is said is known
     *     after the first
     */
    Map<String, List<Hit>> find(Text text, String original, ToIntFunction<String> most) {
        var walk = new Walk(text, rules.stream().mapToInt(most).toArray());
        for (int at = 0; at < text.size(); at++) {
            walk.tryAt(at);
        }
        for (var entry : bySigns) {
            entry.line().signs().ifPresent(signs -> walk.trySigns(entry, signs.in(original)));
        }
        return walk.hits;
    }

    /** One walk over a text. */
    private final class Walk {
        private final Text text;
        /** How many hits of each rule are still wanted. */
        private final int[] left;

        private final List<String> marks;
        private final Map<String, List<Hit>> hits = new HashMap<>();

        Walk(Text text, int[] left) {
            this.text = text;
            this.left = left;
            this.marks = byMark.keySet().stream().filter(text::hasMark).toList();
        }

        void tryAt(int at) {
            var form = text.form(at);
            tryAll(byWord.get(form), at);
            for (int length = 1; length <= Math.min(form.length(), LONGEST_STEM); length++) {
                tryAll(byStem.get(form.substring(0, length)), at);
            }
            for (var mark : marks) {
                if (text.marked(mark, at) >= 0) {
                    tryAll(byMark.get(mark), at);
                }
            }
        }

        private void tryAll(@Nullable List<Entry> entries, int at) {
            if (entries != null) {
                for (var entry : entries) {
                    if (left[entry.rule()] > 0) {
                        tryOne(entry, at);
                    }
                }
            }
        }

        private void tryOne(Entry entry, int at) {
            var line = entry.line();
            var phrase = line.phrase();
            int end = phrase == null ? -1 : phrase.end(text, at);
            if (end > at && !line.isExcused(text, at)) {
                add(entry, new Hit(line, text.begins(at), text.ends(end - 1), text.said(at, end), at));
            }
        }

        void trySigns(Entry entry, Signs.Search signs) {
            while (left[entry.rule()] > 0 && signs.find()) {
                add(entry, new Hit(entry.line(), signs.start(), signs.end(), signs.group(), -1));
            }
        }

        private void add(Entry entry, Hit hit) {
            hits.computeIfAbsent(entry.line().rule(), _ -> new ArrayList<>()).add(hit);
            if (hit.word() < 0 || !text.isQuoted(hit.word())) {
                left[entry.rule()]--;
            }
        }
    }
}
