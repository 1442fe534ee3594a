package org.redress.investigation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.investigation.model.Scenes.JUG;
import static org.redress.investigation.model.Scenes.JUG_GRAMS;
import static org.redress.investigation.model.Scenes.MUG;
import static org.redress.investigation.model.Scenes.MUG_GRAMS;
import static org.redress.investigation.model.Scenes.SLOT;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Mechanism;
import org.redress.traces.TraceEvent.Scan;

class RiskListTest {
    private static List<String> listed(Mechanism mechanism, Scenes records) {
        return risks(mechanism, records).stream().map(AtRisk::orderNumber).toList();
    }

    private static double probability(Mechanism mechanism, Scenes records, String order) {
        return risks(mechanism, records).stream()
                .filter(each -> each.orderNumber().equals(order))
                .mapToDouble(AtRisk::probability)
                .findFirst()
                .orElse(0);
    }

    private static List<AtRisk> risks(Mechanism mechanism, Scenes records) {
        boolean shelf = mechanism != Mechanism.LI && mechanism != Mechanism.OD;
        var scope = new Scope(
                mechanism,
                0.9,
                MUG,
                mechanism == Mechanism.LI ? MUG : JUG,
                shelf ? Set.of(SLOT) : Set.of(),
                null,
                List.of(),
                Scenes.hour(-300),
                Scenes.hour(300));
        return RiskList.of(scope, records.scene(JUG, List.of()), records);
    }

    @Test
    void whose_parcel_weighs_as_the_wrong_article_is_listed_and_whose_weighs_right_is_not() {
        var records = new Scenes()
                .sent(0, JUG_GRAMS, Scan.LOCATION)
                .sent(1, JUG_GRAMS + 5, Scan.LOCATION)
                .sent(2, MUG_GRAMS - 3, Scan.LOCATION);
        assertThat(listed(Mechanism.PU, records)).containsExactly("H1");
    }

    @Test
    void a_scan_that_matched_clears_an_order_of_strangers_but_not_of_a_lying_label() {
        var records = new Scenes().sent(0, JUG_GRAMS, Scan.LOCATION);
        for (int hour = 1; hour < 6; hour++) {
            records.sent(hour, hour == 3 ? 650 : JUG_GRAMS, hour == 3 ? Scan.ITEM : Scan.LOCATION);
        }
        assertThat(probability(Mechanism.PU, records, "H3")).isLessThan(0.3);
        assertThat(probability(Mechanism.IL, records, "H3")).isGreaterThan(0.5);
    }

    @Test
    void long_before_and_long_after_nobody_is_listed() {
        var records = new Scenes();
        for (int hour = -60; hour < 60; hour++) {
            boolean goesOn = Math.abs(hour) <= 3;
            records.sent(hour, goesOn && hour % 2 == 0 ? JUG_GRAMS : MUG_GRAMS, Scan.LOCATION);
        }
        assertThat(listed(Mechanism.PU, records)).containsExactlyInAnyOrder("H-2", "H2");
    }

    @Test
    void an_article_whose_weight_on_record_is_wrong_makes_nobody_suspect() {
        var records = new Scenes();
        for (int hour = 0; hour < 30; hour++) {
            records.sent(hour, JUG_GRAMS - 40, Scan.LOCATION);
        }
        assertThat(listed(Mechanism.PU, records)).isEmpty();
    }

    @Test
    void who_bought_between_two_complaints_by_the_same_page_is_listed() {
        var records = new Scenes();
        for (int hour = -40; hour < 40; hour++) {
            records.sent(hour, MUG_GRAMS, Scan.ITEM);
        }
        records.wishesElse(-2).wishesElse(-1).wishesElse(2).wishesElse(3);
        assertThat(listed(Mechanism.LI, records))
                .contains("H-2", "H-1", "H1", "H2", "H3")
                .doesNotContain("H-30", "H30");
    }
}
