package org.redress.settlement.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.orders.Order;
import org.redress.remedy.Remedy;
import org.redress.settlement.Difference.Kind;
import org.redress.settlement.Effect;
import org.redress.settlement.Effect.State;
import org.redress.settlement.PartnerRole;
import org.redress.settlement.Step;
import org.redress.settlement.Trouble;
import org.redress.settlement.Work;

class ReconciliationTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant YESTERDAY = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID ID = new UUID(7, 8);
    private static final Order.Address HOME = new Order.Address("Ada", "1 Mill Lane", "Leeds", null, "LS1 1AA", "GB");
    private static final Work REFUND = new Work.Refund("A-1", null, pounds(1_250));

    @Test
    void what_both_say_alike_is_no_difference() {
        assertThat(between(theirs(State.CONFIRMED), ours(Step.State.DONE))).isEmpty();
        assertThat(between(theirs(State.PENDING), ours(Step.State.RUNNING))).isEmpty();
        assertThat(between(theirs(State.CANCELLED), ours(Step.State.REVERSED))).isEmpty();
        assertThat(between(theirs(State.CANCELLED), ours(Step.State.FAILED))).isEmpty();
    }

    @Test
    void what_they_did_under_a_key_that_is_none_of_ours_is_one() {
        assertThat(between(theirs(State.CONFIRMED), null)).containsExactly(Kind.UNKNOWN_TO_US);
        assertThat(between(theirs(State.PENDING), null)).containsExactly(Kind.UNKNOWN_TO_US);
        assertThat(between(theirs(State.CANCELLED), null)).isEmpty();
    }

    @Test
    void what_is_done_there_and_still_open_with_us_is_one_only_once_it_is_late() {
        assertThat(between(theirs(State.CONFIRMED), ours(Step.State.RUNNING))).containsExactly(Kind.DONE_THERE_ONLY);
        var fresh = new Effect(ID.toString(), Effect.Kind.REFUND, State.CONFIRMED, pounds(1_250), "RF-1", NOW);
        assertThat(between(fresh, ours(Step.State.RUNNING))).isEmpty();
        assertThat(Reconciliation.differences(fresh, null, ours(Step.State.RUNNING), NOW.plus(Reconciliation.LATE)))
                .as("exactly as old as it may be")
                .isEmpty();
    }

    @Test
    void what_is_done_there_and_given_up_by_us_is_one_at_once() {
        var fresh = new Effect(ID.toString(), Effect.Kind.REFUND, State.CONFIRMED, pounds(1_250), "RF-1", NOW);
        assertThat(between(fresh, ours(Step.State.FAILED))).containsExactly(Kind.DONE_THERE_ONLY);
    }

    @Test
    void what_is_done_with_us_and_not_there_is_one() {
        assertThat(between(theirs(State.PENDING), ours(Step.State.DONE))).containsExactly(Kind.DONE_HERE_ONLY);
        assertThat(between(theirs(State.CANCELLED), ours(Step.State.DONE))).containsExactly(Kind.CANCELLED_THERE);
        assertThat(between(theirs(State.CONFIRMED), ours(Step.State.REVERSED))).containsExactly(Kind.CANCELLED_HERE);
    }

    @Test
    void another_amount_or_currency_is_one() {
        var more = new Effect(ID.toString(), Effect.Kind.REFUND, State.CONFIRMED, pounds(1_251), "RF-1", YESTERDAY);
        assertThat(between(more, ours(Step.State.DONE))).containsExactly(Kind.AMOUNT);
        var euros = new Money(1_250, Currency.getInstance("EUR"));
        var other = new Effect(ID.toString(), Effect.Kind.REFUND, State.CONFIRMED, euros, "RF-1", YESTERDAY);
        assertThat(between(other, ours(Step.State.DONE))).containsExactly(Kind.AMOUNT);
        var none = new Effect(ID.toString(), Effect.Kind.REFUND, State.CONFIRMED, null, "RF-1", YESTERDAY);
        assertThat(between(none, ours(Step.State.DONE))).containsExactly(Kind.AMOUNT);
    }

    @Test
    void another_reference_or_another_kind_of_thing_is_one() {
        var reference =
                new Effect(ID.toString(), Effect.Kind.REFUND, State.CONFIRMED, pounds(1_250), "RF-2", YESTERDAY);
        assertThat(between(reference, ours(Step.State.DONE))).containsExactly(Kind.REFERENCE);
        var kind = new Effect(ID.toString(), Effect.Kind.VOUCHER, State.CONFIRMED, pounds(1_250), "RF-1", YESTERDAY);
        assertThat(between(kind, ours(Step.State.DONE))).containsExactly(Kind.OTHER_KIND);
    }

    @Test
    void a_key_listed_twice_is_one_but_not_the_same_line_on_two_pages() {
        var first = theirs(State.CONFIRMED);
        var second = new Effect(ID.toString(), Effect.Kind.REFUND, State.CONFIRMED, pounds(1_250), "RF-1", NOW);
        var ours = ours(Step.State.DONE);
        assertThat(Reconciliation.differences(second, first, ours, NOW)).containsExactly(Kind.TWICE);
        assertThat(Reconciliation.differences(first, first, ours, NOW)).isEmpty();
    }

    @Test
    void several_differences_are_all_told() {
        var wrong = new Effect(ID.toString(), Effect.Kind.REFUND, State.CANCELLED, pounds(1), "RF-9", YESTERDAY);
        assertThat(between(wrong, ours(Step.State.DONE)))
                .containsExactly(Kind.CANCELLED_THERE, Kind.AMOUNT, Kind.REFERENCE);
    }

    @Test
    void before_something_is_said_that_may_pass_the_partner_is_asked_and_its_answer_counts() {
        var listed = theirs(State.PENDING);
        var found = between(listed, ours(Step.State.DONE));
        assertThat(found).allMatch(Reconciliation::isPassing);
        var asked = Reconciliation.asked(listed, new Outcome.Confirmed("RF-1"));
        assertThat(between(asked, ours(Step.State.DONE))).isEmpty();
        var silent = Reconciliation.asked(listed, new Outcome.Unreachable(Trouble.of(Trouble.Kind.TIMEOUT)));
        assertThat(silent).isEqualTo(listed);
        assertThat(Kind.values())
                .filteredOn(Reconciliation::isPassing)
                .doesNotContain(Kind.UNKNOWN_TO_US, Kind.AMOUNT, Kind.TWICE);
    }

    @Test
    void what_is_in_no_list_is_held_against_what_the_partner_answers() {
        assertThat(Reconciliation.unlisted(new Outcome.Unknown())).contains(Kind.UNKNOWN_TO_THEM);
        assertThat(Reconciliation.unlisted(new Outcome.Refused(Trouble.of(Trouble.Kind.REFUSED))))
                .contains(Kind.CANCELLED_THERE);
        assertThat(Reconciliation.unlisted(new Outcome.Pending("RF-1"))).contains(Kind.DONE_HERE_ONLY);
        assertThat(Reconciliation.unlisted(new Outcome.Confirmed("RF-1"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PartnerRole.class)
    void every_piece_of_work_is_in_exactly_one_partner_s_book(PartnerRole partner) {
        var all = Arrays.stream(PartnerRole.values())
                .flatMap(each -> Reconciliation.works(each).stream())
                .toList();
        assertThat(all)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrder("Refund", "Reshipment", "ReturnLabel", "Pickup", "Voucher");
        assertThat(Reconciliation.works(partner)).isNotEmpty();
    }

    @Test
    void a_step_is_told_as_its_partner_would_tell_it() {
        var parcel =
                step(new Work.Reshipment("A-1", List.of(), HOME, List.of(), Work.Guard.NONE), Step.State.DONE, "SH-1");
        assertThat(Reconciliation.ours(parcel))
                .contains(new Effect(ID.toString(), Effect.Kind.RESHIP, State.CONFIRMED, null, "SH-1", YESTERDAY));
        var impossible = step(new Work.Impossible("A-1", Trouble.Kind.ORDER_UNKNOWN), Step.State.FAILED, null);
        assertThat(Reconciliation.ours(impossible)).isEmpty();
    }

    @Test
    void a_comparison_that_broke_off_is_tried_again_less_and_less_often() {
        assertThat(Reconciliation.pause(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Reconciliation.pause(4)).isEqualTo(Duration.ofMinutes(8));
        assertThat(Reconciliation.pause(1_000)).isEqualTo(Duration.ofHours(1));
    }

    private static List<Kind> between(Effect theirs, @Nullable Effect ours) {
        return Reconciliation.differences(theirs, null, ours, NOW);
    }

    private static Effect theirs(State state) {
        return new Effect(ID.toString(), Effect.Kind.REFUND, state, pounds(1_250), "RF-1", YESTERDAY);
    }

    private static Effect ours(Step.State state) {
        return Reconciliation.ours(step(REFUND, state, "RF-1")).orElseThrow();
    }

    private static Step step(Work work, Step.State state, @Nullable String reference) {
        return new Step(
                new MerchantId(new UUID(1, 2)),
                ID,
                new UUID(3, 4),
                new UUID(5, 6),
                0,
                0,
                Remedy.Kind.REFUND,
                state,
                work,
                reference,
                1,
                0,
                null,
                NOW,
                YESTERDAY,
                state == Step.State.DONE ? YESTERDAY : null,
                1,
                false,
                null,
                null);
    }

    private static Money pounds(long pence) {
        return new Money(pence, Currency.getInstance("GBP"));
    }
}
