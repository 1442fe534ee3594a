package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.claims.StatementReading.Suggestion;
import org.redress.kernel.Demand;
import org.redress.rehearsal.model.Complaints;
import org.redress.rehearsal.model.SampleShop;
import org.redress.testing.Approved;

/** How often problem and demand are read right, on sentences that the dictionaries have seen and on others. */
class StatementCorpusTest {
    private static final String NOTHING = "-";

    private record Sentence(String text, List<String> problems, List<String> demands) {
        boolean isChinese() {
            return text.codePoints().anyMatch(Character::isIdeographic);
        }
    }

    private enum Outcome {
        RIGHT,
        UNSURE,
        WRONG
    }

    private record Count(int right, int unsure, int wrong) {
        static Count of(List<Outcome> outcomes) {
            return new Count(
                    count(outcomes, Outcome.RIGHT), count(outcomes, Outcome.UNSURE), count(outcomes, Outcome.WRONG));
        }

        private static int count(List<Outcome> outcomes, Outcome wanted) {
            return (int) outcomes.stream().filter(wanted::equals).count();
        }
    }

    @Test
    void how_often_the_words_are_read_right_is_known() throws IOException {
        var tuned = sentences("tuned.tsv");
        var heldOut = sentences("held-out.tsv");
        Approved.check(Path.of("docs", "generated", "intake.md"), page(tuned, heldOut, ofTheSampleShop()));
        assertThat(all(tuned).wrong()).isLessThan(tuned.size() * 2 / 20);
        assertThat(all(heldOut).wrong()).isLessThan(heldOut.size() * 2 / 20);
        assertThat(tuned.size() + heldOut.size()).isGreaterThanOrEqualTo(120);
    }

    private static Count all(List<Sentence> sentences) {
        var outcomes = new ArrayList<Outcome>();
        sentences.forEach(sentence -> outcomes.addAll(List.of(problem(sentence), demand(sentence))));
        return Count.of(outcomes);
    }

    private static Outcome problem(Sentence sentence) {
        return outcome(sentence.problems(), StatementReader.problems(sentence.text()));
    }

    private static Outcome demand(Sentence sentence) {
        return outcome(sentence.demands(), StatementReader.demands(sentence.text()));
    }

    private static <T> Outcome outcome(List<String> expected, List<Suggestion<T>> read) {
        var suggested = read.size() == 1 ? String.valueOf(read.getFirst().value()) : NOTHING;
        if (expected.contains(suggested)) {
            return Outcome.RIGHT;
        }
        return suggested.equals(NOTHING) ? Outcome.UNSURE : Outcome.WRONG;
    }

    private static String page(List<Sentence> tuned, List<Sentence> heldOut, List<Sentence> sample) {
        var page = new StringBuilder("""
                # How well free text is read

                Drawn by `StatementCorpusTest`. A sentence is *right* where exactly what a person reads in it is suggested, or nothing
                where it says nothing; *unsure* where nothing is suggested though a person reads something; *wrong* where something else
                is suggested. The dictionaries were tuned on the first half alone. The second was written before them and is only
                counted, but by the same hand, which flatters it; the letters of the sample shop are longer, older and by another hand.

                | sentences | language | what | right | unsure | wrong |
                |---|---|---|--:|--:|--:|
                """);
        rows(page, "tuned", tuned);
        rows(page, "held out", heldOut);
        rows(page, "sample shop", sample);
        return page.toString();
    }

    private static void rows(StringBuilder page, String half, List<Sentence> sentences) {
        for (boolean chinese : new boolean[] {false, true}) {
            var some = sentences.stream()
                    .filter(sentence -> sentence.isChinese() == chinese)
                    .toList();
            var language = chinese ? "Chinese and mixed" : "English";
            row(
                    page,
                    half,
                    language,
                    "problem",
                    Count.of(some.stream().map(StatementCorpusTest::problem).toList()));
            row(
                    page,
                    half,
                    language,
                    "demand",
                    Count.of(some.stream().map(StatementCorpusTest::demand).toList()));
        }
    }

    private static void row(StringBuilder page, String half, String language, String what, Count count) {
        page.append("| %s | %s | %s | %d | %d | %d |%n"
                .formatted(half, language, what, count.right(), count.unsure(), count.wrong()));
    }

    private static List<Sentence> sentences(String file) throws IOException {
        try (var in = Objects.requireNonNull(StatementCorpusTest.class.getResourceAsStream("/claims/intake/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Sentence(cells[0], either(cells[1]), either(cells[2])))
                    .toList();
        }
    }

    /** What the sample shop’s customers wrote, before anybody thought of reading it; a claim says what it is about. */
    private static List<Sentence> ofTheSampleShop() {
        var shop = SampleShop.upTo(LocalDate.of(2026, 11, 25), SampleShop.SEED, SampleShop.USUAL_ORDERS);
        return Complaints.of(shop).stream()
                .map(complaint -> new Sentence(
                        complaint.statement(),
                        complaint.lines().stream()
                                .map(line -> line.problem().name())
                                .distinct()
                                .toList(),
                        List.of(
                                complaint.demand() == Demand.UNDECIDED
                                        ? NOTHING
                                        : complaint.demand().name())))
                .toList();
    }

    private static List<String> either(String cell) {
        return Arrays.asList(cell.split("\\|", -1));
    }

    /** For whoever adds to the dictionaries: what of the tuned half is not right yet. */
    @Test
    void what_was_tuned_is_not_read_wrong() throws IOException {
        var wrong = sentences("tuned.tsv").stream()
                .flatMap(sentence -> Optional.ofNullable(complaint(sentence)).stream())
                .toList();
        assertThat(wrong).isEmpty();
    }

    private static @Nullable String complaint(Sentence sentence) {
        boolean fine = problem(sentence) == Outcome.RIGHT && demand(sentence) == Outcome.RIGHT;
        return fine
                ? null
                : sentence + " read as " + StatementReader.problems(sentence.text()) + " "
                        + StatementReader.demands(sentence.text());
    }
}
