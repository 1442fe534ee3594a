package org.redress.sheets.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.sheets.SheetKind;
import org.redress.sheets.app.Aside.Waiting;

class AsideTest {
    @TempDir
    Path temporary;

    @Test
    void rows_of_one_key_come_back_together_in_the_order_of_the_file() throws IOException {
        var expected = new HashMap<String, List<Waiting>>();
        try (var aside = new Aside(temporary.resolve("rows"))) {
            for (int i = 0; i < 1_000; i++) {
                var row = new Waiting("订单-" + i % 300, i, List.of("杯子 " + i, "", "x".repeat(i)));
                expected.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(row);
                aside.add(row);
            }
            var found = all(aside);
            assertThat(found).hasSize(300);
            assertThat(found.stream()
                            .collect(Collectors.toMap(rows -> rows.getFirst().key(), rows -> rows)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void of_more_rows_than_may_belong_together_only_the_numbers_are_kept() throws IOException {
        try (var aside = new Aside(temporary.resolve("rows"))) {
            for (int i = 0; i <= SheetKind.MOST_TOGETHER; i++) {
                aside.add(new Waiting("A-1", i, List.of("MUG")));
            }
            assertThat(all(aside)).singleElement().satisfies(rows -> {
                assertThat(rows).hasSize(SheetKind.MOST_TOGETHER + 1);
                assertThat(rows.getLast()).isEqualTo(new Waiting("A-1", SheetKind.MOST_TOGETHER, List.of()));
            });
        }
    }

    @Test
    void nothing_is_left_of_it_nor_of_an_attempt_that_was_cut_off() throws IOException {
        var folder = Files.createDirectory(temporary.resolve("rows"));
        Files.writeString(folder.resolve("5"), "half a row");
        try (var aside = new Aside(folder)) {
            aside.add(new Waiting("A-1", 1, List.of("MUG")));
            assertThat(folder)
                    .isDirectoryContaining(
                            file -> !file.endsWith("5") || file.toFile().length() > 20);
        }
        assertThat(folder).doesNotExist();
    }

    private static List<List<Waiting>> all(Aside aside) throws IOException {
        var all = new ArrayList<List<Waiting>>();
        for (int part = 0; part < Aside.PARTS; part++) {
            all.addAll(aside.part(part));
        }
        return all;
    }
}
