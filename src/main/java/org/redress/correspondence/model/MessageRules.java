package org.redress.correspondence.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.redress.correspondence.Messages;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;

/** What a message may be, and how often a customer may write. */
public final class MessageRules {
    /** So many messages of a customer on one claim ... */
    public static final int MOST = 20;

    /** ... within this time; then we ask for a pause. */
    public static final Duration WITHIN = Duration.ofHours(1);

    private MessageRules() {}

    /** What turns the direction of reading shows other words than were written. */
    private static final Pattern TURNS = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

    /**
     * As it is kept: line ends are one character, as the browser counts them, nothing hangs over at the ends, and nothing turns
     * the direction of reading. Of what nobody can see nothing is left.
     */
    public static String tidy(String text) {
        var plain = TURNS.matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .strip();
        return plain.codePoints().allMatch(MessageRules::isUnseen) ? "" : plain;
    }

    private static boolean isUnseen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.FORMAT ->
                true;
            default -> Character.isWhitespace(sign) || sign == 0x2800 || sign == 0x3164;
        };
    }

    /** @param text tidied */
    public static Optional<Refusal> check(String text) {
        if (text.isEmpty()) {
            return no("EMPTY", Phrase.of("correspondence.fault.empty"));
        }
        int length = text.codePointCount(0, text.length());
        if (length > Messages.LONGEST) {
            return no("TOO_LONG", Phrase.of("correspondence.fault.too-long", Messages.LONGEST, length));
        }
        if (text.indexOf('\0') >= 0) {
            return no("NUL", Phrase.of("correspondence.fault.nul"));
        }
        return Optional.empty();
    }

    /** @param recent messages of the customer on this claim {@link #WITHIN} the time */
    public static Optional<Refusal> limit(int recent) {
        return recent < MOST
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Refusal.Kind.TOO_MANY,
                        "TOO_MANY_MESSAGES",
                        Phrase.of("correspondence.refusal.too-many"),
                        List.of()));
    }

    private static Optional<Refusal> no(String code, Phrase message) {
        return Optional.of(Refusal.invalid("/message", code, message));
    }
}
