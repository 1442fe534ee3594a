package org.redress.investigation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.Conclusion.Avoid;
import org.redress.database.MerchantTransactions;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Exhibit;
import org.redress.investigation.Holds;
import org.redress.investigation.Investigation;
import org.redress.investigation.Investigations;
import org.redress.investigation.Task;
import org.redress.investigation.TaskQuestion;
import org.redress.investigation.TaskReply;
import org.redress.investigation.store.TaskTable;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.testing.Api;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two claims on one lot, at whose cause the same orders wait. */
@RedressTest
class HoldsIT {
    private static final Actor ANN = new Actor.Product();

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    @Autowired
    Claims claims;

    @Autowired
    TaskTable table;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    InstantSource clock;

    private MerchantId merchant;
    private Holds holds;
    private UUID first;
    private UUID second;

    @BeforeEach
    void two_claims_on_one_lot() {
        merchant = OwnMerchant.found(merchants);
        var api = Api.sample(port).withKey(keys.create(merchant, "Holds", Set.of(Role.values())));
        first = claim(api, "LOT-1");
        second = claim(api, "LOT-2");
        holds = new HoldDesk(transactions, table, claims, waiting("WAITS-1", "WAITS-2"), clock);
    }

    private static UUID claim(Api api, String order) {
        api.put("/api/v1/orders/" + order, """
                {"shop": "web", "placedAt": "2026-11-20T10:00:00Z", "currency": "GBP",
                 "customer": {"name": "Ada", "email": "ada@example.com"},
                 "shipTo": {"name": "Ada", "street": "1 Quay", "city": "Bristol", "country": "GB"},
                 "lines": [{"lineNumber": 1, "sku": "RED", "quantity": 1, "unitPrice": {"amount": "12.50", "currency": "GBP"}}]}""").is(200);
        return UUID.fromString(
                api.post("/api/v1/claims", """
                {"orderNumber": "%s", "contact": {"email": "ada@example.com"}, "channel": "API",
                 "statement": "A blue mug came.", "demand": "REFUND",
                 "lines": [{"sku": "RED", "quantity": 1, "problem": "WRONG_ITEM"}]}""".formatted(order)).is(201).text("/id"));
    }

    private static Investigations waiting(String... orders) {
        var atRisk = Stream.of(orders)
                .map(order -> new AtRisk(order, false, false, .9, Phrase.of("investigation.hold")))
                .toList();
        return new Investigations() {
            @Override
            public Investigation of(Claim claim) {
                return new Investigation(
                        Investigation.Status.PROBABLE,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        null,
                        Set.of(),
                        Avoid.NOTHING,
                        atRisk,
                        null,
                        Instant.EPOCH);
            }

            @Override
            public Exhibit exhibit(Claim claim) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Learned> learned(MerchantId of) {
                return List.of();
            }

            @Override
            public void forget(MerchantId of, String warehouse) {}
        };
    }

    private static List<String> orders(List<Task> tasks) {
        return tasks.stream().map(task -> task.subject().order()).toList();
    }

    private void putAside(List<Task> tasks) {
        transactions.run(
                merchant,
                () -> tasks.forEach(task -> table.end(
                        merchant,
                        task.id(),
                        Task.State.ANSWERED,
                        new TaskReply.Said(true),
                        null,
                        "Jo",
                        clock.instant())));
    }

    private Task hold(UUID claim, String order) {
        var of = claims.find(merchant, claim).orElseThrow();
        var task = new Task(
                merchant,
                Ids.next(),
                claim,
                of.number(),
                TaskQuestion.HOLD_ORDER,
                new Task.Subject(null, null, null, null, null, order, null, null),
                Task.Asked.WAREHOUSE,
                null,
                Task.State.OPEN,
                clock.instant(),
                "Ann",
                clock.instant(),
                null,
                null,
                null,
                null);
        transactions.run(merchant, () -> table.insert(task));
        return task;
    }

    @Test
    void an_order_that_one_claim_holds_is_not_asked_for_again_by_another() {
        var asked = holds.hold(merchant, first, ANN);
        assertThat(orders(asked)).containsExactly("WAITS-1", "WAITS-2");
        assertThat(holds.hold(merchant, second, ANN)).isEmpty();
        putAside(asked);
        assertThat(holds.hold(merchant, second, ANN)).isEmpty();
        assertThat(holds.of(merchant, List.of("WAITS-1")).isHeld("WAITS-1")).isTrue();
        // The second has put nothing aside, so it lets nothing go.
        assertThat(holds.release(merchant, second, ANN)).isEmpty();
        assertThat(orders(holds.release(merchant, first, ANN))).containsExactlyInAnyOrder("WAITS-1", "WAITS-2");
        assertThat(orders(holds.hold(merchant, second, ANN))).containsExactly("WAITS-1", "WAITS-2");
    }

    @Test
    void an_order_that_two_claims_hold_goes_on_when_the_second_lets_it_go() {
        putAside(List.of(hold(first, "WAITS-1"), hold(second, "WAITS-1"), hold(first, "WAITS-2")));
        assertThat(orders(holds.release(merchant, first, ANN))).containsExactly("WAITS-2");
        assertThat(holds.release(merchant, first, ANN)).isEmpty();
        assertThat(orders(holds.release(merchant, second, ANN))).containsExactly("WAITS-1");
    }

    @Test
    void tasks_that_were_asked_already_are_not_answered_as_new() {
        var open = hold(first, "WAITS-1");
        var again = new Task(
                merchant,
                Ids.next(),
                first,
                open.claimNumber(),
                open.question(),
                open.subject(),
                open.asked(),
                null,
                open.state(),
                open.openedAt(),
                "Ann",
                open.dueAt(),
                null,
                null,
                null,
                null);
        assertThat(transactions.call(merchant, () -> table.insert(List.of(again))))
                .isEmpty();
    }
}
