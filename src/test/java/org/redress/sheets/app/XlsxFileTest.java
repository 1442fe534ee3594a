package org.redress.sheets.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.sheets.app.Workbooks.row;
import static org.redress.sheets.app.Workbooks.sheet;
import static org.redress.sheets.app.Workbooks.withRows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.kernel.Refused;
import org.redress.sheets.SheetFormat;
import org.redress.sheets.SheetWriter;

class XlsxFileTest {
    @TempDir
    Path folder;

    @Test
    void what_another_program_wrote_is_read_as_excel_shows_it() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var one = book.newWorksheet("One");
            one.value(0, 0, "sku");
            one.value(0, 1, "at");
            one.value(0, 2, "price");
            one.value(0, 3, "gift");
            one.inlineString(2, 0, "红 & <杯>");
            one.value(2, 1, LocalDateTime.parse("2026-03-01T12:30:00"));
            one.style(2, 1).format("yyyy-mm-dd hh:mm:ss").set();
            one.value(2, 2, 0.1 + 0.2);
            one.value(2, 3, true);
        }
        assertThat(rows(bytes.toByteArray()))
                .containsExactly("1: sku|at|price|gift", "3: 红 & <杯>|2026-03-01T12:30|0.3|TRUE");
    }

    @Test
    void what_we_write_is_read_again_as_it_was_even_where_it_looks_like_a_formula_or_a_number() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = SheetWriter.to(bytes, SheetFormat.XLSX, "One")) {
            writer.header(List.of("sku", "name", "price", "units"));
            writer.row(Arrays.asList("007", "=1+1", new BigDecimal("12.50"), 3));
            writer.row(Arrays.asList("红杯", "'quoted", null, ""));
        }
        assertThat(rows(bytes.toByteArray()))
                .containsExactly("1: sku|name|price|units", "2: 007|=1+1|12.5|3", "3: 红杯|'quoted");
    }

    @Test
    void shared_texts_come_without_how_they_are_pronounced_and_formulas_as_their_result() throws IOException {
        var book = withRows("""
                        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
                        <row r="3"><c r="A3" t="str"><f>A1&amp;"x"</f><v>result</v></c><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="e"><v>#N/A</v></c></row>
                        <row r="4"><c r="A4" s="1"/></row>
                        """).part("xl/sharedStrings.xml", """
                        <sst><si><t>sku</t></si><si><r><t>Na</t></r><r><t xml:space="preserve">me </t></r><rPh sb="0" eb="1"><t>KANA</t></rPh></si></sst>
                        """);
        assertThat(rows(book.bytes())).containsExactly("1: sku||Name ", "3: result|2|#N/A");
    }

    @ParameterizedTest
    @CsvSource({
        "14, '', 46082.5208333333, 2026-03-01T12:30",
        "14, '', 46082, 2026-03-01",
        "31, '', 46082, 2026-03-01",
        "14, '', 1, 1900-01-01",
        "14, '', 59, 1900-02-28",
        "14, '', 61, 1900-03-01",
        "164, 'yyyy\"年\"m\"月\"d\"日\"', 46082, 2026-03-01",
        "164, '[$-409]d-mmm-yy;@', 46082, 2026-03-01",
        "164, '0.00\"d\"', 46082.5, 46082.5",
        "164, '[Red]0.00', 46082.5, 46082.5",
        "164, 'h:mm', 0.5, 0.5",
        "2, '', 46082.5, 46082.5",
        "0, '', 1.5E3, 1500",
        "0, '', 123456789012345678, 123456789012345678",
        "14, '', 99999999, 99999999"
    })
    void a_number_in_the_style_of_a_date_is_a_date(String id, String format, String value, String expected)
            throws IOException {
        var book = withRows("<row><c t=\"inlineStr\"><is><t>at</t></is></c></row><row><c s=\"1\"><v>" + value
                        + "</v></c></row>")
                .part("xl/styles.xml", """
                        <styleSheet><numFmts><numFmt numFmtId="164" formatCode="%s"/></numFmts>
                        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                        <cellXfs><xf numFmtId="0"/><xf numFmtId="%s"><alignment/></xf></cellXfs></styleSheet>
                        """.formatted(format.replace("\"", "&quot;"), id));
        assertThat(rows(book.bytes())).containsExactly("1: at", "2: " + expected);
    }

    @Test
    void days_may_count_from_1904() throws IOException {
        var book = withRows(row(1, "at") + "<row><c s=\"0\"><v>1</v></c></row>")
                .part("xl/workbook.xml", """
                        <workbook xmlns="m" xmlns:r="r"><workbookPr date1904="1"/>
                          <sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>""")
                .part("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        assertThat(rows(book.bytes())).containsExactly("1: at", "2: 1904-01-02");
    }

    @Test
    void the_first_visible_sheet_with_a_row_is_read() throws IOException {
        var book = withRows("").part("xl/worksheets/sheet2.xml", sheet(row(4, "sku") + row(5, "MUG")));
        book.part("xl/workbook.xml", """
                <workbook xmlns="m" xmlns:r="r"><sheets><sheet name="One" r:id="rId1"/><sheet name="Two" r:id="rId2"/></sheets></workbook>""");
        assertThat(rows(book.bytes())).containsExactly("1: sku", "5: MUG");
        book.part("xl/worksheets/sheet1.xml", sheet(row(1, "hidden")));
        book.part("xl/workbook.xml", """
                <workbook xmlns="m" xmlns:r="r"><sheets><sheet name="One" state="hidden" r:id="rId1"/><sheet name="Two" r:id="rId2"/></sheets></workbook>""");
        assertThat(rows(book.bytes())).containsExactly("1: sku", "5: MUG");
    }

    @Test
    void a_row_beyond_all_measure_costs_that_row_only() throws IOException {
        var text = "x".repeat(400_000);
        var file = file(withRows(row(1, "a", "b", "c") + row(2, text, text, text) + row(3, "1", "2", "3"))
                .bytes());
        try (var sheet = SheetFile.open(file)) {
            assertThatThrownBy(sheet::next).isInstanceOfSatisfying(SheetFile.Unreadable.class, unreadable -> {
                assertThat(unreadable.row()).isEqualTo(2);
                assertThat(unreadable.isLast()).isFalse();
            });
            assertThat(sheet.next()).contains(new SheetFile.Cells(3, List.of("1", "2", "3")));
        }
    }

    @Test
    void what_no_sheet_can_hold_ends_the_reading() throws IOException {
        assertBrokenAfterHeader("<row><c r=\"ZZZZZZZZZZZZ2\"><v>1</v></c></row>");
        assertBrokenAfterHeader("<row><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>");
        assertBrokenAfterHeader("<row r=\"1\"><c><v>1</v></c></row>");
        assertBrokenAfterHeader("<row r=\"99999999\"><c><v>1</v></c></row>");
        assertBrokenAfterHeader("<row><c><v>1E999</v></c></row>");
        assertBrokenAfterHeader("<row><c t=\"s\"><v>7</v></c></row>");
        assertBrokenAfterHeader("<row></c></row>");
    }

    /** The reader looks ahead, so that in a small file they are seen at the door. */
    @Test
    void what_no_workbook_holds_is_not_read() throws IOException {
        for (var odd : List.of(
                "<c><v>" + "1".repeat(2_000_000) + "</v></c>",
                "<!-- <><> --><c><v>1</v></c>",
                "<c t=\"str\"><v><![CDATA[<>]]></v></c>",
                "<?php <> ?>",
                "<c t=\"" + "<".repeat(1) + "\"/>")) {
            var file = file(withRows(row(1, "sku") + "<row>" + odd + "</row>").bytes());
            assertThatThrownBy(() -> {
                        try (var sheet = SheetFile.open(file)) {
                            sheet.next();
                        }
                    })
                    .as(odd.substring(0, 10))
                    .isInstanceOfAny(Refused.class, SheetFile.Unreadable.class);
        }
    }

    private void assertBrokenAfterHeader(String rows) throws IOException {
        try (var sheet = SheetFile.open(file(withRows(row(1, "sku") + rows).bytes()))) {
            assertThat(sheet.header()).containsExactly("sku");
            assertThatThrownBy(sheet::next)
                    .isInstanceOfSatisfying(
                            SheetFile.Unreadable.class,
                            unreadable -> assertThat(unreadable.code() + unreadable.isLast())
                                    .isEqualTo("BROKEN_FROM_HEREtrue"));
        }
    }

    @Test
    void entities_are_not_expanded() throws IOException {
        var book = withRows(row(1, "sku"));
        book.part("xl/workbook.xml", """
                <!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>
                <workbook xmlns:r="r"><sheets><sheet name="&a;" r:id="rId1"/></sheets></workbook>""");
        assertRefused("BROKEN_WORKBOOK", book.bytes());
    }

    @Test
    void a_bomb_that_says_so_is_refused_at_the_door() throws IOException {
        var bytes = withRows(row(1, "sku")).bytes();
        int directory = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
        for (int i = 0; i < 4; i++) {
            bytes[directory + 24 + i] = (byte) (i == 3 ? 0x7F : 0xFF);
        }
        assertRefused("TOO_LARGE_UNPACKED", bytes);
    }

    @Test
    void a_bomb_of_texts_is_refused_whatever_it_says_of_itself() throws IOException {
        var bytes = withRows(row(1, "sku"))
                .part("xl/sharedStrings.xml", "<sst>" + "<si><t>0000000000</t></si>".repeat(1_500_000) + "</sst>")
                .bytes();
        assertThat(bytes.length).isLessThan(400_000);
        assertRefused("TOO_MANY_TEXTS", bytes);
        assertRefused(
                "BROKEN_WORKBOOK",
                withRows(row(1, "sku"))
                        .part("xl/sharedStrings.xml", "<sst><si><t>" + "0".repeat(20_000_000) + "</t></si></sst>")
                        .bytes());
    }

    @Test
    void an_archive_of_too_many_parts_is_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 3_000; i++) {
                zip.putNextEntry(new ZipEntry("p" + i));
            }
        }
        assertRefused("TOO_LARGE_UNPACKED", bytes.toByteArray());
    }

    @Test
    void a_workbook_that_was_not_transferred_whole_is_refused() throws IOException {
        var bytes = withRows(row(1, "sku") + row(2, "MUG")).bytes();
        assertRefused("BROKEN_WORKBOOK", Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused("BROKEN_WORKBOOK", Arrays.copyOf(bytes, bytes.length - 30));
        assertRefused("BROKEN_WORKBOOK", "PK\3\4 and so on".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void an_old_or_locked_workbook_is_refused() throws IOException {
        assertRefused("OLD_OR_LOCKED", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
    }

    @Test
    void another_archive_is_no_workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }
        assertRefused("BROKEN_WORKBOOK", bytes.toByteArray());
    }

    /** Whatever byte is wrong: a refusal, a row that cannot be read, or rows; never another exception. */
    @Test
    void a_workbook_with_any_byte_changed_is_read_or_refused() throws IOException {
        var sound = withRows(row(1, "sku") + row(2, "MUG"))
                .part("xl/sharedStrings.xml", "<sst><si><t>sku</t></si></sst>")
                .part("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>")
                .bytes();
        var random = new Random(7);
        for (int i = 0; i < 1_500; i++) {
            var bytes = sound.clone();
            bytes[4 + random.nextInt(bytes.length - 4)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(rows(bytes)).isNotNull();
            } catch (Refused | SheetFile.Unreadable expected) {
                assertThat(expected).isNotNull();
            }
        }
    }

    private void assertRefused(String code, byte[] bytes) throws IOException {
        var file = file(bytes);
        assertThatThrownBy(() -> SheetFile.open(file))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    private static int lastIndexOf(byte[] bytes, byte[] sought) {
        for (int i = bytes.length - sought.length; i >= 0; i--) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        throw new AssertionError("Not there");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "book", ".xlsx"), bytes);
    }

    private List<String> rows(byte[] bytes) throws IOException {
        var rows = new ArrayList<String>();
        try (var sheet = SheetFile.open(file(bytes))) {
            rows.add("1: " + String.join("|", sheet.header()));
            for (var cells = sheet.next(); cells.isPresent(); cells = sheet.next()) {
                rows.add(cells.get().number() + ": "
                        + String.join("|", cells.get().texts()));
            }
        }
        return rows;
    }
}
