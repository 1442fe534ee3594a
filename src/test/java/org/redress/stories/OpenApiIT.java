package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.database.MerchantTransactions;
import org.redress.outreach.SwapBench;
import org.redress.testing.Api;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document says what the contract fixes, and what the product really reads. */
@RedressTest
class OpenApiIT {
    @LocalServerPort
    int port;

    private Api api;
    private JsonNode document;

    @Autowired
    Merchants merchants;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void read() {
        api = Api.sample(port);
        document = api.get("/v3/api-docs").is(200).body();
    }

    @Test
    void every_path_of_the_contract_is_there_with_its_status() {
        var steps = List.of(
                "acceptance",
                "rejection",
                "rejection/review",
                "information-request",
                "cause",
                "escalation",
                "appeal",
                "satisfaction",
                "closure",
                "withdrawal",
                "reopening",
                "offers/{offer}/approval",
                "offers/{offer}/response",
                "offers/{offer}/withdrawal");
        var expected = new ArrayList<>(List.of(
                "PUT /api/v1/products/{sku} 200",
                "PUT /api/v1/orders/{orderNumber} 200",
                "POST /api/v1/imports 202",
                "GET /api/v1/imports/{id} 200",
                "POST /api/v1/uploads 201",
                "POST /api/v1/claims 201",
                "GET /api/v1/claims 200",
                "GET /api/v1/claims/{id} 200",
                "POST /api/v1/claims/{id}/evidence 201",
                "POST /api/v1/claims/{id}/offers 201",
                "GET /api/v1/claims/{id}/timeline 200",
                "GET /api/v1/claims/{id}/verification 200",
                "GET /api/v1/claims/{id}/remedy-options 200",
                "GET /api/v1/claims/{id}/clocks 200",
                "GET /api/v1/claims/{id}/execution 200",
                "GET /api/v1/claims/{id}/messages 200",
                "POST /api/v1/claims/{id}/messages 201"));
        steps.forEach(step -> expected.add("POST /api/v1/claims/{id}/" + step + " 200"));
        assertThat(operations()).containsAll(expected);
    }

    private Set<String> operations() {
        var operations = new TreeSet<String>();
        document.at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var statuses = names(method.getValue().at("/responses"));
                    assertThat(statuses).as(path.getKey()).contains("default");
                    statuses.remove("default");
                    operations.add(method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey() + " "
                            + String.join(" ", statuses));
                }));
        return operations;
    }

    @Test
    void a_step_is_addressed_by_its_claim_and_can_be_made_conditional_and_repeatable() {
        var parameters = document.at("/paths/~1api~1v1~1claims~1{id}~1offers~1{offer}~1response/post/parameters");
        assertThat(parameters)
                .extracting(parameter -> parameter.at("/in").asString() + " "
                        + parameter.at("/name").asString())
                .containsExactlyInAnyOrder("path id", "path offer", "header If-Match", "header Idempotency-Key");
    }

    @Test
    void what_must_be_there_is_required() {
        var schemas = document.at("/components/schemas");
        assertThat(texts(schemas.at("/FilingBody/required")))
                .containsExactlyInAnyOrder("contact", "channel", "statement", "demand");
        assertThat(texts(schemas.at("/ClaimWireLine/required"))).containsExactlyInAnyOrder("quantity", "problem");
        assertThat(names(schemas.at("/OrderBodyLine/properties"))).contains("unitPrice");
        assertThat(names(schemas.at("/ProblemJson/properties")))
                .contains("type", "title", "status", "detail", "errors");
    }

    @Test
    void every_field_that_the_document_names_is_read_and_no_other() {
        var shop = new Shop(api);
        shop.order("OPENAPI-1");
        var claim = shop.claim("OPENAPI-1", 1);
        var offer = shop.offer(claim, "12.50", 1);
        var task = api.post("/api/v1/claims/" + claim + "/tasks", "{\"question\": \"LOT_CHECK\", \"lot\": \"L-1\"}")
                .is(201)
                .text("/task/id");
        new SwapBench(api).kettlesClaim();
        var outreach = await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/api/v1/outreach").is(200).body().at("/items"), items -> !items.isEmpty())
                .at("/0/id")
                .asString();
        var policy = api.post("/api/v1/policies", "{\"area\": \"GB\"}").is(201).text("/id");
        var replay = api.post("/api/v1/replays", "{\"area\": \"GB\", \"from\": \"2026-01-01\", \"to\": \"2026-01-31\"}")
                .is(201)
                .text("/id");
        var back = shop.comesBack("OPENAPI-2");
        var difference = difference();
        document.at("/paths").properties().forEach(path -> {
            var reference = path.getValue()
                    .at("/post/requestBody/content/application~1json/schema/$ref")
                    .asString("");
            if (!reference.isEmpty()) {
                var fields = names(document.at(reference.substring(1) + "/properties"));
                var address = path.getKey()
                        .replace("/tasks/{id}", "/tasks/" + task)
                        .replace("/outreach/{id}", "/outreach/" + outreach)
                        .replace("/policies/{id}", "/policies/" + policy)
                        .replace("/replays/{id}", "/replays/" + replay)
                        .replace("/returns/{id}", "/returns/" + back)
                        .replace("/differences/{id}", "/differences/" + difference)
                        .replace("{day}", LocalDate.now(ZoneOffset.UTC).toString())
                        .replace("{id}", claim)
                        .replace("{offer}", offer)
                        .replace("{orderNumber}", "OPENAPI-2");
                assertThat(unknown(address, fields)).as(path.getKey()).isEmpty();
                fields.add("surprise");
                assertThat(unknown(address, fields)).as(path.getKey()).containsExactly("/surprise");
            }
        });
    }

    /** A voucher that nobody asked for. */
    private String difference() {
        var demo = merchants.bySlug("demo").orElseThrow();
        transactions.run(demo.id(), () -> jdbc.sql("""
                                INSERT INTO settlement.sandbox_effect (
                                    merchant_id, idempotency_key, work, reference, done_at)
                                VALUES (?, 'openapi', '{"@type": "Voucher", "orderNumber": "A-1", "shop": "demo",
                                        "amount": {"minor": 500, "currency": "GBP"}}', 'VC-OPENAPI', now())
                                """).param(demo.id().value()).update());
        var vouchers = api.post("/api/v1/reconciliations/" + LocalDate.now(demo.zone()))
                .is(202)
                .text("/3/id");
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> api.get("/api/v1/reconciliations/" + vouchers + "/differences")
                                .is(200)
                                .body()
                                .at("/items"),
                        items -> !items.isEmpty())
                .at("/0/id")
                .asString();
    }

    /** Null is absent, so that no value is wrong and only names are judged. */
    private List<String> unknown(String address, Iterable<String> fields) {
        var members = StreamSupport.stream(fields.spliterator(), false)
                .map(field -> "\"" + field + "\": null")
                .toList();
        var answer = api.post(address, "{" + String.join(", ", members) + "}");
        return StreamSupport.stream(answer.body().at("/errors").spliterator(), false)
                .filter(error -> error.at("/code").asString().equals("UNKNOWN_FIELD"))
                .map(error -> error.at("/pointer").asString())
                .toList();
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.properties().stream().map(Map.Entry::getKey).toList());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
