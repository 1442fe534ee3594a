package org.redress.sheets.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.sheets.Layout;
import org.redress.sheets.SheetColumn;
import org.redress.sheets.SheetFormat;
import org.redress.sheets.SheetWriter;

class SheetWriterTest {
    private static final List<SheetColumn> COLUMNS =
            List.of(SheetColumn.needed("text", "", ""), SheetColumn.optional("more", "", ""));

    private static final List<String> DANGEROUS = List.of(
            "=1+1",
            "+44 20 7946 0000",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(A1:A9)",
            "＝1+1",
            "＠SUM(A1)",
            "=HYPERLINK(\"http://evil.example\";\"click\")");

    private static final List<String> ODD = List.of(
            "'=1+1",
            "''=1+1",
            "'+",
            "'tis a mug",
            "O'Neill",
            "'",
            "-5",
            "-12.50",
            "00123",
            "1e5",
            "2026-03-01",
            "a \"red\" mug, large; new",
            "two\nlines",
            "tab\there",
            "红色马克杯 350ml",
            "<b>&amp;</b>",
            "😀");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void every_text_comes_back_as_it_was(SheetFormat format) throws IOException {
        var texts = new ArrayList<>(DANGEROUS);
        texts.addAll(ODD);
        var file = written(format, texts);
        var read = new ArrayList<String>();
        try (var sheet = SheetFile.open(file)) {
            var layout = Layout.of(COLUMNS, sheet.header(), Map.of());
            for (var cells = sheet.next(); cells.isPresent(); cells = sheet.next()) {
                read.add(layout.row(cells.get().number(), cells.get().texts()).raw("text"));
            }
        }
        assertThat(read).isEqualTo(texts);
    }

    @Test
    void no_cell_of_a_csv_file_begins_as_a_formula_does() throws IOException {
        try (var sheet = SheetFile.open(written(SheetFormat.CSV, DANGEROUS))) {
            for (var cells = sheet.next(); cells.isPresent(); cells = sheet.next()) {
                assertThat(cells.get().texts().getFirst()).startsWith("'");
            }
        }
    }

    @Test
    void csv_says_that_it_is_utf_8_and_numbers_are_bare() throws IOException {
        var file = Files.createTempFile(folder, "sheet", ".csv");
        try (var out = Files.newOutputStream(file);
                var writer = SheetWriter.to(out, SheetFormat.CSV, "Numbers")) {
            writer.header(List.of("text", "more"));
            writer.row(List.of(-7, new BigDecimal("-1E+3")));
        }
        assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo("\uFEFFtext,more\r\n-7,-1000\r\n");
    }

    private Path written(SheetFormat format, List<String> texts) throws IOException {
        var file = Files.createTempFile(folder, "sheet", "." + format.ending());
        try (var out = Files.newOutputStream(file);
                var writer = SheetWriter.to(out, format, "Texts")) {
            writer.header(List.of("text", "more"));
            for (var text : texts) {
                writer.row(List.of(text, 1));
            }
        }
        return file;
    }
}
