package org.redress.manners.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A phrase as it stands in {@code manners/phrases}: words, and among them
 *
 * <pre>
 * (a|b c)   one of these          [a|b]   one of these, or none
 * refund*   any word that begins so   @list   one of a list
 * ..  ...   a few words, or some more, within a clause; .... also beyond a comma
 * #day      what was marked so in the text
 * </pre>
 *
 * Gaps are bounded, so that looking for a phrase at a word takes a bounded number of steps whatever the text.
 */
final class Phrase {
    private static final int FEW = 3;
    private static final int SOME = 9;
    private static final int MANY = 24;
    private static final int FEW_CHARACTERS = 4;
    private static final int SOME_CHARACTERS = 14;
    private static final int MANY_CHARACTERS = 36;

    private final Step first;

    private Phrase(Step first) {
        this.first = first;
    }

    /**
     * @param lists what {@code @name} stands for
     * @param ofCharacters whether a word is one character, as in Chinese: then gaps are wider
     */
    static Phrase of(String source, Map<String, String> lists, boolean ofCharacters) {
        return new Phrase(new Reader(source, lists, ofCharacters).read());
    }

    /** Where it ends when it begins at this word; -1 where it does not. */
    int end(Text text, int at) {
        return first.end(text, at);
    }

    /** With what it can begin. */
    Beginnings beginnings() {
        var beginnings = new Beginnings(new HashSet<>(), new HashSet<>(), new HashSet<>());
        first.begin(beginnings);
        return beginnings;
    }

    /**
     * What a phrase can begin with.
     *
     * @param stems how its first word can begin
     * @param marks names of marks
     */
    record Beginnings(Set<String> words, Set<String> stems, Set<String> marks) {}

    private sealed interface Step {
        int end(Text text, int at);

        void begin(Beginnings beginnings);
    }

    private record Done() implements Step {
        @Override
        public int end(Text text, int at) {
            return at;
        }

        @Override
        public void begin(Beginnings beginnings) {
            throw new IllegalArgumentException("A phrase begins with a word");
        }
    }

    private record Literal(String word, Step next) implements Step {
        @Override
        public int end(Text text, int at) {
            return text.form(at).equals(word) ? next.end(text, at + 1) : -1;
        }

        @Override
        public void begin(Beginnings beginnings) {
            beginnings.words().add(word);
        }
    }

    private record Stem(String beginning, Step next) implements Step {
        @Override
        public int end(Text text, int at) {
            return text.form(at).startsWith(beginning) ? next.end(text, at + 1) : -1;
        }

        @Override
        public void begin(Beginnings beginnings) {
            beginnings.stems().add(beginning);
        }
    }

    private record Mark(String name, Step next) implements Step {
        @Override
        public int end(Text text, int at) {
            int end = text.marked(name, at);
            return end < 0 ? -1 : next.end(text, end);
        }

        @Override
        public void begin(Beginnings beginnings) {
            beginnings.marks().add(name);
        }
    }

    private record Gap(int most, boolean isBeyondBreaks, Step next) implements Step {
        @Override
        public int end(Text text, int at) {
            if (at == 0 || at > text.size()) {
                return -1;
            }
            int sentence = text.word(at - 1).sentence();
            for (int to = at; to <= at + most && to < text.size(); to++) {
                var word = text.word(to);
                if (word.sentence() != sentence) {
                    return -1;
                }
                int end = next.end(text, to);
                if (end >= 0) {
                    return end;
                }
                if (word.isBreak() && !isBeyondBreaks) {
                    return -1;
                }
            }
            return -1;
        }

        @Override
        public void begin(Beginnings beginnings) {
            throw new IllegalArgumentException("A phrase begins with a word");
        }
    }

    /**
     * One of several. Those that begin with a certain word are looked up by it, for there may be dozens.
     *
     * @param others those of which the first word cannot be said
     */
    private record Either(Map<String, List<Step>> byWord, List<Step> others) implements Step {
        static Either of(List<Step> ways) {
            var byWord = new HashMap<String, List<Step>>();
            var others = new ArrayList<Step>();
            for (var way : ways) {
                switch (way) {
                    case Literal literal ->
                        byWord.computeIfAbsent(literal.word(), _ -> new ArrayList<>())
                                .add(literal);
                    case Either either -> {
                        either.byWord.forEach((word, each) -> byWord.computeIfAbsent(word, _ -> new ArrayList<>())
                                .addAll(each));
                        others.addAll(either.others);
                    }
                    case Stem _, Mark _, Gap _, Done _ -> others.add(way);
                }
            }
            return new Either(byWord, others);
        }

        @Override
        public int end(Text text, int at) {
            int end = end(byWord.getOrDefault(text.form(at), List.of()), text, at);
            return end >= 0 ? end : end(others, text, at);
        }

        private static int end(List<Step> ways, Text text, int at) {
            for (var way : ways) {
                int end = way.end(text, at);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }

        @Override
        public void begin(Beginnings beginnings) {
            beginnings.words().addAll(byWord.keySet());
            others.forEach(way -> way.begin(beginnings));
        }
    }

    /** Makes steps from the last to the first, so that each knows what comes after it. */
    private static final class Reader {
        private final Map<String, String> lists;
        private final boolean ofCharacters;
        private final String source;
        private int at;

        Reader(String source, Map<String, String> lists, boolean ofCharacters) {
            this.source = source;
            this.lists = lists;
            this.ofCharacters = ofCharacters;
        }

        private sealed interface Part {
            record Words(String form) implements Part {}

            record Beginning(String form) implements Part {}

            record Marked(String name) implements Part {}

            record Wait(int most, boolean isBeyondBreaks) implements Part {}

            record Choice(List<List<Part>> ways) implements Part {}
        }

        Step read() {
            var ways = ways();
            if (at < source.length() || ways.stream().anyMatch(List::isEmpty)) {
                throw new IllegalArgumentException("Cannot read the phrase " + source);
            }
            return step(new Part.Choice(ways), new Done());
        }

        private static Step steps(List<Part> parts, Step next) {
            var step = next;
            for (var part : parts.reversed()) {
                step = step(part, step);
            }
            return step;
        }

        private static Step step(Part part, Step next) {
            return switch (part) {
                case Part.Words(var form) -> new Literal(form, next);
                case Part.Beginning(var form) -> new Stem(form, next);
                case Part.Marked(var name) -> new Mark(name, next);
                case Part.Wait(var most, var isBeyondBreaks) -> new Gap(most, isBeyondBreaks, next);
                case Part.Choice(var ways) ->
                    ways.size() == 1
                            ? steps(ways.getFirst(), next)
                            : Either.of(
                                    ways.stream().map(way -> steps(way, next)).toList());
            };
        }

        private List<List<Part>> ways() {
            var ways = new ArrayList<List<Part>>();
            var way = new ArrayList<Part>();
            while (at < source.length() && source.charAt(at) != ')' && source.charAt(at) != ']') {
                if (source.charAt(at) == '|') {
                    at++;
                    ways.add(way);
                    way = new ArrayList<>();
                } else {
                    way.addAll(parts());
                }
            }
            ways.add(way);
            return ways;
        }

        private List<Part> parts() {
            char sign = source.charAt(at);
            if (Character.isWhitespace(sign)) {
                at++;
                return List.of();
            }
            if (sign == '(' || sign == '[') {
                at++;
                var ways = ways();
                expect(sign == '(' ? ')' : ']');
                if (sign == '[') {
                    ways.add(List.of());
                }
                return List.of(new Part.Choice(ways));
            }
            if (sign == '@') {
                var name = name();
                var list = lists.get(name);
                if (list == null) {
                    throw new IllegalArgumentException("There is no list " + name + " for the phrase " + source);
                }
                return List.of(new Part.Choice(new Reader(list, lists, ofCharacters).ways()));
            }
            if (sign == '#') {
                return List.of(new Part.Marked(name().substring(1)));
            }
            if (source.startsWith("..", at)) {
                return List.of(gap());
            }
            return source.startsWith("'s", at) ? possessive() : words();
        }

        private Part gap() {
            int from = at;
            while (at < source.length() && source.charAt(at) == '.') {
                at++;
            }
            return switch (at - from) {
                case 2 -> new Part.Wait(ofCharacters ? FEW_CHARACTERS : FEW, false);
                case 3 -> new Part.Wait(ofCharacters ? SOME_CHARACTERS : SOME, false);
                default -> new Part.Wait(ofCharacters ? MANY_CHARACTERS : MANY, true);
            };
        }

        private List<Part> possessive() {
            at += 2;
            return List.of(new Part.Words("'s"));
        }

        private List<Part> words() {
            int from = at;
            while (at < source.length() && "()[]|@#* ".indexOf(source.charAt(at)) < 0 && !source.startsWith("..", at)) {
                at++;
            }
            var forms = Text.forms(source.substring(from, at));
            var parts = new ArrayList<Part>();
            for (var form : forms) {
                parts.add(new Part.Words(form));
            }
            if (at < source.length() && source.charAt(at) == '*') {
                at++;
                parts.set(parts.size() - 1, new Part.Beginning(forms.getLast()));
            }
            return parts;
        }

        private String name() {
            int from = at++;
            while (at < source.length() && (isSmall(source.charAt(at)) || source.charAt(at) == '-')) {
                at++;
            }
            return source.substring(from, at);
        }

        private static boolean isSmall(char sign) {
            return sign >= 'a' && sign <= 'z';
        }

        private void expect(char sign) {
            if (at >= source.length() || source.charAt(at) != sign) {
                throw new IllegalArgumentException("A " + sign + " is missing in the phrase " + source);
            }
            at++;
        }
    }
}
