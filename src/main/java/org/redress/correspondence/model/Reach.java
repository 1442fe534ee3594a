package org.redress.correspondence.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.correspondence.Message;

/**
 * By what a letter reaches a customer: by mail, where mail leaves and arrives; else by a short text, where texts leave and there is a
 * telephone number.
 *
 * @param way by which it leaves
 * @param recipient the e-mail address or telephone number
 */
public record Reach(Message.Mail.Way way, String recipient) {
    /**
     * @param mail whether mail leaves here
     * @param texts whether texts do
     * @param lost whether the last mail to this customer never arrived
     */
    public static Optional<Reach> of(Filing.Contact contact, boolean mail, boolean texts, boolean lost) {
        var byMail = mail ? reach(Message.Mail.Way.MAIL, contact.email()) : Optional.<Reach>empty();
        var byText = texts ? reach(Message.Mail.Way.TEXT, contact.phone()) : Optional.<Reach>empty();
        return lost ? byText.or(() -> byMail) : byMail.or(() -> byText);
    }

    private static Optional<Reach> reach(Message.Mail.Way way, @Nullable String recipient) {
        return Optional.ofNullable(recipient)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new Reach(way, text));
    }
}
