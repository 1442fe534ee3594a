package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.claims.Assessment;
import org.redress.claims.Severity;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product.Hazard;
import org.redress.remedy.Area;
import org.redress.remedy.dmn.PolicyFile;

class FirstLookTest {
    private static Assessment look(Recorded recorded) {
        return FirstLook.of(recorded.facts(), PolicyFile.shipped(Area.OTHER).figures());
    }

    @Test
    void a_wrong_mug_is_a_normal_claim_and_its_worth_is_said() {
        var look = look(new Recorded().claim("RED", 1, Problem.WRONG_VARIANT, Recorded.came("BLUE", 1)));
        assertThat(look.severity()).isEqualTo(Severity.NORMAL);
        assertThat(look.reasons()).extracting(reason -> reason.key()).containsExactly("claims.severity.worth");
        assertThat(look.dangers()).isEmpty();
    }

    @Test
    void something_dangerous_that_came_goes_before_all_whether_it_is_named_or_photographed() {
        var named = new Recorded()
                .dangerous("BLUE", Hazard.BATTERY)
                .claim("RED", 1, Problem.WRONG_ITEM, Recorded.came("BLUE", 1));
        var photographed = new Recorded()
                .dangerous("BLUE", Hazard.BATTERY)
                .claim("RED", 1, Problem.WRONG_ITEM, Recorded.said("something else", 1))
                .photo(EvidenceKind.ITEM_BARCODE, Recorded.BLUE);
        for (var recorded : List.of(named, photographed)) {
            assertThat(look(recorded).severity()).isEqualTo(Severity.SAFETY);
            assertThat(look(recorded).hazards()).containsExactly(Hazard.BATTERY);
        }
    }

    @Test
    void a_dangerous_article_that_was_ordered_is_a_danger_only_where_it_came_damaged() {
        var swapped = new Recorded()
                .dangerous("RED", Hazard.CHEMICAL)
                .claim("RED", 1, Problem.WRONG_VARIANT, Recorded.came("BLUE", 1));
        assertThat(look(swapped).severity()).isEqualTo(Severity.NORMAL);
        var damaged = new Recorded().dangerous("RED", Hazard.CHEMICAL).claim("RED", 1, Problem.DAMAGED, null);
        assertThat(look(damaged).severity()).isEqualTo(Severity.SAFETY);
    }

    @Test
    void the_slot_that_was_picked_from_is_named_for_whoever_freezes_it() {
        var recorded = new Recorded()
                .dangerous("BLUE", Hazard.MEDICINE)
                .claim("RED", 1, Problem.WRONG_ITEM, Recorded.came("BLUE", 1))
                .pickedFrom("RED", "urn:redress:slot:A-1");
        assertThat(look(recorded).dangers().getFirst().place()).isEqualTo("urn:redress:slot:A-1");
    }

    @Test
    void somebody_else_s_parcel_and_much_money_weigh_more_than_a_mug() {
        var parcel = new Recorded().claim("RED", 2, Problem.WRONG_PARCEL, null);
        assertThat(look(parcel).severity()).isEqualTo(Severity.HIGH);
        var pounds = Currency.getInstance("GBP");
        var dear = Recorded.order(
                "A-1", new Order.Line(1, new Sku("RED"), 1, new Money(900_00, pounds), Money.zero(pounds)));
        assertThat(look(new Recorded().ordered(dear).claim("RED", 1, Problem.MISSING_ITEM, null))
                        .severity())
                .isEqualTo(Severity.HIGH);
    }

    @Test
    void an_article_too_many_lacks_nobody_anything() {
        var look = look(new Recorded().claim(null, 0, Problem.EXTRA_ITEM, Recorded.came("BLUE", 1)));
        assertThat(look.severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void an_order_that_we_do_not_know_is_no_less_urgent() {
        var look = look(new Recorded().unknownOrder().claim("RED", 1, Problem.WRONG_ITEM, Recorded.came("BLUE", 1)));
        assertThat(look.severity()).isEqualTo(Severity.NORMAL);
    }

    @Test
    void what_the_records_alone_say_came_can_be_dangerous_too() {
        var said = Recorded.said("something else", 1);
        for (var recorded : List.of(
                new Recorded().claim("RED", 1, Problem.WRONG_ITEM, said).packed("BLUE", 1),
                new Recorded().claim("RED", 1, Problem.WRONG_ITEM, said).inspected("BLUE"))) {
            assertThat(look(recorded.dangerous("BLUE", Hazard.BATTERY)).hazards())
                    .containsExactly(Hazard.BATTERY);
        }
        var extra = new Recorded().dangerous("BLUE", Hazard.BATTERY).claim("BLUE", 1, Problem.EXTRA_ITEM, null);
        assertThat(look(extra).hazards()).containsExactly(Hazard.BATTERY);
    }
}
