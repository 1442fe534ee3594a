package org.redress.sheets.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AheadTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void everything_comes_once_and_in_its_order() throws IOException {
        try (var ahead = new Ahead<>(() -> upTo(12_345))) {
            assertThat(all(ahead))
                    .isEqualTo(IntStream.rangeClosed(1, 12_345).boxed().toList());
            assertThat(ahead.next()).isEmpty();
        }
    }

    @Test
    void a_source_that_fails_is_told_after_what_came_before() throws IOException {
        try (var ahead = new Ahead<>(this::brokenAfterSeven)) {
            for (int i = 1; i <= 7; i++) {
                assertThat(ahead.next()).contains(i);
            }
            assertThatThrownBy(ahead::next).isInstanceOf(IOException.class).hasRootCauseMessage("broken");
        }
    }

    @Test
    void a_source_is_not_asked_far_ahead_and_never_after_the_end() throws IOException {
        try (var ahead = new Ahead<>(() -> upTo(Integer.MAX_VALUE))) {
            assertThat(ahead.next()).contains(1);
        }
        int last = asked.get();
        assertThat(last).isLessThan(6_000);
        assertThat(asked.get()).isEqualTo(last);
    }

    @Test
    void an_error_of_the_source_is_told_and_nobody_waits_for_ever() {
        try (var ahead = new Ahead<Integer>(() -> {
            throw new StackOverflowError();
        })) {
            assertThatThrownBy(ahead::next).isInstanceOf(StackOverflowError.class);
        }
    }

    private Optional<Integer> upTo(int most) {
        int next = asked.incrementAndGet();
        return next <= most ? Optional.of(next) : Optional.empty();
    }

    private Optional<Integer> brokenAfterSeven() throws IOException {
        int next = asked.incrementAndGet();
        if (next > 7) {
            throw new IOException("broken");
        }
        return Optional.of(next);
    }

    private static List<Integer> all(Ahead<Integer> ahead) throws IOException {
        var all = new ArrayList<Integer>();
        for (var next = ahead.next(); next.isPresent(); next = ahead.next()) {
            all.add(next.get());
        }
        return all;
    }
}
