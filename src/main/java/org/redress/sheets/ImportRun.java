package org.redress.sheets;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The import of one file, under way or over. Every row that was read is either accepted or rejected.
 *
 * @param startedBy the name of who brought it, for people only
 * @param percent of the work, from 0 to 100
 * @param endedAt null while it runs
 */
public record ImportRun(
        UUID id,
        ImportKind kind,
        State state,
        String fileName,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        int percent,
        long rowsAccepted,
        long rowsRejected) {
    public enum State {
        RUNNING,
        /** The whole file was read. */
        DONE,
        /** From some row on the file could not be read; what was read before counts. */
        FAILED
    }

    public long rowsRead() {
        return rowsAccepted + rowsRejected;
    }
}
