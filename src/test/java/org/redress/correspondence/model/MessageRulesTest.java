package org.redress.correspondence.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redress.kernel.Refusal;

class MessageRulesTest {
    @Test
    void a_message_of_ten_thousand_characters_is_taken_and_one_more_is_not() {
        assertThat(MessageRules.check("x".repeat(10_000))).isEmpty();
        assertThat(code("x".repeat(10_001))).isEqualTo("TOO_LONG");
    }

    @Test
    void line_ends_count_as_one_character_as_in_the_browser() {
        assertThat(MessageRules.tidy("a\r\nb\rc\n ")).isEqualTo("a\nb\nc");
    }

    @Test
    void nothing_and_what_cannot_be_kept_is_refused() {
        assertThat(code(MessageRules.tidy(" \r\n\t"))).isEqualTo("EMPTY");
        assertThat(code("a\0b")).isEqualTo("NUL");
        for (var unseen : java.util.List.of("\u00a0\u3000", "\u200b", "\ufeff\u2060", "\u2800 \u3164")) {
            assertThat(code(MessageRules.tidy(unseen))).isEqualTo("EMPTY");
        }
    }

    @Test
    void what_turns_the_direction_of_reading_is_left_out_and_what_binds_signs_together_stays() {
        assertThat(MessageRules.tidy("\u202elive\u202c it is")).isEqualTo("live it is");
        assertThat(MessageRules.tidy("\ud83d\udc69\u200d\ud83d\udd27")).isEqualTo("\ud83d\udc69\u200d\ud83d\udd27");
    }

    @Test
    void after_twenty_messages_in_an_hour_we_ask_for_a_pause() {
        assertThat(MessageRules.limit(19)).isEmpty();
        assertThat(MessageRules.limit(20)).map(Refusal::kind).contains(Refusal.Kind.TOO_MANY);
    }

    private static String code(String text) {
        return MessageRules.check(text).orElseThrow().faults().getFirst().code();
    }
}
