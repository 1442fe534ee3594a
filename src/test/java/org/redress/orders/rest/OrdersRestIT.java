package org.redress.orders.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.testing.RedressTest;
import org.redress.testing.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RedressTest
class OrdersRestIT {
    private static final String ORDER = """
            {"shop":"web","placedAt":"2026-03-01T12:00:00Z","currency":"GBP",
             "customer":{"name":"Ada","email":"ada@example.com"},
             "shipTo":{"name":"Ada","line1":"1 Street","city":"London","postalCode":"N1","floor":3},
             "lines":[{"lineNumber":1,"sku":"MUG","quantity":2,"unitPrice":{"amount":"12.50","currency":"GBP"}},
                      {"lineNumber":2,"sku":"CUP","quantity":1,"unitPrice":{"amount":"4.00","currency":"GBP"},
                       "discount":{"amount":"1.00","currency":"GBP"}}],
             "shippingFee":{"amount":"3.99","currency":"GBP"},
             "payments":[{"provider":"card","reference":"ch_1","amount":{"amount":"31.99","currency":"GBP"},"paidAt":"2026-03-01T12:00:01Z"}]}""";

    @LocalServerPort
    int port;

    @Autowired
    ApiKeys keys;

    @Autowired
    Merchants merchants;

    private final HttpClient http = HttpClient.newHttpClient();
    private String key = "";
    private String order = "";

    @BeforeEach
    void anOrderNumberOfItsOwn() {
        var demo = merchants.bySlug("demo").orElseThrow().id();
        key = keys.create(demo, "Shop", Set.of(Role.INTEGRATOR));
        order = "/api/v1/orders/" + UUID.randomUUID();
    }

    @Test
    void an_order_is_put_and_read_back_and_what_was_read_may_be_put_again() {
        var put = put(order, ORDER);
        assertThat(put.statusCode()).isEqualTo(200);
        var read = get(order);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(put.body());
        var json = json(read);
        assertThat(json.at("/lines/1/discount/amount").stringValue()).isEqualTo("1.00");
        assertThat(json.at("/shipTo/street").stringValue()).isEqualTo("1 Street");
        assertThat(json.at("/shipTo/postcode").stringValue()).isEqualTo("N1");
        assertThat(put(order, read.body()).body()).isEqualTo(read.body());
    }

    @Test
    void a_product_is_put_and_read_back() {
        var product = "/api/v1/products/" + UUID.randomUUID();
        var put = put(product, """
                {"name":"Red mug","gtin":"4006381333931","weightGrams":350,"price":{"amount":"12.5","currency":"GBP"},
                 "variantOf":"MUGS","imageUrl":"https://example.com/mug.jpg","supplier":"Potters","hazard":"BATTERY"}""");
        assertThat(put.statusCode()).isEqualTo(200);
        var json = json(get(product));
        assertThat(json.at("/gtin").stringValue()).isEqualTo("04006381333931");
        assertThat(json.at("/price/amount").stringValue()).isEqualTo("12.50");
        assertThat(put(product, "{\"name\":\"Mug\"}").body()).doesNotContain("gtin", "null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quantity\":2 | \"quantity\":-2 | /lines/0/quantity OUT_OF_RANGE",
                "\"quantity\":2 | \"quantity\":0 | /lines/0/quantity OUT_OF_RANGE",
                "\"quantity\":2 | \"quantity\":2.5 | /lines/0/quantity NOT_A_WHOLE_NUMBER",
                "\"quantity\":2 | \"quantity\":99999999999 | /lines/0/quantity OUT_OF_RANGE",
                ":00Z\",\"currency\":\"GBP\" | :00Z\",\"currency\":\"POUND\" | /currency NOT_A_CURRENCY",
                "\"12.50\",\"currency\":\"GBP\" | \"12.50\",\"currency\":\"EUR\" | /lines/0/unitPrice/currency CURRENCY_MIXED",
                "\"12.50\" | \"12.505\" | /lines/0/unitPrice/amount NOT_AN_AMOUNT",
                "\"12.50\" | \"-1\" | /lines/0/unitPrice/amount NOT_AN_AMOUNT",
                "\"1.00\" | \"4.01\" | /lines/1/discount DISCOUNT_TOO_LARGE",
                "\"lineNumber\":2 | \"lineNumber\":1 | /lines/1/lineNumber LINE_NUMBER_TWICE",
                "\"shop\":\"web\" | \"shop\":\"w\\u0000b\" | /shop BAD_CHARACTER",
                "\"shop\":\"web\" | \"shop\":\"web\",\"colour\":1 | /colour UNKNOWN_FIELD",
                "\"name\":\"Ada\",\"email\" | \"name\":\"Ada\",\"mail\" | /customer/mail UNKNOWN_FIELD",
                "\"ada@example.com\" | \"ada\" | /customer/email NOT_AN_EMAIL",
                "\"2026-03-01T12:00:00Z\" | \"2026-03-01\" | /placedAt NOT_A_TIME",
                "\"sku\":\"MUG\" | \"sku\":\" MUG\" | /lines/0/sku NOT_A_SKU",
                "\"shop\":\"web\" | \"shop\":\"web\",\"orderNumber\":\"other\" | /orderNumber ANOTHER_ADDRESS"
            })
    void a_field_at_fault_is_named_and_nothing_is_written(String good, String bad, String expected) {
        var wrong = ORDER.replace(good, bad);
        assertThat(wrong).isNotEqualTo(ORDER);
        var answer = put(order, wrong);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(json(answer).at("/errors").values().stream()
                        .map(error -> error.at("/pointer").stringValue() + " "
                                + error.at("/code").stringValue()))
                .contains(expected);
        assertThat(get(order).statusCode()).isEqualTo(404);
    }

    @Test
    void a_text_too_long_a_wrong_gtin_and_a_script_for_a_picture_are_refused_at_once() {
        var answer = put(
                "/api/v1/products/MUG",
                "{\"name\":\"%s\",\"gtin\":\"4006381333932\",\"imageUrl\":\"javascript:alert(1)\"}"
                        .formatted("x".repeat(501)));
        assertThat(json(answer).at("/errors").values().stream()
                        .map(error -> error.at("/code").stringValue()))
                .containsExactly("TOO_LONG", "NOT_A_GTIN", "NOT_A_WEB_ADDRESS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "{\"shop\":}", "{} {}", "{\"shop\":\"a\",\"shop\":\"b\"}"})
    void what_is_no_json_is_400(String body) {
        assertThat(put(order, body).statusCode()).isEqualTo(400);
    }

    @Test
    void a_message_is_said_in_the_reader_s_language() {
        var request = request(order)
                .header("Accept-Language", "zh-CN")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{}"));
        assertThat(send(request).body()).contains("此项必填");
    }

    @Test
    void an_agent_s_key_reads_but_does_not_write() {
        put(order, ORDER);
        key = keys.create(merchants.bySlug("demo").orElseThrow().id(), "Desk", Set.of(Role.AGENT));
        assertThat(get(order).statusCode()).isEqualTo(200);
        assertThat(put(order, ORDER).statusCode()).isEqualTo(403);
        assertThat(upload("kind", "PRODUCTS", "sku,name\nA,B\n").statusCode()).isEqualTo(403);
    }

    @Test
    void an_import_is_accepted_runs_and_reports_each_error() {
        var started =
                upload("kind", "ORDERS", "orderNumber,placedAt,sku,quantity,unitPrice\nA,2026-01-01,MUG,-1,<b>x</b>\n");
        assertThat(started.statusCode()).isEqualTo(202);
        var run = finished(json(started).at("/id").stringValue());
        assertThat(run.at("/state").stringValue()).isEqualTo("DONE");
        assertThat(run.at("/rowsRead").intValue()).isEqualTo(1);
        assertThat(run.at("/rowsRejected").intValue()).isEqualTo(1);
        assertThat(run.at("/errors/0/row").intValue()).isEqualTo(2);
        assertThat(run.at("/errors/0/column").stringValue()).isEqualTo("quantity");
        assertThat(run.at("/errors/0/code").stringValue()).isEqualTo("NEGATIVE_QUANTITY");
        assertThat(run.at("/errors/0/message").stringValue()).contains("-1");
    }

    @Test
    void the_real_file_imports_over_rest_through_its_mapping() throws IOException {
        var mapping = """
                {"orderNumber":"InvoiceNo","placedAt":"InvoiceDate","sku":"StockCode","name":"Description",
                 "quantity":"Quantity","unitPrice":"UnitPrice","customerName":"CustomerID","shipToCountry":"Country"}""";
        var file = Files.readString(SharedData.file("orders-online-retail.csv"));
        var started = upload(List.of("kind", "ORDERS", "mapping", mapping), file);
        var run = finished(json(started).at("/id").stringValue());
        assertThat(run.at("/rowsRead").intValue()).isEqualTo(10_000);
        assertThat(run.at("/rowsAccepted").intValue()).isEqualTo(9_870);
        assertThat(json(get("/api/v1/orders/536365")).at("/lines").size()).isEqualTo(7);
    }

    @Test
    void a_mapping_may_come_as_a_file_of_its_own() {
        var body = """
                --edge\r
                Content-Disposition: form-data; name="mapping"; filename="m.json"\r
                Content-Type: application/json\r
                \r
                {"name":"title"}\r
                --edge\r
                Content-Disposition: form-data; name="kind"\r
                \r
                PRODUCTS\r
                --edge\r
                Content-Disposition: form-data; name="file"; filename="a.csv"\r
                \r
                sku,title
                A,B\r
                --edge--\r
                """;
        var started = send(request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(body)));
        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(finished(json(started).at("/id").stringValue())
                        .at("/rowsAccepted")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void a_body_of_another_type_is_415() {
        assertThat(put("/api/v1/imports", "{}").statusCode()).isEqualTo(405);
        var json = request("/api/v1/imports")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        assertThat(send(json).statusCode()).isEqualTo(415);
    }

    @Test
    void an_upload_that_cannot_be_imported_is_refused_with_its_reason() {
        assertThat(upload("kind", "SHIPMENTS", "a\n1\n").body()).contains("COLUMN_MISSING", "/mapping/trackingNumber");
        assertThat(upload("kind", "PARCELS", "a\n1\n").statusCode()).isEqualTo(422);
        assertThat(upload("other", "x", "a\n1\n").statusCode()).isEqualTo(422);
        assertThat(upload("kind", "ORDERS", "a\n1\n").body()).contains("COLUMN_MISSING", "/mapping/orderNumber");
        assertThat(upload("kind", "ORDERS", "PK\3\4").statusCode()).isEqualTo(415);
        assertThat(upload(List.of("kind", "PRODUCTS", "mapping", "[1]"), "sku,name\n")
                        .body())
                .contains("/mapping");
        assertThat(upload(List.of("kind", "PRODUCTS", "mapping", "{"), "sku,name\n")
                        .body())
                .contains("NOT_JSON");
        assertThat(upload(List.of("kind", "PRODUCTS", "mapping", "{\"sku\":7}"), "sku,name\n")
                        .body())
                .contains("/mapping/sku");
        assertThat(get("/api/v1/imports/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/imports/none").statusCode()).isEqualTo(404);
    }

    private JsonNode finished(String run) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> json(get("/api/v1/imports/" + run)),
                        json -> !json.at("/state").stringValue().equals("RUNNING"));
    }

    private HttpResponse<String> upload(String field, String value, String file) {
        return upload(List.of(field, value), file);
    }

    private HttpResponse<String> upload(List<String> fields, String file) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            body.append("--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(fields.get(i), fields.get(i + 1)));
        }
        body.append("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n")
                .append(file)
                .append("\r\n--edge--\r\n");
        return send(request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(body.toString(), UTF_8)));
    }

    private HttpResponse<String> put(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Objects.requireNonNull(JsonMapper.shared().readTree(answer.body()));
    }
}
