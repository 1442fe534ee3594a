package org.redress.correspondence.model;

import org.redress.correspondence.Message;
import org.redress.kernel.Phrase;

/**
 * What is said of a message where a whole letter has no room: that there is news and of which kind, never what it says. A
 * telephone shows it to whoever holds it, so it names the shop and the claim’s number and nothing else.
 */
public final class ShortText {
    private ShortText() {}

    public static Phrase of(Message.Kind kind, String shop, String number) {
        var what = switch (kind) {
            case WARNING -> "danger";
            case ACKNOWLEDGEMENT -> "received";
            case INFORMATION_REQUEST -> "asked";
            case DECISION -> "decided";
            case OFFER -> "offer";
            case AGREEMENT, EXECUTION -> "done";
            case FOLLOW_UP -> "follow-up";
            case CLOSING -> "closed";
            case NOTE -> "note";
        };
        return Phrase.of("correspondence.text.said." + what, shop, number);
    }
}
