package org.redress.practice.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.manners.Advice;
import org.redress.manners.Rule;
import org.redress.practice.Fact;
import org.redress.practice.Move;
import org.redress.practice.Part;
import org.redress.practice.Reason;
import org.redress.practice.Result;
import org.redress.rehearsal.Lesson;

class ScoringTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Rule BLAMES = new Rule("BLAMES", Rule.Kind.HURTS, List.of("R72"));
    private static final Rule LEAKS_NUMBER = new Rule("LEAKS_NUMBER", Rule.Kind.LEAKS, List.of("F12"));
    private static final Rule NO_APOLOGY = new Rule("NO_APOLOGY", Rule.Kind.MISSING, List.of("R54"));

    private final List<Move> moves = new ArrayList<>();

    private ScoringTest does(long minute, Move.Kind kind, String detail, String words) {
        moves.add(new Move(moves.size() + 1, minute, kind, detail, words, NOON));
        return this;
    }

    private ScoringTest looks(long minute, Fact... facts) {
        for (var fact : facts) {
            does(minute, Move.Kind.LOOKED, fact.name(), "");
        }
        return this;
    }

    private ScoringTest offers(long minute, String kinds) {
        return does(minute, Move.Kind.OFFERED, kinds, "I am sorry; please do not eat it.")
                .does(minute + 60, Move.Kind.CUSTOMER, "practice.NEIGHBOUR.accepts", "");
    }

    private Result scored(Lesson lesson) {
        return Scoring.of(Truth.of(lesson), moves, Set.of("Mei Other", "HE-900007"), Map.of());
    }

    private static List<String> keys(Result result) {
        return result.reasons().stream().map(Reason::key).toList();
    }

    @Test
    void whoever_looks_first_and_puts_it_right_in_time_loses_nothing() {
        var result = looks(5, Fact.ORDER, Fact.PHOTO, Fact.SCANS)
                .offers(10, "EXCHANGE")
                .scored(Lesson.NEIGHBOUR);
        assertThat(result).isEqualTo(new Result(100, 100, 100, 100, 5, List.of()));
    }

    @Test
    void what_is_looked_at_after_the_decision_does_not_count() {
        var result = looks(5, Fact.ORDER)
                .offers(10, "EXCHANGE")
                .looks(80, Fact.PHOTO, Fact.SCANS)
                .scored(Lesson.NEIGHBOUR);
        assertThat(result.facts()).isEqualTo(34);
        assertThat(result.reasons())
                .extracting(reason -> reason.gaps().getFirst())
                .containsExactly("@practice.fact.PHOTO", "@practice.fact.SCANS");
    }

    @ParameterizedTest
    @EnumSource(Lesson.class)
    void whoever_looks_at_nothing_has_no_points_for_facts(Lesson lesson) {
        assertThat(offers(10, "REFUND").scored(lesson).facts()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Lesson.class)
    void every_point_that_is_lost_has_its_reason(Lesson lesson) {
        var result = does(600, Move.Kind.ASKED, "", "A photo, now")
                .offers(5000, "COMPENSATION")
                .scored(lesson);
        for (var part : List.of(Part.FACTS, Part.FAIRNESS, Part.TIME)) {
            int lost = result.reasons().stream()
                    .filter(reason -> reason.part() == part)
                    .mapToInt(Reason::points)
                    .sum();
            assertThat(result.of(part)).isEqualTo(Math.max(0, 100 - lost));
        }
    }

    /** Looks at all that is worth it but one, and then decides. */
    private ScoringTest looksAtAllBut(@Nullable Fact missed, Lesson lesson) {
        for (var fact : Truth.of(lesson).worth()) {
            if (fact == Fact.CUSTOMER && fact != missed) {
                does(5, Move.Kind.ASKED, "", "Could you take another photo, please?")
                        .does(5 + 180, Move.Kind.CUSTOMER, "practice.DARK_PHOTO.answers", "");
            } else if (fact != missed) {
                looks(5, fact);
            }
        }
        return this;
    }

    private ScoringTest putsRight(long minute, Lesson lesson) {
        return Truth.of(lesson).ours()
                ? offers(minute, "REFUND")
                : does(minute, Move.Kind.REFUSED, "", "You can send it back within 14 days.")
                        .does(minute, Move.Kind.SECOND, "CONFIRMED", "");
    }

    @ParameterizedTest
    @EnumSource(Lesson.class)
    void whoever_does_all_of_it_has_all_the_points(Lesson lesson) {
        assertThat(looksAtAllBut(null, lesson).putsRight(190, lesson).scored(lesson))
                .isEqualTo(new Result(100, 100, 100, 100, 5, List.of()));
    }

    @ParameterizedTest
    @EnumSource(Lesson.class)
    void whoever_missed_one_fact_loses_its_share_and_nothing_else(Lesson lesson) {
        var worth = Truth.of(lesson).worth();
        for (var fact : worth) {
            moves.clear();
            var result = looksAtAllBut(fact, lesson).putsRight(190, lesson).scored(lesson);
            assertThat(result.facts()).isEqualTo(100 - 100 / worth.size());
            assertThat(List.of(result.fairness(), result.time(), result.courtesy()))
                    .containsOnly(100);
            assertThat(result.reasons())
                    .singleElement()
                    .extracting(reason -> reason.gaps().getFirst())
                    .isEqualTo("@practice.fact." + fact);
        }
    }

    @ParameterizedTest
    @EnumSource(Lesson.class)
    void whoever_was_unfair_first_loses_there_and_nowhere_else(Lesson lesson) {
        var result = looksAtAllBut(null, lesson)
                .does(190, Move.Kind.OFFERED, "COMPENSATION", "Do not eat it; you can send it back. A voucher for you.")
                .does(250, Move.Kind.CUSTOMER, "practice." + lesson + ".declines", "")
                .putsRight(255, lesson)
                .scored(lesson);
        assertThat(result.fairness()).isEqualTo(60);
        assertThat(List.of(result.facts(), result.time(), result.courtesy())).containsOnly(100);
    }

    @ParameterizedTest
    @EnumSource(Lesson.class)
    void whoever_let_them_wait_for_a_first_answer_loses_there_and_nowhere_else(Lesson lesson) {
        looks(5, Fact.PARCEL).does(5 * 60, Move.Kind.WROTE, "", "I am looking into it.");
        for (var fact : Truth.of(lesson).worth()) {
            if (fact == Fact.CUSTOMER) {
                does(5 * 60, Move.Kind.ASKED, "", "Could you take another photo, please?");
            } else {
                looks(5 * 60, fact);
            }
        }
        var result = putsRight(6 * 60, lesson).scored(lesson);
        assertThat(result.time()).isEqualTo(60);
        assertThat(List.of(result.facts(), result.fairness(), result.courtesy()))
                .containsOnly(100);
        assertThat(keys(result)).containsExactly("practice.lost.first");
    }

    @ParameterizedTest
    @EnumSource(Lesson.class)
    void whoever_hurt_them_loses_there_and_nowhere_else(Lesson lesson) {
        looksAtAllBut(null, lesson).putsRight(190, lesson);
        var decided = moves.stream()
                .filter(move -> move.kind() == Move.Kind.OFFERED || move.kind() == Move.Kind.REFUSED)
                .findFirst()
                .orElseThrow();
        var hurts = Map.of(decided.sequence(), List.of(new Advice(BLAMES, 0, 3, "You must be wrong", true)));
        var result = Scoring.of(Truth.of(lesson), moves, Set.of(), hurts);
        assertThat(result.courtesy()).isEqualTo(100 - Scoring.HURTS);
        assertThat(List.of(result.facts(), result.fairness(), result.time())).containsOnly(100);
        assertThat(result.rating()).isEqualTo(4);
    }

    @Test
    void a_no_to_what_is_owed_costs_even_where_it_is_put_right_later() {
        var result = does(5, Move.Kind.REFUSED, "", "No.")
                .does(5, Move.Kind.SECOND, "OVERRULED", "")
                .offers(10, "RESHIP")
                .scored(Lesson.ONE_SHORT);
        assertThat(result.fairness()).isEqualTo(40);
        assertThat(keys(result)).contains("practice.lost.refused");
    }

    @Test
    void a_kind_no_is_right_where_the_customer_ordered_it_and_a_gift_is_not() {
        var fair = looks(5, Fact.ORDER, Fact.PHOTO)
                .does(10, Move.Kind.REFUSED, "", "You can send it back within 14 days.")
                .does(10, Move.Kind.SECOND, "CONFIRMED", "")
                .scored(Lesson.OWN_MISTAKE);
        assertThat(fair.fairness()).isEqualTo(100);

        moves.clear();
        var gift = looks(5, Fact.ORDER, Fact.PHOTO).offers(10, "EXCHANGE").scored(Lesson.OWN_MISTAKE);
        assertThat(keys(gift)).contains("practice.lost.not-owed", "practice.lost.unsaid.OWN_MISTAKE");
        assertThat(gift.fairness()).isEqualTo(20);
    }

    @Test
    void whoever_sends_again_from_a_slot_nobody_counted_sends_the_wrong_goods_again() {
        assertThat(keys(looks(5, Fact.PHOTO, Fact.SCANS).offers(10, "RESHIP").scored(Lesson.WRONG_SHELF)))
                .contains("practice.lost.same-again");
        moves.clear();
        assertThat(keys(looks(5, Fact.PHOTO, Fact.SCANS).offers(10, "REFUND").scored(Lesson.WRONG_SHELF)))
                .as("money repeats no mistake")
                .doesNotContain("practice.lost.same-again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please don’t let the children eat any of it!",
                "Nobody should eat these.",
                "There is an allergen in it.",
                "请不要让孩子食用。",
                "请勿食用，里面有坚果。"
            })
    void a_warning_is_heard_in_many_words(String words) {
        var result = looks(5, Fact.PHOTO, Fact.PRODUCT)
                .does(10, Move.Kind.OFFERED, "REFUND", words)
                .scored(Lesson.ALLERGEN);
        assertThat(result.fairness()).isEqualTo(100);
    }

    @Test
    void an_offer_without_a_word_of_danger_is_not_fair_to_whoever_might_eat_it() {
        var result = looks(5, Fact.PHOTO, Fact.PRODUCT)
                .does(10, Move.Kind.OFFERED, "REFUND", "We refund you for the biscuits.")
                .scored(Lesson.ALLERGEN);
        assertThat(keys(result)).containsExactly("practice.lost.unsaid.ALLERGEN");
    }

    @Test
    void a_word_about_the_other_customer_costs_however_it_is_written() {
        var result = looks(5, Fact.PHOTO, Fact.SCALE, Fact.BENCH)
                .does(70, Move.Kind.OFFERED, "RESHIP", "Your goods went to MEI OTHER.")
                .scored(Lesson.CROSSED_LABELS);
        assertThat(keys(result)).containsExactly("practice.lost.told-of-another");
    }

    @Test
    void a_day_of_counting_before_a_word_to_the_customer_breaks_the_promise_of_a_first_answer() {
        var late = looks(24 * 60, Fact.PHOTO, Fact.SCANS, Fact.SHELF)
                .offers(24 * 60 + 5, "RESHIP")
                .scored(Lesson.WRONG_SHELF);
        assertThat(keys(late)).containsExactly("practice.lost.first");

        moves.clear();
        var told = does(5, Move.Kind.WROTE, "", "I am having it counted; you hear from me tomorrow.")
                .does(65, Move.Kind.CUSTOMER, "practice.customer.thanks", "")
                .looks(24 * 60 + 65, Fact.PHOTO, Fact.SCANS, Fact.SHELF)
                .offers(24 * 60 + 70, "RESHIP")
                .scored(Lesson.WRONG_SHELF);
        assertThat(told.time()).isEqualTo(100);
    }

    @Test
    void the_time_that_the_customer_takes_is_not_counted() {
        var result = looks(1, Fact.PHOTO)
                .does(5, Move.Kind.ASKED, "", "Another photo, please")
                .does(5 + 3 * 24 * 60, Move.Kind.CUSTOMER, "practice.DARK_PHOTO.answers", "")
                .offers(10 + 3 * 24 * 60, "EXCHANGE")
                .scored(Lesson.DARK_PHOTO);
        assertThat(result.time()).isEqualTo(100);
    }

    @Test
    void whoever_never_decides_leaves_the_customer_alone() {
        var result = looks(5, Fact.ORDER).scored(Lesson.NEIGHBOUR);
        assertThat(result.fairness()).isZero();
        assertThat(result.time()).isZero();
        assertThat(result.courtesy()).isZero();
        assertThat(result.rating()).isEqualTo(1);
        assertThat(keys(result)).contains("practice.lost.undecided", "practice.lost.silent");
    }

    @Test
    void a_number_that_may_stay_costs_nothing_and_one_that_is_somebody_elses_does() {
        does(5, Move.Kind.WROTE, "", "Please call the courier on 0800 123 456.")
                .does(10, Move.Kind.OFFERED, "RESHIP", "It is on its way with 1Z999.");
        var perhaps = new Advice(LEAKS_NUMBER, 28, 40, "0800 123 456", false);
        var sure = new Advice(LEAKS_NUMBER, 22, 27, "1Z999", true);
        var result =
                Scoring.of(Truth.of(Lesson.NEIGHBOUR), moves, Set.of(), Map.of(1, List.of(perhaps), 2, List.of(sure)));
        assertThat(result.courtesy()).isEqualTo(100 - Scoring.LEAKS);
        assertThat(result.reasons().stream().filter(reason -> reason.part() == Part.COURTESY))
                .singleElement()
                .extracting(reason -> reason.gaps().getFirst())
                .isEqualTo("1Z999");
    }

    @Test
    void what_hurts_counts_each_time_and_what_is_missing_where_no_message_has_it() {
        does(5, Move.Kind.WROTE, "", "You must be wrong.").does(10, Move.Kind.OFFERED, "RESHIP", "Again your mistake.");
        var hurts = List.of(new Advice(BLAMES, 0, 3, "You must be wrong", true), Advice.missing(NO_APOLOGY));
        var result = Scoring.of(
                Truth.of(Lesson.NEIGHBOUR), moves, Set.of(), Map.of(1, hurts, 2, List.of(Advice.missing(NO_APOLOGY))));
        assertThat(result.courtesy()).isEqualTo(100 - Scoring.HURTS - Scoring.MISSING);

        var once = Scoring.of(Truth.of(Lesson.NEIGHBOUR), moves, Set.of(), Map.of(1, hurts, 2, List.of()));
        assertThat(once.courtesy()).as("the second message apologised").isEqualTo(100 - Scoring.HURTS);
    }
}
