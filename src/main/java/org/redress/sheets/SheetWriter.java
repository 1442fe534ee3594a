package org.redress.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows to a file as they come; nothing of it is held. A cell is text, a whole number or a {@code BigDecimal}; null
 * and empty text leave it blank. Text stays text whatever it looks like: no spreadsheet takes it for a formula.
 */
public interface SheetWriter extends AutoCloseable {
    /** The longest text that a cell may hold; more is cut off. */
    int LONGEST_TEXT = 32_767;

    /** Excel has no more; what goes beyond is not written. */
    int MOST_ROWS = 1_048_576;

    /** @param out is not closed */
    static SheetWriter to(OutputStream out, SheetFormat format, String title) throws IOException {
        return switch (format) {
            case CSV -> new CsvSheet(out);
            case XLSX -> new XlsxSheet(out, title);
        };
    }

    /** The first row of a sheet, which names its columns. */
    void header(List<String> names) throws IOException;

    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** Begins another sheet. A CSV file has only one, and what follows is not written to it. */
    void sheet(String title) throws IOException;

    @Override
    void close() throws IOException;
}
