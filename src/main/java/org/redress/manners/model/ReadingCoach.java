package org.redress.manners.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.manners.Advice;
import org.redress.manners.Coach;
import org.redress.manners.Draft;
import org.redress.manners.Draft.Purpose;
import org.redress.manners.Matter;
import org.redress.manners.Rule;
import org.redress.manners.Rule.Kind;
import org.redress.manners.model.PhraseLine.Hit;
import org.redress.manners.model.Secrets.Leak;

/** Reads by the tables under {@code manners}. Made once, then used by many at the same time. */
public final class ReadingCoach implements Coach {
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
        var reading = reading(draft, matter);
        return rulebook.rules().stream()
                .filter(rule -> rulebook.holds(rule.name(), draft.purpose()))
                .sorted(Comparator.comparingInt(rule -> GRAVEST_FIRST.indexOf(rule.kind())))
                .flatMap(rule -> reading.advice(rule).stream())
                .toList();
    }

    Reading reading(Draft draft, Matter matter) {
        var text = marked(draft.text(), matter);
        return new Reading(draft, matter, text, phrasebook(draft.language()).find(text, draft.text()));
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
        private final Map<String, List<Hit>> hits;
        private final List<Leak> leaks;

        private Reading(Draft draft, Matter matter, Text text, Map<String, List<Hit>> hits) {
            this.draft = draft;
            this.matter = matter;
            this.text = text;
            this.hits = hits;
            this.leaks = Secrets.find(text, matter);
        }

        /** What it cost so far: see {@link Text#looks}. */
        long looks() {
            return text.looks();
        }

        List<Advice> advice(Rule rule) {
            return switch (rule.kind()) {
                case MISSING -> isMissing(rule.name()) ? List.of(Advice.missing(rule)) : List.of();
                case HURTS, PROMISES -> apart(Stream.concat(hurting(rule), hard(rule)));
                case LEAKS ->
                    apart(Stream.concat(leaking(rule), meant(rule.name()).map(hit -> advice(rule, hit))));
            };
        }

        private boolean isMissing(String name) {
            return switch (name) {
                case "RESTATES" -> !text.hasMark("article") && !hits.containsKey(name);
                case "NAMES_DATE" -> !text.hasMark("later") && !isSaid(name);
                case "NAMES_AMOUNT" -> isSaid("NAMES_AMOUNT of") && !text.hasMark("money") && !isSaid(name);
                case "GIVES_REASON" -> needsReason() && !isSaid(name) && !(isNo() && isSaid("GIVES_REASON no"));
                case "SHOWS_EVIDENCE" -> matter.evidenceSeen() && !isSaid(name);
                case "ANSWERS" -> matter.asked() != null && !isAnswered(matter.asked());
                default -> !isSaid(name);
            };
        }

        private boolean needsReason() {
            return matter.causeKnown() || isNo();
        }

        private boolean isNo() {
            return draft.purpose() == Purpose.DECLINE;
        }

        private boolean isAnswered(String asked) {
            return new Question(asked, marked(asked, matter), phrasebook(draft.language()))
                    .isAnsweredBy(text, this::isSaid);
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
            return hits.getOrDefault("-", List.of()).stream()
                    .filter(each -> each.word() >= 0)
                    .anyMatch(each -> each.word() <= hit.word()
                            && text.word(each.word()).sentence()
                                    == text.word(hit.word()).sentence());
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
                    .filter(leak -> leak.rule().equals(rule.name()))
                    .map(leak -> advice(rule, leak.from(), leak.to(), leak.sure()));
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
