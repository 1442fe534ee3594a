package org.redress.correspondence.store;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.Message;

/**
 * A mail that has to leave, or a short text.
 *
 * @param way by which it leaves; a text has neither subject nor closing
 * @param claim that it is about; null where it is a mailing
 * @param message of the claim that it carries
 * @param mailing that it is, where it is about no claim
 * @param body what stands before the link
 * @param closing what stands after it
 * @param attempts made so far
 * @param messageId the header, angle brackets included; stays the same however often it is sent
 * @param references the header of the claim's first mail, so that mail programs show one conversation
 */
public record WaitingMail(
        UUID id,
        Message.Mail.Way way,
        @Nullable UUID claim,
        @Nullable UUID message,
        @Nullable UUID mailing,
        String recipient,
        Locale language,
        String subject,
        String body,
        String closing,
        int attempts,
        Instant createdAt,
        String messageId,
        @Nullable String references) {}
