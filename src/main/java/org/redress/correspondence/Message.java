package org.redress.correspondence;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;

/**
 * One thing that was said on a claim, as it was said: in the customer's language, never changed afterwards.
 *
 * @param cause sequence of the ledger entry that it tells of, or null where somebody just wrote
 * @param author whose words these are; {@link Actor.Product} for texts of ours
 * @param body plain text; an empty line parts paragraphs
 * @param mail how it fares as an e-mail, or null where it was not mailed
 */
public record Message(
        UUID id,
        UUID claim,
        @Nullable Integer cause,
        Direction direction,
        Actor author,
        Kind kind,
        String body,
        Locale language,
        Instant at,
        @Nullable Mail mail) {
    public enum Direction {
        /** From the customer. */
        INBOUND,
        /** To the customer. */
        OUTBOUND
    }

    public enum Kind {
        ACKNOWLEDGEMENT,
        /** What came can harm. */
        WARNING,
        INFORMATION_REQUEST,
        DECISION,
        OFFER,
        AGREEMENT,
        EXECUTION,
        FOLLOW_UP,
        CLOSING,
        /** What somebody wrote, freely. */
        NOTE
    }

    /**
     * A message on its way by e-mail.
     *
     * @param nextAt the next attempt, while it waits
     * @param lastError what the mail server or we said, for staff
     */
    public record Mail(
            State state,
            String recipient,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable String lastError,
            @Nullable Instant sentAt) {
        public enum State {
            WAITING,
            SENT,
            FAILED
        }
    }

    public boolean isFromCustomer() {
        return direction == Direction.INBOUND;
    }
}
