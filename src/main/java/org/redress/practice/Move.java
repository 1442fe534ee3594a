package org.redress.practice;

import java.time.Instant;

/**
 * Something done in a play.
 *
 * @param minute of the play’s own clock: what the player took, and what others would have taken
 * @param detail what the kind needs to be told: see there
 * @param words what the player wrote; else empty
 * @param at by the real clock
 */
public record Move(int sequence, long minute, Kind kind, String detail, String words, Instant at) {
    public enum Kind {
        /** The player looked at a record or asked the warehouse; the detail is the {@link Fact}. */
        LOOKED,
        /** The player wrote to the customer. */
        WROTE,
        /** The player asked the customer for a photo. */
        ASKED,
        /** The player offered something; the detail names its {@code Remedy.Kind}s, parted by commas. */
        OFFERED,
        /** The player said no. */
        REFUSED,
        /** The customer says something; the detail is the key of it. */
        CUSTOMER,
        /** The second person has looked at a no; the detail is {@code CONFIRMED} or {@code OVERRULED}. */
        SECOND,
        /** It is over. */
        ENDED;

        /** Whether the player wrote something to the customer. */
        public boolean isMessage() {
            return this == WROTE || this == ASKED || this == OFFERED || this == REFUSED;
        }
    }
}
