package org.redress.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClaimMovedTest {
    private static final ClaimMoved DONE = new ClaimMoved(new UUID(0, 1), new UUID(0, 2), 7, "StepDone");

    @Test
    void a_listener_names_what_it_hears() {
        assertThat(DONE.is("StepFailed", "StepDone")).isTrue();
        assertThat(DONE.is("StepFailed")).isFalse();
    }

    @Test
    void what_is_no_event_of_a_claim_is_nobody_s_to_wait_for() {
        assertThatThrownBy(() -> DONE.is("StepDone", "StepsDone")).isInstanceOf(IllegalArgumentException.class);
    }
}
