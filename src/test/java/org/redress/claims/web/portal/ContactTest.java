package org.redress.claims.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.claims.Filing;

class ContactTest {
    @Test
    void an_address_with_an_at_is_e_mail() {
        assertThat(Contact.read("ann@example.com", "Ann")).contains(new Filing.Contact("Ann", "ann@example.com", null));
    }

    @Test
    void digits_with_the_usual_marks_are_a_phone_number() {
        for (var number : List.of("+44 (20) 7946-0000", "138 0013 8000", "030/123.456")) {
            assertThat(Contact.read(number, "")).contains(new Filing.Contact(null, null, number));
        }
    }

    @Test
    void anything_else_is_asked_for_again() {
        for (var text :
                List.of("", "ann", "ann@", "@example.com", "ann@example", "a b@example.com", "1234", "+", "(((((")) {
            assertThat(Contact.read(text, "")).isEmpty();
        }
    }
}
