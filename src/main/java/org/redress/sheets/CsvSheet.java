package org.redress.sheets;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) in UTF-8, with the mark by which Excel knows it. What a spreadsheet would take for a
 * {@link Formula} has an apostrophe before it.
 */
final class CsvSheet implements SheetWriter {
    private final Writer out;
    private boolean over;

    CsvSheet(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write('\uFEFF');
    }

    @Override
    public void header(List<String> names) throws IOException {
        row(names);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (over) {
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(
                    switch (cells.get(i)) {
                        case null -> "";
                        case BigDecimal number -> number.toPlainString();
                        case Number number -> number.toString();
                        case Object text -> quoted(Formula.quoted(text.toString()));
                    });
        }
        out.write("\r\n");
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t')
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }

    @Override
    public void sheet(String title) {
        over = true;
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
