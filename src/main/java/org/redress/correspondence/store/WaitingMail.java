package org.redress.correspondence.store;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that has to leave.
 *
 * @param body what stands before the link to the claim
 * @param closing what stands after it
 * @param attempts made so far
 * @param messageId the header, angle brackets included; stays the same however often it is sent
 * @param references the header of the claim's first mail, so that mail programs show one conversation
 */
public record WaitingMail(
        UUID id,
        UUID claim,
        UUID message,
        String recipient,
        Locale language,
        String subject,
        String body,
        String closing,
        int attempts,
        Instant createdAt,
        String messageId,
        @Nullable String references) {}
