package org.redress.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.kernel.MerchantId;

class HeldOrdersTest {
    private static Task task(int at, TaskQuestion question, String order, @Nullable Boolean done) {
        return new Task(
                new MerchantId(new UUID(1, 1)),
                new UUID(2, at),
                new UUID(1, 2),
                "K-1",
                question,
                new Task.Subject(null, null, null, null, null, order, null, null),
                Task.Asked.WAREHOUSE,
                null,
                done == null ? Task.State.OPEN : Task.State.ANSWERED,
                Instant.ofEpochSecond(at),
                "Ann",
                Instant.ofEpochSecond(at + 7200),
                null,
                null,
                done == null ? null : new TaskReply.Said(done),
                null);
    }

    private static HeldOrders held(Task... tasks) {
        return HeldOrders.of(List.of(tasks));
    }

    @Test
    void an_order_is_held_while_it_is_asked_for_and_once_it_is_put_aside() {
        assertThat(held(task(1, TaskQuestion.HOLD_ORDER, "A", null)).isHeld("A"))
                .isTrue();
        var aside = held(task(1, TaskQuestion.HOLD_ORDER, "A", true));
        assertThat(aside.isHeld("A")).isTrue();
        assertThat(aside.aside()).containsExactly("A");
        assertThat(aside.isHeld("B")).isFalse();
    }

    @Test
    void an_order_that_had_gone_is_not_held() {
        var gone = held(task(1, TaskQuestion.HOLD_ORDER, "A", false));
        assertThat(gone.isHeld("A")).isFalse();
        assertThat(gone.of("A")).isNotNull();
        assertThat(gone.any()).isFalse();
    }

    @Test
    void of_several_claims_one_that_holds_it_is_enough() {
        var released =
                List.of(task(1, TaskQuestion.HOLD_ORDER, "A", true), task(2, TaskQuestion.RELEASE_ORDER, "A", null));
        assertThat(HeldOrders.byAny(released)).isEmpty();
        assertThat(HeldOrders.byAny(List.of(
                        released.getFirst(),
                        released.getLast(),
                        ofAnother(task(1, TaskQuestion.HOLD_ORDER, "A", null)))))
                .containsExactly("A");
    }

    private static Task ofAnother(Task task) {
        return new Task(
                task.merchant(),
                new UUID(3, 1),
                new UUID(1, 3),
                "K-2",
                task.question(),
                task.subject(),
                task.asked(),
                null,
                task.state(),
                task.openedAt(),
                task.openedBy(),
                task.dueAt(),
                null,
                null,
                task.reply(),
                null);
    }

    @Test
    void it_tells_how_many_are_aside_gone_or_not_answered_and_forgets_what_was_let_go() {
        var held = held(
                task(1, TaskQuestion.HOLD_ORDER, "A", true),
                task(2, TaskQuestion.HOLD_ORDER, "B", false),
                task(3, TaskQuestion.HOLD_ORDER, "C", null),
                task(4, TaskQuestion.HOLD_ORDER, "D", true),
                task(5, TaskQuestion.HOLD_ORDER, "E", true),
                task(6, TaskQuestion.RELEASE_ORDER, "E", null));
        assertThat(held.tally()).isEqualTo(new HeldOrders.Tally(2, 1, 1));
        assertThat(held(task(5, TaskQuestion.HOLD_ORDER, "E", true), task(6, TaskQuestion.RELEASE_ORDER, "E", null))
                        .tally()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void what_was_asked_last_counts_whichever_way_round_it_is_told() {
        var hold = task(1, TaskQuestion.HOLD_ORDER, "A", true);
        var release = task(2, TaskQuestion.RELEASE_ORDER, "A", null);
        assertThat(held(hold, release).isHeld("A")).isFalse();
        assertThat(held(release, hold).aside()).isEmpty();
        assertThat(held(task(3, TaskQuestion.HOLD_ORDER, "A", null), release, hold)
                        .isHeld("A"))
                .isTrue();
    }
}
