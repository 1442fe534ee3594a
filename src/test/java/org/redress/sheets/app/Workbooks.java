package org.redress.sheets.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks part by part, sound and hostile ones. */
final class Workbooks {
    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private Workbooks() {}

    /** One sheet with these rows, such as {@code <row r="1"><c r="A1" t="str"><v>sku</v></c></row>}. */
    static Workbooks withRows(String rows) {
        return new Workbooks()
                .part("_rels/.rels", """
                        <Relationships xmlns="x"><Relationship Id="rId1" Type="%sofficeDocument" Target="xl/workbook.xml"/></Relationships>
                        """.formatted(TYPE))
                .part("xl/_rels/workbook.xml.rels", """
                        <Relationships xmlns="x">
                          <Relationship Id="rId1" Type="%1$sworksheet" Target="worksheets/sheet1.xml"/>
                          <Relationship Id="rId2" Type="%1$sworksheet" Target="/xl/worksheets/sheet2.xml"/>
                          <Relationship Id="rId3" Type="%1$ssharedStrings" Target="sharedStrings.xml"/>
                          <Relationship Id="rId4" Type="%1$sstyles" Target="styles.xml"/>
                        </Relationships>
                        """.formatted(TYPE))
                .part("xl/workbook.xml", """
                        <workbook xmlns="m" xmlns:r="r"><workbookPr/>
                          <sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>
                        """)
                .part("xl/worksheets/sheet1.xml", sheet(rows));
    }

    static String sheet(String rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"m\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    /** A row of texts. */
    static String row(int number, String... texts) {
        var row = new StringBuilder("<row r=\"" + number + "\">");
        for (var text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    Workbooks part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
