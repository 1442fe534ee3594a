package org.redress.manners;

/**
 * What the coach says about a draft.
 *
 * @param from where the words at fault begin in the text, in UTF-16 units; -1 where something is missing
 * @param to where they end
 * @param said the words at fault, or what is missing by name; empty where the rule says it all
 * @param sure whether it is beyond doubt; a telephone number that nobody knows may be a stranger’s or a hotline’s
 */
public record Advice(Rule rule, int from, int to, String said, boolean sure) {
    /** Whether a message with this in it does not leave. */
    public boolean isLock() {
        return rule.isLock() && sure;
    }

    /** Under what it is said in the word files: what may be somebody else’s is asked about and not forbidden. */
    public String words() {
        return rule.isLock() && !sure ? rule.words() + ".unsure" : rule.words();
    }

    public static Advice missing(Rule rule) {
        return new Advice(rule, -1, -1, "", true);
    }
}
