package org.redress.settlement.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.settlement.model.GoodsBackTest.line;
import static org.redress.settlement.model.GoodsBackTest.piece;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.claims.Filing;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.settlement.GoodsReturn.Condition;
import org.redress.settlement.GoodsReturn.Disposition;
import org.redress.settlement.GoodsReturn.Piece;
import org.redress.settlement.StockCorrection;

class StockEffectsTest {
    private static final Filing.Line BLUE_FOR_RED = line("RED", 1, Problem.WRONG_ITEM, "BLUE", 1);
    private static final Filing.Line JUG_FOR_CUP = line("CUP", 1, Problem.WRONG_VARIANT, "JUG", 1);

    @Test
    void what_came_back_as_claimed_corrects_both_articles() {
        assertThat(of(List.of(BLUE_FOR_RED), piece("BLUE", 1)))
                .containsExactly("BLUE -1 LEFT_INSTEAD", "RED 1 NEVER_LEFT");
    }

    @Test
    void the_article_that_really_came_back_is_the_one_that_left() {
        assertThat(of(List.of(BLUE_FOR_RED), piece("GREEN", 1)))
                .containsExactly("GREEN -1 LEFT_INSTEAD", "RED 1 NEVER_LEFT");
    }

    @Test
    void nothing_and_what_was_rightly_delivered_prove_no_mistake() {
        assertThat(of(List.of(BLUE_FOR_RED))).isEmpty();
        assertThat(of(List.of(BLUE_FOR_RED), piece("RED", 1))).as("ordered").isEmpty();
        assertThat(of(List.of(BLUE_FOR_RED), piece("LAMP", 1)))
                .as("on the order too")
                .isEmpty();
    }

    @Test
    void an_article_of_somebody_else_s_corrects_nothing() {
        var foreign = new Piece(new Sku("STONE"), false, 1, Condition.OPENED, Disposition.SEND_BACK);
        assertThat(of(List.of(BLUE_FOR_RED), foreign)).isEmpty();
    }

    @Test
    void two_lines_whose_articles_changed_places_leave_the_books_right() {
        var swapped = List.of(BLUE_FOR_RED, line("BLUE", 1, Problem.WRONG_ITEM, "RED", 1));
        assertThat(of(swapped, piece("BLUE", 1), piece("RED", 1))).isEmpty();
        assertThat(of(swapped, piece("BLUE", 1))).containsExactly("BLUE -1 LEFT_INSTEAD", "RED 1 NEVER_LEFT");
    }

    @Test
    void several_lines_are_corrected_together_where_all_of_it_came_back() {
        var lines = List.of(BLUE_FOR_RED, JUG_FOR_CUP);
        assertThat(of(lines, piece("BLUE", 1), piece("GREEN", 1)))
                .containsExactly(
                        "BLUE -1 LEFT_INSTEAD", "CUP 1 NEVER_LEFT", "GREEN -1 LEFT_INSTEAD", "RED 1 NEVER_LEFT");
        assertThat(of(lines, piece("GREEN", 1))).as("in whose place?").isEmpty();
    }

    @Test
    void more_came_for_one_and_only_as_many_are_lacking_as_were_ordered() {
        assertThat(of(List.of(line("RED", 1, Problem.WRONG_ITEM, "BLUE", 3)), piece("BLUE", 3)))
                .containsExactly("BLUE -3 LEFT_INSTEAD", "RED 1 NEVER_LEFT");
        assertThat(of(List.of(line("RED", 3, Problem.WRONG_ITEM, "BLUE", 3)), piece("BLUE", 2)))
                .containsExactly("BLUE -2 LEFT_INSTEAD", "RED 2 NEVER_LEFT");
        assertThat(of(List.of(BLUE_FOR_RED), piece("BLUE", 5)))
                .as("the rest is a question")
                .containsExactly("BLUE -1 LEFT_INSTEAD", "RED 1 NEVER_LEFT");
    }

    @Test
    void an_extra_article_and_a_surplus_left_without_anything_left_behind() {
        assertThat(of(List.of(line("RED", 0, Problem.EXTRA_ITEM, "BLUE", 1)), piece("BLUE", 1)))
                .containsExactly("BLUE -1 LEFT_INSTEAD");
        assertThat(of(List.of(line("RED", 2, Problem.WRONG_QUANTITY, "RED", 5)), piece("RED", 5)))
                .containsExactly("RED -3 LEFT_INSTEAD");
        assertThat(of(List.of(line("RED", 5, Problem.WRONG_QUANTITY, "RED", 2)), piece("RED", 2)))
                .isEmpty();
    }

    @Test
    void damaged_goods_and_a_stranger_s_parcel_left_as_they_were_booked() {
        var damaged = new Filing.Line(new Sku("RED"), 1, Problem.DAMAGED, null);
        assertThat(of(List.of(damaged), piece("RED", 1))).isEmpty();
        assertThat(of(List.of(damaged, JUG_FOR_CUP), piece("RED", 1), piece("JUG", 1)))
                .containsExactly("CUP 1 NEVER_LEFT", "JUG -1 LEFT_INSTEAD");
        assertThat(of(List.of(line("RED", 1, Problem.WRONG_PARCEL, "BLUE", 1)), piece("BLUE", 1)))
                .isEmpty();
        assertThat(of(List.of(line("RED", 1, Problem.WRONG_PARCEL, null, 1)), piece("BLUE", 1)))
                .isEmpty();
    }

    @Test
    void what_was_told_before_is_not_told_again() {
        var told = List.of(
                mistake("BLUE", -1, StockCorrection.Reason.LEFT_INSTEAD),
                mistake("RED", 1, StockCorrection.Reason.NEVER_LEFT));
        var twice = List.of(line("RED", 2, Problem.WRONG_ITEM, "BLUE", 2));
        assertThat(written(StockEffects.ofMistake(
                        twice, List.of(piece("BLUE", 1), piece("BLUE", 1)), Set.of(new Sku("RED")), told)))
                .containsExactly("BLUE -1 LEFT_INSTEAD", "RED 1 NEVER_LEFT");
        assertThat(StockEffects.ofMistake(
                        List.of(BLUE_FOR_RED), List.of(piece("BLUE", 1)), Set.of(new Sku("RED")), told))
                .isEmpty();
    }

    @Test
    void what_was_told_too_much_is_put_right_under_the_reason_it_was_told_for() {
        var told = List.of(
                mistake("BLUE", -2, StockCorrection.Reason.LEFT_INSTEAD),
                mistake("RED", 2, StockCorrection.Reason.NEVER_LEFT));
        var lines = List.of(line("RED", 2, Problem.WRONG_ITEM, "BLUE", 2));
        var red = Set.of(new Sku("RED"));
        assertThat(written(StockEffects.ofMistake(lines, List.of(piece("BLUE", 1)), red, told)))
                .containsExactly("BLUE 1 LEFT_INSTEAD", "RED -1 NEVER_LEFT");
        assertThat(written(StockEffects.ofMistake(lines, List.of(), red, told)))
                .containsExactly("BLUE 2 LEFT_INSTEAD", "RED -2 NEVER_LEFT");
        assertThat(written(StockEffects.ofMistake(lines, List.of(piece("GREEN", 2)), red, told)))
                .containsExactly("BLUE 2 LEFT_INSTEAD", "GREEN -2 LEFT_INSTEAD");
    }

    @Test
    void goods_that_were_counted_again_move_what_differs_and_nothing_else() {
        var told = List.of(
                new StockEffects.Effect(
                        new Sku("BLUE"), 99_999, StockCorrection.Stock.SELLABLE, StockCorrection.Reason.CAME_BACK),
                new StockEffects.Effect(
                        new Sku("CUP"), 1, StockCorrection.Stock.BLOCKED, StockCorrection.Reason.CAME_BACK));
        assertThat(StockEffects.ofGoods(
                        List.of(piece("BLUE", 1, Disposition.QUARANTINE), piece("CUP", 1, Disposition.QUARANTINE)),
                        told))
                .extracting(effect -> effect.sku() + " " + effect.units() + " " + effect.stock())
                .containsExactly("BLUE -99999 SELLABLE", "BLUE 1 BLOCKED");
    }

    private static StockEffects.Effect mistake(String sku, int units, StockCorrection.Reason reason) {
        return new StockEffects.Effect(new Sku(sku), units, StockCorrection.Stock.SELLABLE, reason);
    }

    @Test
    void the_goods_themselves_are_sold_set_aside_or_in_no_books() {
        var effects = StockEffects.ofGoods(
                List.of(
                        piece("BLUE", 2, Disposition.RESELL),
                        piece("BLUE", 1, Disposition.QUARANTINE),
                        piece("GREEN", 1, Disposition.DESTROY),
                        piece("JUG", 1, Disposition.SEND_BACK)),
                List.of());
        assertThat(effects)
                .extracting(effect -> effect.sku() + " " + effect.units() + " " + effect.stock())
                .containsExactly("BLUE 2 SELLABLE", "BLUE 1 BLOCKED");
    }

    private static List<String> of(List<Filing.Line> lines, Piece... pieces) {
        var onOrder = Set.of(new Sku("RED"), new Sku("CUP"), new Sku("LAMP"));
        return written(StockEffects.ofMistake(lines, List.of(pieces), onOrder, List.of()));
    }

    private static List<String> written(List<StockEffects.Effect> effects) {
        return effects.stream()
                .map(effect -> effect.sku() + " " + effect.units() + " " + effect.reason())
                .toList();
    }
}
