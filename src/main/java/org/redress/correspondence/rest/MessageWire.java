package org.redress.correspondence.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.Message;
import org.redress.kernel.Actor;

/**
 * What was said. Whoever said it of the staff is not named: the same goes to programs that speak for the customer.
 *
 * @param author whose words these are; a program’s that speaks for the customer are inbound
 * @param text plain; an empty line parts paragraphs
 * @param delivery how it fares on its way to the customer, or null where it stands on the claim only
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MessageWire(
        UUID id,
        Instant at,
        Message.Direction direction,
        Author author,
        Message.Kind kind,
        String language,
        String text,
        @Nullable Delivery delivery) {
    enum Author {
        CUSTOMER,
        STAFF,
        PROGRAM,
        PRODUCT;

        private static Author of(Actor actor) {
            return switch (actor) {
                case Actor.Customer() -> CUSTOMER;
                case Actor.Staff _ -> STAFF;
                case Actor.Program _ -> PROGRAM;
                case Actor.Product() -> PRODUCT;
            };
        }
    }

    /**
     * @param nextAt the next attempt, while it waits
     * @param lastError what whoever should have taken it said; null for those who are not staff
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Delivery(
            Message.Mail.Way way,
            Message.Mail.State state,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Instant sentAt,
            @Nullable String lastError) {
        private static @Nullable Delivery of(Message.@Nullable Mail mail, boolean staff) {
            return mail == null
                    ? null
                    : new Delivery(
                            mail.way(),
                            mail.state(),
                            mail.attempts(),
                            mail.nextAt(),
                            mail.sentAt(),
                            staff ? mail.lastError() : null);
        }
    }

    /** Without how it fared on its way. */
    MessageWire said() {
        return new MessageWire(id, at, direction, author, kind, language, text, null);
    }

    static MessageWire of(Message message, boolean staff) {
        return new MessageWire(
                message.id(),
                message.at(),
                message.direction(),
                Author.of(message.author()),
                message.kind(),
                message.language().toLanguageTag(),
                message.body(),
                Delivery.of(message.mail(), staff));
    }
}
