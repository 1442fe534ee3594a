package org.redress.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.redress.manners.Advice;
import org.redress.manners.Coach;
import org.redress.manners.Draft;
import org.redress.manners.LabelledDraft;
import org.redress.manners.Rule;
import org.redress.manners.model.ReadingCoach;

/**
 * How often the coach says what people would say of a draft, by rule: on a trial set that its rules have never seen, and on
 * those that they were tuned on; and how long it takes to read.
 */
final class Coaching {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);
    private static final int LONG = 10_000;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 10;

    private final Coach coach = ReadingCoach.ofTheHouse();
    private final StringBuilder text = new StringBuilder();

    private Coaching() {}

    /** @throws IllegalStateException where there is no trial set to measure on */
    static String run() {
        return new Coaching().report();
    }

    private String report() {
        for (var language : LANGUAGES) {
            table("trial", language);
        }
        for (var language : LANGUAGES) {
            table("study", language);
        }
        for (var language : LANGUAGES) {
            table("tuning", language);
        }
        for (var language : LANGUAGES) {
            times(language);
        }
        return text.toString();
    }

    private static List<LabelledDraft> drafts(String set, Locale language) {
        return LabelledDraft.read(set, language)
                .filter(drafts -> !drafts.isEmpty())
                .orElseThrow(() -> new IllegalStateException(
                        "There is nothing to measure on: src/test/resources/manners/%s has no drafts.%s.jsonl with its cases.%s.json"
                                .formatted(set, language, language)));
    }

    /** What should have been said and what was, of one rule or of several. */
    private static final class Count {
        private int right;
        private int missed;
        private int amiss;
        private final List<String> where = new ArrayList<>();

        void add(LabelledDraft draft, boolean isDue, boolean isSaid) {
            if (isDue && isSaid) {
                right++;
            } else if (isDue) {
                missed++;
                where.add("-" + draft.id());
            } else if (isSaid) {
                amiss++;
                where.add("+" + draft.id());
            }
        }

        void add(Count other) {
            right += other.right;
            missed += other.missed;
            amiss += other.amiss;
        }

        String line(String name, boolean withWhere) {
            return String.format(
                    Locale.ROOT,
                    "%-20s %5d %6d %6d  %9s %9s  %s%n",
                    name,
                    right,
                    missed,
                    amiss,
                    share(right, right + amiss),
                    share(right, right + missed),
                    withWhere ? String.join(" ", where) : "");
        }

        private static String share(int part, int all) {
            return all == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
        }
    }

    private void table(String set, Locale language) {
        var drafts = drafts(set, language);
        var said = new ArrayList<Set<String>>();
        drafts.forEach(draft -> said.add(draft.said(coach)));
        text.append("%s set, %s: %d drafts, %d of them good%n"
                .formatted(
                        set,
                        language,
                        drafts.size(),
                        drafts.stream()
                                .filter(draft -> draft.labels().isEmpty())
                                .count()));
        text.append(String.format(
                "%-20s %5s %6s %6s  %9s %9s  %s%n",
                "rule", "right", "missed", "amiss", "precision", "recall", "missed (-) and said amiss (+)"));
        var all = new Count();
        var kinds = new EnumMap<Rule.Kind, Count>(Rule.Kind.class);
        for (var rule : coach.rules()) {
            var count = new Count();
            for (int i = 0; i < drafts.size(); i++) {
                count.add(
                        drafts.get(i),
                        drafts.get(i).labels().contains(rule.name()),
                        said.get(i).contains(rule.name()));
            }
            all.add(count);
            kinds.computeIfAbsent(rule.kind(), _ -> new Count()).add(count);
            text.append(count.line(rule.name(), true));
        }
        kinds.forEach((kind, count) -> text.append(count.line("all that " + verb(kind), false)));
        text.append(all.line("all", false));
        text.append(leaking(drafts, draft -> draft.said(coach).stream().anyMatch(locks()::contains))
                .line("leaking, told", true));
        text.append(leaking(
                        drafts,
                        draft -> coach.read(draft.draft(), draft.matter()).stream()
                                .anyMatch(Advice::isLock))
                .line("leaking, held back", true));
        text.append('\n');
    }

    private static String verb(Rule.Kind kind) {
        return switch (kind) {
            case MISSING -> "is missing";
            case HURTS -> "hurts";
            case PROMISES -> "promises";
            case LEAKS -> "leaks";
        };
    }

    /** What matters of leaks: what becomes of a draft that leaks, by whichever rule. */
    private Count leaking(List<LabelledDraft> drafts, Predicate<LabelledDraft> isNoticed) {
        var count = new Count();
        drafts.forEach(
                draft -> count.add(draft, draft.labels().stream().anyMatch(locks()::contains), isNoticed.test(draft)));
        return count;
    }

    private Set<String> locks() {
        return coach.rules().stream().filter(Rule::isLock).map(Rule::name).collect(Collectors.toSet());
    }

    private void times(Locale language) {
        var drafts = drafts("trial", language);
        var asTheyAre = drafts.stream().map(LabelledDraft::draft).toList();
        var longOnes = asTheyAre.stream().map(Coaching::lengthened).toList();
        text.append(time("time per draft, %s, as they are".formatted(language), drafts, asTheyAre));
        text.append(time("time per draft, %s, of %,d characters".formatted(language, LONG), drafts, longOnes));
    }

    private static Draft lengthened(Draft draft) {
        var once = draft.text() + "\n\n";
        return new Draft(once.repeat(LONG / once.length() + 1).substring(0, LONG), draft.language(), draft.purpose());
    }

    private String time(String what, List<LabelledDraft> known, List<Draft> drafts) {
        var nanoseconds = new long[drafts.size() * ROUNDS];
        int said = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < drafts.size(); i++) {
                long start = System.nanoTime();
                said += coach.read(drafts.get(i), known.get(i).matter()).size();
                if (round >= 0) {
                    nanoseconds[round * drafts.size() + i] = System.nanoTime() - start;
                }
            }
        }
        Arrays.sort(nanoseconds);
        return String.format(
                Locale.ROOT,
                "%-48s median %.2f ms, p95 %.2f ms, longest %.2f ms (%d readings, %d pieces of advice)%n",
                what,
                nanoseconds[nanoseconds.length / 2] / 1e6,
                nanoseconds[nanoseconds.length * 95 / 100] / 1e6,
                nanoseconds[nanoseconds.length - 1] / 1e6,
                nanoseconds.length,
                said);
    }
}
