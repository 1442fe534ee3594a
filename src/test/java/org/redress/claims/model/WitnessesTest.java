package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.claims.model.Recorded.BLUE;
import static org.redress.claims.model.Recorded.RED;
import static org.redress.claims.model.Recorded.came;
import static org.redress.claims.model.Recorded.said;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.claims.Conclusion;
import org.redress.claims.Verdict;
import org.redress.claims.Verification;
import org.redress.claims.Verification.Code;
import org.redress.claims.Verification.Difference;
import org.redress.claims.Verification.Outcome;
import org.redress.claims.Verification.Stage;
import org.redress.claims.Verification.Station;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.traces.Parcel;
import org.redress.traces.TraceEvent.Scan;
import org.redress.traces.TraceEvent.Trouble;

/** What each record says about what came, and what it makes of the verdict. */
class WitnessesTest {
    private static Recorded blueForRed() {
        return new Recorded().claim("RED", 1, Problem.WRONG_VARIANT, came("BLUE", 1));
    }

    private static Verdict verdict(Recorded recorded) {
        return recorded.verification().verdict();
    }

    @Test
    void the_label_of_another_parcel_is_a_fact_and_with_the_barcode_it_confirms() {
        var labelled = blueForRed().parcel(null, null).labelOfAnotherParcel("PX-000002");
        assertThat(verdict(labelled)).isEqualTo(Verdict.LIKELY);
        assertThat(labelled.check(Code.OUTER_LABEL).explanation().key()).endsWith(".another");
        assertThat(labelled.check(Code.OUTER_LABEL).explanation().gaps())
                .as("nothing of the other customer")
                .isEmpty();
        assertThat(verdict(labelled.photo(EvidenceKind.ITEM_BARCODE, BLUE))).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void ones_own_label_says_nothing_about_the_contents_however_it_is_spelled() {
        var own = blueForRed().parcel(null, null).photoOf(EvidenceKind.OUTER_LABEL, "px 000 001");
        assertThat(own.check(Code.OUTER_LABEL).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(own.check(Code.OUTER_LABEL).explanation().key()).endsWith(".same");
    }

    @Test
    void ones_own_label_and_slip_speak_against_a_parcel_that_is_said_to_be_anothers() {
        var whole = new Recorded()
                .claim(null, 1, Problem.WRONG_PARCEL, null)
                .parcel(null, null)
                .photoOf(EvidenceKind.OUTER_LABEL, "PX-000001");
        assertThat(whole.check(Code.OUTER_LABEL).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict(whole)).isEqualTo(Verdict.UNCONFIRMED);
        assertThat(verdict(whole.photoOf(EvidenceKind.PACKING_SLIP, "A-1"))).isEqualTo(Verdict.CONTRADICTED);
    }

    @Test
    void the_label_of_the_other_parcel_of_one_order_is_no_swap() {
        var two = blueForRed()
                .parcel(null, null)
                .parcel("PX-000003", "A-1", null, null)
                .names("PX-000001")
                .photoOf(EvidenceKind.OUTER_LABEL, "PX-000003");
        assertThat(verdict(two)).isEqualTo(Verdict.UNCONFIRMED);
    }

    @Test
    void a_weight_that_fits_what_came_and_not_what_was_ordered_bears_the_customer_out() {
        var heavier = blueForRed().sell("BLUE", "Blue mug", BLUE, 500).parcel(700, 905);
        assertThat(heavier.check(Code.WEIGHT).outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict(heavier)).isEqualTo(Verdict.LIKELY);
        assertThat(verdict(heavier.photo(EvidenceKind.ITEM_BARCODE, BLUE))).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void a_weight_that_fits_what_was_ordered_speaks_against_something_much_heavier() {
        var light = blueForRed().sell("BLUE", "Blue mug", BLUE, 500).parcel(700, 705);
        assertThat(light.check(Code.WEIGHT).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict(light)).as("one fact is not two").isEqualTo(Verdict.UNCONFIRMED);
    }

    @Test
    void articles_of_one_weight_are_not_told_apart_by_the_scale() {
        var alike = blueForRed().parcel(700, 702);
        assertThat(alike.check(Code.WEIGHT).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(alike.check(Code.WEIGHT).explanation().key()).endsWith(".alike");
    }

    @Test
    void a_weight_without_a_weight_to_compare_is_not_known() {
        assertThat(blueForRed().parcel(null, 700).check(Code.WEIGHT).outcome())
                .as("by its articles, packaging uncounted")
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(blueForRed().check(Code.WEIGHT).explanation().key()).endsWith(".unknown");
        assertThat(blueForRed()
                        .parcel(700, null)
                        .check(Code.WEIGHT)
                        .explanation()
                        .key())
                .endsWith(".unknown");
    }

    @Test
    void another_parcel_on_the_carriers_scale_is_no_reason_to_doubt_the_customer() {
        var swapped = blueForRed().weighedTwice(2_600, 2_610, 680).picked("RED", 2, Scan.ITEM);
        assertThat(swapped.check(Code.WEIGHT).outcome()).isEqualTo(Outcome.PASS);
        assertThat(swapped.check(Code.WEIGHT).explanation().key()).endsWith(".scales");
        assertThat(verdict(swapped)).isEqualTo(Verdict.LIKELY);
        assertThat(blueForRed()
                        .weighedTwice(2_600, 2_610, 3_000)
                        .check(Code.WEIGHT)
                        .explanation()
                        .key())
                .as("a carrier rounds")
                .doesNotEndWith(".scales");
    }

    @Test
    void where_we_have_probably_erred_nothing_is_held_against_the_customer() {
        var against = new Verification(Verdict.CONTRADICTED, List.of(), List.of(), List.of(), 1);
        assertThat(against.given(null)).isEqualTo(against);
        assertThat(against.given(cause("PACK", "PROBABLE")).verdict()).isEqualTo(Verdict.UNCONFIRMED);
        assertThat(against.given(cause("PACK", "UNDETERMINED"))).isEqualTo(against);
        assertThat(against.given(cause("CUSTOMER", "PROBABLE"))).isEqualTo(against);
        var likely = new Verification(Verdict.LIKELY, List.of(), List.of(), List.of(), 1);
        assertThat(likely.given(cause("PACK", "PROBABLE"))).isEqualTo(likely);
    }

    private static Conclusion cause(String stage, String status) {
        return new Conclusion(stage, "LS", status, Conclusion.Avoid.NOTHING);
    }

    @Test
    void what_is_missing_is_missing_on_the_scale_too() {
        var missing = new Recorded().claim("RED", 1, Problem.MISSING_ITEM, null).parcel(700, 400);
        assertThat(missing.check(Code.WEIGHT).outcome()).isEqualTo(Outcome.PASS);
        var there = new Recorded().claim("RED", 1, Problem.MISSING_ITEM, null).parcel(700, 699);
        assertThat(there.check(Code.WEIGHT).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_mismatch_confirmed_by_hand_at_the_shelf_is_a_fact() {
        var override = blueForRed().picked("RED", 2, Scan.OVERRIDE);
        assertThat(override.check(Code.WAREHOUSE_RECORD).outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict(override)).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void a_record_of_an_article_that_was_never_ordered_is_a_fact_about_the_order_data() {
        var other = blueForRed().picked("BLUE", 1, Scan.ITEM);
        assertThat(other.check(Code.WAREHOUSE_RECORD).explanation().key()).endsWith(".another");
        assertThat(verdict(other)).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void the_scan_at_the_shelf_and_the_photo_read_one_label_and_are_one_fact() {
        var mislabelled = blueForRed().picked("RED", 2, Scan.ITEM).photo(EvidenceKind.ITEM_BARCODE, RED);
        assertThat(mislabelled.check(Code.WAREHOUSE_RECORD).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict(mislabelled)).isEqualTo(Verdict.UNCONFIRMED);
        assertThat(mislabelled.verification().missingEvidence()).containsExactly(EvidenceKind.ITEM);
    }

    @Test
    void two_independent_facts_that_the_right_one_came_contradict() {
        var both = blueForRed()
                .sell("BLUE", "Blue mug", BLUE, 500)
                .parcel(700, 705)
                .picked("RED", 2, Scan.ITEM);
        assertThat(verdict(both)).isEqualTo(Verdict.CONTRADICTED);
    }

    @Test
    void one_fact_for_the_customer_is_never_outvoted() {
        var torn = blueForRed()
                .sell("BLUE", "Blue mug", BLUE, 500)
                .parcel(700, 705)
                .picked("RED", 2, Scan.ITEM)
                .photo(EvidenceKind.ITEM_BARCODE, BLUE);
        assertThat(verdict(torn)).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void contents_that_name_no_known_article_say_nothing_of_the_ordered_one() {
        var unreadable = blueForRed().packed(Recorded.UNLISTED, 2);
        assertThat(unreadable.check(Code.WAREHOUSE_RECORD).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict(unreadable)).isEqualTo(Verdict.UNCONFIRMED);
        assertThat(verdict(blueForRed().packed("TEA", 1))).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void a_delay_says_nothing_of_which_article_came() {
        var late = blueForRed().claim("TEA", 1, Problem.LATE, null).trouble(Trouble.DELAY);
        assertThat(late.check(Code.CARRIER_RECORD).outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict(late)).isEqualTo(Verdict.UNCONFIRMED);
        assertThat(verdict(late.photo(EvidenceKind.ITEM_BARCODE, BLUE))).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void goods_are_known_again_by_the_parcel_they_left_in_and_counted() {
        var back = blueForRed().cameBack("BLUE", 3);
        assertThat(back.check(Code.RETURN_INSPECTION).outcome()).isEqualTo(Outcome.PASS);
        assertThat(back.verification().discrepancies())
                .filteredOn(row -> "BLUE".equals(row.sku()))
                .singleElement()
                .satisfies(row -> assertThat(row.received()).isEqualTo(3));
    }

    @Test
    void goods_that_came_back_are_a_fact_either_way() {
        assertThat(verdict(blueForRed().inspected("BLUE").photo(EvidenceKind.ITEM_BARCODE, BLUE)))
                .isEqualTo(Verdict.CONFIRMED);
        var right = blueForRed().inspected("RED");
        assertThat(right.check(Code.RETURN_INSPECTION).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict(right.picked("RED", 2, Scan.ITEM))).isEqualTo(Verdict.CONTRADICTED);
    }

    @Test
    void loss_and_delay_are_asked_of_the_carrier_and_not_of_the_shelf() {
        var lost = new Recorded().claim("RED", 2, Problem.NOT_RECEIVED, null).picked("BLUE", 1, Scan.ITEM);
        assertThat(lost.verification().checks())
                .extracting(check -> check.code())
                .doesNotContain(Code.WAREHOUSE_RECORD);
        assertThat(verdict(lost)).isEqualTo(Verdict.UNCONFIRMED);
        assertThat(verdict(lost.trouble(Trouble.LOSS))).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void a_delivery_on_record_speaks_against_one_that_never_came_and_alone_it_does_not_decide() {
        var delivered =
                new Recorded().claim("RED", 2, Problem.NOT_RECEIVED, null).delivered();
        assertThat(delivered.check(Code.CARRIER_RECORD).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict(delivered)).isEqualTo(Verdict.UNCONFIRMED);
        assertThat(delivered.check(Code.PARCEL_DELIVERED).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void every_station_stands_in_the_ledger_and_silence_is_not_zero() {
        var recorded = blueForRed()
                .parcel(null, null)
                .picked("RED", 2, Scan.LOCATION)
                .packed("RED", 2)
                .packed("BLUE", 1)
                .unpacked("RED", 1);
        var red = recorded.row("RED");
        assertThat(red.picked()).isEqualTo(2);
        assertThat(red.packed()).isEqualTo(1);
        assertThat(red.shipped()).isEqualTo(2);
        assertThat(red.received()).isEqualTo(1);
        assertThat(red.stations()).extracting(Station::stage).containsExactly(Stage.values());
        assertThat(red.stations()).extracting(Station::confidence).element(1).isEqualTo(0.8);
        var tea = recorded.row("TEA");
        assertThat(tea.picked()).as("no pick was recorded").isNull();
        assertThat(tea.packed()).as("the contents were recorded without it").isZero();
        assertThat(tea.shipped()).isZero();
        var blue = recorded.row("BLUE");
        assertThat(blue.ordered()).isZero();
        assertThat(blue.packed()).isEqualTo(1);
        assertThat(blue.difference()).isEqualTo(Difference.WRONG_VARIANT);
        assertThat(blue.lookAlikeOf()).isEqualTo("RED");
    }

    @Test
    void two_parcels_of_which_one_tells_its_contents_leave_the_rest_unknown() {
        var two = blueForRed()
                .parcel("PX-000001", "A-1", null, null, new Parcel.Line(new Sku("RED"), 2))
                .parcel("PX-000002", "A-1", null, null);
        assertThat(two.row("RED").shipped()).isEqualTo(2);
        assertThat(two.row("TEA").shipped()).isNull();
    }

    @Test
    void how_what_came_differs_is_named() {
        var claims = new Recorded()
                .claim("RED", 2, Problem.MISSING_ITEM, null)
                .claim(null, 0, Problem.EXTRA_ITEM, said("a spoon", 1));
        assertThat(claims.row("RED").difference()).isEqualTo(Difference.MISSING);
        assertThat(claims.row("TEA").difference()).isEqualTo(Difference.UNKNOWN);
        assertThat(claims.row("a spoon").difference()).isEqualTo(Difference.WRONG_ITEM);
        var only = new Recorded().claim(null, 0, Problem.EXTRA_ITEM, said("a spoon", 1));
        assertThat(only.row("a spoon").difference()).isEqualTo(Difference.EXTRA);
        var few = new Recorded().claim("RED", 2, Problem.WRONG_QUANTITY, came("RED", 1));
        assertThat(few.row("RED").difference()).isEqualTo(Difference.TOO_FEW);
    }

    @Test
    void what_another_claim_has_made_right_is_said() {
        assertThat(blueForRed().check(Code.NOT_REMEDIED).outcome()).isEqualTo(Outcome.PASS);
        assertThat(blueForRed()
                        .remediedElsewhere("RED", 1)
                        .check(Code.NOT_REMEDIED)
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void what_is_confirmed_needs_no_further_photo() {
        var confirmed =
                blueForRed().photo(EvidenceKind.OTHER, BLUE).parcel(null, null).labelOfAnotherParcel("PX-000002");
        assertThat(confirmed.verification().missingEvidence()).isEmpty();
    }
}
