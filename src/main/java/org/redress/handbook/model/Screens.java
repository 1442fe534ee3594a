package org.redress.handbook.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which section of the handbook is about which screen. Of several that match the one with the most parts counts; {@code *}
 * is any one part.
 */
public final class Screens {
    /** @param target a chapter, {@code #} and one of its anchors */
    public record Entry(List<String> path, String target) {
        int fit(List<String> other) {
            if (other.size() < path.size()) {
                return -1;
            }
            int named = 0;
            for (int i = 0; i < path.size(); i++) {
                if (path.get(i).equals(other.get(i))) {
                    named++;
                } else if (!path.get(i).equals("*")) {
                    return -1;
                }
            }
            return path.size() * 100 + named;
        }
    }

    private final List<Entry> entries;

    private Screens(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Lines of a path, a tab and a target; those that begin with {@code #} are remarks. */
    public static Screens read(String text) {
        var entries = new ArrayList<Entry>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var cells = line.split("\t+", -1);
            entries.add(new Entry(parts(cells[0]), cells[1]));
        });
        return new Screens(entries);
    }

    public Optional<String> target(String path) {
        var parts = parts(path);
        Entry best = null;
        int most = -1;
        for (var entry : entries) {
            int fit = entry.fit(parts);
            if (fit > most) {
                most = fit;
                best = entry;
            }
        }
        return Optional.ofNullable(best).map(Entry::target);
    }

    public List<Entry> entries() {
        return entries;
    }

    private static List<String> parts(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
