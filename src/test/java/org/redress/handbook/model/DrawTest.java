package org.redress.handbook.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.claims.CauseCode;
import org.redress.handbook.CaseStudy;
import org.redress.handbook.Causes;
import org.redress.handbook.Drawn;
import org.redress.handbook.Question;
import org.redress.kernel.Phrase;
import org.redress.remedy.Remedy;

class DrawTest {
    private static final List<Question> BANK = IntStream.range(0, 8)
            .mapToObj(i -> new Question(
                    "q" + i, List.of("R1"), "What?", List.of("a" + i, "b" + i, "c" + i), i % 3, "Because.", "there"))
            .toList();

    private static final List<Phrase> FACTS = List.of(Phrase.of("handbook.found.LS"));
    private static final CaseStudy OWN = new CaseStudy.OfCause(false, FACTS, "LS", CauseCode.PE_02);
    private static final CaseStudy SIMULATED = new CaseStudy.OfCause(true, FACTS, "PA", CauseCode.OD_04);

    @Test
    void the_same_seed_draws_the_same_test_and_another_seed_another() {
        assertThat(Draw.test(7, BANK, List.of(OWN))).isEqualTo(Draw.test(7, BANK, List.of(OWN)));
        assertThat(IntStream.range(0, 20)
                        .mapToObj(seed -> Draw.test(seed, BANK, List.of()))
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void a_test_has_five_different_questions_and_the_right_option_is_known() {
        for (int seed = 0; seed < 50; seed++) {
            var test = Draw.test(seed, BANK, List.of());
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
        var test = Draw.test(3, BANK, List.of(OWN, OWN, SIMULATED, SIMULATED));
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
            for (var drawn : Draw.test(seed, BANK, List.of(OWN))) {
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
        var drawn = Draw.test(1, BANK, List.of(study)).stream()
                .filter(Drawn.FromCase.class::isInstance)
                .map(Drawn.FromCase.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(drawn.options()).containsExactlyInAnyOrder("RESHIP", "COMPENSATION", "RETURN_LABEL", "KEEP_ITEM");
        assertThat(drawn.options().get(drawn.right())).isEqualTo("RESHIP");
    }
}
