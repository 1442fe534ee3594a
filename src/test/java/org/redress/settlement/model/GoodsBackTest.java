package org.redress.settlement.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.claims.Filing;
import org.redress.claims.ReturnMatch;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.remedy.Remedy;
import org.redress.settlement.Dispositions;
import org.redress.settlement.GoodsReturn.Condition;
import org.redress.settlement.GoodsReturn.Disposition;
import org.redress.settlement.GoodsReturn.Piece;

class GoodsBackTest {
    static Filing.Line line(String ordered, int quantity, Problem problem, @Nullable String came, int units) {
        var received = new Filing.Received(came == null ? null : new Sku(came), null, "it", units);
        return new Filing.Line(new Sku(ordered), quantity, problem, received);
    }

    static Piece piece(String sku, int quantity) {
        return piece(sku, quantity, Disposition.SEND_BACK);
    }

    static Piece piece(String sku, int quantity, Disposition disposition) {
        return new Piece(new Sku(sku), true, quantity, Condition.OPENED, disposition);
    }

    private static Remedy.Goods goods(String sku, int quantity) {
        return new Remedy.Goods(new Sku(sku), quantity);
    }

    @Test
    void what_came_is_expected_and_not_what_was_ordered() {
        var lines = List.of(line("RED", 1, Problem.WRONG_ITEM, "BLUE", 2));
        var whole = new GoodsBack.Expected(List.of(goods("BLUE", 2)), true);
        assertThat(GoodsBack.expected(List.of(), lines)).isEqualTo(whole);
        assertThat(GoodsBack.expected(List.of(goods("RED", 1)), lines)).isEqualTo(whole);
    }

    @Test
    void a_label_for_some_of_what_came_expects_only_that() {
        var lines =
                List.of(line("RED", 1, Problem.WRONG_ITEM, "BLUE", 1), line("CUP", 1, Problem.WRONG_ITEM, "JUG", 1));
        assertThat(GoodsBack.expected(List.of(goods("JUG", 1)), lines))
                .isEqualTo(new GoodsBack.Expected(List.of(goods("JUG", 1)), true));
    }

    @Test
    void what_nobody_can_name_is_unknown() {
        var nameless = line("RED", 1, Problem.WRONG_ITEM, null, 1);
        assertThat(GoodsBack.expected(List.of(), List.of(nameless)))
                .isEqualTo(new GoodsBack.Expected(List.of(), false));
        assertThat(GoodsBack.expected(List.of(), List.of(nameless, line("CUP", 1, Problem.WRONG_ITEM, "JUG", 1))))
                .isEqualTo(new GoodsBack.Expected(List.of(goods("JUG", 1)), false));
    }

    @Test
    void damaged_goods_come_back_as_ordered() {
        var damaged = new Filing.Line(new Sku("RED"), 2, Problem.DAMAGED, null);
        assertThat(GoodsBack.expected(List.of(), List.of(damaged)).goods()).containsExactly(goods("RED", 2));
    }

    @Test
    void a_receipt_is_compared_with_what_was_claimed() {
        var expected = List.of(goods("BLUE", 2));
        assertThat(compare(expected, piece("BLUE", 2))).isEqualTo(ReturnMatch.SAME);
        assertThat(compare(expected, piece("BLUE", 1), piece("BLUE", 1))).isEqualTo(ReturnMatch.SAME);
        assertThat(compare(expected, piece("BLUE", 1))).isEqualTo(ReturnMatch.FEWER);
        assertThat(compare(expected, piece("BLUE", 3))).isEqualTo(ReturnMatch.MORE);
        assertThat(compare(expected, piece("GREEN", 2))).isEqualTo(ReturnMatch.OTHER_ARTICLE);
        assertThat(compare(expected, piece("BLUE", 2), piece("GREEN", 1))).isEqualTo(ReturnMatch.OTHER_ARTICLE);
        assertThat(compare(expected)).isEqualTo(ReturnMatch.NOTHING_CAME);
    }

    @Test
    void unknown_stays_unknown_but_an_empty_parcel_is_empty() {
        assertThat(compare(List.of(), piece("BLUE", 1))).isEqualTo(ReturnMatch.UNKNOWN);
        assertThat(compare(List.of())).isEqualTo(ReturnMatch.NOTHING_CAME);
        var part = List.of(goods("BLUE", 1));
        assertThat(GoodsBack.compare(part, false, List.of(piece("GREEN", 1)))).isEqualTo(ReturnMatch.UNKNOWN);
        assertThat(GoodsBack.compare(part, false, List.of(piece("BLUE", 1), piece("GREEN", 1))))
                .isEqualTo(ReturnMatch.UNKNOWN);
    }

    private static ReturnMatch compare(List<Remedy.Goods> expected, Piece... pieces) {
        return GoodsBack.compare(expected, true, List.of(pieces));
    }

    @Test
    void sealed_goods_are_sold_again_and_dangerous_ones_never() {
        assertThat(Dispositions.proposed(true, product(null), Condition.SEALED)).isEqualTo(Disposition.RESELL);
        assertThat(Dispositions.proposed(true, product(null), Condition.OPENED)).isEqualTo(Disposition.QUARANTINE);
        assertThat(Dispositions.proposed(true, product(null), Condition.DAMAGED))
                .isEqualTo(Disposition.DESTROY);
        assertThat(Dispositions.proposed(true, null, Condition.SEALED)).isEqualTo(Disposition.QUARANTINE);
        assertThat(Dispositions.proposed(false, null, Condition.SEALED)).isEqualTo(Disposition.SEND_BACK);
        for (var hazard : Product.Hazard.values()) {
            for (var condition : Condition.values()) {
                assertThat(Dispositions.proposed(true, product(hazard), condition))
                        .isNotEqualTo(Disposition.RESELL);
                assertThat(Dispositions.fault(true, product(hazard), condition, Disposition.RESELL))
                        .contains("RESELL_HAZARDOUS");
            }
        }
        assertThat(Dispositions.fault(false, null, Condition.SEALED, Disposition.RESELL))
                .contains("RESELL_FOREIGN");
        assertThat(Dispositions.fault(true, product(null), Condition.DAMAGED, Disposition.RESELL))
                .contains("RESELL_DAMAGED");
        assertThat(Dispositions.fault(true, product(null), Condition.OPENED, Disposition.RESELL))
                .isEmpty();
    }

    private static Product product(Product.@Nullable Hazard hazard) {
        return new Product(new Sku("RED"), "Red mug", null, null, null, null, null, null, hazard);
    }
}
