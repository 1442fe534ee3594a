package org.redress.sheets.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.sheets.ImportError;
import org.redress.sheets.ImportKind;
import org.redress.sheets.ImportRun;
import org.redress.ui.Words;

/** A run as JSON; {@code percent} of the work is done, {@code errors} are the first 1,000. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportBody(
        UUID id,
        ImportKind kind,
        String fileName,
        ImportRun.State state,
        int percent,
        long rowsRead,
        long rowsAccepted,
        long rowsRejected,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<RowError> errors) {

    record RowError(long row, String column, String code, String message) {}

    static ImportBody of(ImportRun run, List<ImportError> errors, Words words) {
        return new ImportBody(
                run.id(),
                run.kind(),
                run.fileName(),
                run.state(),
                run.percent(),
                run.rowsRead(),
                run.rowsAccepted(),
                run.rowsRejected(),
                run.startedAt(),
                run.endedAt(),
                errors.stream()
                        .map(error ->
                                new RowError(error.row(), error.column(), error.code(), words.say(error.message())))
                        .toList());
    }
}
