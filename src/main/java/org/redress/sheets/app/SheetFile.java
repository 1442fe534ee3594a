package org.redress.sheets.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Refused;

/** A file read row by row, never held whole. */
interface SheetFile extends AutoCloseable {
    /**
     * Opens a CSV file or a workbook, whichever it is by its first bytes.
     *
     * @throws Unreadable where not even its first row can be read
     * @throws Refused where it is neither, or a workbook that is not safe to open
     */
    static SheetFile open(Path file) throws IOException {
        return switch (start(file)) {
            case ZIP -> XlsxFile.open(file);
            case OLE2 -> throw XlsxFile.unfit("OLD_OR_LOCKED", "sheets.import.xlsx.old");
            default -> CsvFile.open(file);
        };
    }

    /** An XLSX file is a ZIP file. */
    String ZIP = "504b0304";

    /** What Excel wrote before 2007, and what it writes with a password. */
    String OLE2 = "d0cf11e0";

    private static String start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(in.readNBytes(4));
        }
    }

    /** The first row that is not blank; empty where there is none. */
    List<String> header();

    /** How much of the file has been read, from 0 to {@code whole}. */
    int read(int whole);

    /**
     * The next row that is not blank; empty at the end.
     *
     * @throws Unreadable where the next row cannot be read; the one after it can, unless that was the last attempt
     */
    Optional<Cells> next() throws IOException;

    @Override
    void close() throws IOException;

    /** One row; {@code number} as a spreadsheet counts. */
    record Cells(long number, List<String> texts) {}

    /** A row that cannot be read: a quote that is never closed or goes on after its end, or a cell beyond all measure. */
    final class Unreadable extends RuntimeException {
        private final long row;
        private final boolean last;
        private final String code;

        Unreadable(long row, boolean last, String code, @Nullable Throwable cause) {
            super(cause);
            this.row = row;
            this.last = last;
            this.code = code;
        }

        /** The sentence that says it stands under {@code sheets.row}. */
        String code() {
            return code;
        }

        long row() {
            return row;
        }

        /** Whether the rest of the file is not worth reading. */
        boolean isLast() {
            return last;
        }
    }
}
