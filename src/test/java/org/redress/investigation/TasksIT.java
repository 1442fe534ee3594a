package org.redress.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.access.Secret;
import org.redress.database.MerchantTransactions;
import org.redress.investigation.store.TaskTable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.testing.Api;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
class TasksIT {
    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskTable table;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    private MerchantId merchant;
    private Aisle aisle;
    private String claim;

    @BeforeEach
    void a_blue_mug_came_for_a_red_one() {
        merchant = OwnMerchant.found(merchants);
        aisle = new Aisle(key(merchant, Role.values()));
        claim = aisle.claim();
    }

    private Api key(MerchantId of, Role... roles) {
        return Api.sample(port).withKey(keys.create(of, "Tasks", Set.of(roles)));
    }

    private static String id(Api.Answer asked) {
        return asked.is(201).text("/task/id");
    }

    private static String path(Api.Answer asked) {
        var link = asked.is(201).text("/link");
        return link.substring(link.indexOf("/task/"));
    }

    @Test
    void a_recount_is_filled_in_from_the_claim_and_its_pick_and_becomes_an_event_of_the_warehouse() {
        var asked = aisle.ask(claim, "{\"question\":\"RECOUNT\"}");
        assertThat(asked.is(201).text("/task/slot")).isEqualTo("urn:redress:slot:A-03-2");
        assertThat(asked.text("/task/sku")).isEqualTo("AISLE-RED");
        assertThat(asked.text("/task/otherSku")).isEqualTo("AISLE-BLUE");
        assertThat(asked.text("/task/role")).isEqualTo("WAREHOUSE");
        assertThat(asked.text("/task/text"))
                .isEqualTo("How many units of Red mug lie in slot A-03-2, and does Blue mug lie there too?");
        assertThat(asked.text("/link")).matches("http://.*/task/[A-Za-z0-9_-]{43}");

        var answered =
                aisle.api.post("/api/v1/tasks/" + id(asked) + "/answer", """
                        {"counted": 12, "otherCounted": 2, "expected": 13, "note": "Two blue at the back"}""").is(200);
        assertThat(answered.text("/state")).isEqualTo("ANSWERED");
        assertThat(answered.body().at("/answer/otherCounted").asInt()).isEqualTo(2);
        assertThat(answered.text("/answer/by")).isEqualTo("Tasks");

        var events = aisle.api
                .get("/epcis/v2/events?EQ_bizStep=cycle_counting")
                .is(200)
                .body();
        var event = events.at("/epcisBody/queryResults/resultsBody/eventList/0");
        assertThat(event.at("/readPoint/id").asString()).isEqualTo("urn:redress:slot:A-03-2");
        assertThat(event.at("/quantityList").toString())
                .contains("urn:redress:sku:AISLE-RED", "12", "urn:redress:sku:AISLE-BLUE", "2");
        assertThat(event.at("/redress:expectedQuantityList/0/quantity").asInt()).isEqualTo(13);
        assertThat(event.at("/redress:operator").asString()).isEqualTo("Tasks");
        assertThat(event.has("bizTransactionList")).isFalse();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(present("E13")).isTrue());
    }

    @Test
    void orders_are_held_by_holds_only() {
        assertThat(fields(aisle.ask(claim, "{\"question\":\"HOLD_ORDER\"}"))).containsExactly("/question BY_HOLDS");
        // Nothing is at risk yet, so nobody is asked anything.
        assertThat(aisle.api
                        .post("/api/v1/claims/" + claim + "/holds")
                        .is(200)
                        .body()
                        .size())
                .isZero();
        assertThat(aisle.api
                        .post("/api/v1/claims/" + claim + "/releases")
                        .is(200)
                        .body()
                        .size())
                .isZero();
    }

    @Test
    void who_counted_one_article_only_has_not_said_that_no_other_lies_there() {
        var asked = aisle.ask(claim, "{\"question\":\"RECOUNT\"}");
        aisle.api
                .post("/api/v1/tasks/" + id(asked) + "/answer", "{\"counted\": 12, \"expected\": 11}")
                .is(200);
        var events = aisle.api
                .get("/epcis/v2/events?EQ_bizStep=cycle_counting")
                .is(200)
                .body();
        var event = events.at("/epcisBody/queryResults/resultsBody/eventList/0");
        assertThat(event.at("/redress:listedOnly").asBoolean()).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(present("E12")).isNotNull());
        assertThat(present("E13")).isNull();
    }

    private @Nullable Boolean present(String clue) {
        var observations = aisle.api
                .get("/api/v1/claims/" + claim + "/investigation")
                .is(200)
                .body()
                .at("/observations");
        var found = StreamSupport.stream(observations.spliterator(), false)
                .filter(each -> each.at("/code").asString().equals(clue))
                .findFirst()
                .orElseThrow()
                .at("/present");
        return found.isNull() ? null : found.asBoolean();
    }

    @Test
    void a_count_without_the_books_leaves_them_out_and_spells_odd_articles_as_addresses_do() {
        var asked = aisle.ask(claim, """
                {"question": "COUNT", "slot": "B-1", "sku": "红 杯/1%"}""");
        aisle.api
                .post("/api/v1/tasks/" + id(asked) + "/answer", "{\"counted\": 0}")
                .is(200);
        var events = aisle.api
                .get("/epcis/v2/events?EQ_bizStep=cycle_counting")
                .is(200)
                .body();
        var event = events.at("/epcisBody/queryResults/resultsBody/eventList/0");
        assertThat(event.has("redress:expectedQuantityList")).isFalse();
        assertThat(event.at("/quantityList/0/epcClass").asString())
                .isEqualTo("urn:redress:sku:%E7%BA%A2%20%E6%9D%AF%2F1%25");
    }

    @Test
    void other_answers_are_told_to_the_inference_which_looks_again() {
        var lot = aisle.ask(claim, "{\"question\":\"LOT_CHECK\",\"lot\":\"L-77\"}");
        assertThat(present("E14")).isNull();
        aisle.api
                .post("/api/v1/tasks/" + id(lot) + "/answer", "{\"present\": true}")
                .is(200);
        assertThat(present("E14")).isTrue();
        var video = aisle.ask(claim, "{\"question\":\"BENCH_VIDEO\"}");
        assertThat(video.text("/task/slot")).isEqualTo("urn:redress:bench:B");
        assertThat(video.text("/task/text")).contains("packing bench B", aisle.parcel, "10:31");
        aisle.api
                .post("/api/v1/tasks/" + id(video) + "/answer", "{\"note\": \"The camera was off\"}")
                .is(200);
        var weight = aisle.ask(claim, "{\"question\":\"CARRIER_WEIGHT\"}");
        assertThat(weight.text("/task/partner")).isEqualTo("Swift Parcel");
        assertThat(weight.text("/task/role")).isEqualTo("PARTNER");
        aisle.api
                .post("/api/v1/tasks/" + id(weight) + "/answer", "{\"grams\": 705}")
                .is(200);
        var answers = transactions.call(merchant, () -> table.answers(merchant, UUID.fromString(claim)));
        assertThat(answers)
                .extracting(answer -> answer.clue() + " " + answer.present())
                .containsExactly("INBOUND_DOUBT true", "SCALES_DISAGREE true");
    }

    @Test
    void what_cannot_be_asked_or_answered_is_refused_with_its_field_and_nothing_changes() {
        assertThat(fields(aisle.ask(claim, "{\"question\":\"LOT_CHECK\"}"))).containsExactly("/lot NEEDED");
        assertThat(fields(aisle.ask(claim, "{\"question\":\"COUNT\",\"slot\":\"a b\",\"parcel\":\"x\"}")))
                .containsExactly("/slot NOT_A_SLOT", "/parcel NOT_PART_OF_IT");
        assertThat(fields(aisle.ask(claim, "{\"question\":\"RECOUNT\",\"dueAt\":\"2020-01-01T00:00:00Z\"}")))
                .containsExactly("/dueAt OUT_OF_RANGE");
        assertThat(aisle.api.get("/api/v1/claims/" + claim + "/tasks").is(200).body())
                .isEmpty();
        var asked = id(aisle.ask(claim, "{\"question\":\"RECOUNT\"}"));
        var answer = "/api/v1/tasks/" + asked + "/answer";
        assertThat(fields(aisle.api.post(answer, "{}"))).containsExactly("/note MISSING");
        assertThat(fields(aisle.api.post(answer, "{\"present\":true}"))).containsExactly("/present NO_ANSWER_TO_IT");
        assertThat(fields(aisle.api.post(answer, "{\"counted\":1,\"present\":true}")))
                .containsExactly("/present ONE_ANSWER");
        assertThat(fields(aisle.api.post(answer, "{\"expected\":1,\"note\":\"x\"}")))
                .containsExactly("/counted MISSING");
        assertThat(tasks.find(merchant, UUID.fromString(asked)).orElseThrow().isOpen())
                .isTrue();
    }

    private static List<String> fields(Api.Answer refused) {
        return StreamSupport.stream(refused.is(422).body().at("/errors").spliterator(), false)
                .map(error -> error.at("/pointer").asString() + " "
                        + error.at("/code").asString())
                .toList();
    }

    @Test
    void nobody_is_asked_the_same_twice_at_a_time() {
        var first = id(aisle.ask(claim, "{\"question\":\"RECOUNT\"}"));
        assertThat(aisle.ask(claim, "{\"question\":\"RECOUNT\"}").is(409).text("/type"))
                .endsWith("asked-already");
        aisle.ask(claim, "{\"question\":\"RECOUNT\",\"slot\":\"A-03-3\"}").is(201);
        aisle.api.post("/api/v1/tasks/" + first + "/answer", "{\"counted\": 3}").is(200);
        aisle.ask(claim, "{\"question\":\"RECOUNT\"}").is(201);
    }

    @Test
    void of_several_answers_at_once_one_counts_and_one_event_is_recorded() {
        var asked = UUID.fromString(id(aisle.ask(claim, "{\"question\":\"RECOUNT\"}")));
        var attempts = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                var reply = new TaskReply.Counted(i, null, null);
                attempts.add(threads.submit(() -> succeeds(asked, reply)));
            }
        }
        assertThat(attempts).filteredOn(Future::resultNow).hasSize(1);
        var events = aisle.api
                .get("/epcis/v2/events?EQ_bizStep=cycle_counting")
                .is(200)
                .body();
        assertThat(events.at("/epcisBody/queryResults/resultsBody/eventList")).hasSize(1);
        aisle.api.post("/api/v1/tasks/" + asked + "/answer", "{\"counted\": 9}").is(409);
    }

    private boolean succeeds(UUID task, TaskReply reply) {
        try {
            tasks.answer(merchant, task, reply, null, "Jo");
            return true;
        } catch (Refused tooLate) {
            return false;
        }
    }

    @Test
    void another_merchants_tasks_claims_and_links_are_as_absent_as_what_never_was() {
        var asked = aisle.ask(claim, "{\"question\":\"RECOUNT\"}");
        var stranger = OwnMerchant.found(merchants);
        var other = key(stranger, Role.values());
        other.get("/api/v1/claims/" + claim + "/tasks").is(404);
        other.post("/api/v1/claims/" + claim + "/tasks", "{\"question\":\"RECOUNT\"}")
                .is(404);
        other.post("/api/v1/tasks/" + id(asked) + "/answer", "{\"counted\": 3}").is(404);
        assertThat(other.get("/api/v1/tasks").is(200).body().at("/items")).isEmpty();
        assertThatThrownBy(() -> tasks.cancel(stranger, UUID.fromString(id(asked)), new Actor.Product()))
                .isInstanceOf(Refused.class);
        for (var each : List.of("investigation.task", "investigation.task_link")) {
            long seen = transactions.call(
                    stranger,
                    () -> jdbc.sql("SELECT count(*) FROM " + each)
                            .query(Long.class)
                            .single());
            assertThat(seen).as(each).isZero();
            long own = transactions.call(
                    merchant,
                    () -> jdbc.sql("SELECT count(*) FROM " + each)
                            .query(Long.class)
                            .single());
            assertThat(own).as(each).isEqualTo(1);
        }
    }

    @Test
    void a_key_of_the_warehouse_sees_and_answers_only_what_the_warehouse_is_asked() {
        var recount = id(aisle.ask(claim, "{\"question\":\"RECOUNT\"}"));
        var proof = id(aisle.ask(claim, "{\"question\":\"CARRIER_PROOF\"}"));
        var warehouse = key(merchant, Role.WAREHOUSE);
        var seen = warehouse.get("/api/v1/tasks").is(200).body().at("/items");
        assertThat(seen).hasSize(1);
        assertThat(seen.toString()).doesNotContain("Ada", "1 Quay", "ada@example.com");
        warehouse
                .post("/api/v1/tasks/" + proof + "/answer", "{\"present\": true}")
                .is(404);
        warehouse.get("/api/v1/claims/" + claim + "/tasks").is(403);
        warehouse
                .post("/api/v1/claims/" + claim + "/tasks", "{\"question\":\"RECOUNT\"}")
                .is(403);
        warehouse.get("/api/v1/claims/" + claim).is(403);
        warehouse.get("/api/v1/orders/" + aisle.order).is(403);
        warehouse
                .post("/api/v1/tasks/" + recount + "/answer", "{\"counted\": 5}")
                .is(200);
        key(merchant, Role.CUSTOMER_VOICE).get("/api/v1/tasks").is(403);
    }

    @Test
    void open_tasks_come_by_their_due_time_and_every_page_goes_on_where_the_last_ended() {
        for (int i = 0; i < 5; i++) {
            var due = Instant.now().plus(Duration.ofDays(5 - i));
            aisle.ask(
                            claim,
                            "{\"question\":\"COUNT\",\"slot\":\"S-%d\",\"sku\":\"X\",\"dueAt\":\"%s\"}"
                                    .formatted(i, due))
                    .is(201);
        }
        var slots = new ArrayList<String>();
        var after = "";
        do {
            var page = aisle.api.get("/api/v1/tasks?limit=2" + after).is(200).body();
            page.at("/items").forEach(task -> slots.add(task.at("/slot").asString()));
            after = page.at("/next").isNull()
                    ? ""
                    : "&after=" + page.at("/next").asString();
        } while (!after.isEmpty());
        assertThat(slots)
                .containsExactly(
                        "urn:redress:slot:S-4",
                        "urn:redress:slot:S-3",
                        "urn:redress:slot:S-2",
                        "urn:redress:slot:S-1",
                        "urn:redress:slot:S-0");
        for (var odd : List.of("x", "_", "9999999-01-01T00:00:00Z_" + claim, "%2B999999999-01-01T00:00:00Z_" + claim)) {
            aisle.api.get("/api/v1/tasks?after=" + odd).is(422);
        }
        aisle.api.get("/api/v1/tasks?state=LOST").is(422);
        aisle.api.get("/api/v1/tasks?limit=0").is(422);
    }

    @Test
    void ended_tasks_come_the_last_first_over_pages_too() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var asked = id(aisle.ask(claim, "{\"question\":\"LOT_CHECK\",\"lot\":\"L-%d\"}".formatted(i)));
            aisle.api
                    .post("/api/v1/tasks/" + asked + "/answer", "{\"present\": false}")
                    .is(200);
            ids.addFirst(asked);
        }
        var first = tasks.page(merchant, Task.State.ANSWERED, EnumSet.allOf(Task.Asked.class), null, 2);
        var rest = tasks.page(merchant, Task.State.ANSWERED, EnumSet.allOf(Task.Asked.class), first.next(), 2);
        var seen = new ArrayList<>(first.items());
        seen.addAll(rest.items());
        assertThat(seen).extracting(task -> task.id().toString()).isEqualTo(ids);
        assertThat(rest.next()).isNull();
    }

    @Test
    void a_link_is_kept_as_a_hash_and_expires_politely() {
        var asked = aisle.ask(claim, "{\"question\":\"RECOUNT\"}");
        var token = path(asked).substring("/task/".length());
        var rows = transactions.call(
                merchant,
                () -> jdbc.sql("SELECT to_jsonb(l)::text FROM investigation.task_link l")
                        .query(String.class)
                        .list());
        assertThat(rows).singleElement().asString().doesNotContain(token);
        assertThat(tasks.open(token).orElseThrow().expired()).isFalse();
        transactions.run(
                merchant,
                () -> table.insertLink(
                        merchant,
                        new Secret("late").hash(),
                        UUID.fromString(id(asked)),
                        Instant.now(),
                        Instant.now().minusSeconds(1),
                        Instant.now().minusSeconds(3_600)));
        var visitor = Visitor.at(port, "en");
        var late = visitor.get("/task/late");
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.body()).contains("This link has expired").doesNotContain("Red mug");
        assertThat(visitor.get("/task/unknown").status()).isEqualTo(404);
        assertThat(visitor.get("/task/%00").status()).isIn(400, 404);
        transactions.run(
                merchant,
                () -> table.insertLink(
                        merchant,
                        new Secret("next").hash(),
                        UUID.fromString(id(asked)),
                        Instant.now(),
                        Instant.now().plusSeconds(60),
                        Instant.now()));
        assertThat(visitor.get("/task/late").status()).as("long expired").isEqualTo(404);
        assertThat(visitor.get("/task/next").status()).isEqualTo(200);
    }

    @Test
    void a_new_link_of_a_task_ends_its_earlier_ones_and_none_of_another() {
        var asked = aisle.ask(claim, "{\"question\":\"RECOUNT\"}");
        var old = path(asked);
        var other = path(aisle.ask(claim, "{\"question\":\"CARRIER_PROOF\"}"));
        var fresh = tasks.link(merchant, UUID.fromString(id(asked)));
        var visitor = Visitor.at(port, "en");
        assertThat(visitor.get(fresh).status()).isEqualTo(200);
        var late = visitor.get(old);
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.body()).contains("This link has expired").doesNotContain("Red mug");
        assertThat(visitor.get(other).status()).isEqualTo(200);
        visitor.get(fresh);
        visitor.post(old, List.of(new Visitor.Field("found", "unknown"), new Visitor.Field("by", "Jo")));
        assertThat(tasks.find(merchant, UUID.fromString(id(asked)))
                        .orElseThrow()
                        .isOpen())
                .isTrue();
    }

    @Test
    void by_link_only_the_first_answer_stays_and_the_second_is_told_so() {
        var path = path(aisle.ask(claim, "{\"question\":\"CARRIER_PROOF\"}"));
        var visitor = Visitor.at(port, "en");
        var form = visitor.get(path);
        assertThat(form.body()).contains(aisle.parcel).doesNotContain("Ada", "1 Quay", "A blue mug came");
        assertThat(form.header("Referrer-Policy")).contains("no-referrer");
        assertThat(form.header("Cache-Control")).contains("no-store");
        var sent = visitor.post(path, List.of(new Visitor.Field("found", "yes")));
        assertThat(sent.status()).isEqualTo(303);
        // Whoever taps twice has not come too late.
        assertThat(visitor.post(path, List.of(new Visitor.Field("found", "yes")))
                        .status())
                .isEqualTo(303);
        assertThat(visitor.get(path).body()).contains("Thank you").doesNotContain("before you");
        var again = visitor.post(path, List.of(new Visitor.Field("found", "no")));
        assertThat(again.status()).isEqualTo(303);
        assertThat(visitor.get(path).body())
                .contains(
                        "Somebody has answered before you; yours was not kept.",
                        "Yes, elsewhere or sorted wrongly",
                        "Swift Parcel")
                .doesNotContain("Thank you", "Your answer is with");
    }

    @Test
    void what_is_typed_wrongly_stands_there_again_with_the_reason() {
        var path = path(aisle.ask(claim, "{\"question\":\"RECOUNT\"}"));
        var visitor = Visitor.at(port, "zh-CN");
        visitor.get(path);
        var refused = visitor.post(
                path,
                List.of(
                        new Visitor.Field("found", "number"),
                        new Visitor.Field("counted", "a dozen"),
                        new Visitor.Field("note", "<b>x</b>")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("a dozen", "整数", "&lt;b&gt;x").doesNotContain("<b>x");
        var nameless =
                visitor.post(path, List.of(new Visitor.Field("found", "number"), new Visitor.Field("counted", "3")));
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(tasks.open(path.substring("/task/".length()))
                        .flatMap(link -> tasks.find(merchant, link.task()))
                        .orElseThrow()
                        .isOpen())
                .isTrue();
    }

    @Test
    void a_repeated_request_asks_once_and_answers_once() {
        var body = "{\"question\":\"RECOUNT\"}";
        var first = aisle.api
                .post("/api/v1/claims/" + claim + "/tasks", body, "Idempotency-Key", "once")
                .is(201);
        var second = aisle.api
                .post("/api/v1/claims/" + claim + "/tasks", body, "Idempotency-Key", "once")
                .is(201);
        assertThat(second.body()).isEqualTo(first.body());
        var ids = new HashSet<String>();
        aisle.api
                .get("/api/v1/claims/" + claim + "/tasks")
                .body()
                .forEach(task -> ids.add(task.at("/id").asString()));
        assertThat(ids).hasSize(1);
    }
}
