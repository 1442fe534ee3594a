package org.redress.claims.web.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.claims.web.call.CallFixture.call;
import static org.redress.claims.web.call.CallFixture.filing;
import static org.redress.claims.web.call.CallFixture.order;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.claims.Channel;
import org.redress.claims.Filing;
import org.redress.claims.Heard;
import org.redress.kernel.Problem;

class CallFilingTest {
    @Test
    void a_conversation_becomes_a_claim_by_phone_with_all_that_was_said() {
        var said = call(
                "phone",
                "020",
                "place",
                "COUNTER",
                "order",
                "o-1",
                "proven",
                "POSTCODE",
                "problem",
                "WRONG_ITEM",
                "article",
                "RED",
                "units.RED",
                "2",
                "came",
                "a blue one",
                "cameUnits",
                "3",
                "noticed",
                "2026-11-25",
                "where",
                "At home",
                "danger",
                "CHILD",
                "neededBy",
                "2026-12-01",
                "purpose",
                "A birthday",
                "beforeHow",
                "Chat",
                "beforeOn",
                "2026-11-24",
                "beforeWhat",
                "A call back");
        var made = filing(said, order());
        assertThat(made.faults()).isEmpty();
        var filed = made.filing(made.lines());
        assertThat(filed.channel()).isEqualTo(Channel.PHONE);
        assertThat(filed.orderNumber()).isEqualTo("O-1");
        assertThat(filed.lines())
                .containsExactly(new Filing.Line(
                        CallFixture.RED, 2, Problem.WRONG_ITEM, new Filing.Received(null, null, "a blue one", 3)));
        assertThat(filed.discoveredAt()).isEqualTo(Instant.parse("2026-11-24T16:00:00Z"));
        assertThat(filed.previousContact())
                .isEqualTo(new Filing.PreviousContact("Chat", Instant.parse("2026-11-23T16:00:00Z"), "A call back"));
        assertThat(made.heard().place()).isEqualTo(Heard.Place.COUNTER);
        assertThat(made.heard().proven()).containsExactly(Heard.Proof.POSTCODE);
        assertThat(made.heard().purpose()).isEqualTo("A birthday");
    }

    @Test
    void nothing_is_proven_by_an_order_that_we_do_not_know() {
        assertThat(filing(call("proven", "EMAIL"), null).heard().proven()).isEqualTo(Set.of());
    }

    @Test
    void what_cannot_be_so_is_named_by_its_field() {
        var said = call(
                "email",
                "nowhere",
                "noticed",
                "2026-12-24",
                "beforeWhat",
                "Something",
                "neededBy",
                "soon",
                "cameUnits",
                "many",
                "problem",
                "WRONG_ITEM");
        assertThat(filing(said, order()).faults().keySet())
                .containsExactlyInAnyOrder("email", "noticed", "beforeOn", "neededBy", "cameUnits", "goods");
        assertThat(filing(call(), null).faults()).containsOnlyKeys("phone");
    }

    @Test
    void a_day_that_has_begun_here_is_not_to_come() {
        var late = new CallFiling(
                call("phone", "020", "noticed", "2026-11-28"),
                null,
                null,
                CallFixture.SHANGHAI,
                Instant.parse("2026-11-27T17:00:00Z"));
        assertThat(late.faults()).isEmpty();
    }

    @Test
    void text_that_nobody_can_keep_loses_only_what_cannot_be_kept() {
        assertThat(call("name", "Ada\0 \ud800Byrne", "statement", "One\r\ntwo\0")
                        .name())
                .isEqualTo("Ada Byrne");
        assertThat(call("statement", "One\r\ntwo\0").statement()).isEqualTo("One\ntwo");
        assertThat(call("name", "x".repeat(300)).name()).hasSize(254);
        assertThat(call("form", "none", "started", "now", "place", "MOON", "into", "?")
                        .form())
                .isEqualTo(new UUID(0, 0));
        assertThat(call("place", "MOON").place()).isEqualTo(Heard.Place.PHONE);
    }

    @Test
    void a_second_tap_is_the_same_and_a_change_is_not() {
        var first = call("form", "f", "name", "Ada", "shown", "a", "started", "1");
        assertThat(first.typed()).isEqualTo(call("name", "Ada", "started", "2").typed());
        assertThat(first.typed()).isNotEqualTo(call("name", "Eve").typed());
    }
}
