package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.claims.model.ClaimNumber;
import org.redress.testing.Api;
import org.redress.testing.Photographs;
import org.redress.testing.RedressTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a program may get wrong with a claim, field by field: each is named, and the claim stays as it was. */
@RedressTest
class ClaimInputStory {
    private static final String CLAIMS = "/api/v1/claims";
    private static final String BOUNDARY = "parts";

    @LocalServerPort
    int port;

    private final String order = "INPUT-" + UUID.randomUUID();
    private Api api;
    private Shop shop;

    @BeforeEach
    void open() {
        api = Api.sample(port);
        shop = new Shop(api);
        shop.order(order);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"API\" | \"FAX\" | /channel NOT_A_CHOICE",
                "\"API\" | 5 | /channel NOT_A_CHOICE",
                "\"REFUND\" | \"refund\" | /demand NOT_A_CHOICE",
                "\"REFUND\" | null | /demand MISSING",
                "\"WRONG_VARIANT\" | \"BROKEN\" | /lines/0/problem NOT_A_CHOICE",
                "\"quantity\": 1, | \"quantity\": 1.5, | /lines/0/quantity NOT_A_WHOLE_NUMBER",
                "\"quantity\": 1, | \"quantity\": 1e0, | /lines/0/quantity NOT_A_WHOLE_NUMBER",
                "\"quantity\": 1, | \"quantity\": \"1\", | /lines/0/quantity NOT_A_WHOLE_NUMBER",
                "\"quantity\": 1, | \"quantity\": 99999999999, | /lines/0/quantity OUT_OF_RANGE",
                "\"quantity\": 1, | \"quantity\": null, | /lines/0/quantity MISSING",
                "\"quantity\": 1} | \"quantity\": -1} | /lines/0/received/quantity OUT_OF_RANGE",
                "{\"email\": \"ada@example.com\"} | {} | /contact MISSING",
                "{\"email\": \"ada@example.com\"} | {\"email\": \"\", \"phone\": \" \"} | /contact MISSING",
                "{\"email\": \"ada@example.com\"} | null | /contact MISSING",
                "{\"email\": \"ada@example.com\"} | \"ada@example.com\" | /contact NOT_AN_OBJECT",
                "\"ada@example.com\" | \"ada\" | /contact/email NOT_AN_EMAIL",
                "\"ada@example.com\" | \"a@b\\r\\nBcc: c@d\" | /contact/email NOT_AN_EMAIL",
                "\"ada@example.com\" | \"a\\u0000@example.com\" | /contact/email BAD_CHARACTER",
                "\"STORY-MUG-RED\", | \" STORY\", | /lines/0/sku NOT_A_SKU",
                "\"STORY-MUG-RED\", | \"S\\u0000\", | /lines/0/sku NOT_A_SKU",
                "\"STORY-MUG-RED\", | null, | /lines/0/sku MISSING",
                "\"STORY-MUG-RED\", | \"STORY-MUG-BLU\", | /lines/0/quantity ABOVE_ORDERED",
                "\"sku\": \"STORY-MUG-BLU\" | \"gtin\": \"4006381333932\" | /lines/0/received/gtin NOT_A_GTIN",
                "\"lines\": [ | \"lines\": [1, | /lines/0 NOT_AN_OBJECT",
                "\"lines\": [ | \"discoveredAt\": \"yesterday\", \"lines\": [ | /discoveredAt NOT_A_TIME",
                "\"lines\": [ | \"discoveredAt\": \"+99999-01-01T00:00:00Z\", \"lines\": [ | /discoveredAt NOT_A_TIME",
                "\"lines\": [ | \"previousContact\": {}, \"lines\": [ | /previousContact/at MISSING",
                "\"lines\": [ | \"evidence\": [{\"kind\": \"SELFIE\", \"uploadId\": \"x\"}], \"lines\": [ | /evidence/0/kind NOT_A_CHOICE",
                "\"lines\": [ | \"evidence\": [{\"kind\": \"ITEM\", \"uploadId\": \"x\"}], \"lines\": [ | /evidence/0/uploadId NOT_AN_ID",
                "\"lines\": [ | \"evidence\": [{\"kind\": \"ITEM\", \"uploadId\": \"01900000-0000-7000-8000-000000000000\"}], \"lines\": [ | /evidence/0/uploadId UNKNOWN_UPLOAD",
                "I ordered | \\ud800 | /statement BAD_CHARACTER",
                "I ordered | \\u0000 | /statement BAD_CHARACTER"
            })
    void what_is_wrong_with_a_filing_is_named(String good, String bad, String expected) {
        var filing = Shop.filing(order, 1);
        var wrong = filing.replace(good, bad);
        assertThat(wrong).isNotEqualTo(filing);
        var at = expected.indexOf(' ');
        No.names(api.post(CLAIMS, wrong), expected.substring(0, at), expected.substring(at + 1));
        assertThat(Standing.ofOrder(api, order)).isZero();
    }

    @Test
    void a_statement_of_ten_thousand_characters_is_heard_and_one_more_is_too_much() {
        var filing = Shop.filing(order, 1);
        var said = "I ordered red mugs and blue ones came.";
        api.post(CLAIMS, filing.replace(said, "蓝".repeat(10_000))).is(201);
        No.names(api.post(CLAIMS, filing.replace(said, "蓝".repeat(10_001))), "/statement", "TOO_LONG");
        No.names(api.post(CLAIMS, filing.replace(said, "   ")), "/statement", "BLANK");
        assertThat(Standing.ofOrder(api, order)).isOne();
    }

    @Test
    void two_hundred_lines_are_taken_and_one_more_is_too_many() {
        var line = "{\"quantity\": 0, \"problem\": \"EXTRA_ITEM\"},";
        var filing = Shop.filing(order, 1);
        api.post(CLAIMS, filing.replace("\"lines\": [", "\"lines\": [" + line.repeat(199)))
                .is(201);
        No.names(
                api.post(CLAIMS, filing.replace("\"lines\": [", "\"lines\": [" + line.repeat(200))),
                "/lines",
                "WRONG_COUNT");
        assertThat(Standing.ofOrder(api, order)).isOne();
    }

    @Test
    void a_blank_order_number_is_none() {
        var blank = Shop.filing(" ", 1);
        No.names(api.post(CLAIMS, blank), "/orderNumber", "MISSING");
        var call = api.post(CLAIMS, blank.replace("\"API\"", "\"PHONE\"")).is(201);
        assertThat(api.get(CLAIMS + "/" + call.text("/id"))
                        .body()
                        .at("/orderNumber")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acceptance | {\"note\": 5} | /note NOT_TEXT",
                "acceptance | {\"reason\": \"x\"} | /reason UNKNOWN_FIELD",
                "rejection | {} | /reason MISSING",
                "rejection | {\"reason\": \" \"} | /reason BLANK",
                "rejection | {\"reason\": \"\\udfff\"} | /reason BAD_CHARACTER",
                "information-request | {\"what\": [], \"message\": null} | /message MISSING",
                "information-request | {\"what\": \"ITEM\", \"message\": \"x\"} | /what NOT_AN_ARRAY",
                "information-request | {\"what\": [5], \"message\": \"x\"} | /what/0 NOT_TEXT",
                "information-request | {\"what\": [\"\\u0000\"], \"message\": \"x\"} | /what/0 NOT_TEXT",
                "information | {\"message\": \"\"} | /message BLANK",
                "cause | {\"code\": \"WH-99\"} | /code NOT_A_CHOICE",
                "cause | {\"code\": \"WH_01\"} | /code NOT_A_CHOICE",
                "cause | {\"note\": \"x\"} | /code MISSING",
                "offers | {} | /remedies MISSING",
                "offers | {\"remedies\": []} | /remedies WRONG_COUNT",
                "offers | {\"remedies\": {}} | /remedies NOT_AN_ARRAY",
                "offers | {\"remedies\": [{\"kind\": \"GIFT\"}]} | /remedies/0/kind NOT_A_CHOICE",
                "offers | {\"remedies\": [{}]} | /remedies/0/kind MISSING",
                "offers | {\"optionId\": \"x\", \"remedies\": [{\"kind\": \"KEEP_ITEM\"}]} | /remedies UNKNOWN_FIELD",
                "offers | {\"optionId\": \"nobody-offered-this\"} | /optionId NOT_A_CHOICE",
                "satisfaction | {\"score\": 0} | /score OUT_OF_RANGE",
                "satisfaction | {\"score\": 6} | /score OUT_OF_RANGE",
                "satisfaction | {\"score\": 4.5} | /score NOT_A_WHOLE_NUMBER",
                "satisfaction | {\"score\": \"5\"} | /score NOT_A_WHOLE_NUMBER",
                "satisfaction | {} | /score MISSING",
                "closure | {\"reason\": \"x\"} | /reason UNKNOWN_FIELD",
                "assignment | {\"account\": \"me\"} | /account NOT_AN_ID",
                "assignment | {\"account\": \"0195f000-0000-7000-8000-000000000000\"} | /account NOT_A_CHOICE",
                "escalation | {\"reason\": []} | /reason NOT_TEXT"
            })
    void what_is_wrong_with_a_step_is_named_before_the_state_is_looked_at(String step, String body, String expected) {
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        var at = expected.indexOf(' ');
        No.names(
                api.post(CLAIMS + "/" + claim + "/" + step, body),
                expected.substring(0, at),
                expected.substring(at + 1));
        before.still(api, claim);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\": \"12.505\", \"currency\": \"GBP\"} | /remedies/0/amount/amount NOT_AN_AMOUNT",
                "{\"amount\": \"-1\", \"currency\": \"GBP\"} | /remedies/0/amount/amount NOT_AN_AMOUNT",
                "{\"amount\": \"1e1\", \"currency\": \"GBP\"} | /remedies/0/amount/amount NOT_AN_AMOUNT",
                "{\"amount\": \"99999999999999\", \"currency\": \"GBP\"} | /remedies/0/amount/amount NOT_AN_AMOUNT",
                "{\"amount\": 12.50, \"currency\": \"GBP\"} | /remedies/0/amount/amount NOT_TEXT",
                "{\"amount\": \"12.50\", \"currency\": \"XXX\"} | /remedies/0/amount/currency NOT_A_CURRENCY",
                "{\"amount\": \"12.50\", \"currency\": \"gbp\"} | /remedies/0/amount/currency NOT_A_CURRENCY",
                "{\"amount\": \"12.50\", \"currency\": \"EUR\"} | /remedies/0/amount/currency REMEDY_CURRENCY",
                "{\"amount\": \"0\", \"currency\": \"GBP\"} | /remedies/0/amount REMEDY_AMOUNT_NEEDED",
                "{\"amount\": \"12.50\"} | /remedies/0/amount/currency MISSING",
                "null | /remedies/0/amount REMEDY_AMOUNT_NEEDED",
                "\"12.50 GBP\" | /remedies/0/amount NOT_AN_OBJECT"
            })
    void an_offer_of_money_that_is_none_is_refused(String amount, String expected) {
        var claim = accepted(1);
        var before = Standing.of(api, claim);
        var at = expected.indexOf(' ');
        No.names(
                api.post(
                        CLAIMS + "/" + claim + "/offers",
                        "{\"remedies\": [{\"kind\": \"REFUND\", \"amount\": " + amount + "}]}"),
                expected.substring(0, at),
                expected.substring(at + 1));
        before.still(api, claim);
    }

    private String accepted(int units) {
        var claim = shop.claim(order, units);
        api.post(CLAIMS + "/" + claim + "/acceptance").is(200);
        return claim;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"kind\": \"RESHIP\"}] | 422",
                "[{\"kind\": \"RESHIP\", \"lines\": [{\"sku\": \"STORY-MUG-RED\", \"quantity\": 0}]}] | 422",
                "[{\"kind\": \"RESHIP\", \"lines\": [{\"sku\": \"STORY-MUG-RED\", \"quantity\": 2}]}] | 422",
                "[{\"kind\": \"RESHIP\", \"lines\": [{\"sku\": \"STORY-MUG-BLU\", \"quantity\": 1}]}] | 422",
                "[{\"kind\": \"RESHIP\", \"lines\": [{\"sku\": \"NEVER-SOLD\", \"quantity\": 1}]}] | 422",
                "[{\"kind\": \"RESHIP\", \"lines\": [{\"sku\": \"STORY-MUG-RED\", \"quantity\": 1}], \"amount\": {\"amount\": \"1\", \"currency\": \"GBP\"}}] | 422",
                "[{\"kind\": \"RESHIP\", \"lines\": [{\"sku\": \"STORY-MUG-RED\", \"quantity\": 1}]}, {\"kind\": \"RESHIP\", \"lines\": [{\"sku\": \"STORY-MUG-RED\", \"quantity\": 1}]}] | 422",
                "[{\"kind\": \"RESHIP\", \"lines\": [{\"sku\": \"STORY-MUG-RED\", \"quantity\": 1}]}, {\"kind\": \"REFUND\", \"amount\": {\"amount\": \"12.50\", \"currency\": \"GBP\"}, \"lines\": [{\"sku\": \"STORY-MUG-RED\", \"quantity\": 1}]}] | 422",
                "[{\"kind\": \"KEEP_ITEM\"}] | 409",
                "[{\"kind\": \"RETURN_LABEL\"}] | 409"
            })
    void an_offer_that_gives_too_much_or_too_little_is_refused(String remedies, int status) {
        var claim = accepted(1);
        var before = Standing.of(api, claim);
        var answer = api.post(CLAIMS + "/" + claim + "/offers", "{\"remedies\": " + remedies + "}");
        No.says(answer, status, answer.text("/code"));
        before.still(api, claim);
    }

    @Test
    void a_wish_in_no_exact_money_does_not_lower_what_is_owed() {
        var claim = accepted(1);
        for (var wish : List.of("{\"amount\": \"1.00\", \"currency\": \"EUR\"}", "null")) {
            var offer = api.post(CLAIMS + "/" + claim + "/offers", Shop.refund("12.50", 1))
                    .is(201)
                    .text("/id");
            api.post(
                            CLAIMS + "/" + claim + "/offers/" + offer + "/response",
                            "{\"decision\": \"COUNTER\", \"remedies\": [{\"kind\": \"REFUND\", \"amount\": " + wish
                                    + "}]}")
                    .is(200);
            api.get(CLAIMS + "/" + claim + "/remedy-options").is(200);
            var before = Standing.of(api, claim);
            No.says(
                    api.post(CLAIMS + "/" + claim + "/offers", "{\"remedies\": [{\"kind\": \"KEEP_ITEM\"}]}"),
                    409,
                    "REMEDY_BELOW_FLOOR");
            before.still(api, claim);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /decision MISSING",
                "{\"decision\": \"MAYBE\"} | /decision NOT_A_CHOICE",
                "{\"decision\": \"COUNTER\", \"remedies\": [{\"kind\": \"MOON\"}]} | /remedies/0/kind NOT_A_CHOICE",
                "{\"decision\": \"COUNTER\", \"remedies\": [{\"kind\": \"RESHIP\", \"lines\": [{\"sku\": \"A\", \"quantity\": 0}]}]} | /remedies/0/lines/0/quantity OUT_OF_RANGE",
                "{\"decision\": \"DECLINE\", \"note\": {}} | /note NOT_TEXT",
                "{\"decision\": \"ACCEPT\", \"optionId\": \"x\"} | /optionId UNKNOWN_FIELD"
            })
    void an_answer_to_an_offer_that_is_none_leaves_the_offer_open(String body, String expected) {
        var claim = shop.claim(order, 1);
        var offer = shop.offer(claim, "12.50", 1);
        var before = Standing.of(api, claim);
        var at = expected.indexOf(' ');
        No.names(
                api.post(CLAIMS + "/" + claim + "/offers/" + offer + "/response", body),
                expected.substring(0, at),
                expected.substring(at + 1));
        before.still(api, claim);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"99\"",
                "\"0\"",
                "W/\"7\"",
                "\"-1\"",
                "\"abc\"",
                "garbage",
                "\"99999999999999999999\"",
                "\"1\", \"2\""
            })
    void a_version_that_is_not_the_last_is_412(String seen) {
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        for (var step : List.of("acceptance", "escalation", "withdrawal", "assignment")) {
            No.says(api.post(CLAIMS + "/" + claim + "/" + step, "{}", "If-Match", seen), 412, "STALE");
        }
        No.says(api.post(CLAIMS + "/" + claim + "/rejection", "{\"reason\": \"x\"}", "If-Match", seen), 412, "STALE");
        var photo = Photographs.ofBarcode("9784872348880");
        var evidence = CLAIMS + "/" + claim + "/evidence";
        No.says(api.upload(evidence, "mug.png", photo, Map.of("kind", "ITEM"), "If-Match", seen), 412, "STALE");
        before.still(api, claim);
    }

    @Test
    void the_version_that_was_shown_is_the_one_to_send_back() {
        var claim = shop.claim(order, 1);
        var shown = api.get(CLAIMS + "/" + claim).header("ETag");
        assertThat(api.post(CLAIMS + "/" + claim + "/acceptance", "{}", "If-Match", shown)
                        .is(200)
                        .header("ETag"))
                .isEqualTo("\"2\"");
        No.says(api.post(CLAIMS + "/" + claim + "/withdrawal", "{}", "If-Match", shown), 412, "STALE");
    }

    @Test
    void a_claim_number_that_nobody_has_is_404_whether_it_checks_or_not() {
        var number = ClaimNumber.next(new Random(5));
        var wrong = (number.charAt(0) == 'A' ? 'B' : 'A') + number.substring(1);
        No.says(api.get(CLAIMS + "/" + number), 404, "NOT_FOUND");
        No.says(api.get(CLAIMS + "/" + wrong), 404, "NOT_FOUND");
        No.says(api.post(CLAIMS + "/" + number + "/acceptance"), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, /limit OUT_OF_RANGE",
        "limit=-1, /limit OUT_OF_RANGE",
        "limit=201, /limit OUT_OF_RANGE",
        "limit=abc, /limit NOT_A_CHOICE",
        "limit=99999999999, /limit NOT_A_CHOICE",
        "state=OPEN, /state NOT_A_CHOICE",
        "owedBy=ME, /owedBy NOT_A_CHOICE",
        "assignee=me, /assignee NOT_A_CHOICE",
        "sort=name, /sort NOT_A_CHOICE",
        "after=AAAA, /after NOT_A_PAGE",
        "after=%21, /after NOT_A_PAGE"
    })
    void a_list_that_cannot_be_is_refused_with_its_parameter(String query, String expected) {
        var at = expected.indexOf(' ');
        No.names(api.get(CLAIMS + "?" + query), expected.substring(0, at), expected.substring(at + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=dueAt"})
    void a_list_is_read_to_its_end_by_the_pages_it_names(String sort) {
        for (int i = 0; i < 3; i++) {
            shop.claim(order, 1);
        }
        var path = CLAIMS + "?order=" + order + sort + "&limit=2";
        var first = api.get(path).is(200).body();
        assertThat(first.at("/items").size()).isEqualTo(2);
        var rest =
                api.get(path + "&after=" + first.at("/next").asString()).is(200).body();
        assertThat(rest.at("/items").size()).isEqualTo(1);
        assertThat(rest.at("/next").isNull()).isTrue();
        assertThat(first.at("/items").values())
                .extracting(claim -> claim.at("/id").asString())
                .doesNotContain(rest.at("/items/0/id").asString())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "", "\t"})
    void an_idempotency_key_that_is_none_is_refused(String key) {
        for (var none : List.of(key, "k".repeat(256))) {
            No.names(api.post(CLAIMS, Shop.filing(order, 1), "Idempotency-Key", none), "", "IDEMPOTENCY_KEY_INVALID");
        }
        assertThat(Standing.ofOrder(api, order)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", ";;;", "zh-CN;q=abc", "x-klingon", "-", "zh-Hant-TW, en;q=0.1", "en;q=2"})
    void a_language_nobody_knows_is_answered_in_one_of_ours(String language) {
        var claim = shop.claim(order, 1);
        var answer = api.send("POST", CLAIMS + "/" + claim + "/closure", new byte[0], "Accept-Language", language);
        No.says(answer, 409, "NOT_NOW");
        assertThat(answer.header("Content-Language")).isIn("en", "zh-CN");
    }

    @Test
    void a_form_that_lacks_its_file_or_does_not_say_what_it_shows_is_told_so() {
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        var evidence = CLAIMS + "/" + claim + "/evidence";
        var photo = Photographs.ofBarcode("9784872348880");
        No.names(form(evidence, field("kind", "ITEM")), "/file", "MISSING");
        No.names(form("/api/v1/uploads", field("kind", "ITEM")), "/file", "REQUIRED");
        No.names(api.upload(evidence, "mug.png", photo, Map.of()), "/kind", "MISSING");
        No.names(api.upload(evidence, "mug.png", photo, Map.of("kind", "SELFIE")), "/kind", "NOT_A_CHOICE");
        No.names(api.upload(evidence, "mug.png", new byte[0], Map.of("kind", "ITEM")), "/file", "EMPTY_FILE");
        No.names(form(evidence, field("file", "text and no file"), field("kind", "ITEM")), "/file", "MISSING");
        No.says(
                api.send(
                        "POST",
                        evidence,
                        "--parts\r\nContent-Dispo".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "multipart/form-data; boundary=parts"),
                400,
                "MALFORMED_UPLOAD");
        before.still(api, claim);
    }

    private static String field(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value);
    }

    private Api.Answer form(String path, String... parts) {
        var body = String.join("", parts) + "--" + BOUNDARY + "--\r\n";
        return api.send(
                "POST",
                path,
                body.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "C:\\photos\\mug.png",
                "mug.png; rm -rf",
                "",
                ".",
                "con",
                "蓝色杯子.png",
                "a\u0007b.png",
                "\u202egnp.exe"
            })
    void a_file_is_taken_whatever_it_is_called(String name) {
        var claim = shop.claim(order, 1);
        var photo = Photographs.ofBarcode("9784872348880");
        var answer = api.upload(CLAIMS + "/" + claim + "/evidence", name, photo, Map.of("kind", "ITEM"));
        if (answer.status() >= 400) {
            No.says(answer, 422, answer.text("/code"));
        } else {
            assertThat(answer.is(201).text("/mediaType")).isEqualTo("image/png");
            assertThat(answer.text("/kind")).isEqualTo("ITEM");
        }
    }

    @Test
    void an_order_that_adds_up_to_more_than_a_number_holds_is_refused() {
        var lines = new StringBuilder();
        for (int i = 1; i <= 12; i++) {
            lines.append(i == 1 ? "" : ",").append("""
                    {"lineNumber": %d, "sku": "DEAR", "quantity": 1000000,
                     "unitPrice": {"amount": "10000000000.00", "currency": "GBP"}}""".formatted(i));
        }
        var number = order + "-DEAR";
        var answer = api.put("/api/v1/orders/" + number, """
                {"shop": "story", "placedAt": "2026-11-20T10:00:00Z", "currency": "GBP",
                 "customer": {"name": "Ada"}, "shipTo": {}, "lines": [%s]}""".formatted(lines));
        No.names(answer, "/lines/0/unitPrice", "AMOUNT_TOO_LARGE");
        No.says(api.get("/api/v1/orders/" + number), 404, "NOT_FOUND");
    }
}
