package org.redress.manners.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.manners.Advice;
import org.redress.manners.Coach;
import org.redress.manners.Draft;
import org.redress.manners.Draft.Purpose;
import org.redress.manners.Matter;
import org.redress.manners.Rule;
import org.redress.manners.Rule.Kind;
import org.redress.manners.model.PhraseLine.Hit;
import org.redress.manners.model.Secrets.Leak;
import org.redress.manners.model.Secrets.What;

/** Reads by the tables under {@code manners}. Made once, then used by many at the same time. */
public final class ReadingCoach implements Coach {
    /** Of one rule in one draft: nobody reads on, and the rest is heard once these are mended. */
    private static final int MOST_ADVICE = 20;

    private static final int LINES_THAT_HEAR_THE_SAME = 4;

    private static final String EVIDENCE = "SHOWS_EVIDENCE";
    private static final String TELLS = "TELLS_OF_OTHER";
    private static final String TELLS_WHO = "TELLS_OF_OTHER who";
    private static final String TELLS_HAS = "TELLS_OF_OTHER has";

    private static final List<Kind> GRAVEST_FIRST = List.of(Kind.LEAKS, Kind.PROMISES, Kind.HURTS, Kind.MISSING);

    private final Rulebook rulebook = Rulebook.read();
    private final Phrasebook english = Phrasebook.of(Locale.ENGLISH);
    private final Phrasebook chinese = Phrasebook.of(Locale.CHINESE);

    private ReadingCoach() {}

    /** By the rules that the product comes with. */
    public static ReadingCoach ofTheHouse() {
        return new ReadingCoach();
    }

    @Override
    public List<Rule> rules() {
        return rulebook.rules();
    }

    @Override
    public List<Advice> read(Draft draft, Matter matter) {
        return read(draft, matter, EnumSet.allOf(Kind.class));
    }

    @Override
    public List<Advice> leaks(Draft draft, Matter matter) {
        return read(draft, matter, EnumSet.of(Kind.LEAKS));
    }

    private List<Advice> read(Draft draft, Matter matter, Set<Kind> kinds) {
        var reading = new Reading(draft, matter, marked(draft.text(), matter), kinds);
        return rulebook.rules().stream()
                .filter(rule -> kinds.contains(rule.kind()) && rulebook.holds(rule.name(), draft))
                .sorted(Comparator.comparingInt(rule -> GRAVEST_FIRST.indexOf(rule.kind())))
                .flatMap(rule -> reading.advice(rule).stream())
                .toList();
    }

    Reading reading(Draft draft, Matter matter) {
        return new Reading(draft, matter, marked(draft.text(), matter), EnumSet.allOf(Kind.class));
    }

    Phrasebook phrasebook(Locale language) {
        return language.getLanguage().equals("zh") ? chinese : english;
    }

    static Text marked(String draft, Matter matter) {
        var text = Text.of(draft);
        for (int at = 0; at < text.size(); at++) {
            int from = at;
            Numerals.at(text, at)
                    .filter(_ -> !text.form(from).startsWith("a"))
                    .ifPresent(number -> text.mark("number", from, number.to()));
        }
        Articles.mark(text, matter.articles());
        Amounts.mark(text, matter.most());
        Moments.mark(text, matter.today(), matter.soonest());
        return text;
    }

    /** One draft, while it is read. */
    final class Reading {
        private final Draft draft;
        private final Matter matter;
        private final Text text;
        private final Set<Kind> kinds;
        private final @Nullable Question question;
        private final List<Leak> leaks;
        private final Map<String, List<Hit>> hits;
        /** By sentence, the first word after which it takes back what it says. */
        private final Map<Integer, Integer> takenBack = new HashMap<>();

        /** By name of lines, the sentences in which they are found. */
        private final Map<String, Set<Integer>> sentences = new HashMap<>();

        private Reading(Draft draft, Matter matter, Text text, Set<Kind> kinds) {
            this.draft = draft;
            this.matter = matter;
            this.text = text;
            this.kinds = kinds;
            var phrases = phrasebook(draft.language());
            this.question = matter.asked() == null || !kinds.contains(Kind.MISSING) || !rulebook.holds("ANSWERS", draft)
                    ? null
                    : new Question(matter.asked(), marked(matter.asked(), matter), phrases);
            this.leaks = Secrets.find(text, matter);
            this.hits = phrases.find(text, draft.text(), this::most);
            hits.getOrDefault("-", List.of()).stream()
                    .filter(hit -> hit.word() >= 0)
                    .forEach(hit -> takenBack.merge(text.word(hit.word()).sentence(), hit.word(), Math::min));
        }

        /** How many hits of lines of that name are of use. */
        private int most(String name) {
            var rule = name.split(" ", 2)[0];
            if (name.equals("-")) {
                return Integer.MAX_VALUE;
            }
            if (rule.equals("ANSWERS")) {
                return question != null && question.needs(name) ? 1 : 0;
            }
            if (!rulebook.holds(rule, draft)) {
                return rule.equals(EVIDENCE) && isReasonOfNo() && kinds.contains(Kind.MISSING) ? 1 : 0;
            }
            var kind = rulebook.rule(rule).kind();
            if (!kinds.contains(kind)) {
                return 0;
            }
            return switch (kind) {
                case MISSING -> 1;
                case HURTS, PROMISES -> MOST_ADVICE * LINES_THAT_HEAR_THE_SAME;
                case LEAKS -> name.equals(TELLS) || !leaks.isEmpty() ? Integer.MAX_VALUE : 0;
            };
        }

        /** What it cost so far: see {@link Text#looks}. */
        long looks() {
            return text.looks();
        }

        List<Advice> advice(Rule rule) {
            return switch (rule.kind()) {
                case MISSING -> isMissing(rule.name()) ? List.of(Advice.missing(rule)) : List.of();
                case HURTS, PROMISES ->
                    apart(Stream.concat(hurting(rule), hard(rule))).stream()
                            .limit(MOST_ADVICE)
                            .toList();
                case LEAKS ->
                    apart(Stream.concat(leaking(rule), meant(rule.name()).map(hit -> advice(rule, hit))));
            };
        }

        private boolean isMissing(String name) {
            return switch (name) {
                case "RESTATES" -> !text.hasMark("article") && !text.hasMark("variant") && !isSaid(name);
                case "NAMES_DATE" -> !text.hasMark("later") && !isSaid(name);
                case "NAMES_AMOUNT" -> isSaid("NAMES_AMOUNT of") && !text.hasMark("money") && !isSaid(name);
                case "GIVES_REASON" ->
                    needsReason()
                            && !isSaid(name)
                            && !(isNo() && isSaid("GIVES_REASON no"))
                            && !(isReasonOfNo() && isSaid(EVIDENCE));
                case EVIDENCE -> matter.evidenceSeen() && !isSaid(name);
                case "ANSWERS" -> question != null && !question.isAnsweredBy(text, this::isSaid);
                default -> !isSaid(name);
            };
        }

        private boolean needsReason() {
            return matter.causeKnown() || isNo();
        }

        private boolean isNo() {
            return draft.purpose() == Purpose.DECLINE;
        }

        /** Where only the reason of a no is typed, what was seen is one. */
        private boolean isReasonOfNo() {
            return draft.part() && isNo();
        }

        private boolean isSaid(String name) {
            return hits.getOrDefault(name, List.of()).stream()
                    .anyMatch(hit -> hit.word() < 0 || !text.isQuoted(hit.word()));
        }

        private Stream<Advice> hurting(Rule rule) {
            return meant(rule.name()).filter(hit -> !isCited(hit)).map(hit -> advice(rule, hit));
        }

        /** Not what a sentence takes back from the start, such as “this does not mean that …”, nor a name in capitals. */
        private Stream<Hit> meant(String name) {
            return hits.getOrDefault(name, List.of()).stream()
                    .filter(hit -> hit.word() < 0 ? !isOwn(hit) : !isTakenBack(hit));
        }

        private boolean isCited(Hit hit) {
            return hit.word() >= 0 && text.isQuoted(hit.word());
        }

        private boolean isTakenBack(Hit hit) {
            var from = takenBack.get(text.word(hit.word()).sentence());
            return from != null && from <= hit.word();
        }

        private boolean isOwn(Hit hit) {
            var key = Squeezed.key(hit.said());
            return !key.isEmpty()
                    && Stream.of(
                                    matter.articles().stream(),
                                    matter.numbers().stream(),
                                    matter.customer().address().stream(),
                                    Stream.ofNullable(matter.customer().name()))
                            .flatMap(each -> each)
                            .anyMatch(own -> Squeezed.key(own).contains(key));
        }

        private Stream<Advice> hard(Rule rule) {
            return rule.name().equals("HARD_TO_READ")
                    ? Plainness.find(text, draft.language())
                            .map(hard -> advice(rule, hard.from(), hard.to(), true))
                            .stream()
                    : Stream.of();
        }

        private Stream<Advice> leaking(Rule rule) {
            return leaks.stream()
                    .filter(leak -> isToldBy(rule.name(), leak))
                    .map(leak -> advice(rule, leak.from(), leak.to(), leak.sure()));
        }

        /**
         * A town where a sentence speaks of somebody tells of them, and gives nobody away by itself; a name or a house does
         * both where the sentence says what they have.
         */
        private boolean isToldBy(String rule, Leak leak) {
            boolean isOfSomebody = leak.what() == What.TOWN && (isBeside(TELLS, leak) || isBeside(TELLS_WHO, leak));
            return switch (rule) {
                case TELLS -> isOfSomebody || (isCustomer(leak) && leak.isPerson() && isBeside(TELLS_HAS, leak));
                case Secrets.CUSTOMER -> isCustomer(leak) && !isOfSomebody;
                default -> leak.rule().equals(rule);
            };
        }

        private static boolean isCustomer(Leak leak) {
            return leak.rule().equals(Secrets.CUSTOMER);
        }

        /** Whether lines of that name are found in the same sentence. */
        private boolean isBeside(String name, Leak leak) {
            return sentences
                    .computeIfAbsent(name, this::sentencesOf)
                    .contains(text.word(text.wordAt(leak.from())).sentence());
        }

        private Set<Integer> sentencesOf(String name) {
            return hits.getOrDefault(name, List.of()).stream()
                    .filter(hit -> hit.word() >= 0)
                    .map(hit -> text.word(hit.word()).sentence())
                    .collect(Collectors.toSet());
        }

        private Advice advice(Rule rule, int from, int to, boolean sure) {
            var folded = text.folded();
            return new Advice(rule, folded.origin(from), folded.originEnd(to), folded.original(from, to), sure);
        }

        private static Advice advice(Rule rule, Hit hit) {
            return new Advice(rule, hit.from(), hit.to(), hit.said(), true);
        }

        /** In the order of the text, each word at fault once. */
        private static List<Advice> apart(Stream<Advice> advices) {
            var apart = new ArrayList<Advice>();
            advices.sorted(Comparator.comparingInt(Advice::from).thenComparing(Advice::to, Comparator.reverseOrder()))
                    .filter(advice -> apart.isEmpty() || apart.getLast().to() <= advice.from())
                    .forEach(apart::add);
            return apart;
        }
    }
}
