package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Account;
import org.redress.access.Accounts;
import org.redress.access.CustomerLinks;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.claims.store.ClaimTable;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.SampleFiles;
import org.redress.kernel.MerchantId;
import org.redress.testing.Api;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bad input at the real doors: each gets its clear answer, and changes nothing that it should not. */
@RedressTest
class BadInputStory {
    private static final String CLAIMS = "/api/v1/claims";

    @LocalServerPort
    int port;

    @Autowired
    CustomerLinks links;

    @Autowired
    Merchants merchants;

    @Autowired
    Accounts accounts;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    ClaimTable table;

    @Autowired
    JdbcClient jdbc;

    private final String order = "BAD-" + UUID.randomUUID();
    private Api api;
    private Shop shop;

    @BeforeEach
    void open() {
        api = Api.sample(port);
        shop = new Shop(api);
        shop.order(order);
    }

    private MerchantId merchant() {
        return merchants.bySlug("demo").orElseThrow().id();
    }

    private String claims(String claim) {
        return CLAIMS + "/" + claim;
    }

    private static String accept() {
        return "{\"decision\": \"ACCEPT\"}";
    }

    @Test
    void wrong_credentials_open_neither_the_desk_nor_the_api() {
        var visitor = Visitor.at(port, "en");
        visitor.get("/login");
        var refused = visitor.post("/login", Map.of("email", "agent@example.com", "password", "not it"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).doesNotContain("not it");
        assertThat(visitor.get("/desk").status()).isEqualTo(303);

        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        var stranger = api.withKey("demo-key-that-is-none");
        No.says(stranger.get(claims(claim)), 401, "UNAUTHENTICATED");
        No.says(stranger.post(claims(claim) + "/acceptance"), 401, "UNAUTHENTICATED");
        before.still(api, claim);
    }

    @Test
    void the_link_of_somebody_else_s_claim_shows_and_moves_nothing_of_mine() {
        var mine = shop.claim(order, 1);
        var offer = shop.offer(mine, "12.50", 1);
        var theirs = api.post(CLAIMS, Shop.filing(order, 1)).is(201);
        var before = Standing.of(api, mine);

        var path = URI.create(theirs.text("/trackUrl")).getPath();
        var visitor = Visitor.at(port, "en");
        var page = visitor.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain(api.get(claims(mine)).text("/number"));
        var answered = visitor.post(path + "/offers/" + offer + "/acceptance", Map.of("seen", "1", "consent", "yes"));
        assertThat(answered.status()).isIn(303, 404);
        assertThat(visitor.get(path.substring(0, path.length() - 1) + "~").status())
                .isEqualTo(404);
        before.still(api, mine);
    }

    @Test
    void an_expired_link_says_so_and_moves_nothing() {
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        var merchant = merchant();
        var link = links.issue(merchant, UUID.fromString(claim), Instant.now().minusSeconds(1));
        var visitor = Visitor.at(port, "en");
        var page = visitor.get(link);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body()).contains("This link has expired").doesNotContain(order, "STORY-MUG");
        assertThat(visitor.post(link + "/withdrawal", Map.of("seen", "1")).status())
                .isIn(403, 404, 410);
        before.still(api, claim);
    }

    @Test
    void a_photo_of_fifty_megabytes_is_too_large() {
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        var photo = new byte[50 * 1024 * 1024];
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}, 0, photo, 0, 4);
        refusesFile(claim, "photo.jpg", photo, 413, "TOO_MANY_BYTES");
        before.still(api, claim);
    }

    @Test
    void a_form_larger_than_any_file_is_too_large_and_not_too_old() {
        var visitor = Visitor.at(port, "en");
        visitor.get("/login");
        var answer = visitor.send("/login", List.of(), "photo", "film.mp4", new byte[106 * 1024 * 1024]);
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void a_jpg_that_is_a_script_is_no_picture() {
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        for (var script :
                List.of("#!/bin/sh\nrm -rf /\n", "<script>alert(1)</script>", "<?php system('id');", "MZ\0\0")) {
            refusesFile(claim, "photo.jpg", script.getBytes(StandardCharsets.UTF_8), 415, "FILE_TYPE");
        }
        before.still(api, claim);
    }

    @Test
    void an_image_of_huge_dimensions_is_refused_before_anybody_opens_it() {
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        refusesFile(claim, "bomb.png", SampleFiles.pngThatClaims(60_000, 60_000), 413, "TOO_MANY_PIXELS");
        before.still(api, claim);
    }

    /** As a file of the claim and as one that waits for a claim. */
    private void refusesFile(String claim, String name, byte[] content, int status, String code) {
        No.says(api.upload(claims(claim) + "/evidence", name, content, Map.of("kind", "ITEM")), status, code);
        No.says(api.upload("/api/v1/uploads", name, content, Map.of()), status, code);
    }

    @Test
    void malformed_json_is_400_with_the_place_where_it_breaks() {
        var before = Standing.ofOrder(api, order);
        var broken = Shop.filing(order, 1).replace("\"lines\": [", "\"lines\": [[");
        var answer = api.post(CLAIMS, broken);
        No.says(answer, 400, "MALFORMED_JSON");
        assertThat(answer.text("/detail")).contains("line ");
        assertThat(Standing.ofOrder(api, order)).isEqualTo(before);
    }

    @Test
    void an_unknown_field_is_named_wherever_it_stands() {
        var before = Standing.ofOrder(api, order);
        No.names(api.post(CLAIMS, Shop.filing(order, 1).replace("\"demand\"", "\"demnd\"")), "/demnd", "UNKNOWN_FIELD");
        No.names(
                api.post(CLAIMS, Shop.filing(order, 1).replace("\"email\"", "\"mail\"")),
                "/contact/mail",
                "UNKNOWN_FIELD");
        No.names(
                api.post(CLAIMS, Shop.filing(order, 1).replace("\"problem\"", "\"a/b~\"")),
                "/lines/0/a~1b~0",
                "UNKNOWN_FIELD");
        assertThat(Standing.ofOrder(api, order)).isEqualTo(before);
    }

    @Test
    void a_negative_quantity_is_out_of_range() {
        var before = Standing.ofOrder(api, order);
        No.names(api.post(CLAIMS, Shop.filing(order, -1)), "/lines/0/quantity", "OUT_OF_RANGE");
        No.names(api.post(CLAIMS, Shop.filing(order, -1)), "/lines/0/received/quantity", "OUT_OF_RANGE");
        No.names(api.post(CLAIMS, Shop.filing(order, 0)), "/lines/0/quantity", "OUT_OF_RANGE");
        assertThat(Standing.ofOrder(api, order)).isEqualTo(before);
    }

    @Test
    void a_quantity_above_what_was_ordered_is_refused_in_one_line_or_in_several() {
        var before = Standing.ofOrder(api, order);
        No.names(api.post(CLAIMS, Shop.filing(order, 3)), "/lines/0/quantity", "ABOVE_ORDERED");
        var two = Shop.filing(order, 2)
                .replace(
                        "\"lines\": [",
                        "\"lines\": [{\"sku\": \"STORY-MUG-RED\", \"quantity\": 1, \"problem\": \"DAMAGED\"},");
        No.names(api.post(CLAIMS, two), "/lines/1/quantity", "ABOVE_ORDERED");
        assertThat(Standing.ofOrder(api, order)).isEqualTo(before);
    }

    @Test
    void an_offer_above_the_paid_amount_is_refused() {
        var claim = shop.claim(order, 2);
        api.post(claims(claim) + "/acceptance").is(200);
        var before = Standing.of(api, claim);
        var answer = api.post(claims(claim) + "/offers", Shop.refund("25.01", 2));
        No.says(answer, 422, "REMEDY_ABOVE_PAID");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/remedies");
        assertThat(answer.text("/detail")).contains("25.01", "25.00");
        before.still(api, claim);
    }

    @Test
    void an_offer_is_answered_once() {
        var claim = shop.claim(order, 1);
        var answer = claims(claim) + "/offers/" + shop.offer(claim, "12.50", 1) + "/response";
        api.post(answer, accept()).is(200);
        awaitDone(claim);
        var before = Standing.of(api, claim);
        for (var decision : List.of("ACCEPT", "DECLINE", "COUNTER")) {
            No.says(api.post(answer, "{\"decision\": \"" + decision + "\"}"), 409, "OFFER_NOT_OPEN");
        }
        before.still(api, claim);
        assertThat(before.steps()).isEqualTo(1);
    }

    private void awaitDone(String claim) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(api.get(claims(claim)).text("/state")).isEqualTo("FOLLOW_UP"));
    }

    @Test
    void of_two_agents_who_decide_at_once_one_decides() {
        for (int round = 0; round < 3; round++) {
            var claim = shop.claim(order, 1);
            var before = Standing.of(api, claim);
            var answers = AtOnce.call(
                    () -> api.post(claims(claim) + "/acceptance", "{}"),
                    () -> api.post(claims(claim) + "/rejection", "{\"reason\": \"It is the right one.\"}"));
            // Rejecting what was accepted a moment before is a legal move, in that order only.
            if (AtOnce.statuses(answers).equals(List.of(200, 409))) {
                var loser = answers.get(answers.getFirst().status() == 409 ? 0 : 1);
                assertThat(loser.text("/code")).isIn("COLLISION", "NOT_NOW");
                assertMoved(before, claim, 1);
            } else {
                assertThat(AtOnce.statuses(answers)).containsExactly(200, 200);
                assertThat(api.get(claims(claim)).text("/state")).isEqualTo("REJECTED");
                assertMoved(before, claim, 2);
            }
        }
    }

    @Test
    void of_two_agents_who_saw_the_same_version_the_second_is_told_that_it_is_stale() {
        for (int round = 0; round < 3; round++) {
            var claim = shop.claim(order, 1);
            var before = Standing.of(api, claim);
            var answers = AtOnce.call(
                    () -> api.post(claims(claim) + "/acceptance", "{}", "If-Match", "\"1\""),
                    () -> api.post(
                            claims(claim) + "/rejection",
                            "{\"reason\": \"It is the right one.\"}",
                            "If-Match",
                            "\"1\""));
            assertThat(AtOnce.statuses(answers)).first().isEqualTo(200);
            assertThat(AtOnce.statuses(answers)).last().isIn(409, 412);
            assertMoved(before, claim, 1);
        }
    }

    private void assertMoved(Standing before, String claim, int moves) {
        var after = Standing.of(api, claim);
        assertThat(after.version()).isEqualTo(before.version() + moves);
        assertThat(after.happened()).isEqualTo(before.happened() + moves);
    }

    @Test
    void units_that_two_claims_are_about_are_made_right_once() {
        var first = shop.claim(order, 2);
        var second = shop.claim(order, 2);
        assertThat(api.get(claims(second) + "/verification")
                        .is(200)
                        .body()
                        .at("/checks")
                        .values())
                .filteredOn(check -> check.at("/code").asString().equals("QUANTITY_LEFT"))
                .extracting(check -> check.at("/outcome").asString())
                .containsExactly("FAIL");

        var offer = shop.offer(first, "25.00", 2);
        api.post(claims(second) + "/acceptance").is(200);
        var before = Standing.of(api, second);
        No.says(api.post(claims(second) + "/offers", Shop.refund("25.00", 2)), 409, "REMEDY_GIVEN_ALREADY");
        No.says(api.post(claims(second) + "/offers", Shop.refund("0.01", 1)), 409, "REMEDY_GIVEN_ALREADY");
        assertThat(api.post(claims(second) + "/offers", """
                        {"remedies": [{"kind": "RESHIP", "lines": [{"sku": "STORY-MUG-RED", "quantity": 1}]}]}
                        """).status()).isEqualTo(409);
        assertThat(api.post(claims(second) + "/offers", """
                        {"remedies": [{"kind": "COMPENSATION", "amount": {"amount": "0.01", "currency": "GBP"}}]}
                        """).status()).isEqualTo(422);
        before.still(api, second);

        api.post(claims(first) + "/offers/" + offer + "/response", accept()).is(200);
        awaitDone(first);
        No.says(api.post(claims(second) + "/offers", Shop.refund("25.00", 2)), 409, "REMEDY_GIVEN_ALREADY");
        before.still(api, second);
    }

    @Test
    void of_commands_that_collide_one_is_carried_out() {
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        Supplier<Api.Answer> accept = () -> api.post(claims(claim) + "/acceptance", "{}");
        var answers = AtOnce.call(Collections.nCopies(8, accept));
        assertThat(AtOnce.statuses(answers)).containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> No.says(answer, 409, answer.text("/code")))
                .extracting(answer -> answer.text("/code"))
                .isSubsetOf("COLLISION", "NOT_NOW");
        assertMoved(before, claim, 1);
    }

    @Test
    void two_people_who_name_a_cause_or_an_agent_in_the_same_moment_do_not_overwrite_each_other() {
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        assertOneOf(
                200,
                meanwhile(
                        claim,
                        List.of(
                                () -> api.post(claims(claim) + "/cause", "{\"code\": \"WH-01\"}"),
                                () -> api.post(claims(claim) + "/cause", "{\"code\": \"WH-02\"}"))));
        var agent = accounts.holding(merchant(), Role.AGENT).getFirst().id();
        var colleague = accounts.all(merchant()).stream()
                .map(Account::id)
                .filter(id -> !id.equals(agent))
                .findFirst()
                .orElseThrow();
        assertOneOf(
                200,
                meanwhile(
                        claim,
                        List.of(
                                () -> api.post(claims(claim) + "/assignment", "{\"account\": \"" + agent + "\"}"),
                                () -> api.post(
                                        claims(claim) + "/assignment", "{\"account\": \"" + colleague + "\"}"))));
        assertMoved(before, claim, 2);
    }

    @Test
    void decisions_about_different_things_do_not_stand_in_each_others_way() {
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        var agent = accounts.holding(merchant(), Role.AGENT).getFirst().id();
        var answers = meanwhile(
                claim,
                List.of(
                        () -> api.post(claims(claim) + "/assignment", "{\"account\": \"" + agent + "\"}"),
                        () -> api.post(claims(claim) + "/cause", "{\"code\": \"WH-03\"}"),
                        () -> api.post(claims(claim) + "/acceptance", "{}")));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
        assertMoved(before, claim, 3);
    }

    @Test
    void an_offer_stands_beside_what_else_is_written_down_and_not_beside_another_offer() {
        var claim = shop.claim(order, 1);
        api.post(claims(claim) + "/acceptance", "{}").is(200);
        Supplier<Api.Answer> offer = () -> api.post(claims(claim) + "/offers", Shop.refund("12.50", 1));
        var beside =
                meanwhile(claim, List.of(offer, () -> api.post(claims(claim) + "/cause", "{\"code\": \"WH-03\"}")));
        assertThat(beside).extracting(Api.Answer::status).containsExactly(201, 200);
        var another = shop.claim(order, 1);
        api.post(claims(another) + "/acceptance", "{}").is(200);
        Supplier<Api.Answer> more = () -> api.post(claims(another) + "/offers", Shop.refund("12.50", 1));
        assertOneOf(201, meanwhile(another, List.of(more, more)));
    }

    @Test
    void a_file_or_a_call_for_help_is_taken_whatever_happens_in_the_same_moment() {
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        var photo = SampleFiles.picture("png", 400, 300, "mug");
        var answers = meanwhile(
                claim,
                List.of(
                        () -> api.post(claims(claim) + "/rejection", "{\"reason\": \"The right article came.\"}"),
                        () -> api.upload(claims(claim) + "/evidence", "mug.png", photo, Map.of("kind", "ITEM")),
                        () -> api.post(claims(claim) + "/escalation", "{}")));
        assertThat(answers).extracting(Api.Answer::status).containsExactly(200, 201, 200);
        assertMoved(before, claim, 3);
        assertThat(api.get(claims(claim)).text("/state")).isEqualTo("REJECTED");
    }

    @Test
    void what_no_table_takes_is_refused_at_the_desk_with_a_sentence() {
        var admin = signedIn("admin", "/admin/calendar");
        var agent = signedIn("agent", "/desk/rota");
        var view = agent.post("/desk/claims/views", Map.of("name", "a\0b", "asks", "view=ours"));
        assertThat(view.status()).isEqualTo(422);
        assertThat(view.body()).contains("a character that cannot be kept as text");
        assertThat(admin.post("/admin/calendar/days", Map.of("day", "2026-12-24", "name", "a\0b"))
                        .status())
                .isEqualTo(422);
        for (var day : List.of("999999999-01-01", "+999999999-01-01", "300000-01-01", "+300000-01-01")) {
            var added = admin.post("/admin/calendar/days", Map.of("day", day, "name", "Far"));
            assertThat(added.status()).as(day).isEqualTo(422);
            assertThat(admin.post("/admin/calendar/days/removal", Map.of("day", day))
                            .status())
                    .as(day)
                    .isEqualTo(404);
            var far = day + "T00:00";
            for (var times : List.of(
                    Map.of("most", "25", "awayFrom", far),
                    Map.of("most", "25", "awayFrom", "2026-12-24T00:00", "awayUntil", far))) {
                var away = agent.post("/desk/rota/" + accountOf("agent@example.com"), times);
                assertThat(away.status()).as(day).isEqualTo(303);
                assertThat(agent.get(away.next()).body())
                        .as(day)
                        .containsAnyOf("between the years 2000 and 2199", "as day and clock time");
            }
            assertThat(api.get("/epcis/v2/events?GE_eventTime=" + day.replace("+", "%2B") + "T00:00:00Z")
                            .status())
                    .as(day)
                    .isIn(400, 422);
        }
    }

    private Visitor signedIn(String name, String page) {
        var visitor = Visitor.at(port, "en");
        visitor.get("/login");
        visitor.post("/login", Map.of("email", name + "@example.com", "password", name));
        visitor.get(page);
        return visitor;
    }

    private UUID accountOf(String email) {
        return accounts.all(merchant()).stream()
                .filter(one -> one.email().equals(email))
                .map(Account::id)
                .findFirst()
                .orElseThrow();
    }

    private static void assertOneOf(int status, List<Api.Answer> answers) {
        assertThat(AtOnce.statuses(answers)).containsExactly(status, 409);
        answers.stream().filter(answer -> answer.status() == 409).forEach(answer -> No.says(answer, 409, "COLLISION"));
    }

    private int waitingToMoveAClaim() {
        return jdbc.sql("""
                        SELECT count(*)
                          FROM pg_stat_activity
                         WHERE datname = current_database() AND wait_event_type = 'Lock'
                           AND (query LIKE '%claims.claim%' OR query LIKE '%advisory%')
                        """).query(Integer.class).single();
    }

    /** Holds the claim until each call has read it and waits to write. */
    private List<Api.Answer> meanwhile(String claim, List<Supplier<Api.Answer>> calls) {
        // Whoever looks for its cause would wait beside them.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("SELECT count(*) FROM event_publication WHERE completion_date IS NULL")
                                .query(Long.class)
                                .single()
                        == 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pending = transactions.call(merchant(), () -> {
                assertThat(table.hold(merchant(), UUID.fromString(claim))).isPresent();
                var sent = calls.stream()
                        .map(call -> CompletableFuture.supplyAsync(call, threads))
                        .toList();
                await().until(() -> waitingToMoveAClaim() == calls.size());
                return sent;
            });
            return pending.stream().map(CompletableFuture::join).toList();
        }
    }

    @Test
    void a_post_repeated_with_its_idempotency_key_has_one_effect_and_one_answer() {
        var before = Standing.ofOrder(api, order);
        var key = UUID.randomUUID().toString();
        var body = Shop.filing(order, 1);
        var first = api.post(CLAIMS, body, "Idempotency-Key", key).is(201);
        var again = api.post(CLAIMS, body, "Idempotency-Key", key).is(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        No.says(api.post(CLAIMS, Shop.filing(order, 2), "Idempotency-Key", key), 422, "IDEMPOTENCY_KEY_REUSED");
        No.says(
                api.post(claims(first.text("/id")) + "/acceptance", body, "Idempotency-Key", key),
                422,
                "IDEMPOTENCY_KEY_REUSED");
        assertThat(Standing.ofOrder(api, order)).isEqualTo(before + 1);
        assertThat(api.get(claims(first.text("/id"))).text("/state")).isEqualTo("SUBMITTED");
    }

    @Test
    void sent_many_times_at_once_with_one_key_it_has_one_effect_too() {
        var before = Standing.ofOrder(api, order);
        var key = UUID.randomUUID().toString();
        Supplier<Api.Answer> file = () -> api.post(CLAIMS, Shop.filing(order, 1), "Idempotency-Key", key);
        var answers = AtOnce.call(Collections.nCopies(8, file));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Api.Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(Standing.ofOrder(api, order)).isEqualTo(before + 1);
    }

    @Test
    void an_offer_accepted_twice_at_once_is_agreed_to_once() {
        var claim = shop.claim(order, 1);
        var answer = claims(claim) + "/offers/" + shop.offer(claim, "12.50", 1) + "/response";
        Supplier<Api.Answer> accept = () -> api.post(answer, accept());
        assertThat(AtOnce.statuses(AtOnce.call(Collections.nCopies(4, accept)))).containsExactly(200, 409, 409, 409);
        awaitDone(claim);
        var events = api.get(claims(claim) + "/timeline").body().values();
        assertThat(events)
                .filteredOn(entry -> entry.at("/event").asString().equals("RemedyAgreed"))
                .hasSize(1);
        assertThat(api.get(claims(claim) + "/execution").body().values()).hasSize(1);
    }

    @Test
    void an_offer_accepted_and_declined_at_once_is_one_of_both() {
        for (int round = 0; round < 3; round++) {
            var number = order + "-" + round;
            shop.order(number);
            var claim = shop.claim(number, 1);
            var answer = claims(claim) + "/offers/" + shop.offer(claim, "12.50", 1) + "/response";
            var answers = AtOnce.call(
                    () -> api.post(answer, accept()), () -> api.post(answer, "{\"decision\": \"DECLINE\"}"));
            assertThat(AtOnce.statuses(answers)).containsExactly(200, 409);
            var accepted = answers.getFirst().status() == 200;
            assertThat(api.get(claims(claim)).text("/offers/0/state")).isEqualTo(accepted ? "ACCEPTED" : "DECLINED");
            if (accepted) {
                awaitDone(claim);
            }
            assertThat(api.get(claims(claim) + "/execution").body().size()).isEqualTo(accepted ? 1 : 0);
        }
    }

    @Test
    void two_offers_at_once_leave_one_before_the_customer() {
        var claim = shop.claim(order, 2);
        api.post(claims(claim) + "/acceptance").is(200);
        var answers = AtOnce.call(
                () -> api.post(claims(claim) + "/offers", Shop.refund("25.00", 2)),
                () -> api.post(claims(claim) + "/offers", """
                        {"remedies": [{"kind": "RESHIP", "lines": [{"sku": "STORY-MUG-RED", "quantity": 2}]}]}
                        """));
        assertThat(AtOnce.statuses(answers)).containsExactly(201, 409);
        assertThat(api.get(claims(claim)).body().at("/offers").size()).isEqualTo(1);
    }

    @Test
    void two_claims_on_the_same_units_that_are_offered_at_once_never_get_more_than_was_paid() {
        for (int round = 0; round < 3; round++) {
            var number = order + "-" + round;
            shop.order(number);
            var one = shop.claim(number, 2);
            var other = shop.claim(number, 2);
            api.post(claims(one) + "/acceptance").is(200);
            api.post(claims(other) + "/acceptance").is(200);
            var answers = AtOnce.call(
                    () -> api.post(claims(one) + "/offers", Shop.refund("25.00", 2)),
                    () -> api.post(claims(other) + "/offers", Shop.refund("25.00", 2)));
            assertThat(AtOnce.statuses(answers)).containsExactly(201, 409);
        }
    }
}
