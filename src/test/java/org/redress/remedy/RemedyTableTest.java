package org.redress.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Problem;

class RemedyTableTest {
    private static final RemedyTable TABLE = RemedyTable.standard();

    @Test
    void every_rule_of_the_table_has_its_sentence_in_both_languages() throws IOException {
        var keys = new ArrayList<String>();
        TABLE.ways().forEach(row -> keys.add(row.rule().sentence().key()));
        TABLE.dispositions().forEach(row -> keys.add(row.rule().sentence().key()));
        TABLE.floors().forEach(row -> keys.add(row.sentence().key()));
        for (var id : List.of(
                "shipping-back",
                "returned-as-asked",
                "approval-limit",
                "approval-compensation",
                "approval-beyond-share")) {
            keys.add("remedy.rule." + id);
        }
        assertThat(texts("remedy")).containsKeys(keys.toArray());
        assertThat(texts("remedy_zh")).containsKeys(keys.toArray());
    }

    @Test
    void every_problem_and_every_need_has_its_row() {
        for (var problem : Problem.values()) {
            assertThat(TABLE.dispositions()).anyMatch(row -> row.problems().contains(problem));
            if (problem != Problem.EXTRA_ITEM) {
                assertThat(TABLE.way(problem, RemedyTable.Way.MONEY_BACK)).isPresent();
            }
        }
        for (var need : RemedyTable.Need.values()) {
            assertThat(TABLE.floors())
                    .anyMatch(row -> row.need() == need && row.countries().isEmpty());
        }
    }

    @Test
    void a_table_is_in_force_from_its_first_day_to_its_last() {
        var from = TABLE.from();
        assertThat(TABLE.isInForce(from)).isTrue();
        assertThat(TABLE.isInForce(from.minusDays(1))).isFalse();
        var ended = new RemedyTable(
                TABLE.name(),
                TABLE.version(),
                from,
                LocalDate.of(2026, 6, 30),
                TABLE.ways(),
                TABLE.dispositions(),
                TABLE.floors(),
                TABLE.figures());
        assertThat(ended.isInForce(LocalDate.of(2026, 6, 30))).isTrue();
        assertThat(ended.isInForce(LocalDate.of(2026, 7, 1))).isFalse();
    }

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        try (var stream = RemedyTableTest.class.getResourceAsStream("/words/" + name + ".properties")) {
            texts.load(new InputStreamReader(java.util.Objects.requireNonNull(stream), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
