package org.redress.correspondence;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;

/**
 * Hands a short text to a customer by something else than mail: a text message, a chat (docs/channels.md). Where there is no such
 * bean, nobody is reached that way.
 *
 * <p>A text is handed over at least once: again under the same id wherever nobody can tell whether it was taken.
 */
public interface Channel {
    /** One attempt, within seconds and outside of any transaction. */
    Outcome hand(Text text);

    /**
     * What is handed over.
     *
     * @param id minted once; stays the same however often it is handed over
     * @param to the telephone number, as the customer gave it
     * @param text one or two sentences that stand before the link
     * @param link opens the claim without a password; each attempt has one of its own
     * @param claim its number
     */
    record Text(UUID id, MerchantId merchant, String to, Locale language, String text, String link, String claim) {}

    /** What became of an attempt. */
    sealed interface Outcome {
        /** @param reference by which whoever took it knows it, or null */
        record Taken(@Nullable String reference) implements Outcome {}

        /** A clear no: it is not tried again. */
        record Refused(String said) implements Outcome {}

        /** Nobody knows, or not now: it is tried again. */
        record NotNow(String said) implements Outcome {}
    }
}
