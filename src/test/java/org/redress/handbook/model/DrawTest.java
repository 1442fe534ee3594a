package org.redress.handbook.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.claims.CauseCode;
import org.redress.handbook.Ask;
import org.redress.handbook.CaseStudy;
import org.redress.handbook.CaseStudy.Moment;
import org.redress.handbook.Causes;
import org.redress.handbook.Drawn;
import org.redress.handbook.Question;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.remedy.Remedy;

class DrawTest {
    private static final List<Question> BANK = IntStream.range(0, 8)
            .mapToObj(i -> new Question(
                    "q" + i, List.of("R1"), "What?", List.of("a" + i, "b" + i, "c" + i), i % 3, "Because.", "there"))
            .toList();

    private static final List<Phrase> FACTS = List.of(Phrase.of("handbook.found.LS"));
    private static final CaseStudy OWN = new CaseStudy.OfCause(false, FACTS, "LS", CauseCode.PE_02);
    private static final List<Ask> CAUSES = List.of(Ask.CAUSE);
    private static final CaseStudy SIMULATED = new CaseStudy.OfCause(true, FACTS, "PA", CauseCode.OD_04);

    @Test
    void the_same_seed_draws_the_same_test_and_another_seed_another() {
        assertThat(Draw.test(7, BANK, CAUSES, List.of(OWN))).isEqualTo(Draw.test(7, BANK, CAUSES, List.of(OWN)));
        assertThat(IntStream.range(0, 20)
                        .mapToObj(seed -> Draw.test(seed, BANK, List.of(), List.of()))
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void a_test_has_five_different_questions_and_the_right_option_is_known() {
        for (int seed = 0; seed < 50; seed++) {
            var test = Draw.test(seed, BANK, List.of(), List.of());
            assertThat(test).hasSize(5).doesNotHaveDuplicates();
            for (var drawn : test) {
                var banked = (Drawn.FromBank) drawn;
                var question = BANK.stream()
                        .filter(each -> each.id().equals(banked.question()))
                        .findFirst()
                        .orElseThrow();
                assertThat(banked.order().get(banked.right())).isEqualTo(question.right());
                assertThat(banked.order()).containsExactlyInAnyOrder(0, 1, 2);
            }
        }
    }

    @Test
    void one_case_is_the_shops_own_and_one_simulated_where_there_are_both() {
        var test = Draw.test(3, BANK, CAUSES, List.of(OWN, OWN, SIMULATED, SIMULATED));
        var cases = test.stream()
                .filter(Drawn.FromCase.class::isInstance)
                .map(Drawn.FromCase.class::cast)
                .toList();
        assertThat(cases).extracting(Drawn.FromCase::simulated).containsExactlyInAnyOrder(true, false);
        assertThat(test).hasSize(5);
    }

    @Test
    void no_other_option_of_a_case_fits_its_mechanism_too() {
        for (int seed = 0; seed < 100; seed++) {
            for (var drawn : Draw.test(seed, BANK, CAUSES, List.of(OWN))) {
                if (drawn instanceof Drawn.FromCase fromCase) {
                    assertThat(fromCase.options()).hasSize(4).doesNotHaveDuplicates();
                    assertThat(fromCase.options().get(fromCase.right())).isEqualTo("PE_02");
                    assertThat(fromCase.options().stream().map(CauseCode::valueOf))
                            .filteredOn(Causes.fitting("LS")::contains)
                            .containsExactly(CauseCode.PE_02);
                }
            }
        }
    }

    @Test
    void what_put_it_right_is_asked_beside_what_never_does_by_itself() {
        var study = new CaseStudy.OfRemedy(false, FACTS, Remedy.Kind.RESHIP);
        var drawn = asked(1, Ask.REMEDY, study).getFirst();
        assertThat(drawn.options()).containsExactlyInAnyOrder("RESHIP", "COMPENSATION", "RETURN_LABEL", "KEEP_ITEM");
        assertThat(drawn.options().get(drawn.right())).isEqualTo("RESHIP");
    }

    private static List<Drawn.FromCase> asked(long seed, Ask ask, CaseStudy... studies) {
        return Draw.test(seed, BANK, List.of(ask), List.of(studies)).stream()
                .filter(Drawn.FromCase.class::isInstance)
                .map(Drawn.FromCase.class::cast)
                .toList();
    }

    private static String right(Drawn.FromCase drawn) {
        return drawn.options().get(drawn.right());
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(Ask.PLACE, of("PA"), "PICK"),
                Arguments.of(Ask.PLACE, of("LS"), "PACK"),
                Arguments.of(Ask.PLACE, of("PU"), "STOCK"),
                Arguments.of(Ask.CONCERNS, of("LS"), "PARTNER"),
                Arguments.of(Ask.CONCERNS, of("IL"), "FOLLOWERS"),
                Arguments.of(Ask.CONCERNS, of("PA"), "NOBODY"),
                Arguments.of(
                        Ask.DIFFERENCE, new CaseStudy.OfGoods(true, FACTS, Problem.WRONG_VARIANT), "WRONG_VARIANT"),
                Arguments.of(Ask.EVIDENCE, new CaseStudy.OfPhotos(true, FACTS, false), "ITEM_BARCODE"),
                Arguments.of(Ask.EVIDENCE, new CaseStudy.OfPhotos(true, FACTS, true), "NOTHING"),
                Arguments.of(Ask.NEXT, at(Moment.ACCEPTED), "ACCEPTED"),
                Arguments.of(Ask.PROMISE, at(Moment.REPORTED), "DECISION"),
                Arguments.of(Ask.PROMISE, at(Moment.OFFERED), "STANDS_STILL"),
                Arguments.of(Ask.PROMISE, at(Moment.EXECUTING), "EXECUTION"),
                Arguments.of(
                        Ask.DRAFT,
                        new CaseStudy.OfWords(true, FACTS, Problem.MISSING_ITEM, Remedy.Kind.REFUND),
                        "MISSING.GOOD.REFUND"));
    }

    private static CaseStudy of(String mechanism) {
        return new CaseStudy.OfCause(
                true, FACTS, mechanism, Causes.fitting(mechanism).getFirst());
    }

    private static CaseStudy at(Moment moment) {
        return new CaseStudy.OfMoment(true, List.of(moment.said()), moment);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void each_question_has_its_one_right_answer_among_four(Ask ask, CaseStudy study, String right) {
        for (int seed = 0; seed < 20; seed++) {
            var drawn = asked(seed, ask, study);
            assertThat(drawn).hasSize(1);
            assertThat(drawn.getFirst().ask()).isEqualTo(ask);
            assertThat(right(drawn.getFirst())).isEqualTo(right);
            assertThat(drawn.getFirst().options()).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void what_the_findings_leave_open_is_not_asked() {
        assertThat(asked(1, Ask.PLACE, of("IL")))
                .as("label of ours or of the supplier")
                .isEmpty();
        assertThat(asked(1, Ask.CONCERNS, of("SU"))).isEmpty();
        var others = new CaseStudy.OfCause(true, List.of(Phrase.of("handbook.case.others", 1)), "PA", CauseCode.OD_04);
        assertThat(asked(1, Ask.CONCERNS, others))
                .as("alone, and yet there are others")
                .isEmpty();
        assertThat(asked(1, Ask.PROMISE, at(Moment.DELIVERED))).isEmpty();
        assertThat(asked(1, Ask.REMEDY, of("PA"))).isEmpty();
    }

    @Test
    void two_cases_of_one_test_have_different_answers_where_there_are_such() {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(asked(seed, Ask.NEXT, at(Moment.OFFERED), at(Moment.OFFERED), at(Moment.ASKED)))
                    .extracting(DrawTest::right)
                    .containsExactlyInAnyOrder("OFFERED", "ASKED");
        }
    }
}
