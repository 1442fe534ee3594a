package org.redress.claims.web.portal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.redress.claims.Filing;
import org.redress.orders.Order;

/** Tells an e-mail address from a phone number in the one field where either may stand. */
final class Contact {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}\\.[^\\s@.]{2,63}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{5,30}");

    private Contact() {}

    /** How the customer of a known order is reached. */
    static Filing.Contact of(Order.Customer customer, String name) {
        var called = name.isEmpty() ? customer.name() : name;
        return new Filing.Contact(called.isEmpty() ? null : called, customer.email(), customer.phone());
    }

    /** Enough for its owner to know it by, and too little for anybody else to use it. */
    static String masked(Order.Customer customer) {
        var email = customer.email();
        var phone = customer.phone();
        if (email != null) {
            var at = email.lastIndexOf('@');
            return email.substring(0, Math.min(1, Math.max(0, at))) + "…" + email.substring(Math.max(0, at));
        }
        return phone == null || phone.length() < 7 ? "…" : "…" + phone.substring(phone.length() - 3);
    }

    /** Empty where the text is neither. */
    static Optional<Filing.Contact> read(String text, String name) {
        var called = name.isEmpty() ? null : name;
        if (EMAIL.matcher(text).matches()) {
            return Optional.of(new Filing.Contact(called, text, null));
        }
        var digits = text.chars().filter(Character::isDigit).count();
        return digits >= 5 && PHONE.matcher(text).matches()
                ? Optional.of(new Filing.Contact(called, null, text))
                : Optional.empty();
    }
}
