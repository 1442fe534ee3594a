package org.redress.handbook.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.handbook.Audience;
import org.redress.handbook.Chapter;
import org.redress.handbook.Chapter.Part;

/**
 * A chapter as it is written: {@code key: value} between two lines of {@code ---}, then Markdown, in which a line that begins
 * with {@code ::} stands for something else: {@code ::picture name}, {@code ::causes}, {@code ::rules}, {@code ::good text}
 * or {@code ::bad text}.
 */
public final class ChapterFile {
    private static final String FENCE = "---";
    private static final String SIGN = "::";

    private final Map<String, String> head = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Chapter.Heading> headings = new ArrayList<>();
    private final List<String> links = new ArrayList<>();

    private ChapterFile() {}

    /** @throws IllegalArgumentException where it is not written as above */
    public static ChapterFile read(String text) {
        var file = new ChapterFile();
        var lines = text.lines().toList();
        int end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end < 1 || !lines.getFirst().equals(FENCE)) {
            throw new IllegalArgumentException("A chapter begins with its title between two lines of " + FENCE);
        }
        for (var line : lines.subList(1, end)) {
            int colon = line.indexOf(": ");
            file.head.put(line.substring(0, colon), line.substring(colon + 2).strip());
        }
        file.body(lines.subList(end + 1, lines.size()));
        return file;
    }

    private void body(List<String> lines) {
        var prose = new StringBuilder();
        var said = new ArrayList<Chapter.Line>();
        for (var line : lines) {
            boolean good = line.startsWith(SIGN + "good ");
            if (good || line.startsWith(SIGN + "bad ")) {
                prose(prose);
                said.add(new Chapter.Line(good, line.substring(line.indexOf(' ') + 1)));
                continue;
            }
            if (!said.isEmpty() && !line.isBlank()) {
                parts.add(new Part.Lines(List.copyOf(said)));
                said.clear();
            }
            if (line.startsWith(SIGN)) {
                prose(prose);
                parts.add(special(line.substring(SIGN.length())));
            } else {
                prose.append(line).append('\n');
            }
        }
        prose(prose);
        if (!said.isEmpty()) {
            parts.add(new Part.Lines(List.copyOf(said)));
        }
    }

    private void prose(StringBuilder text) {
        if (!text.toString().isBlank()) {
            var written = new Markdown(text.toString());
            parts.add(new Part.Prose(written.html()));
            headings.addAll(written.headings());
            links.addAll(written.links());
        }
        text.setLength(0);
    }

    private static Part special(String line) {
        return switch (line.strip()) {
            case "causes" -> new Part.Causes();
            case "rules" -> new Part.Rules();
            case String other
            when other.startsWith("picture ") -> new Part.Picture(other.substring("picture ".length()));
            case String other -> throw new IllegalArgumentException("Not known in a chapter: " + other);
        };
    }

    public Chapter chapter(String slug, int number, Audience audience) {
        return new Chapter(
                slug,
                number,
                audience,
                said("title"),
                said("lead"),
                List.of(said("sources").split(" ", -1)),
                List.copyOf(headings),
                List.copyOf(parts));
    }

    /** Where its links lead. */
    public List<String> links() {
        return List.copyOf(links);
    }

    private String said(String key) {
        var value = head.get(key);
        if (value == null) {
            throw new IllegalArgumentException("A chapter says its " + key);
        }
        return value;
    }
}
