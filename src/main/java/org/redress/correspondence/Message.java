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
 * @param mail how it fares on its way to them, or null where it stands on the claim only
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
     * A message on its way by e-mail, or what is said of it by another way.
     *
     * @param shortened what is said there, where it is not the whole message
     * @param nextAt the next attempt, while it waits
     * @param lastError what the mail server, the gateway or we said, for staff
     * @param reference by which whoever took it knows it, or null
     */
    public record Mail(
            Way way,
            @Nullable String shortened,
            State state,
            String recipient,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable String lastError,
            @Nullable Instant sentAt,
            @Nullable String reference) {
        public enum Way {
            /** An e-mail. */
            MAIL,
            /** A short text to a telephone, by a {@link Channel}. */
            TEXT
        }

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
