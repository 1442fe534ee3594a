package org.redress.correspondence.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.redress.correspondence.MessageTemplates;
import org.redress.correspondence.TemplateGap;
import org.redress.kernel.Phrase;

/**
 * The text of a template with its gaps. {@code {{remedy}}} is filled by the case; {@code {{#cause}} … {{/cause}}} stays only
 * where the cause is known, {@code {{^cause}} … {{/cause}}} only where it is not. A line with a gap that nothing is known
 * for is left out, so that no sentence has a hole. There is no other construct: what was read once can always be filled.
 */
public final class TemplateText {
    private static final int DEEPEST = 3;
    private static final int MOST_TAGS = 100;
    private static final int MOST_OF_ONE = 5;
    private static final int MOST_FAULTS = 20;
    private static final int LONGEST_SHOWN = 40;
    private static final String OPENS = "{{";
    private static final String CLOSES = "}}";

    /** What a browser or a mail programme might take for more than text. */
    private static final Pattern MARKUP = Pattern.compile(
            "</?[a-z!?][^<>\\n]*>|<\\s*/?\\s*(script|iframe|object|embed|img|svg|style)\\b|javascript\\s*:",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TOO_EMPTY = Pattern.compile("\n{3,}");

    /** Text, a gap, or a passage that depends on whether something is known. */
    private sealed interface Node {
        record Text(String said) implements Node {}

        record Gap(TemplateGap of) implements Node {}

        record Passage(TemplateGap about, boolean known, List<Node> inside) implements Node {}
    }

    /** @param line and column count from 1, in characters as people count them */
    public record Fault(int line, int column, String code, Phrase why) {
        /** The sentence with its place. */
        public Phrase message() {
            return Phrase.of("templates.fault.at", line, column, why);
        }
    }

    /** What a text turned out to be. */
    public sealed interface Reading {
        record Sound(TemplateText text) implements Reading {}

        /** The first faults, in the order of the text. */
        record Faulty(List<Fault> faults) implements Reading {}
    }

    /**
     * A text with its gaps filled.
     *
     * @param missing what was asked for and not known, in the order of the text
     */
    public record Filled(String text, Set<TemplateGap> missing) {}

    private final List<Node> nodes;

    private TemplateText(List<Node> nodes) {
        this.nodes = nodes;
    }

    /** @param body tidied as {@link MessageRules#tidy} does */
    public static Reading read(String body) {
        return new Reader(body).read();
    }

    /** @param facts what the case knows, said in the language of the template; never read as a template again */
    public Filled fill(Map<TemplateGap, String> facts) {
        var known = new EnumMap<TemplateGap, String>(TemplateGap.class);
        facts.forEach((gap, fact) -> {
            if (!fact.isBlank()) {
                known.put(gap, fact.strip());
            }
        });
        var sheet = new Sheet(known);
        sheet.write(nodes);
        return sheet.done();
    }

    /** What it asks for. */
    public Set<TemplateGap> gaps() {
        var gaps = EnumSet.noneOf(TemplateGap.class);
        gather(nodes, gaps);
        return gaps;
    }

    private static void gather(List<Node> nodes, Set<TemplateGap> gaps) {
        for (var node : nodes) {
            switch (node) {
                case Node.Text _ -> {}
                case Node.Gap(var gap) -> gaps.add(gap);
                case Node.Passage(var about, var _, var inside) -> {
                    gaps.add(about);
                    gather(inside, gaps);
                }
            }
        }
    }

    /** Line by line, so that one with a hole can be left out. */
    private static final class Sheet {
        private final Map<TemplateGap, String> facts;
        private final Set<TemplateGap> missing = new LinkedHashSet<>();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private boolean hole;
        private boolean mark;

        Sheet(Map<TemplateGap, String> facts) {
            this.facts = facts;
        }

        void write(List<Node> nodes) {
            for (var node : nodes) {
                switch (node) {
                    case Node.Text(var said) -> said(said);
                    case Node.Gap(var gap) -> {
                        var fact = facts.get(gap);
                        if (fact == null) {
                            missing.add(gap);
                            hole = true;
                        } else {
                            line.append(fact);
                        }
                    }
                    case Node.Passage(var about, var known, var inside) -> {
                        mark = true;
                        if (facts.containsKey(about) == known) {
                            write(inside);
                        } else if (known) {
                            missing.add(about);
                        }
                        mark = true;
                    }
                }
            }
        }

        private void said(String said) {
            int from = 0;
            for (int end = said.indexOf('\n'); end >= 0; end = said.indexOf('\n', from)) {
                line.append(said, from, end);
                endLine();
                from = end + 1;
            }
            line.append(said, from, said.length());
        }

        /** A line that held nothing but the marks of a passage is none. */
        private void endLine() {
            var written = line.toString().stripTrailing();
            if (!hole && !(mark && written.isEmpty())) {
                text.append(written).append('\n');
            }
            line.setLength(0);
            hole = false;
            mark = false;
        }

        Filled done() {
            endLine();
            return new Filled(TOO_EMPTY.matcher(text).replaceAll("\n\n").strip(), missing);
        }
    }

    private static final class Reader {
        private record Open(TemplateGap about, boolean known, List<Node> inside, int at) {}

        private final String body;
        private final List<Fault> faults = new ArrayList<>();
        private final Deque<Open> open = new ArrayDeque<>();
        private final Map<TemplateGap, Integer> uses = new EnumMap<>(TemplateGap.class);
        private final List<Node> whole = new ArrayList<>();
        private int tags;

        Reader(String body) {
            this.body = body;
        }

        Reading read() {
            if (body.isBlank()) {
                fault(0, "EMPTY", Phrase.of("templates.fault.empty"));
                return new Reading.Faulty(faults);
            }
            int length = body.codePointCount(0, body.length());
            if (length > MessageTemplates.LONGEST_BODY) {
                int end = body.offsetByCodePoints(0, MessageTemplates.LONGEST_BODY);
                fault(end, "TOO_LONG", Phrase.of("templates.fault.too-long", MessageTemplates.LONGEST_BODY, length));
                return new Reading.Faulty(faults);
            }
            plainness();
            tags();
            open.forEach(passage -> fault(
                    passage.at(),
                    "NOT_CLOSED",
                    Phrase.of("templates.fault.not-closed", passage.about().word())));
            return faults.isEmpty()
                    ? new Reading.Sound(new TemplateText(List.copyOf(whole)))
                    : new Reading.Faulty(faults.stream()
                            .sorted((one, other) -> one.line() != other.line()
                                    ? Integer.compare(one.line(), other.line())
                                    : Integer.compare(one.column(), other.column()))
                            .limit(MOST_FAULTS)
                            .toList());
        }

        private void plainness() {
            for (int at = 0; at < body.length() && faults.size() < MOST_FAULTS; ) {
                int point = body.codePointAt(at);
                if (!isPlain(point)) {
                    fault(at, "CHARACTER", Phrase.of("templates.fault.character", "U+%04X".formatted(point)));
                }
                at += Character.charCount(point);
            }
            var markup = MARKUP.matcher(body);
            while (faults.size() < MOST_FAULTS && markup.find()) {
                fault(markup.start(), "MARKUP", Phrase.of("templates.fault.markup", shown(markup.group())));
            }
        }

        private void tags() {
            int at = 0;
            while (at < body.length() && faults.size() < MOST_FAULTS) {
                int opens = body.indexOf(OPENS, at);
                int stray = body.indexOf(CLOSES, at);
                if (stray >= 0 && (opens < 0 || stray < opens)) {
                    fault(stray, "BROKEN", Phrase.of("templates.fault.closes", CLOSES));
                    at = stray + CLOSES.length();
                } else if (opens < 0) {
                    text(at, body.length());
                    at = body.length();
                } else {
                    text(at, opens);
                    at = tag(opens);
                }
            }
        }

        /** @return where to go on */
        private int tag(int opens) {
            int from = opens + OPENS.length();
            int end = body.indexOf(CLOSES, from);
            int line = body.indexOf('\n', from);
            int again = body.indexOf(OPENS, from);
            if (end < 0 || (line >= 0 && line < end) || (again >= 0 && again < end)) {
                fault(opens, "BROKEN", Phrase.of("templates.fault.opens", OPENS));
                return from;
            }
            tags++;
            if (tags > MOST_TAGS) {
                fault(opens, "TOO_MANY", Phrase.of("templates.fault.too-many", MOST_TAGS));
                return body.length();
            }
            var inside = body.substring(from, end).strip();
            char first = inside.isEmpty() ? ' ' : inside.charAt(0);
            boolean passage = first == '#' || first == '^' || first == '/';
            var word = passage ? inside.substring(1).strip() : inside;
            var gap = TemplateGap.of(word);
            if (gap.isEmpty()) {
                fault(opens, "UNKNOWN", Phrase.of("templates.fault.unknown", shown(inside)));
            } else if (first == '/') {
                close(gap.get(), opens);
            } else if (passage) {
                open.push(new Open(gap.get(), first == '#', new ArrayList<>(), opens));
                if (open.size() > DEEPEST) {
                    fault(opens, "TOO_DEEP", Phrase.of("templates.fault.too-deep", DEEPEST));
                }
            } else {
                if (uses.merge(gap.get(), 1, Integer::sum) > MOST_OF_ONE) {
                    fault(opens, "TOO_OFTEN", Phrase.of("templates.fault.too-often", word, MOST_OF_ONE));
                }
                here().add(new Node.Gap(gap.get()));
            }
            return end + CLOSES.length();
        }

        private void close(TemplateGap about, int at) {
            var last = open.peek();
            if (last == null || last.about() != about) {
                fault(at, "NOT_OPEN", Phrase.of("templates.fault.not-open", about.word()));
                return;
            }
            open.pop();
            here().add(new Node.Passage(about, last.known(), List.copyOf(last.inside())));
        }

        private List<Node> here() {
            var last = open.peek();
            return last == null ? whole : last.inside();
        }

        private void text(int from, int to) {
            if (from < to) {
                here().add(new Node.Text(body.substring(from, to)));
            }
        }

        private void fault(int at, String code, Phrase why) {
            int line = 1;
            int start = 0;
            for (int end = body.indexOf('\n'); end >= 0 && end < at; end = body.indexOf('\n', start)) {
                line++;
                start = end + 1;
            }
            faults.add(new Fault(line, body.codePointCount(start, at) + 1, code, why));
        }
    }

    /** Line ends and tabs are; other control characters and those that turn the direction of writing are not. */
    static boolean isPlain(int point) {
        if (point == '\n' || point == '\t') {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> !isTurning(point);
            default -> true;
        };
    }

    private static boolean isTurning(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
    }

    private static String shown(String said) {
        var text = new StringBuilder();
        said.codePoints().filter(TemplateText::isPlain).limit(LONGEST_SHOWN).forEach(text::appendCodePoint);
        return text.toString();
    }
}
