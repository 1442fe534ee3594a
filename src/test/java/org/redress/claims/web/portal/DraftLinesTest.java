package org.redress.claims.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.claims.Filing;
import org.redress.claims.Filing.Line;
import org.redress.claims.Filing.Received;
import org.redress.kernel.Gtin;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;

class DraftLinesTest {
    private static final Order ORDER = PortalFixture.order("P-1", "ann@example.com");
    private static final Sku RED = new Sku("RED");
    private static final Sku TEA = new Sku("TEA");
    private static final Received SEEN = new Received(new Sku("BLUE"), null, null, 1);

    @Test
    void an_article_chosen_from_the_catalogue_is_named_by_its_number() {
        assertThat(lines(row("0", "RED", Problem.WRONG_ITEM, "2", "BLUE", "some words", "")))
                .containsExactly(new Line(RED, 2, Problem.WRONG_ITEM, new Received(new Sku("BLUE"), null, null, 2)));
    }

    @Test
    void digits_with_a_right_check_digit_are_a_barcode_and_other_words_are_words() {
        assertThat(lines(row("0", "RED", Problem.WRONG_ITEM, "1", "", "4006 3813 33931", "")))
                .extracting(Line::received)
                .containsExactly(new Received(null, Gtin.parse("4006381333931").orElseThrow(), null, 1));
        assertThat(lines(row("0", "RED", Problem.WRONG_ITEM, "1", "", "4006381333930", "")))
                .extracting(Line::received)
                .containsExactly(new Received(null, null, "4006381333930", 1));
    }

    @Test
    void the_photo_speaks_where_the_customer_says_nothing() {
        var row = row("0", "RED", Problem.WRONG_VARIANT, "1", "", "", "");
        assertThat(of(List.of(row), Optional.of(SEEN)).lines())
                .extracting(Line::received)
                .containsExactly(SEEN);
    }

    @Test
    void one_photo_does_not_speak_for_two_articles() {
        var rows = List.of(
                row("0", "RED", Problem.WRONG_ITEM, "1", "", "", ""),
                row("1", "TEA", Problem.WRONG_ITEM, "1", "", "", ""));
        assertThat(of(rows, Optional.of(SEEN)).lines())
                .extracting(Line::received)
                .containsOnlyNulls();
    }

    @Test
    void too_few_are_units_that_are_still_owed() {
        assertThat(lines(row("0", "RED", Problem.WRONG_QUANTITY, "2", "", "", "1")))
                .containsExactly(new Line(RED, 1, Problem.WRONG_QUANTITY, new Received(RED, null, null, 0)));
    }

    @Test
    void none_at_all_are_missing() {
        assertThat(lines(row("0", "RED", Problem.WRONG_QUANTITY, "2", "", "", "0")))
                .containsExactly(new Line(RED, 2, Problem.MISSING_ITEM, null));
    }

    @Test
    void too_many_are_something_extra() {
        assertThat(lines(row("0", "RED", Problem.WRONG_QUANTITY, "2", "", "", "5")))
                .containsExactly(new Line(RED, 0, Problem.EXTRA_ITEM, new Received(RED, null, null, 3)));
    }

    @Test
    void the_right_number_is_asked_about_again() {
        assertThat(fault(row("0", "RED", Problem.WRONG_QUANTITY, "2", "", "", "2"), "cameCount.0"))
                .isEqualTo("portal.fault.as-ordered");
    }

    @Test
    void more_than_was_ordered_or_none_cannot_be_affected() {
        for (var quantity : List.of("3", "0", "-1", "1.5", "many")) {
            assertThat(fault(row("0", "RED", Problem.DAMAGED, quantity, "", "", ""), "quantity.0"))
                    .isEqualTo("portal.fault.quantity");
        }
    }

    @Test
    void a_parcel_that_never_came_is_all_its_articles() {
        assertThat(lines(row("p", "", Problem.NOT_RECEIVED, "", "", "", "")))
                .containsExactly(
                        new Line(RED, 2, Problem.NOT_RECEIVED, null), new Line(TEA, 1, Problem.NOT_RECEIVED, null));
    }

    @Test
    void the_whole_parcel_makes_its_articles_a_matter_of_course() {
        var rows =
                List.of(row("0", "RED", Problem.DAMAGED, "1", "", "", ""), row("p", "", Problem.LATE, "", "", "", ""));
        assertThat(of(rows, Optional.empty()).lines())
                .extracting(Line::problem)
                .containsExactly(Problem.LATE, Problem.LATE);
    }

    @Test
    void something_extra_needs_a_word_or_a_photo() {
        assertThat(fault(row("x", "", null, "", "", "", ""), "came.x")).isEqualTo("portal.fault.extra");
        assertThat(of(List.of(row("x", "", null, "", "", "", "4")), Optional.of(SEEN))
                        .lines())
                .containsExactly(new Line(null, 0, Problem.EXTRA_ITEM, new Received(new Sku("BLUE"), null, null, 4)));
    }

    @Test
    void nothing_tapped_is_nothing_said() {
        assertThat(of(List.of(), Optional.empty()).faults().at("pick")).isNotNull();
    }

    @Test
    void an_article_that_is_not_on_the_order_is_left_out() {
        assertThat(lines(row("0", "GOLD", Problem.WRONG_ITEM, "1", "", "", ""))).isEmpty();
    }

    @Test
    void without_an_order_the_customers_words_name_the_article() {
        var row = new Draft.Row("u", true, "", "A very red mug ".repeat(9), Problem.MISSING_ITEM, "1", "", "", "");
        var lines = DraftLines.of(draft(List.of(row)), Optional.empty(), Optional.empty());
        assertThat(lines.faults().isEmpty()).isTrue();
        assertThat(lines.lines().getFirst().sku())
                .isNotNull()
                .satisfies(sku ->
                        assertThat(sku.value()).startsWith("A very red mug").hasSizeLessThanOrEqualTo(64));
    }

    private static List<Line> lines(Draft.Row row) {
        return of(List.of(row), Optional.empty()).lines();
    }

    private static @Nullable String fault(Draft.Row row, String field) {
        var says = of(List.of(row), Optional.empty()).faults().at(field);
        return says == null ? null : says.key();
    }

    private static DraftLines of(List<Draft.Row> rows, Optional<Filing.Received> seen) {
        return DraftLines.of(draft(rows), Optional.of(ORDER), seen);
    }

    private static Draft draft(List<Draft.Row> rows) {
        var fresh = Draft.fresh();
        return new Draft(fresh.form(), "P-1", "ann@example.com", rows, List.of(), null, "", "", Draft.NO_LINK);
    }

    private static Draft.Row row(
            String key,
            String sku,
            @Nullable Problem problem,
            String quantity,
            String cameSku,
            String came,
            String cameCount) {
        return new Draft.Row(key, true, sku, "", problem, quantity, cameSku, came, cameCount);
    }
}
