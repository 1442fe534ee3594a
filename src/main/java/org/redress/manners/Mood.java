package org.redress.manners;

/**
 * What the words of a customer let us feel, so that somebody answers in time and in the right tone (domain.md R65). It says how to
 * speak with them, and never what they get: the same facts have the same outcome (R4).
 */
public enum Mood {
    /** Somebody may be in danger or has a hard time. */
    FRAIL,
    /** They think of a court, an authority or their bank. */
    AUTHORITY,
    /** They think of telling everybody. */
    PUBLIC,
    UPSET,
    /** They had to say it more than once. */
    TOLD_BEFORE,
    LEAVING,
    /** It is needed on a day. */
    URGENT;

    /**
     * Where it was heard.
     *
     * @param words of the customer, in small letters
     */
    public record Sign(Mood mood, String words) {}
}
