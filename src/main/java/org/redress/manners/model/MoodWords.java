package org.redress.manners.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redress.manners.Mood;
import org.redress.manners.Moods;

/** Moods by the phrases of a list ({@code manners/moods.tsv}). */
public final class MoodWords implements Moods {
    private final Map<Mood, List<Words>> byMood = new EnumMap<>(Mood.class);

    /** @param lines mood, language and phrase, parted by tabs; what begins with {@code #} is a remark */
    public MoodWords(List<String> lines) {
        for (var line : lines) {
            if (!line.isBlank() && line.charAt(0) != '#') {
                var cells = line.split("\t", -1);
                byMood.computeIfAbsent(Mood.valueOf(cells[0]), _ -> new ArrayList<>())
                        .add(Words.of(cells[2]));
            }
        }
    }

    /**
     * @param text folded
     * @param open whether any ending may follow
     */
    private record Words(String text, boolean open) {
        static Words of(String phrase) {
            boolean open = phrase.endsWith("*");
            return new Words(folded(open ? phrase.substring(0, phrase.length() - 1) : phrase), open);
        }

        /** Where it stands in a folded text as words of their own; Chinese has no gaps between words. */
        Optional<String> in(String folded) {
            for (int from = folded.indexOf(text); from >= 0; from = folded.indexOf(text, from + 1)) {
                int to = from + text.length();
                if (isEdge(folded, from - 1, text.charAt(0))
                        && (open || isEdge(folded, to, text.charAt(text.length() - 1)))) {
                    return Optional.of(folded.substring(from, open ? wordEnd(folded, to) : to));
                }
            }
            return Optional.empty();
        }

        private static boolean isEdge(String text, int place, char own) {
            return !isLatin(own) || place < 0 || place >= text.length() || !isLatin(text.charAt(place));
        }

        private static int wordEnd(String text, int from) {
            int end = from;
            while (end < text.length() && isLatin(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private static boolean isLatin(char letter) {
            return Character.isLetterOrDigit(letter) && !Character.isIdeographic(letter);
        }
    }

    @Override
    public List<Mood.Sign> read(String text) {
        var folded = folded(text);
        return byMood.entrySet().stream()
                .flatMap(mood -> mood.getValue().stream()
                        .flatMap(words -> words.in(folded).stream())
                        .findFirst()
                        .map(said -> new Mood.Sign(mood.getKey(), said))
                        .stream())
                .toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }
}
