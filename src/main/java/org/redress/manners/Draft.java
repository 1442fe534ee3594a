package org.redress.manners;

import java.util.Locale;

/**
 * What somebody is about to say to a customer.
 *
 * @param language in which it is written, a language of ours
 * @param part whether it becomes a part of a letter in which the product says the rest: thanks, regret, the remedy, the day
 */
public record Draft(String text, Locale language, Purpose purpose, boolean part) {
    /** As many letters of English say about as much as one sign of Chinese. */
    private static final int LETTERS_OF_A_SIGN = 3;

    /** A whole message. */
    public Draft(String text, Locale language, Purpose purpose) {
        this(text, language, purpose, false);
    }

    /** In the language that its letters show: whoever answers may write in another than the customer reads. */
    public Draft(String text, Purpose purpose) {
        this(text, isChinese(text) ? Locale.CHINESE : Locale.ENGLISH, purpose);
    }

    /** The same words in a letter of which the product says the rest. */
    public Draft asPart() {
        return new Draft(text, language, purpose, true);
    }

    /** An English sentence may name an article in Chinese, and a Chinese one an article number. */
    private static boolean isChinese(String text) {
        long signs = text.codePoints().filter(Character::isIdeographic).count();
        long letters = text.codePoints().filter(Character::isLetter).count() - signs;
        return signs * LETTERS_OF_A_SIGN > letters;
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
