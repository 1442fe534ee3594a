package org.redress.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.clock.Practice;
import org.redress.database.Jobs;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.testing.Api;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Days go by after all was sent, and the customer is asked whether it is right. */
@RedressTest
@TestPropertySource(properties = "redress.practice-clock=true")
class FollowUpsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String JOB = "correspondence-follow-up";
    private static final String ASKED = "By now what we sent you should have arrived.";
    private static final String MONEY = "By now what we owed you should have reached you.";
    private static final String LAST = "We have not heard yet whether everything is right for you now.";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Practice practice;

    @Autowired
    InstantSource clock;

    @Autowired
    Claims claims;

    @Autowired
    Messages messages;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    private MerchantId merchant;
    private Api api;

    @BeforeEach
    void open() {
        merchant = OwnMerchant.found(context.getBean(Merchants.class));
        api = OwnMerchant.key(context, port, merchant);
        api.put("/api/v1/products/MUG", """
                {"name": "Red mug", "weightGrams": 350, "price": {"amount": "12.50", "currency": "GBP"}}""").is(200);
        api.put("/api/v1/orders/F-1", """
                {"shop": "web", "placedAt": "2026-11-20T10:00:00Z", "currency": "GBP",
                 "customer": {"name": "Ada Byrne", "email": "ada@example.com", "language": "en"},
                 "shipTo": {"name": "Ada Byrne", "street": "1 Quay", "city": "Bristol", "country": "GB"},
                 "lines": [{"lineNumber": 1, "sku": "MUG", "quantity": 1,
                            "unitPrice": {"amount": "12.50", "currency": "GBP"}}]}""").is(200);
    }

    private UUID filed() {
        return UUID.fromString(api.post("/api/v1/claims", """
                        {"orderNumber": "F-1", "contact": {"email": "ada@example.com"}, "channel": "API",
                         "statement": "A blue mug came.", "demand": "RESHIP",
                         "lines": [{"sku": "MUG", "quantity": 1, "problem": "WRONG_ITEM",
                                    "received": {"description": "a blue mug", "quantity": 1}}]}""").is(201).text("/id"));
    }

    private Claim sent(UUID claim) {
        return carriedOut(claim, "{\"kind\": \"RESHIP\", \"lines\": [{\"sku\": \"MUG\", \"quantity\": 1}]}");
    }

    private Claim carriedOut(UUID claim, String remedy) {
        var path = "/api/v1/claims/" + claim;
        var offer = api.post(path + "/offers", "{\"remedies\": [" + remedy + "]}")
                .is(201)
                .text("/id");
        api.post(path + "/offers/" + offer + "/response", "{\"decision\": \"ACCEPT\"}")
                .is(200);
        await().atMost(SOON).until(() -> now(claim).state() instanceof ClaimState.FollowingUp);
        await().atMost(SOON).until(() -> promised(claim).size() == 2);
        return now(claim);
    }

    private Claim accepted(UUID claim) {
        api.post("/api/v1/claims/" + claim + "/acceptance").is(200);
        return now(claim);
    }

    private Claim now(UUID claim) {
        return claims.find(merchant, claim).orElseThrow();
    }

    private void rates(UUID claim, int score) {
        claims.handle(merchant, claim, new ClaimCommand.RateSatisfaction(score, "One more thing."), customer(), null);
    }

    private static Actor customer() {
        return new Actor.Customer();
    }

    private void pass(Duration time) {
        practice.move(practice.ahead(), time);
    }

    private record Promised(String instance, Instant at) {}

    private List<Promised> promised(UUID claim) {
        return jdbc.sql("""
                        SELECT task_instance, execution_time FROM scheduled_tasks
                         WHERE task_name = ? AND task_instance LIKE ? ORDER BY execution_time""")
                .params(JOB, merchant + "/" + claim + "/%")
                .query((row, _) ->
                        new Promised(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    private List<Message> said(UUID claim, String words) {
        return messages.all(merchant, claim)
                .filter(message -> message.body().startsWith(words))
                .toList();
    }

    private Message awaitSaid(UUID claim, String words) {
        return await().atMost(SOON)
                .until(() -> said(claim, words), said -> !said.isEmpty())
                .getFirst();
    }

    @Test
    void whoever_says_nothing_is_asked_when_it_should_have_come_and_before_the_time_is_over_once_each() {
        var claim = sent(accepted(filed()).id());
        var since = claim.owed().since();
        var asks = promised(claim.id());
        assertThat(asks)
                .extracting(Promised::at)
                .containsExactly(since.plus(Duration.ofDays(4)), since.plus(Duration.ofDays(6)));

        pass(Duration.ofDays(4));
        var asked = awaitSaid(claim.id(), ASKED);
        assertThat(asked.at()).isBetween(asks.getFirst().at(), clock.instant());
        assertThat(asked.kind()).isEqualTo(Message.Kind.FOLLOW_UP);
        assertThat(asked.body()).contains("Red mug", "If it is not, say so there: we go on until it is.");
        assertThat(said(claim.id(), LAST)).isEmpty();

        pass(Duration.ofDays(2));
        assertThat(awaitSaid(claim.id(), LAST).at()).isBetween(asks.getLast().at(), clock.instant());

        // A server that is killed after it has said so, and before it has noted that, does it again.
        for (var ask : asks) {
            jobs.promise(JOB, ask.instance(), clock.instant());
        }
        await().atMost(SOON).until(() -> promised(claim.id()).isEmpty());
        assertThat(said(claim.id(), ASKED)).hasSize(1);
        assertThat(said(claim.id(), LAST)).hasSize(1);
    }

    @Test
    void where_both_days_were_missed_the_last_word_is_said_and_nothing_else() {
        var id = sent(accepted(filed()).id()).id();
        pass(Duration.ofHours(150));
        awaitSaid(id, LAST);
        await().atMost(SOON).until(() -> promised(id).isEmpty());
        assertThat(said(id, ASKED)).isEmpty();
    }

    @Test
    void whoever_wrote_and_waits_for_an_answer_is_not_told_that_we_have_not_heard_from_them() {
        var id = sent(accepted(filed()).id()).id();
        messages.write(merchant, id, Ids.next(), "It came, and the handle is loose.", customer());
        pass(Duration.ofHours(150));
        await().atMost(SOON).until(() -> promised(id).isEmpty());
        assertThat(said(id, ASKED)).isEmpty();
        assertThat(said(id, LAST)).isEmpty();
    }

    @Test
    void whoever_has_answered_is_not_asked_and_once_it_is_reopened_and_put_right_is_asked_anew() {
        var id = accepted(filed()).id();
        sent(id);
        rates(id, 2);
        pass(Duration.ofDays(6));
        await().atMost(SOON).until(() -> promised(id).isEmpty());
        assertThat(said(id, ASKED)).isEmpty();
        assertThat(said(id, LAST)).isEmpty();

        claims.handle(merchant, id, new ClaimCommand.Reopen("It is chipped."), customer(), null);
        var again = carriedOut(
                id, "{\"kind\": \"COMPENSATION\", \"amount\": {\"amount\": \"3.00\", \"currency\": \"GBP\"}}");
        assertThat(again.satisfaction()).isNull();
        assertThat(promised(id))
                .extracting(Promised::at)
                .containsExactly(
                        again.owed().since().plus(Duration.ofDays(3)),
                        again.owed().since().plus(Duration.ofDays(6)));
        pass(Duration.ofDays(3));
        assertThat(awaitSaid(id, MONEY).body())
                .as("of what was agreed now, and not of what it began with")
                .contains("£3.00")
                .doesNotContain("Red mug");
        rates(id, 5);
        pass(Duration.ofDays(3));
        await().atMost(SOON).until(() -> promised(id).isEmpty());
        assertThat(said(id, MONEY)).hasSize(1);
        assertThat(said(id, ASKED)).isEmpty();
        assertThat(said(id, LAST)).isEmpty();
        assertThat(now(id).state()).isInstanceOf(ClaimState.Closed.class);
    }
}
