package org.redress.traces;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;

/**
 * What became of a document of events (EPCIS 2.0, capture job).
 *
 * @param events how many were read so far
 * @param kept those that are in the record now, whether from this document or from one before
 * @param errors the first hundred
 */
public record Capture(
        UUID id,
        Instant createdAt,
        @Nullable Instant finishedAt,
        ErrorBehaviour behaviour,
        boolean success,
        long events,
        long kept,
        long rejected,
        List<Fault> errors) {
    public static final int MOST_ERRORS = 100;

    /** What happens to a document's other events where one is wrong. */
    public enum ErrorBehaviour {
        /** They are kept. */
        PROCEED,
        /** None of them is. */
        ROLLBACK
    }

    /**
     * @param pointer to what is wrong in the document, a JSON pointer (RFC 6901)
     * @param detail in the words of the schema's validator, which are English; empty where the reason says all
     */
    public record Fault(String pointer, String code, Phrase reason, String detail) {}

    public boolean isRunning() {
        return finishedAt == null;
    }
}
