package org.redress.practice.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.practice.Move;
import org.redress.practice.model.Customer.Answer;
import org.redress.rehearsal.Lesson;
import org.redress.remedy.Remedy.Kind;

class CustomerTest {
    private static Customer of(Lesson lesson, boolean hurt, Move.Kind... before) {
        var moves = List.of(before).stream()
                .map(kind -> new Move(1, 1, kind, "", "", Instant.EPOCH))
                .toList();
        return new Customer(Truth.of(lesson), moves, hurt);
    }

    @Test
    void what_puts_it_right_is_taken() {
        assertThat(of(Lesson.ANGRY, false).toOffer(Set.of(Kind.RESHIP, Kind.COMPENSATION)))
                .isEqualTo(new Answer("practice.ANGRY.accepts", Duration.ofHours(1), true, false));
    }

    @Test
    void a_voucher_for_a_missing_candle_is_declined_once_and_then_they_leave() {
        assertThat(of(Lesson.ONE_SHORT, false).toOffer(Set.of(Kind.COMPENSATION)))
                .isEqualTo(new Answer("practice.ONE_SHORT.declines", Duration.ofHours(1), false, false));
        assertThat(of(Lesson.ONE_SHORT, false, Move.Kind.OFFERED)
                        .toOffer(Set.of(Kind.COMPENSATION))
                        .ends())
                .isTrue();
    }

    @Test
    void whoever_sent_it_back_wants_money_and_nothing_else() {
        assertThat(of(Lesson.WHERE_IS_MY_MONEY, false)
                        .toOffer(Set.of(Kind.RESHIP))
                        .ends())
                .isFalse();
    }

    @Test
    void the_photo_comes_once_and_only_where_it_is_needed() {
        assertThat(of(Lesson.DARK_PHOTO, false).toQuestion().sends()).isTrue();
        assertThat(of(Lesson.DARK_PHOTO, false, Move.Kind.ASKED).toQuestion().sends())
                .isFalse();
        assertThat(of(Lesson.NEIGHBOUR, false).toQuestion().key()).isEqualTo("practice.customer.have-told");
    }

    @Test
    void what_hurts_is_answered_as_such() {
        assertThat(of(Lesson.ANGRY, true).toMessage().key()).isEqualTo("practice.customer.hurt");
        assertThat(of(Lesson.OWN_MISTAKE, true).toRefusal().key()).isEqualTo("practice.customer.leaves");
    }
}
