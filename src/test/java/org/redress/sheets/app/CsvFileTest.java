package org.redress.sheets.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.kernel.Refused;

class CsvFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_found(String separator) throws IOException {
        var text = "a,b,c\n1,2,3\n".replace(",", separator);
        assertThat(rows(text, StandardCharsets.UTF_8)).containsExactly("1: a|b|c", "2: 1|2|3");
    }

    @Test
    void a_separator_within_quotation_marks_does_not_count() throws IOException {
        assertThat(rows("\"a,b,c,d\";e\n1;2\n", StandardCharsets.UTF_8)).containsExactly("1: a,b,c,d|e", "2: 1|2");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() throws IOException {
        assertThat(rows("\uFEFFa,b\r\n1,2", StandardCharsets.UTF_8)).containsExactly("1: a|b", "2: 1|2");
        assertThat(rows("\uFEFFa\tb\r\n红\t2", StandardCharsets.UTF_16LE)).containsExactly("1: a|b", "2: 红|2");
    }

    @Test
    void blank_rows_are_counted_as_a_spreadsheet_does_and_skipped() throws IOException {
        assertThat(rows("a,b\n\n,,\n1,2\n", StandardCharsets.UTF_8)).containsExactly("1: a|b", "4: 1|2");
    }

    @Test
    void quoted_line_breaks_and_ragged_rows_are_kept() throws IOException {
        assertThat(rows("a,b\n\"x\ny\",\"say \"\"hi\"\"\"\n1\n1,2,3\n", StandardCharsets.UTF_8))
                .containsExactly("1: a|b", "2: x\ny|say \"hi\"", "3: 1", "4: 1|2|3");
    }

    @Test
    void chinese_text_in_gbk_is_read() throws IOException {
        assertThat(rows("订单号,数量\nA-1,２\n", Charset.forName("GBK"))).containsExactly("1: 订单号|数量", "2: A-1|２");
    }

    @Test
    void text_in_another_encoding_is_refused() {
        assertThatThrownBy(() -> rows("a,b\ncafé,2\n", StandardCharsets.ISO_8859_1))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(
                                        refused.refusal().faults().getFirst().code())
                                .isEqualTo("UNKNOWN_ENCODING"));
    }

    @Test
    void a_broken_character_among_good_ones_becomes_a_mark_that_is_found_later() throws IOException {
        var file = folder.resolve("broken.csv");
        var bytes = "名称\n红色马克杯蓝色马克杯\ncaf?\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xE9;
        Files.write(file, bytes);
        try (var csv = CsvFile.open(file)) {
            csv.next();
            assertThat(csv.next()).contains(new SheetFile.Cells(3, List.of("caf\uFFFD")));
        }
    }

    @Test
    void an_empty_file_has_no_header() throws IOException {
        var file = folder.resolve("empty.csv");
        Files.writeString(file, "\n\n");
        try (var csv = CsvFile.open(file)) {
            assertThat(csv.header()).isEmpty();
        }
    }

    @Test
    void a_row_whose_quotation_marks_do_not_match_costs_that_row_only() throws IOException {
        var file = folder.resolve("open.csv");
        Files.writeString(file, "a,b\n\"1\n1\",2\n\"3,4\n5,\"6\"7\n8,9\n");
        try (var csv = CsvFile.open(file)) {
            assertThat(csv.next()).isPresent();
            assertThatThrownBy(csv::next)
                    .isInstanceOfSatisfying(
                            SheetFile.Unreadable.class,
                            unreadable -> assertThat(unreadable.row()).isEqualTo(3));
            assertThatThrownBy(csv::next).isInstanceOf(SheetFile.Unreadable.class);
            assertThat(csv.next()).contains(new SheetFile.Cells(5, List.of("8", "9")));
            assertThat(csv.next()).isEmpty();
        }
    }

    private List<String> rows(String text, Charset charset) throws IOException {
        var file = Files.createTempFile(folder, "rows", ".csv");
        Files.write(file, text.getBytes(charset));
        var rows = new ArrayList<String>();
        try (var csv = CsvFile.open(file)) {
            rows.add("1: " + String.join("|", csv.header()));
            for (var cells = csv.next(); cells.isPresent(); cells = csv.next()) {
                rows.add(cells.get().number() + ": "
                        + String.join("|", cells.get().texts()));
            }
            assertThat(csv.read(100)).isEqualTo(100);
        }
        return rows;
    }
}
