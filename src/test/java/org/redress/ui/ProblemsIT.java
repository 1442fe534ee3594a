package org.redress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.testing.RedressTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RedressTest
@Import(TroubleController.class)
@ExtendWith(OutputCaptureExtension.class)
class ProblemsIT {
    private static final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "INVALID, 422",
        "CONFLICT, 409",
        "STALE, 412",
        "TOO_LARGE, 413",
        "UNSUPPORTED, 415",
        "TOO_MANY, 429",
        "ABSENT, 404",
        "FORBIDDEN, 403"
    })
    void each_kind_of_refusal_has_its_status(String kind, int status) throws Exception {
        var answer = get("/api/v1/trouble/refusal?kind=" + kind);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(get("/trouble/refusal?kind=" + kind, "Accept", "text/html").statusCode())
                .isEqualTo(status);
    }

    @Test
    void a_program_is_told_no_as_problem_json() throws Exception {
        var answer = get("/api/v1/trouble/refusal?kind=CONFLICT", "Accept", "text/csv");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = json.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("/problems/offer-not-open");
        assertThat(problem.get("title").asString()).isEqualTo("Not possible as things stand");
        assertThat(problem.get("status").asInt()).isEqualTo(409);
        assertThat(problem.get("code").asString()).isEqualTo("OFFER_NOT_OPEN");
        assertThat(problem.get("detail").asString()).startsWith("Some of what was sent");
        assertThat(problem.has("incident")).isFalse();
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/lines/0/sku");
        assertThat(problem.at("/errors/0/code").asString()).isEqualTo("NO_SUCH");
        assertThat(problem.at("/errors/0/message").asString()).startsWith("There is nothing");
    }

    @Test
    void a_program_is_told_in_its_language() throws Exception {
        var answer = get("/api/v1/trouble/refusal?kind=CONFLICT", "Accept-Language", "fr, zh-CN;q=0.8, en;q=0.5");
        assertThat(json.readTree(answer.body()).get("title").asString()).isEqualTo("目前无法这样操作");
        assertThat(answer.headers().firstValue("Content-Language")).hasValue("zh-CN");
    }

    @Test
    void too_often_says_when_to_come_back() throws Exception {
        assertThat(get("/api/v1/trouble/refusal?kind=TOO_MANY").headers().firstValue("Retry-After"))
                .hasValue("60");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"order\":                                                            | 400 | MALFORMED_JSON | ",
                "{\"order\":\"1\",\"order\":\"2\"}                                      | 400 | MALFORMED_JSON | ",
                "[]                                                                     | 422 | INVALID |",
                "{\"order\":\"1\",\"demand\":\"REFUND\",\"quantity\":1,\"lines\":[]} {} | 400 | MALFORMED_JSON | ",
            })
    void a_body_that_is_no_such_json_is_refused(String body, int status, String code) throws Exception {
        var answer = post("/api/v1/trouble/wishes", "application/json", body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).get("code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'order':'1','demand':'REFUND','quantity':1,'lines':[],'x':1                           | /x             | UNKNOWN_FIELD",
                "'order':'1','demand':'REFUND','quantity':1,'lines':[{'sku':'a','x~/y':1}]             | /lines/0/x~0~1y | UNKNOWN_FIELD",
                "'order':'1','demand':'MONEY','quantity':1,'lines':[]                                  | /demand        | WRONG_TYPE",
                "'order':'1','demand':0,'quantity':1,'lines':[]                                        | /demand        | WRONG_TYPE",
                "'order':'1','demand':'REFUND','quantity':1.5,'lines':[]                               | /quantity      | WRONG_TYPE",
                "'order':'1','demand':'REFUND','quantity':'1','lines':[]                               | /quantity      | WRONG_TYPE",
                "'order':'1','demand':'REFUND','quantity':99999999999,'lines':[]                       | /quantity      | WRONG_TYPE",
                "'order':'1','demand':'REFUND','quantity':1,'since':'yesterday','lines':[]             | /since         | WRONG_TYPE",
                "'order':'1','demand':'REFUND','quantity':1,'lines':{}                                 | /lines         | WRONG_TYPE",
                "'order':{},'demand':'REFUND','quantity':1,'lines':[]                                  | /order         | WRONG_TYPE",
                "'demand':'REFUND','quantity':1,'lines':[]                                             | /order         | MISSING",
                "'order':null,'demand':'REFUND','quantity':1,'lines':[]                                | /order         | MISSING",
                "'order':'1','demand':'REFUND','lines':[]                                              | /quantity      | MISSING",
                "'order':'1','demand':'REFUND','quantity':null,'lines':[]                              | /quantity      | MISSING",
                "'order':'1','demand':'REFUND','quantity':1,'lines':[{'sku':null}]                     | /lines/0/sku   | MISSING",
            })
    void a_field_at_fault_is_named(String fields, String pointer, String code) throws Exception {
        var answer = post("/api/v1/trouble/wishes", "application/json", "{" + fields.replace('\'', '"') + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        var error = json.readTree(answer.body()).at("/errors/0");
        assertThat(error.get("pointer").asString()).isEqualTo(pointer);
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(error.get("message").asString()).isNotBlank();
    }

    @Test
    void what_may_be_absent_may_be_absent() throws Exception {
        var answer = post(
                "/api/v1/trouble/wishes",
                "application/json",
                "{\"order\":\"1\",\"demand\":\"REFUND\",\"quantity\":1,\"lines\":[{\"sku\":\"a\"}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void a_choice_that_is_none_is_answered_with_the_choices() throws Exception {
        var answer = post("/api/v1/trouble/wishes", "application/json", "{\"demand\":\"MONEY\"}");
        assertThat(json.readTree(answer.body()).at("/errors/0/message").asString())
                .contains("REFUND")
                .contains("RESHIP");
    }

    @Test
    void no_body_another_type_another_method_are_told_apart() throws Exception {
        assertThat(code(post("/api/v1/trouble/wishes", "application/json", ""))).isEqualTo("400 NO_BODY");
        assertThat(code(post("/api/v1/trouble/wishes", "text/plain", "hello"))).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        var other = get("/api/v1/trouble/wishes");
        assertThat(code(other)).isEqualTo("405 METHOD_NOT_ALLOWED");
        assertThat(other.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void an_address_without_anything_is_absent() throws Exception {
        assertThat(code(get("/api/v1/trouble/nothing-here"))).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void a_malformed_id_is_absent_and_a_malformed_parameter_is_named() throws Exception {
        assertThat(code(get("/api/v1/trouble/things/17"))).isEqualTo("404 NOT_FOUND");
        var answer = get("/api/v1/trouble/things/0198d1a0-0000-7000-8000-000000000000?limit=many");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json.readTree(answer.body()).at("/errors/0/pointer").asString())
                .isEqualTo("/limit");
    }

    @Test
    void an_upload_without_its_file_or_its_kind_names_what_is_missing() throws Exception {
        assertThat(errorOf(upload("x", null))).isEqualTo("/kind MISSING");
        assertThat(errorOf(upload(null, "REFUND"))).isEqualTo("/file MISSING");
        assertThat(errorOf(upload("x", "MONEY"))).isEqualTo("/kind WRONG_TYPE");
    }

    @Test
    void an_upload_that_is_not_one_is_refused() throws Exception {
        assertThat(post("/api/v1/trouble/uploads", "multipart/form-data", "x").statusCode())
                .isEqualTo(400);
        assertThat(post("/api/v1/trouble/uploads", "multipart/form-data; boundary=b", "--b\r\nnonsense")
                        .statusCode())
                .isBetween(400, 422);
        assertThat(post("/api/v1/trouble/uploads", "application/json", "{}").statusCode())
                .isBetween(400, 422);
    }

    @Test
    void an_upload_beyond_the_limit_is_too_large() throws Exception {
        var answer = upload("x".repeat(130_000_000), "REFUND");
        assertThat(code(answer)).isEqualTo("413 TOO_LARGE");
    }

    @Test
    void two_at_once_collide() throws Exception {
        assertThat(code(get("/api/v1/trouble/collision"))).isEqualTo("409 COLLISION");
    }

    @Test
    void a_nul_that_reached_the_database_is_no_fault_of_ours() throws Exception {
        assertThat(get("/api/v1/trouble/nul?text=a%00b").statusCode()).isEqualTo(422);
    }

    @Test
    void a_parameter_that_cannot_be_decoded_is_a_bad_request() throws Exception {
        assertThat(raw("GET /api/v1/trouble/nul?text=%zz HTTP/1.1")).startsWith("HTTP/1.1 400");
        assertThat(raw("GET /trouble/page?a=%zz HTTP/1.1")).startsWith("HTTP/1.1 400");
        assertThat(raw("GET /trouble/pa%00ge HTTP/1.1")).startsWith("HTTP/1.1 400");
        assertThat(raw("FOO /trouble/page HTTP/1.1")).startsWith("HTTP/1.1 4");
    }

    @Test
    void a_fault_is_told_by_its_incident_only_and_logged(CapturedOutput output) throws Exception {
        var answer = get("/api/v1/trouble/fault");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
        var incident = json.readTree(answer.body()).get("incident").asString();
        assertThat(output).contains("Incident " + incident).contains("a secret of the house");
    }

    @Test
    void a_person_is_told_no_on_a_page_in_the_frame() throws Exception {
        var answer = get("/trouble/refusal?kind=CONFLICT", "Accept", "text/html", "Accept-Language", "zh");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body())
                .contains("<html lang=\"zh-CN\"")
                .contains("目前无法这样操作")
                .contains("您的角色不能执行此操作。")
                .contains("id=\"main\"");
    }

    @Test
    void a_person_who_asks_for_nothing_in_particular_gets_a_page_too() throws Exception {
        var answer =
                http.send(HttpRequest.newBuilder(at("/trouble/nothing-here")).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing here under this address.");
    }

    @Test
    void a_page_that_breaks_shows_the_incident_and_nothing_else(CapturedOutput output) throws Exception {
        for (var path : new String[] {"/trouble/fault", "/trouble/broken-page"}) {
            var answer = get(path, "Accept", "text/html");
            assertThat(answer.statusCode()).as(path).isEqualTo(500);
            assertThat(answer.body())
                    .contains("class=\"incident\"")
                    .doesNotContain("secret")
                    .doesNotContain("Exception");
            var incident = answer.body().replaceAll("(?s).*<code class=\"incident\">([A-Z0-9]+)</code>.*", "$1");
            assertThat(output).contains("Incident " + incident);
        }
    }

    @Test
    void htmx_is_told_no_at_the_top_of_its_page() throws Exception {
        var answer = get("/trouble/refusal?kind=CONFLICT", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("#flash");
        assertThat(answer.body()).contains("Your role does not allow this.").doesNotContain("<html");
    }

    @Test
    void a_program_on_an_address_of_pages_gets_json() throws Exception {
        var answer = get("/trouble/refusal?kind=CONFLICT", "Accept", "application/json");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private String code(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + json.readTree(answer.body()).get("code").asString();
    }

    private String errorOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode error = json.readTree(answer.body()).at("/errors/0");
        return error.get("pointer").asString() + " " + error.get("code").asString();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> upload(
            @org.jspecify.annotations.Nullable String file, @org.jspecify.annotations.Nullable String kind)
            throws IOException, InterruptedException {
        var body = new StringBuilder();
        if (kind != null) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n")
                    .append(kind)
                    .append("\r\n");
        }
        if (file != null) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n")
                    .append(file)
                    .append("\r\n");
        }
        return post(
                "/api/v1/trouble/uploads",
                "multipart/form-data; boundary=b",
                body.append("--b--\r\n").toString());
    }

    /** Writes what the JDK's client refuses to send; answers the first line. */
    private String raw(String line) throws IOException {
        try (var socket = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
