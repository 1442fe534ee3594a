package org.redress.manners.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.manners.model.PhraseLine.Hit;

/**
 * All phrases of one language ({@code manners/phrases.<language>.tsv}), found in one walk over a text: at each word only
 * those lines are tried that can begin with it.
 */
final class Phrasebook {
    private static final int LONGEST_STEM = 16;

    private final List<PhraseLine> lines;
    private final Map<String, List<PhraseLine>> byWord = new HashMap<>();
    private final Map<String, List<PhraseLine>> byStem = new HashMap<>();
    private final Map<String, List<PhraseLine>> byMark = new HashMap<>();
    private final List<PhraseLine> bySigns = new ArrayList<>();

    private Phrasebook(List<PhraseLine> lines) {
        this.lines = List.copyOf(lines);
        for (var line : lines) {
            var phrase = line.phrase();
            if (phrase == null) {
                bySigns.add(line);
                continue;
            }
            var beginnings = phrase.beginnings();
            beginnings.words().forEach(word -> put(byWord, word, line));
            beginnings.stems().forEach(stem -> put(byStem, stem, line));
            beginnings.marks().forEach(mark -> put(byMark, mark, line));
        }
    }

    private static void put(Map<String, List<PhraseLine>> index, String key, PhraseLine line) {
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
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

    /** What was found, by rule, in the order of the text. */
    Map<String, List<Hit>> find(Text text, String original) {
        var hits = new HashMap<String, List<Hit>>();
        for (int at = 0; at < text.size(); at++) {
            tryLines(text, at, hits);
        }
        for (var line : bySigns) {
            line.signs()
                    .ifPresent(signs -> signs.matcher(original)
                            .results()
                            .forEach(found -> add(hits, new Hit(line, found.start(), found.end(), found.group(), -1))));
        }
        return hits;
    }

    /** Only the lines that can begin with this word. */
    private void tryLines(Text text, int at, Map<String, List<Hit>> hits) {
        var form = text.form(at);
        tryLines(byWord.get(form), text, at, hits);
        for (int length = 1; length <= Math.min(form.length(), LONGEST_STEM); length++) {
            tryLines(byStem.get(form.substring(0, length)), text, at, hits);
        }
        byMark.forEach((mark, marked) -> {
            if (text.marked(mark, at) >= 0) {
                tryLines(marked, text, at, hits);
            }
        });
    }

    private static void tryLines(@Nullable List<PhraseLine> lines, Text text, int at, Map<String, List<Hit>> hits) {
        if (lines != null) {
            lines.forEach(line -> tryLine(line, text, at, hits));
        }
    }

    private static void tryLine(PhraseLine line, Text text, int at, Map<String, List<Hit>> hits) {
        var phrase = line.phrase();
        int end = phrase == null ? -1 : phrase.end(text, at);
        if (end > at && !line.isExcused(text, at)) {
            add(hits, new Hit(line, text.begins(at), text.ends(end - 1), text.said(at, end), at));
        }
    }

    private static void add(Map<String, List<Hit>> hits, Hit hit) {
        hits.computeIfAbsent(hit.line().rule(), _ -> new ArrayList<>()).add(hit);
    }
}
