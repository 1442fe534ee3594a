package org.redress.correspondence.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    /** As it is kept: line ends are one character, as the browser counts them, and nothing hangs over at the ends. */
    public static String tidy(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
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
