package org.redress.correspondence.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.claims.Filing;
import org.redress.correspondence.Message.Mail.Way;

class ReachTest {
    private static final Reach BY_MAIL = new Reach(Way.MAIL, "ada@example.com");
    private static final Reach BY_TEXT = new Reach(Way.TEXT, "+44 20 7946 0000");

    private static Filing.Contact contact(@Nullable String email, @Nullable String phone) {
        return new Filing.Contact("Ada", email, phone);
    }

    @Test
    void whoever_has_an_address_gets_the_whole_letter_and_no_text() {
        var both = contact(" ada@example.com ", "+44 20 7946 0000");
        assertThat(Reach.of(both, true, true, false)).contains(BY_MAIL);
        assertThat(Reach.of(both, true, false, false)).contains(BY_MAIL);
    }

    @Test
    void whoever_left_a_number_only_gets_a_text() {
        assertThat(Reach.of(contact(null, " +44 20 7946 0000"), true, true, false))
                .contains(BY_TEXT);
        assertThat(Reach.of(contact(" ", "+44 20 7946 0000"), true, true, false))
                .contains(BY_TEXT);
    }

    @Test
    void where_mail_does_not_leave_or_arrive_a_text_says_so() {
        var both = contact("ada@example.com", "+44 20 7946 0000");
        assertThat(Reach.of(both, false, true, false)).contains(BY_TEXT);
        assertThat(Reach.of(both, true, true, true)).contains(BY_TEXT);
    }

    @Test
    void a_lost_mail_is_no_reason_to_say_nothing() {
        assertThat(Reach.of(contact("ada@example.com", null), true, true, true)).contains(BY_MAIL);
        assertThat(Reach.of(contact("ada@example.com", "+44 20 7946 0000"), true, false, true))
                .contains(BY_MAIL);
    }

    @Test
    void without_a_way_nobody_is_reached() {
        var both = contact("ada@example.com", "+44 20 7946 0000");
        assertThat(Reach.of(both, false, false, false)).isEmpty();
        assertThat(Reach.of(contact("ada@example.com", null), false, true, false))
                .isEmpty();
        assertThat(Reach.of(contact(null, "+44 20 7946 0000"), true, false, false))
                .isEmpty();
        assertThat(Reach.of(contact(null, null), true, true, true)).isEmpty();
    }
}
