package org.redress.claims.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.calendars.CalendarForm;
import org.redress.calendars.Calendars;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimClock;
import org.redress.claims.ClaimClock.Party;
import org.redress.claims.ClaimClock.Promise;
import org.redress.claims.ClaimClock.State;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.claims.Promises;
import org.redress.claims.Stumble;
import org.redress.claims.Stumbles;
import org.redress.claims.model.Clocks;
import org.redress.claims.store.ClockTable;
import org.redress.correspondence.Messages;
import org.redress.database.MerchantTransactions;
import org.redress.investigation.TaskQuestion;
import org.redress.investigation.TaskReply;
import org.redress.investigation.Tasks;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
@Import(PromisesIT.Time.class)
class PromisesIT {
    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(START);
        }
    }

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private static final Actor AGENT = new Actor.Staff(new UUID(1, 1), "Sam");
    private static final Actor CUSTOMER = new Actor.Customer();

    @Autowired
    SettableClock clock;

    @Autowired
    ClaimSweeps sweeps;

    @Autowired
    Claims claims;

    @Autowired
    Promises promises;

    @Autowired
    Tasks tasks;

    @Autowired
    Messages messages;

    @Autowired
    ClockTable clocks;

    @Autowired
    Calendars calendars;

    @Autowired
    Merchants merchants;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    private MerchantId merchant;

    @BeforeEach
    void start() {
        clock.set(START);
        merchant = OwnMerchant.found(merchants);
    }

    @Test
    void a_promise_warns_breaks_and_is_escalated_once_each() {
        var claim = filed();
        var due = START.plus(Clocks.FIRST_RESPONSE);
        var late = START.plus(Clocks.DECISION);

        sweepAt(START.plus(Duration.ofHours(6)));
        assertThat(said(claim)).containsExactly(warned(Promise.FIRST_RESPONSE, due));
        sweepAt(due);
        sweepAt(due);
        assertThat(said(claim))
                .containsExactly(warned(Promise.FIRST_RESPONSE, due), broken(Promise.FIRST_RESPONSE, due));
        assertThat(now(claim).escalated()).isFalse();

        handle(claim, new ClaimCommand.Assign(null), AGENT);
        sweepAt(due.plus(Clocks.ESCALATION));
        assertThat(now(claim).escalated()).isTrue();
        sweepAt(late.plus(Clocks.ESCALATION));
        sweepAt(late.plus(Duration.ofDays(9)));
        assertThat(claims.timeline(merchant, claim.id()).stream()
                        .filter(entry -> entry.event() instanceof ClaimEvent.ClaimEscalated))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(new Actor.Product());
                    assertThat(((ClaimEvent.ClaimEscalated) entry.event()).reason())
                            .contains("a person’s first answer");
                });
        assertThat(said(claim)).doesNotHaveDuplicates().contains(broken(Promise.DECISION, late));
    }

    @Test
    void a_sweep_that_comes_late_says_what_is_broken_and_not_that_it_will_be() {
        var claim = filed();
        sweepAt(START.plus(Duration.ofDays(30)));
        assertThat(said(claim)).hasSize(3).allMatch(event -> event instanceof ClaimEvent.PromiseBroken);
        assertThat(now(claim).escalated()).isTrue();
    }

    @Test
    void what_is_done_late_before_a_sweep_was_broken_all_the_same() {
        var claim = filed();
        clock.set(START.plus(Clocks.FIRST_RESPONSE.plusMinutes(1)));
        handle(claim, new ClaimCommand.Accept(null), AGENT);
        sweepAt(clock.instant());
        assertThat(said(claim)).containsExactly(broken(Promise.FIRST_RESPONSE, START.plus(Clocks.FIRST_RESPONSE)));
        assertThat(the(claim, Party.AGENT, Promise.FIRST_RESPONSE))
                .matches(running -> running.isBroken() && running.state() == State.MET);
    }

    @Test
    void what_is_owed_runs_while_people_work_and_whose_turn_it_is_says_the_same() {
        var week = Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(day -> day, day -> day.getValue() < 6 ? "09:00-17:00" : ""));
        calendars.change(merchant, new CalendarForm("Europe/London", false, week, "", ""));
        var claim = filed();
        // Monday 12:00, and 24 hours of work: five on Monday, eight each on Tuesday and Wednesday, three on Thursday.
        var due = Instant.parse("2026-03-05T12:00:00Z");
        assertThat(claim.owed().due()).isEqualTo(due);
        assertThat(the(claim, Party.AGENT, Promise.DECISION).dueAt()).isEqualTo(due);
        handle(claim, new ClaimCommand.AskInformation(List.of("ITEM"), "A photo, please."), AGENT);
        assertThat(now(claim).owed().due()).isEqualTo(START.plus(Clocks.INFORMATION));
        var paused = the(claim, Party.AGENT, Promise.DECISION);
        assertThat(paused.state()).isEqualTo(State.PAUSED);

        // The answer comes on Saturday: nothing of it is used before Monday.
        clock.set(Instant.parse("2026-03-07T15:00:00Z"));
        handle(claim, new ClaimCommand.ProvideInformation("Here."), CUSTOMER);
        assertThat(the(claim, Party.AGENT, Promise.DECISION).dueAt()).isEqualTo(Instant.parse("2026-03-11T17:00:00Z"));
    }

    @Test
    void a_message_of_ours_is_a_first_answer_and_word_to_the_customer() {
        var claim = filed();
        clock.set(START.plus(Duration.ofHours(5)));
        messages.write(merchant, claim.id(), Ids.next(), "I am looking into it.", AGENT);
        assertThat(the(claim, Party.AGENT, Promise.FIRST_RESPONSE).state()).isEqualTo(State.MET);
        assertThat(the(claim, Party.AGENT, Promise.FEEDBACK).dueAt())
                .isEqualTo(clock.instant().plus(Clocks.FEEDBACK));
        messages.write(merchant, claim.id(), Ids.next(), "Thank you.", CUSTOMER);
        assertThat(the(claim, Party.AGENT, Promise.FEEDBACK).startedAt()).isEqualTo(clock.instant());
    }

    @Test
    void what_the_warehouse_is_asked_it_owes_until_it_answers() {
        var claim = filed();
        var task = ask(claim);
        assertThat(the(claim, Party.WAREHOUSE, Promise.ANSWER))
                .matches(running -> running.about().equals(task) && running.state() == State.RUNNING)
                .extracting(ClaimClock::dueAt)
                .isEqualTo(START.plus(Duration.ofDays(1)));
        sweepAt(START.plus(Duration.ofDays(1)));
        assertThat(said(claim))
                .contains(
                        new ClaimEvent.PromiseBroken(Promise.ANSWER, Party.WAREHOUSE, START.plus(Duration.ofDays(1))));
        assertThat(promises.watch(merchant).broken())
                .extracting(late -> late.clock().party())
                .contains(Party.WAREHOUSE);

        tasks.answer(merchant, task, new TaskReply.CannotTell(), null, "Wes");
        assertThat(the(claim, Party.WAREHOUSE, Promise.ANSWER))
                .matches(running -> running.state() == State.MET && running.isBroken());
        assertThat(promises.watch(merchant).broken())
                .extracting(late -> late.clock().party())
                .doesNotContain(Party.WAREHOUSE);

        var second = ask(claim);
        tasks.cancel(merchant, second, AGENT);
        assertThat(the(claim, Party.WAREHOUSE, Promise.ANSWER).state()).isEqualTo(State.VOID);
    }

    @Test
    void a_late_answer_that_comes_before_a_sweep_was_broken_and_says_so_once() {
        var claim = filed();
        var task = ask(claim);
        var due = START.plus(Duration.ofDays(1));
        clock.set(due.plusSeconds(30));
        tasks.answer(merchant, task, new TaskReply.CannotTell(), null, "Wes");
        sweepAt(due.plusSeconds(60));
        assertThat(said(claim).stream()
                        .filter(event ->
                                event.equals(new ClaimEvent.PromiseBroken(Promise.ANSWER, Party.WAREHOUSE, due))))
                .hasSize(1);
        assertThat(the(claim, Party.WAREHOUSE, Promise.ANSWER))
                .matches(running -> running.state() == State.MET && running.isBroken());
    }

    @Test
    void a_clock_at_which_it_fails_keeps_no_other_from_its_turn() {
        var poisoned = filed();
        var others = List.of(filed(), filed());
        transactions.run(
                merchant,
                () -> jdbc.sql("UPDATE claims.clock SET hours = 'NONSENSE' WHERE merchant_id = ? AND claim_id = ?")
                        .params(merchant.value(), poisoned.id())
                        .update());
        var at = START.plus(Duration.ofHours(6));
        sweepAt(at);
        assertThat(others)
                .allSatisfy(claim -> assertThat(said(claim))
                        .containsExactly(warned(Promise.FIRST_RESPONSE, START.plus(Clocks.FIRST_RESPONSE))));
        assertThat(said(poisoned)).isEmpty();
        assertThat(promises.watch(merchant).stumbled())
                .extracting(Stumble::number, Stumble::task)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(poisoned.number(), Stumbles.Task.PROMISE));
        assertThat(transactions.call(merchant, () -> clocks.due(merchant, at, 1)))
                .isEmpty();
    }

    private UUID ask(Claim claim) {
        return tasks.open(
                        merchant,
                        claim.id(),
                        new Tasks.Opening(TaskQuestion.LOT_CHECK, null, null, null, "L-1", null, null, null, null),
                        AGENT)
                .task()
                .id();
    }

    @Test
    void a_claim_without_a_next_step_or_without_an_owner_is_shown() {
        var claim = filed();
        var watched = promises.watch(merchant);
        assertThat(watched.lost()).isEmpty();
        assertThat(watched.unowned()).isEmpty();
        clock.set(START.plus(Clocks.FIRST_RESPONSE).plusSeconds(1));
        assertThat(promises.watch(merchant).unowned()).extracting(Claim::id).containsExactly(claim.id());

        // No move leads there: somebody would have to change the row.
        transactions.run(
                merchant,
                () -> jdbc.sql("UPDATE claims.claim SET owed_by = 'NOBODY', due_at = NULL WHERE merchant_id = ?")
                        .param(merchant.value())
                        .update());
        assertThat(promises.watch(merchant).lost()).extracting(Claim::id).containsExactly(claim.id());
        assertThat(promises.watch(merchant).unowned()).isEmpty();
    }

    @Test
    void the_sweeps_of_many_claims_read_an_index() {
        filed();
        for (var query : List.of(
                "SELECT * FROM claims.clock WHERE merchant_id = '%s' AND next_at <= now() ORDER BY next_at LIMIT 200",
                "SELECT * FROM claims.clock WHERE merchant_id = '%s' AND state = 'RUNNING' AND rung <> 'ON_TIME' ORDER BY due_at LIMIT 100",
                "SELECT * FROM claims.claim WHERE merchant_id = '%s' AND owed_by = 'AGENT' AND assignee IS NULL AND owed_since < now() ORDER BY owed_since LIMIT 100")) {
            var plan = transactions.call(merchant, () -> {
                jdbc.sql("SET LOCAL enable_seqscan = off").update();
                jdbc.sql("SET LOCAL enable_sort = off").update();
                return String.join(
                        "\n",
                        jdbc.sql("EXPLAIN " + query.formatted(merchant))
                                .query(String.class)
                                .list());
            });
            assertThat(plan)
                    .containsAnyOf("clock_next", "clock_pressing", "claim_unowned")
                    .doesNotContain("Sort");
        }
    }

    private static ClaimEvent warned(Promise promise, Instant due) {
        return new ClaimEvent.PromiseWarned(promise, Party.AGENT, due);
    }

    private static ClaimEvent broken(Promise promise, Instant due) {
        return new ClaimEvent.PromiseBroken(promise, Party.AGENT, due);
    }

    private List<ClaimEvent> said(Claim claim) {
        return claims.timeline(merchant, claim.id()).stream()
                .map(org.redress.claims.Entry::event)
                .filter(event -> event instanceof ClaimEvent.PromiseWarned || event instanceof ClaimEvent.PromiseBroken)
                .toList();
    }

    private ClaimClock the(Claim claim, Party party, Promise promise) {
        return promises.of(merchant, claim.id()).stream()
                .filter(running -> running.party() == party && running.promise() == promise)
                .reduce((one, other) -> one.startedAt().isAfter(other.startedAt()) || one.isOpen() ? one : other)
                .orElseThrow();
    }

    private void sweepAt(Instant instant) {
        clock.set(instant);
        sweeps.sweep();
    }

    private Claim handle(Claim claim, ClaimCommand command, Actor actor) {
        return claims.handle(claim.merchant(), claim.id(), command, actor, null);
    }

    private Claim now(Claim claim) {
        return claims.find(claim.merchant(), claim.id()).orElseThrow();
    }

    private Claim filed() {
        var filing = new Filing(
                "O-1",
                null,
                new Filing.Contact("Ada", "ada@example.com", null),
                Channel.API,
                "A blue mug came.",
                Demand.REFUND,
                null,
                null,
                null,
                List.of(new Filing.Line(new Sku("MUG-RED"), 1, Problem.WRONG_ITEM, null)),
                Locale.ENGLISH,
                Map.of());
        return claims.file(merchant, filing, CUSTOMER).claim();
    }
}
