package org.redress.manners;

import java.util.Locale;

/**
 * What somebody is about to say to a customer.
 *
 * @param language in which it is written, a language of ours
 */
public record Draft(String text, Locale language, Purpose purpose) {
    /** In the language that its letters show: whoever answers may write in another than the customer reads. */
    public Draft(String text, Purpose purpose) {
        this(text, text.codePoints().anyMatch(Character::isIdeographic) ? Locale.CHINESE : Locale.ENGLISH, purpose);
    }

    /** What a message is for: it decides what it has to hold. */
    public enum Purpose {
        /** Answers something that the customer said. */
        REPLY,
        /** Proposes a remedy. */
        OFFER,
        /** Says no, for now. */
        DECLINE,
        /** Asks the customer for something. */
        ASK,
        /** Says how far things are. */
        UPDATE,
        /** Writes to somebody who has not complained (domain.md R54). */
        FIRST
    }
}
