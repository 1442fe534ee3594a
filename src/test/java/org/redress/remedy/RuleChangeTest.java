package org.redress.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleChangeTest {
    private static RuleTable goods(RuleTable.Row... rows) {
        return new RuleTable("goods", List.of("value"), List.of("back"), List.of(rows));
    }

    private static RuleTable.Row row(String id, String value, String back) {
        return new RuleTable.Row(id, List.of(value, back), "house policy");
    }

    @Test
    void a_changed_a_new_and_a_gone_row_are_told_with_what_they_said() {
        var before = goods(row("small", "<= 10", "KEEP"), row("large", "> 10", "LABEL"));
        var after = goods(row("small", "<= 30", "KEEP"), row("mine", "(30..99]", "PICK_UP"));
        assertThat(RuleChange.between(List.of(before), List.of(after)))
                .containsExactly(
                        new RuleChange(
                                "goods",
                                "small",
                                1,
                                List.of("<= 10", "KEEP", "house policy"),
                                List.of("<= 30", "KEEP", "house policy")),
                        new RuleChange("goods", "mine", 2, null, List.of("(30..99]", "PICK_UP", "house policy")),
                        new RuleChange("goods", "large", 2, List.of("> 10", "LABEL", "house policy"), null));
    }

    @Test
    void rows_that_only_moved_are_no_change() {
        var small = row("small", "<= 10", "KEEP");
        var large = row("large", "> 10", "LABEL");
        assertThat(RuleChange.between(List.of(goods(small, large)), List.of(goods(large, small))))
                .isEmpty();
    }
}
