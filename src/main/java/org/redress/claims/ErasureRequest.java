package org.redress.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer asked for their data to be deleted.
 *
 * @param note what they wrote with it
 * @param answerBy until when they have to be answered: one month (GDPR Art. 12(3))
 * @param answer null while it is open
 */
public record ErasureRequest(
        UUID id,
        UUID claim,
        String claimNumber,
        @Nullable String note,
        Instant requestedAt,
        Instant answerBy,
        @Nullable Answer answer) {
    /**
     * @param by the name of whoever answered
     * @param keptUntil the first day on which the law no longer asks us to keep it
     */
    public record Answer(Instant at, String by, LocalDate keptUntil, String message) {}

    public boolean isOpen() {
        return answer == null;
    }
}
