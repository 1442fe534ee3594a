package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.claims.model.Recorded.BLUE;
import static org.redress.claims.model.Recorded.RED;
import static org.redress.claims.model.Recorded.UNLISTED;
import static org.redress.claims.model.Recorded.came;
import static org.redress.claims.model.Recorded.line;
import static org.redress.claims.model.Recorded.order;
import static org.redress.claims.model.Recorded.said;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.claims.Verification.Discrepancy;
import org.redress.claims.Verification.Source;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Problem;

class DiscrepancyLedgerTest {
    @Test
    void every_ordered_article_and_every_one_that_came_has_one_row() {
        var claim = new Recorded().claim("RED", 1, Problem.WRONG_VARIANT, came("BLUE", 1));
        assertThat(claim.verification().discrepancies())
                .extracting(Discrepancy::sku, Discrepancy::ordered, Discrepancy::received)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("RED", 2, 1),
                        org.assertj.core.groups.Tuple.tuple("TEA", 1, null),
                        org.assertj.core.groups.Tuple.tuple("BLUE", 0, 1));
    }

    @Test
    void what_nobody_recorded_is_unknown_and_not_nothing() {
        var claim = new Recorded().claim("RED", 1, Problem.WRONG_VARIANT, came("BLUE", 1));
        assertThat(claim.verification().discrepancies()).allSatisfy(row -> {
            assertThat(row.picked()).isNull();
            assertThat(row.packed()).isNull();
            assertThat(row.shipped()).isNull();
        });
        assertThat(claim.row("TEA").differs()).isFalse();
        assertThat(claim.row("TEA").source()).isEqualTo(Source.ORDER);
    }

    @Test
    void a_wrong_number_of_the_right_article_is_counted_on_its_own_row_however_it_is_named() {
        for (var received : List.of(came("RED", 1), came(RED, 1), said("one red mug", 1))) {
            var claim = new Recorded().claim("RED", 2, Problem.WRONG_QUANTITY, received);
            assertThat(claim.verification().discrepancies()).hasSize(2);
            assertThat(claim.row("RED").received()).isEqualTo(1);
        }
        var unlisted = new Recorded().claim("RED", 2, Problem.WRONG_QUANTITY, came(UNLISTED, 1));
        assertThat(unlisted.row("RED").received()).isZero();
        var withoutCode =
                new Recorded().sell("RED", "Red mug", null).claim("RED", 2, Problem.WRONG_QUANTITY, came(UNLISTED, 1));
        assertThat(withoutCode.row("RED").received()).isEqualTo(1);
    }

    @Test
    void an_article_on_two_order_lines_is_one_row() {
        var claim = new Recorded()
                .ordered(order("A-1", line(1, "RED", 2), line(2, "TEA", 1), line(3, "RED", 3)))
                .claim("RED", 4, Problem.MISSING_ITEM, null);
        assertThat(claim.row("RED").ordered()).isEqualTo(5);
        assertThat(claim.row("RED").received()).isEqualTo(1);
    }

    @Test
    void without_the_order_what_was_ordered_is_unknown() {
        var claim = new Recorded().unknownOrder().claim("RED", 1, Problem.WRONG_VARIANT, came("BLUE", 1));
        assertThat(claim.row("RED").ordered()).isNull();
        assertThat(claim.row("RED").received()).isNull();
        assertThat(claim.row("BLUE").ordered()).isNull();
        assertThat(claim.row("BLUE").received()).isEqualTo(1);
    }

    @Test
    void too_many_of_an_ordered_article_come_on_top_of_those_ordered() {
        var named = new Recorded().claim("RED", 0, Problem.EXTRA_ITEM, came("RED", 1));
        assertThat(named.row("RED").received()).isEqualTo(3);
        var unnamed = new Recorded().claim(null, 0, Problem.EXTRA_ITEM, came("RED", 1));
        assertThat(unnamed.row("RED").received()).isEqualTo(3);
        assertThat(unnamed.row("RED").differs()).isTrue();
    }

    @Test
    void in_which_order_the_lines_are_told_makes_no_difference() {
        var one = new Recorded()
                .claim("TEA", 1, Problem.WRONG_ITEM, came("RED", 1))
                .claim("RED", 1, Problem.MISSING_ITEM, null);
        var other = new Recorded()
                .claim("RED", 1, Problem.MISSING_ITEM, null)
                .claim("TEA", 1, Problem.WRONG_ITEM, came("RED", 1));
        assertThat(one.row("RED").received())
                .isEqualTo(2)
                .isEqualTo(other.row("RED").received());
        assertThat(one.row("TEA").received())
                .isZero()
                .isEqualTo(other.row("TEA").received());
    }

    @Test
    void the_right_article_in_another_number_is_counted_where_it_belongs() {
        var fewer = new Recorded().claim("RED", 2, Problem.WRONG_QUANTITY, came("RED", 1));
        assertThat(fewer.row("RED").received()).isEqualTo(1);
        assertThat(fewer.verification().discrepancies()).hasSize(2);
    }

    @Test
    void a_row_never_falls_below_nothing() {
        var claim = new Recorded().claim("RED", 2, Problem.MISSING_ITEM, null).claim("RED", 2, Problem.DAMAGED, null);
        assertThat(claim.row("RED").received()).isZero();
    }

    @Test
    void a_barcode_that_the_customer_typed_names_the_article() {
        var claim = new Recorded().claim("RED", 1, Problem.WRONG_VARIANT, came(BLUE, 1));
        assertThat(claim.row("BLUE").name()).isEqualTo("Blue mug");
        assertThat(claim.row("BLUE").received()).isEqualTo(1);
    }

    @Test
    void a_barcode_of_several_articles_counts_as_the_ordered_one() {
        var claim =
                new Recorded().sell("OLD", "Red mug, old box", RED).claim("TEA", 1, Problem.WRONG_ITEM, came(RED, 1));
        assertThat(claim.row("RED").received()).isEqualTo(3);
        assertThat(claim.verification().discrepancies())
                .extracting(Discrepancy::sku)
                .containsExactly("RED", "TEA");
    }

    @Test
    void an_article_that_no_catalogue_knows_goes_by_its_barcode_or_its_words() {
        var code = new Recorded().claim("RED", 1, Problem.WRONG_ITEM, came(UNLISTED, 1));
        assertThat(code.row(UNLISTED.digits()).sku()).isNull();
        assertThat(code.row(UNLISTED.digits()).ordered()).isZero();
        var words = new Recorded().claim("RED", 1, Problem.WRONG_ITEM, said("a blue cup", 2));
        assertThat(words.row("a blue cup").received()).isEqualTo(2);
        assertThat(words.row("a blue cup").source()).isEqualTo(Source.STATEMENT);
    }

    @Test
    void the_one_code_in_the_photo_names_what_the_words_describe() {
        var claim = new Recorded()
                .claim("RED", 2, Problem.WRONG_ITEM, said("blue cups", 2))
                .photo(EvidenceKind.ITEM_BARCODE, BLUE);
        assertThat(claim.row("BLUE").received()).isEqualTo(2);
        assertThat(claim.row("BLUE").source()).isEqualTo(Source.PHOTO);
        assertThat(claim.verification().discrepancies())
                .extracting(Discrepancy::sku)
                .containsExactly("RED", "TEA", "BLUE");
    }

    @Test
    void two_codes_in_the_photos_are_not_guessed_between() {
        var claim = new Recorded()
                .claim("RED", 1, Problem.WRONG_ITEM, said("a cup", 1))
                .photo(EvidenceKind.ITEM, BLUE, UNLISTED);
        assertThat(claim.row("a cup").source()).isEqualTo(Source.STATEMENT);
        assertThat(claim.row("BLUE").received()).isEqualTo(1);
        assertThat(claim.row(UNLISTED.digits()).received()).isEqualTo(1);
    }

    @Test
    void a_photo_weighs_more_than_a_statement_and_the_order_more_than_both() {
        var claim = new Recorded()
                .claim("RED", 1, Problem.WRONG_VARIANT, came("BLUE", 1))
                .photo(EvidenceKind.ITEM_BARCODE, BLUE);
        assertThat(claim.row("TEA").confidence()).isEqualTo(1.0);
        assertThat(claim.row("BLUE").confidence()).isBetween(0.9, 1.0);
        assertThat(claim.row("RED").confidence()).isLessThan(claim.row("BLUE").confidence());
    }
}
