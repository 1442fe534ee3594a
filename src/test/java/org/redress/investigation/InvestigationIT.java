package org.redress.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.claims.Claims;
import org.redress.database.MerchantTransactions;
import org.redress.investigation.Investigation.Status;
import org.redress.kernel.MerchantId;
import org.redress.testing.Api;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cause of a claim, from what is on record to what is learned of it. */
@RedressTest
class InvestigationIT {
    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    @Autowired
    Claims claims;

    @Autowired
    Investigations investigations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MerchantTransactions transactions;

    private MerchantId merchant;
    private Aisle aisle;
    private String claim;

    @BeforeEach
    void a_blue_mug_came_for_a_red_one() {
        merchant = OwnMerchant.found(merchants);
        aisle = new Aisle(key(EnumSet.allOf(Role.class)));
        claim = aisle.claim();
    }

    private Api key(EnumSet<Role> roles) {
        return Api.sample(port).withKey(keys.create(merchant, "Test", roles));
    }

    private Investigation found() {
        return investigations.of(claims.find(merchant, UUID.fromString(claim)).orElseThrow());
    }

    private Investigations.Learned learned() {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> investigations.learned(merchant),
                        all -> all.stream().anyMatch(each -> each.cases() > 0.5))
                .getFirst();
    }

    private static double now(Investigations.Learned learned, Mechanism mechanism) {
        return learned.mechanisms().stream()
                .filter(each -> each.mechanism() == mechanism)
                .findFirst()
                .orElseThrow()
                .now();
    }

    @Test
    void all_stages_and_mechanisms_are_told_from_the_first_answer_on_and_sum_to_one() {
        var answer = aisle.api
                .get("/api/v1/claims/" + claim + "/investigation")
                .is(200)
                .body();
        assertThat(answer.at("/stages").values().stream()
                        .mapToDouble(each -> each.at("/probability").doubleValue())
                        .sum())
                .isCloseTo(1, within(1e-6));
        assertThat(answer.at("/stages").size()).isEqualTo(8);
        assertThat(answer.at("/mechanisms").size()).isEqualTo(15);
        assertThat(answer.at("/observations").size()).isEqualTo(18);
        assertThat(answer.at("/observations").values()).allSatisfy(each -> {
            assertThat(each.has("present")).isTrue();
            assertThat(each.at("/fact").asString()).isNotBlank().doesNotContain("investigation.");
        });
        assertThat(answer.at("/counterpart").isNull()).isTrue();
        assertThat(answer.at("/nextEvidence/0/expectedGain").doubleValue()).isPositive();
    }

    @Test
    void every_fact_is_said_in_both_languages() {
        for (var language : List.of("en", "zh-CN")) {
            var answer = aisle.api.send(
                    "GET", "/api/v1/claims/" + claim + "/investigation", new byte[0], "Accept-Language", language);
            var facts = answer.body().at("/observations").values().stream()
                    .map(each -> each.at("/fact").asString())
                    .toList();
            assertThat(facts.getFirst()).contains(language.equals("en") ? "did not scan" : "没有扫描");
        }
    }

    @Test
    void who_speaks_for_the_customer_sees_nothing_of_it_and_another_merchant_finds_no_claim() {
        var path = "/api/v1/claims/" + claim + "/investigation";
        key(EnumSet.of(Role.CUSTOMER_VOICE)).get(path).is(403);
        var other = OwnMerchant.found(merchants);
        Api.sample(port)
                .withKey(keys.create(other, "Test", EnumSet.allOf(Role.class)))
                .get(path)
                .is(404);
    }

    @Test
    void a_cause_that_a_person_records_confirms_and_teaches_and_another_cause_takes_the_lesson_back() {
        assertThat(found().status()).isNotEqualTo(Status.CONFIRMED);
        aisle.api
                .post("/api/v1/claims/" + claim + "/cause", "{\"code\": \"WH-03\"}")
                .is(200);
        assertThat(found().status()).isEqualTo(Status.CONFIRMED);
        assertThat(found().confirmed()).isEqualTo(Mechanism.CT);
        var first = learned();
        assertThat(first.warehouse()).isEqualTo("Leeds");
        assertThat(first.cases()).isCloseTo(1, within(1e-9));
        assertThat(now(first, Mechanism.CT)).isGreaterThan(.03);

        aisle.api
                .post("/api/v1/claims/" + claim + "/cause", "{\"code\": \"OD-04\"}")
                .is(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(now(learned(), Mechanism.CT)).isLessThan(.03));
        // A mis-pick is a neighbour's or a variant's: a part of a case of each.
        assertThat(learned().cases()).isCloseTo(1, within(1e-9));
        var parts = learned().mechanisms().stream()
                .filter(each -> each.cases() > 0)
                .map(Investigations.Belief::mechanism)
                .toList();
        assertThat(parts).containsExactly(Mechanism.PA, Mechanism.PV);

        investigations.forget(merchant, "Leeds");
        var forgotten = investigations.learned(merchant).getFirst();
        assertThat(forgotten.cases()).isZero();
        assertThat(forgotten.resetAt()).isNotNull();
        assertThat(forgotten.mechanisms())
                .allSatisfy(each -> assertThat(each.now()).isCloseTo(each.usual(), within(1e-9)));

        aisle.claim();
        await().atMost(Duration.ofSeconds(20)).until(() -> !isAtWork() && concluded() == 2);
        assertThat(investigations.learned(merchant).getFirst().cases())
                .as("what was forgotten is not taught once more")
                .isZero();
    }

    private boolean isAtWork() {
        return jdbc.sql("""
                        SELECT count(*) FROM event_publication
                        WHERE completion_date IS NULL AND listener_id LIKE '%investigation%'""").query(Long.class).single() > 0;
    }

    private long concluded() {
        return transactions.call(
                merchant,
                () -> jdbc.sql("SELECT count(*) FROM investigation.conclusion")
                        .query(Long.class)
                        .single());
    }

    @Test
    void claims_alike_that_come_at_once_do_not_block_each_other() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var filed = IntStream.range(0, 18)
                    .<Callable<String>>mapToObj(_ -> aisle::claim)
                    .toList();
            for (var each : threads.invokeAll(filed)) {
                each.get();
            }
        }
        // What is refused stays open until the next start: then this never ends.
        await().atMost(Duration.ofSeconds(30)).until(() -> !isAtWork());
        assertThat(concluded()).isEqualTo(19);
    }

    @Test
    void damage_is_another_kind_of_claim_and_has_the_usual_numbers_only() {
        var damaged = aisle.api
                .post("/api/v1/claims", """
                {"orderNumber": "%s", "contact": {"email": "ada@example.com"}, "channel": "API",
                 "statement": "It is broken.", "demand": "REFUND",
                 "lines": [{"sku": "AISLE-RED", "quantity": 1, "problem": "DAMAGED"}]}""".formatted(aisle.order))
                .is(201)
                .text("/id");
        var found = investigations.of(
                claims.find(merchant, UUID.fromString(damaged)).orElseThrow());
        assertThat(found.status()).isEqualTo(Status.UNDETERMINED);
        assertThat(found.facts()).allSatisfy(fact -> assertThat(fact.present()).isNull());
        assertThat(Arrays.stream(Mechanism.values()).map(Mechanism::stage).distinct())
                .hasSize(8);
    }
}
