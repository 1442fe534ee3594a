package org.redress.sheets.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file read row by row, never held whole. */
interface SheetFile extends AutoCloseable {
    /** @throws Unreadable where not even its first row can be read */
    static SheetFile open(Path file) throws IOException {
        return CsvFile.open(file);
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

        Unreadable(long row, boolean last, Throwable cause) {
            super(cause);
            this.row = row;
            this.last = last;
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
