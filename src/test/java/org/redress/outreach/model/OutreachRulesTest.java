package org.redress.outreach.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.outreach.Outreach;
import org.redress.outreach.Outreach.State;

class OutreachRulesTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Money NOTHING = Money.zero(GBP);

    private static Order order(String... skus) {
        var lines = IntStream.range(0, skus.length)
                .mapToObj(i -> new Order.Line(i + 1, new Sku(skus[i]), 2, new Money(500, GBP), NOTHING))
                .toList();
        return new Order(
                "B-1",
                "web",
                Instant.EPOCH,
                GBP,
                new Order.Customer("Bo", null, null, null),
                new Order.Address(null, null, null, null, null, null),
                lines,
                NOTHING,
                NOTHING,
                NOTHING,
                List.of());
    }

    private static Outreach outreach(State state) {
        return new Outreach(
                new MerchantId(new UUID(1, 1)),
                new UUID(1, 2),
                new UUID(1, 3),
                "C-1",
                "B-1",
                new Sku("LMP"),
                null,
                Outreach.Why.SWAP,
                .9,
                state,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable String lacks(Order order, @Nullable String came) {
        return OutreachRules.lacks(order, came == null ? null : new Sku(came))
                .map(Sku::value)
                .orElse(null);
    }

    @Test
    void the_other_side_lacks_what_the_claimant_got() {
        assertThat(lacks(order("KET", "LMP"), "LMP")).isEqualTo("LMP");
    }

    @Test
    void where_nobody_knows_what_came_their_only_article_is_it_and_of_several_none() {
        assertThat(lacks(order("LMP"), null)).isEqualTo("LMP");
        assertThat(lacks(order("LMP"), "JAR")).isEqualTo("LMP");
        assertThat(lacks(order("KET", "LMP"), null)).isNull();
        assertThat(lacks(order("KET", "LMP"), "JAR")).isNull();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void nobody_writes_to_who_has_spoken(State state) {
        boolean waits = state == State.OPEN || state == State.WRITTEN;
        assertThat(OutreachRules.writable(outreach(state)).isEmpty()).isEqualTo(waits);
        assertThat(OutreachRules.leavable(outreach(state), "Called.").isEmpty()).isEqualTo(waits);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void the_customer_may_still_say_that_it_is_wrong_until_they_have_filed_a_claim(State state) {
        assertThat(OutreachRules.answerable(outreach(state), order("LMP"), 1).isEmpty())
                .isEqualTo(state != State.CLAIMED);
    }

    @Test
    void no_more_can_be_wrong_than_was_ordered() {
        var order = order("LMP");
        assertThat(IntStream.of(0, 1, 2, 3)
                        .filter(units -> OutreachRules.answerable(outreach(State.WRITTEN), order, units)
                                .isEmpty())
                        .toArray())
                .containsExactly(1, 2);
    }

    @Test
    void from_one_letter_to_the_next_ten_minutes_go_by() {
        var mailed = Instant.EPOCH;
        assertThat(OutreachRules.again(mailed, mailed)).isNotEmpty();
        assertThat(OutreachRules.again(mailed, mailed.plusSeconds(599))).isNotEmpty();
        assertThat(OutreachRules.again(mailed, mailed.plusSeconds(600))).isEmpty();
    }

    @Test
    void whoever_leaves_somebody_out_says_why() {
        assertThat(List.of(" ", "x".repeat(2001), "\0"))
                .allSatisfy(note -> assertThat(OutreachRules.leavable(outreach(State.OPEN), note))
                        .isNotEqualTo(Optional.empty()));
    }
}
