package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.redress.claims.model.Recorded.BLUE;
import static org.redress.claims.model.Recorded.RED;
import static org.redress.claims.model.Recorded.TEA;
import static org.redress.claims.model.Recorded.UNLISTED;
import static org.redress.claims.model.Recorded.came;
import static org.redress.claims.model.Recorded.said;

import java.time.Duration;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.claims.Channel;
import org.redress.claims.Verdict;
import org.redress.claims.Verification.Code;
import org.redress.claims.Verification.Outcome;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;

class VerificationChecksTest {
    private static Recorded blueForRed() {
        return new Recorded().claim("RED", 1, Problem.WRONG_VARIANT, came("BLUE", 1));
    }

    @Test
    void a_statement_alone_confirms_nothing_and_contradicts_nothing() {
        assertThat(blueForRed().verification().verdict()).isEqualTo(Verdict.UNCONFIRMED);
        assertThat(blueForRed().check(Code.PHOTO_BARCODE).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(blueForRed().check(Code.PHOTO_BARCODE).explanation().key()).endsWith(".none");
    }

    @Test
    void a_photo_of_an_article_that_was_not_ordered_makes_it_likely() {
        var seen = blueForRed().photo(EvidenceKind.ITEM_BARCODE, BLUE);
        assertThat(seen.verification().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(seen.check(Code.PHOTO_BARCODE).outcome()).isEqualTo(Outcome.PASS);
        assertThat(seen.check(Code.PHOTO_BARCODE).explanation().gaps()).containsExactly("Blue mug", "Red mug");
    }

    @Test
    void the_slip_of_another_order_besides_is_a_second_fact_and_confirms_it() {
        var seen = blueForRed().photo(EvidenceKind.ITEM_BARCODE, BLUE).slipOfAnotherOrder("A-2");
        assertThat(seen.verification().verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(seen.check(Code.PACKING_SLIP).explanation().key()).endsWith(".another");
    }

    @Test
    void two_photos_of_the_same_article_are_one_fact() {
        var seen = blueForRed().photo(EvidenceKind.ITEM, BLUE).photo(EvidenceKind.ITEM_BARCODE, BLUE);
        assertThat(seen.verification().verdict()).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void a_photo_of_the_ordered_barcode_never_contradicts_and_asks_for_the_article_itself() {
        var seen = blueForRed()
                .photo(EvidenceKind.ITEM_BARCODE, RED)
                .photo(EvidenceKind.ITEM, RED)
                .photoOf(EvidenceKind.PACKING_SLIP, "A-1");
        assertThat(seen.verification().verdict()).isEqualTo(Verdict.UNCONFIRMED);
        assertThat(seen.check(Code.PHOTO_BARCODE).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(seen.check(Code.PHOTO_BARCODE).explanation().key()).endsWith(".same");
    }

    @Test
    void nor_does_it_bear_out_the_customer_who_names_that_very_code() {
        var mislabelled =
                new Recorded().claim("RED", 1, Problem.WRONG_ITEM, came(RED, 1)).photo(EvidenceKind.ITEM_BARCODE, RED);
        assertThat(mislabelled.verification().verdict()).isEqualTo(Verdict.UNCONFIRMED);
    }

    @Test
    void another_ordered_article_that_came_instead_is_borne_out_by_its_photo() {
        var swapped = new Recorded().claim("RED", 1, Problem.WRONG_ITEM, came("TEA", 1));
        assertThat(swapped.photo(EvidenceKind.ITEM_BARCODE, TEA).verification().verdict())
                .isEqualTo(Verdict.LIKELY);
    }

    @Test
    void a_code_that_no_catalogue_knows_is_another_article_where_the_ordered_ones_are_known() {
        var seen = blueForRed().photo(EvidenceKind.ITEM_BARCODE, UNLISTED);
        assertThat(seen.verification().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(seen.check(Code.PHOTO_BARCODE).explanation().key()).endsWith(".unlisted");
    }

    @Test
    void a_code_that_no_catalogue_knows_says_nothing_where_the_ordered_article_has_no_code_on_record() {
        var seen = new Recorded()
                .sell("RED", "Red mug", null)
                .claim("RED", 1, Problem.WRONG_VARIANT, said("a blue mug", 1))
                .photo(EvidenceKind.ITEM_BARCODE, UNLISTED);
        assertThat(seen.verification().verdict()).isEqualTo(Verdict.UNCONFIRMED);
        assertThat(seen.check(Code.PHOTO_BARCODE).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_code_that_stands_on_several_articles_is_the_ordered_one_first() {
        var shared = blueForRed().sell("OLD", "Red mug, old box", RED).photo(EvidenceKind.ITEM_BARCODE, RED);
        assertThat(shared.verification().verdict()).isEqualTo(Verdict.UNCONFIRMED);
        assertThat(shared.facts().candidates(RED))
                .extracting(product -> product.sku().value())
                .containsExactly("RED", "OLD");
    }

    @Test
    void a_label_on_the_carton_says_nothing_about_the_goods_in_it() {
        var seen = blueForRed().photo(EvidenceKind.OUTER_LABEL, BLUE);
        assertThat(seen.verification().verdict()).isEqualTo(Verdict.UNCONFIRMED);
    }

    @ParameterizedTest
    @CsvSource({"https://shop.example.com/thank-you", "A-7", "LOT-1"})
    void a_code_on_the_slip_that_is_no_order_of_ours_is_not_that_of_another_order(String text) {
        var seen = blueForRed().photoOf(EvidenceKind.PACKING_SLIP, text);
        assertThat(seen.check(Code.PACKING_SLIP).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(seen.verification().verdict()).isEqualTo(Verdict.UNCONFIRMED);
    }

    @ParameterizedTest
    @CsvSource({"A-1", "https://shop.example.com/orders/A-1?lang=en", "a-1", "Order: A-1"})
    void the_slip_of_this_order_says_that_the_parcel_was_theirs_and_nothing_about_what_was_in_it(String text) {
        var seen = blueForRed().photoOf(EvidenceKind.PACKING_SLIP, text);
        assertThat(seen.check(Code.PACKING_SLIP).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(seen.check(Code.PACKING_SLIP).explanation().key()).endsWith(".same");
        assertThat(seen.verification().verdict()).isEqualTo(Verdict.UNCONFIRMED);
    }

    @Test
    void a_longer_number_that_holds_this_one_is_another_order() {
        var seen = blueForRed().slipOfAnotherOrder("A-15");
        assertThat(seen.check(Code.PACKING_SLIP).explanation().key()).endsWith(".another");
    }

    @Test
    void an_order_nobody_knows_is_a_verdict_of_its_own_whatever_the_photos_show() {
        var unknown = blueForRed().unknownOrder().photo(EvidenceKind.ITEM_BARCODE, BLUE);
        assertThat(unknown.verification().verdict()).isEqualTo(Verdict.UNKNOWN_ORDER);
        assertThat(unknown.verification().checks())
                .filteredOn(check -> check.code() != Code.RECEIVED_DIFFERS
                        && check.code() != Code.PHOTO_BARCODE
                        && check.code() != Code.PHOTO_REUSE)
                .extracting(check -> check.outcome())
                .containsOnly(Outcome.UNKNOWN);
    }

    @Test
    void a_telephone_call_without_an_order_number_is_unknown_and_not_wrong() {
        var call = new Recorded().by(Channel.PHONE).unknownOrder().named(null);
        assertThat(call.verification().verdict()).isEqualTo(Verdict.UNKNOWN_ORDER);
        assertThat(call.check(Code.ORDER_KNOWN).explanation().key()).endsWith(".unnamed");
        assertThat(call.verification().discrepancies()).isEmpty();
    }

    @Test
    void every_check_is_answered_once() {
        assertThat(blueForRed().verification().checks())
                .extracting(check -> check.code())
                .containsExactly(Code.values());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ADA@EXAMPLE.COM, -, PASS",
                "-, 00442079460000, FAIL",
                "-, +442079460000, PASS",
                "eve@example.com, +44 (20) 7946-0000, PASS",
                "eve@example.com, -, FAIL",
                "-, abc, FAIL"
            })
    void whose_order_it_is_is_told_by_the_contact(String email, String phone, Outcome expected) {
        assertThat(blueForRed()
                        .reachedAt(email, phone)
                        .check(Code.ORDER_IS_CUSTOMERS)
                        .outcome())
                .isEqualTo(expected);
    }

    @Test
    void an_article_that_is_not_on_the_order_is_named_unless_it_is_something_extra() {
        var absent = new Recorded().claim("BLUE", 1, Problem.WRONG_ITEM, null);
        assertThat(absent.check(Code.ARTICLE_ON_ORDER).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(absent.check(Code.ARTICLE_ON_ORDER).explanation().gaps()).containsExactly("Blue mug");
        var extra = new Recorded().claim("BLUE", 0, Problem.EXTRA_ITEM, came("BLUE", 1));
        assertThat(extra.check(Code.ARTICLE_ON_ORDER).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void what_came_is_said_by_naming_it_or_by_missing_it() {
        assertThat(blueForRed().check(Code.RECEIVED_DIFFERS).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new Recorded()
                        .claim("RED", 1, Problem.MISSING_ITEM, null)
                        .check(Code.RECEIVED_DIFFERS)
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(new Recorded()
                        .claim("RED", 1, Problem.WRONG_ITEM, null)
                        .check(Code.RECEIVED_DIFFERS)
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void another_claim_on_the_same_units_is_told_to_the_agent() {
        var two = new Recorded()
                .claim("RED", 2, Problem.WRONG_VARIANT, came("BLUE", 2))
                .claimedElsewhere("RED", 1);
        assertThat(two.check(Code.QUANTITY_LEFT).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(two.check(Code.QUANTITY_LEFT).explanation().gaps()).containsExactly("Red mug", 1);
        assertThat(two.verification().verdict()).isEqualTo(Verdict.UNCONFIRMED);
        var one = blueForRed().claimedElsewhere("RED", 1);
        assertThat(one.check(Code.QUANTITY_LEFT).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void two_lines_on_one_article_are_counted_together() {
        var both = new Recorded()
                .claim("RED", 1, Problem.WRONG_VARIANT, came("BLUE", 1))
                .claim("RED", 1, Problem.MISSING_ITEM, null)
                .claimedElsewhere("RED", 1);
        assertThat(both.check(Code.QUANTITY_LEFT).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_photo_from_before_the_order_is_a_question_and_no_verdict() {
        var early = blueForRed().takenAt(Recorded.ORDERED.minus(Duration.ofDays(1)));
        assertThat(early.check(Code.PHOTO_TIME).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(early.verification().verdict()).isEqualTo(Verdict.UNCONFIRMED);
        var late = blueForRed().takenAt(Recorded.ORDERED);
        assertThat(late.check(Code.PHOTO_TIME).outcome()).isEqualTo(Outcome.PASS);
        assertThat(blueForRed().check(Code.PHOTO_TIME).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(blueForRed()
                        .unknownOrder()
                        .takenAt(Recorded.ORDERED)
                        .check(Code.PHOTO_TIME)
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_photo_that_was_not_read_is_unread_and_not_against_anybody() {
        var unread = blueForRed().photo(EvidenceKind.ITEM_BARCODE);
        assertThat(unread.check(Code.PHOTO_BARCODE).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(unread.check(Code.PHOTO_BARCODE).explanation().key()).endsWith(".unread");
    }

    @Test
    void what_is_there_or_can_be_read_is_not_asked_for_again() {
        assertThat(blueForRed().verification().missingEvidence())
                .containsExactly(EvidenceKind.ITEM_BARCODE, EvidenceKind.ITEM);
        assertThat(blueForRed().photo(EvidenceKind.ITEM).verification().missingEvidence())
                .containsExactly(EvidenceKind.ITEM_BARCODE);
        assertThat(blueForRed().photo(EvidenceKind.OTHER, BLUE).verification().missingEvidence())
                .isEmpty();
        assertThat(new Recorded()
                        .claim(null, 1, Problem.WRONG_PARCEL, null)
                        .verification()
                        .missingEvidence())
                .containsExactly(EvidenceKind.OUTER_LABEL, EvidenceKind.PACKING_SLIP);
    }

    @Test
    void a_small_claim_needs_its_most_telling_shot_and_a_great_one_the_outer_label_too() {
        assertThat(of(500).verification().missingEvidence()).containsExactly(EvidenceKind.ITEM_BARCODE);
        assertThat(of(90_000).verification().missingEvidence())
                .containsExactly(EvidenceKind.ITEM_BARCODE, EvidenceKind.ITEM, EvidenceKind.OUTER_LABEL);
        assertThat(of(500).photo(EvidenceKind.OTHER, BLUE).verification().completeness())
                .isEqualTo(1);
        assertThat(of(90_000).photo(EvidenceKind.OTHER, BLUE).verification().completeness())
                .isCloseTo(2 / 3.0, within(0.01));
        assertThat(new Recorded()
                        .claim("TEA-GONE", 1, Problem.WRONG_ITEM, null)
                        .verification()
                        .missingEvidence())
                .as("of unknown worth")
                .containsExactly(EvidenceKind.ITEM_BARCODE, EvidenceKind.ITEM);
        assertThat(of(90_000).unknownOrder().verification().missingEvidence())
                .containsExactly(EvidenceKind.ITEM_BARCODE, EvidenceKind.ITEM);
    }

    private static Recorded of(long cents) {
        var pounds = Currency.getInstance("GBP");
        var line = new Order.Line(1, new Sku("RED"), 1, new Money(cents, pounds), Money.zero(pounds));
        return blueForRed().ordered(Recorded.order("A-1", line));
    }

    @Test
    void a_file_that_could_not_be_read_is_asked_for_again() {
        assertThat(blueForRed().broken(EvidenceKind.ITEM).verification().missingEvidence())
                .contains(EvidenceKind.ITEM);
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.class,
            names = {"NOT_RECEIVED", "LATE"})
    void nobody_is_asked_for_a_photo_of_what_is_not_there(Problem problem) {
        assertThat(new Recorded().claim("RED", 1, problem, null).verification().missingEvidence())
                .isEmpty();
    }
}
