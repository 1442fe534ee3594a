package org.redress.claims.web.desk;

import java.util.Objects;
import java.util.stream.Stream;
import org.redress.claims.Claim;
import org.redress.claims.Filing;

/** What staff read of who a customer is. */
public final class Contacts {
    private Contacts() {}

    /** By name where they gave one, else how they are reached. */
    public static String customer(Claim claim) {
        var contact = claim.filing().contact();
        return Stream.of(contact.name(), contact.email(), contact.phone())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** Enough to tell two customers apart, too little to write to one. */
    public static String masked(Filing.Contact contact) {
        var email = contact.email();
        if (email != null) {
            int at = email.lastIndexOf('@');
            return at < 1 ? "•••" : email.substring(0, email.offsetByCodePoints(0, 1)) + "•••" + email.substring(at);
        }
        var phone = contact.phone();
        return phone == null ? "•••" : "••• " + phone.substring(Math.max(0, phone.length() - 3));
    }
}
