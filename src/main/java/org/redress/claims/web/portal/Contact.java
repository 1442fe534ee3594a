package org.redress.claims.web.portal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.redress.claims.Filing;

/** Tells an e-mail address from a phone number in the one field where either may stand. */
final class Contact {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}\\.[^\\s@.]{2,63}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{5,30}");

    private Contact() {}

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
