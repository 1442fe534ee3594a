package org.redress.investigation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.redress.claims.CauseCode;
import org.redress.investigation.Clue;
import org.redress.investigation.Investigation.Status;
import org.redress.investigation.Mechanism;
import org.redress.investigation.NextEvidence;
import org.redress.investigation.Stage;

class InferenceTest {
    private static final EvidenceModel USUAL = EvidenceModel.usual();

    private static Posterior infer(Signs signs) {
        return Inference.infer(USUAL, signs);
    }

    private static double sum(Posterior posterior) {
        return Arrays.stream(posterior.probabilities()).sum();
    }

    @Test
    void without_a_fact_the_priors_stand_and_sum_to_one() {
        var posterior = infer(new Signs());
        assertThat(sum(posterior)).isCloseTo(1, within(1e-12));
        assertThat(posterior.of(Mechanism.PA)).isCloseTo(.19, within(1e-9));
        assertThat(Reasoning.status(posterior)).isEqualTo(Status.UNDETERMINED);
    }

    @Test
    void unknown_is_not_false() {
        var silent = infer(new Signs());
        var denied = infer(new Signs().set(Clue.OTHER_SLIP, false));
        assertThat(denied.of(Mechanism.LS)).isLessThan(silent.of(Mechanism.LS) / 3);
        assertThat(infer(new Signs().set(Clue.OTHER_SLIP, null)).of(Mechanism.LS))
                .isEqualTo(silent.of(Mechanism.LS));
    }

    @Test
    void what_does_not_apply_neither_helps_nor_hurts() {
        var before = infer(new Signs());
        var after = infer(new Signs().set(Clue.STOCK_SHIFTED, false));
        assertThat(after.of(Mechanism.SU) / after.of(Mechanism.OT))
                .isCloseTo(before.of(Mechanism.SU) / before.of(Mechanism.OT), within(1e-9));
    }

    @Test
    void what_hangs_together_counts_at_most_fifty_to_one() {
        var all = new Signs()
                .set(Clue.HELD_BY_NEIGHBOUR, true)
                .set(Clue.NEIGHBOUR_MISMATCH, true)
                .set(Clue.OTHER_SLIP, true);
        var posterior = infer(all);
        double odds = posterior.of(Mechanism.LS) / posterior.of(Mechanism.OT);
        assertThat(odds).isCloseTo(50 * .09 / .04, within(1e-6));
        double parts = 0;
        for (var clue : Clue.values()) {
            var decibans = posterior.decibans(clue);
            parts += decibans == null
                    ? 0
                    : decibans.getOrDefault(Mechanism.LS, 0.0) - decibans.getOrDefault(Mechanism.OT, 0.0);
        }
        assertThat(parts).isCloseTo(10 * Math.log10(50), within(1e-9));
    }

    @Test
    void a_weight_that_both_contents_explain_proves_nothing() {
        var alike = infer(new Signs().set(Clue.WEIGHT_OFF, false).weigh(1));
        assertThat(alike.of(Mechanism.PV)).isCloseTo(USUAL.prior(Mechanism.PV), within(1e-9));
        var telling = infer(new Signs().set(Clue.WEIGHT_OFF, true).weigh(1000));
        assertThat(telling.of(Mechanism.CU)).isLessThan(.02);
    }

    @Test
    void two_independent_groups_are_needed_to_establish() {
        var one = infer(new Signs().set(Clue.OTHER_SLIP, true).set(Clue.HELD_BY_NEIGHBOUR, true));
        assertThat(one.groupsFor(Stage.PACK)).isEqualTo(1);
        var two = infer(new Signs()
                .set(Clue.OTHER_SLIP, true)
                .set(Clue.HELD_BY_NEIGHBOUR, true)
                .set(Clue.NEIGHBOUR_MISMATCH, true)
                .set(Clue.ITEM_SCANNED, true)
                .set(Clue.SLOT_NEAR, false)
                .set(Clue.SIBLING, false)
                .set(Clue.CODE_AS_ORDERED, false)
                .set(Clue.WEIGHT_OFF, true)
                .set(Clue.LINES_DIFFER, false)
                .set(Clue.DELIVERY_DOUBT, false)
                .set(Clue.OTHER_LABEL, false));
        assertThat(two.leadingStage()).isEqualTo(Stage.PACK);
        assertThat(two.groupsFor(Stage.PACK)).isGreaterThanOrEqualTo(2);
        assertThat(Reasoning.status(two)).isEqualTo(Status.ESTABLISHED);
    }

    @Test
    void a_false_claim_is_never_concluded() {
        var worst = new Signs()
                .set(Clue.PICTURE_DOUBT, true)
                .set(Clue.ITEM_SCANNED, true)
                .set(Clue.SLOT_NEAR, false)
                .set(Clue.SIBLING, false)
                .set(Clue.WEIGHT_OFF, false)
                .set(Clue.HELD_BY_NEIGHBOUR, false)
                .set(Clue.REPEATED, false)
                .set(Clue.STOCK_SHIFTED, false)
                .set(Clue.LINES_DIFFER, false)
                .set(Clue.DELIVERY_DOUBT, false);
        var posterior = Reasoning.infer(USUAL, worst);
        assertThat(posterior.leading()).isEqualTo(Mechanism.FC);
        assertThat(Reasoning.status(posterior)).isEqualTo(Status.UNDETERMINED);
    }

    @Test
    void where_our_own_error_explains_it_nothing_is_said_of_the_claimant() {
        var mispick = new Signs()
                .set(Clue.ITEM_SCANNED, false)
                .set(Clue.SLOT_NEAR, true)
                .set(Clue.SIBLING, true)
                .set(Clue.WEIGHT_OFF, true)
                .set(Clue.STOCK_SHIFTED, true);
        var without = Reasoning.infer(USUAL, mispick);
        var with = Reasoning.infer(USUAL, mispick.with(Clue.PICTURE_DOUBT, true));
        assertThat(with.of(Mechanism.FC)).isEqualTo(without.of(Mechanism.FC));
        assertThat(with.decibans(Clue.PICTURE_DOUBT)).isNull();
    }

    @Test
    void the_next_evidence_is_the_most_telling_for_its_cost() {
        var signs = new Signs().set(Clue.HELD_BY_NEIGHBOUR, true).set(Clue.ITEM_SCANNED, true);
        var next = Inquiry.next(USUAL, signs, infer(signs));
        assertThat(next)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.expectedGain()).isPositive());
        for (int i = 1; i < next.size(); i++) {
            var before = next.get(i - 1);
            var after = next.get(i);
            assertThat(before.expectedGain() / before.cost())
                    .isGreaterThanOrEqualTo(after.expectedGain() / after.cost());
        }
        assertThat(next).noneSatisfy(each -> assertThat(each.what().clues()).contains(Clue.HELD_BY_NEIGHBOUR));
    }

    @Test
    void each_answer_is_told_with_the_stage_that_it_would_lead_to() {
        var signs = new Signs().set(Clue.ITEM_SCANNED, false).set(Clue.SLOT_NEAR, true);
        var outcomes = Inquiry.outcomes(USUAL, signs, NextEvidence.RECOUNT);
        assertThat(outcomes)
                .satisfiesExactly(
                        stranger -> assertThat(stranger.present()).isEqualTo(Clue.STRANGER_IN_SLOT),
                        shifted -> assertThat(shifted.present()).isEqualTo(Clue.STOCK_SHIFTED),
                        nothing -> assertThat(nothing.present()).isNull());
        assertThat(outcomes.get(0).stage()).isEqualTo(Stage.STOCK);
        assertThat(outcomes.get(1).stage()).isEqualTo(Stage.PICK);
        var shifted =
                Reasoning.infer(USUAL, signs.with(Clue.STOCK_SHIFTED, true).with(Clue.STRANGER_IN_SLOT, false));
        assertThat(outcomes.get(1).probability()).isEqualTo(shifted.of(Stage.PICK));
        var half = signs.with(Clue.STRANGER_IN_SLOT, true);
        assertThat(Inquiry.outcomes(USUAL, half, NextEvidence.RECOUNT)).hasSize(2);
        assertThat(Inquiry.outcomes(USUAL, half.with(Clue.STOCK_SHIFTED, false), NextEvidence.RECOUNT))
                .isEmpty();
    }

    @Test
    void a_false_claim_is_not_even_held_out() {
        var silent = new Signs()
                .set(Clue.PICTURE_DOUBT, true)
                .set(Clue.ITEM_SCANNED, true)
                .set(Clue.SLOT_NEAR, false)
                .set(Clue.SIBLING, false)
                .set(Clue.WEIGHT_OFF, false)
                .set(Clue.REPEATED, false)
                .set(Clue.LINES_DIFFER, false);
        var outcomes = Inquiry.outcomes(USUAL, silent, NextEvidence.BENCH_VIDEO);
        assertThat(outcomes.getLast().present()).isNull();
        assertThat(outcomes.getLast().stage()).isNull();
    }

    @Test
    void what_is_learned_moves_the_numbers_towards_what_was_seen() {
        var tally = new Tally();
        var random = new SplittableRandom(7);
        for (int i = 0; i < 400; i++) {
            tally.add(new Signs().set(Clue.SIBLING, random.nextDouble() < .5), Mechanism.PV, 1);
        }
        var learned = USUAL.after(tally);
        assertThat(learned.present(Clue.SIBLING, Mechanism.PV)).isBetween(.44, .56);
        assertThat(learned.prior(Mechanism.PV)).isGreaterThan(.9);
        assertThat(learned.present(Clue.SIBLING, Mechanism.PA)).isEqualTo(USUAL.present(Clue.SIBLING, Mechanism.PA));
        double priors = 0;
        for (var mechanism : Mechanism.values()) {
            priors += learned.prior(mechanism);
        }
        assertThat(priors).isCloseTo(1, within(1e-9));
    }

    @Test
    void every_cause_that_a_person_may_record_stands_for_a_mechanism_but_those_of_another_kind() {
        for (var cause : CauseCode.values()) {
            boolean reroute = cause == CauseCode.TR_01 || cause == CauseCode.TR_03;
            assertThat(Mechanism.behind(cause).isEmpty()).as(cause.code()).isEqualTo(reroute);
        }
    }
}
