package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.ApiKeys;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.kernel.MerchantId;
import org.redress.testing.Api;
import org.redress.testing.Photographs;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Hostile requests at every endpoint of the REST contract, found where Spring keeps them, so that a new endpoint is
 * covered by being there. Whatever a client sends, it is answered with a clear no and nothing has changed.
 */
@RedressTest
class EveryEndpointStory {
    private static final String JSON = "application/json";
    private static final byte[] NOTHING = new byte[0];
    private static final Integer[] CLEAR = {400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 429};

    /** Every field of a body in contract.md. */
    private static final List<String> FIELDS = List.of(
            "account",
            "channel",
            "code",
            "comment",
            "contact",
            "counted",
            "currency",
            "customer",
            "decision",
            "demand",
            "discoveredAt",
            "evidence",
            "grams",
            "gtin",
            "id",
            "lines",
            "message",
            "name",
            "note",
            "optionId",
            "orderNumber",
            "payments",
            "placedAt",
            "present",
            "previousContact",
            "price",
            "quantity",
            "question",
            "reason",
            "remedies",
            "score",
            "shipTo",
            "sku",
            "slot",
            "statement",
            "text",
            "weightGrams",
            "what");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    private Api api;
    private Shop shop;
    private final List<String> faults = new ArrayList<>();
    private final String order = "EVERY-" + UUID.randomUUID();

    /** One method of one address. */
    private record Endpoint(String method, String pattern, boolean readsJson, Set<Role> roles) {
        static Stream<Endpoint> of(RequestMappingInfo mapping, HandlerMethod handler) {
            var json = Arrays.stream(handler.getMethodParameters())
                            .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                    || mapping.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.APPLICATION_JSON);
            var roles =
                    Stream.ofNullable(roles(handler)).flatMap(Arrays::stream).collect(Collectors.toSet());
            return mapping.getPatternValues().stream()
                    .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                            .map(method -> new Endpoint(method.name(), pattern, json, roles)));
        }

        private static Role @Nullable [] roles(HandlerMethod handler) {
            var ofMethod = handler.getMethodAnnotation(Requires.class);
            var required = ofMethod == null ? handler.getBeanType().getAnnotation(Requires.class) : ofMethod;
            return required == null ? null : required.value();
        }

        Optional<Role> roleThatIsNotEnough() {
            return Arrays.stream(Role.values())
                    .filter(role -> !roles.contains(role))
                    .findFirst();
        }

        boolean isRest() {
            return pattern.startsWith("/epcis/v2/")
                    || (pattern.startsWith("/api/v1/") && !pattern.startsWith("/api/v1/probe"));
        }

        boolean hasName() {
            return pattern.contains("{");
        }

        /** With the first name of the address filled in, and the others with what never was. */
        String path(String first) {
            return pattern.replaceFirst("\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(first))
                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeEach
    void open() {
        api = Api.sample(port);
        shop = new Shop(api);
    }

    private List<Endpoint> endpoints() {
        var all = handlers.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> Endpoint.of(entry.getKey(), entry.getValue()))
                .filter(Endpoint::isRest)
                .sorted(Comparator.comparing(Endpoint::toString))
                .toList();
        assertThat(all).hasSizeGreaterThan(25);
        return all;
    }

    /** What an address names first. */
    private String named(Endpoint endpoint, String claim) {
        if (endpoint.pattern().startsWith("/api/v1/orders/")) {
            return order + "-ABSENT";
        }
        return endpoint.pattern().startsWith("/api/v1/products/") ? order + "-SKU" : claim;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Bodies that say nothing to anybody, by name. */
    private static SequencedMap<String, byte[]> unreadable() {
        var bodies = new LinkedHashMap<String, byte[]>();
        Stream.of(
                        "{",
                        "}",
                        "nul",
                        "{}x",
                        "{} {}",
                        "{'a':1}",
                        "{\"a\":1,\"a\":2}",
                        "{\"a\":NaN}",
                        "{\"a\":01}",
                        "<a/>",
                        "a=1",
                        "{\"a\":\"\n\"}",
                        "{\"a\":\"\\x\"}",
                        "{\"a\":\"\\u12\"}",
                        "/* */{}")
                .forEach(text -> bodies.put(text, bytes(text)));
        bodies.put("only a NUL", new byte[] {0});
        bodies.put("half a character", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '"', '}'});
        bodies.put("half a surrogate pair in UTF-8", new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'});
        bodies.put("nested deeper than anybody reads", bytes("[".repeat(100_000)));
        bodies.put("objects nested as deep", bytes("{\"a\":".repeat(20_000)));
        bodies.put("a number of 2,000 digits", bytes("{\"a\":" + "9".repeat(2_000) + "}"));
        bodies.put("a name of 60,000 letters", bytes("{\"" + "a".repeat(60_000) + "\":1}"));
        return bodies;
    }

    /** JSON, but not a body of this contract. */
    private static SequencedMap<String, byte[]> misshapen() {
        var bodies = new LinkedHashMap<String, byte[]>();
        Stream.of(
                        "null",
                        "[]",
                        "[{}]",
                        "\"text\"",
                        "1",
                        "true",
                        "{\"unheardOf\":1}",
                        "{\"\":1}",
                        "{\"\\u0000\":1}",
                        "{\"\\ud800\":1}",
                        "{\"~/a\":{\"b\":[]}}",
                        "{\"a\":1e400}",
                        "{\"__proto__\":{}}",
                        "\"\\udc00\"")
                .forEach(text -> bodies.put(text, bytes(text)));
        bodies.put("99 nested objects", bytes("{\"a\":".repeat(99) + "1" + "}".repeat(99)));
        return bodies;
    }

    /** Values that few fields take, or none. */
    private static List<String> values() {
        return List.of(
                "null",
                "true",
                "-1",
                "0",
                "4.5",
                "1e1",
                "1e400",
                "99999999999999999999",
                "\"\"",
                "\"  \"",
                "\"a\\u0000b\"",
                "\"\\ud800\"",
                "\"" + "x".repeat(10_001) + "\"",
                "\"2026-13-45\"",
                "\"-1\"",
                "[]",
                "[null]",
                "[[]]",
                "[{}]",
                "{}",
                "{\"amount\":\"-1\",\"currency\":\"XXX\"}",
                "[" + "{},".repeat(200) + "{}]",
                "{\"sku\":{\"sku\":{}}}",
                "\"../../etc/passwd\"");
    }

    /** Notes what is wrong with an answer that should be a clear no of one of these kinds. */
    private void refused(String as, Api.Answer answer, Integer... statuses) {
        if (!List.of(statuses).contains(answer.status())) {
            faults.add(as + " was answered " + answer.status() + " " + answer.body());
        } else if (!isClear(answer)) {
            faults.add(as + " was refused without saying why: " + answer);
        }
    }

    private void neverAFault(String as, Api.Answer answer) {
        if (answer.status() >= 400) {
            refused(as, answer, CLEAR);
        }
    }

    private static boolean isClear(Api.Answer answer) {
        return answer.header("Content-Type").startsWith("application/problem+json")
                && answer.text("/status").equals(Integer.toString(answer.status()))
                && answer.text("/type").startsWith("/problems/")
                && !answer.text("/title").isBlank()
                && !answer.text("/detail").isBlank();
    }

    @AfterEach
    void no_answer_was_at_fault() {
        assertThat(faults).isEmpty();
    }

    @Test
    void a_body_that_cannot_be_read_or_is_none_of_ours_is_refused_and_nothing_changes() {
        shop.order(order);
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        for (var endpoint : endpoints()) {
            if (endpoint.readsJson()) {
                var path = endpoint.path(named(endpoint, claim));
                unreadable().forEach((name, body) -> {
                    var answer = api.send(endpoint.method(), path, body, "Content-Type", JSON);
                    var as = endpoint + " with " + name;
                    refused(as, answer, 400, 404, 422);
                });
                misshapen().forEach((name, body) -> {
                    var answer = api.send(endpoint.method(), path, body, "Content-Type", JSON);
                    var as = endpoint + " with " + name;
                    refused(as, answer, 422, 404, 400);
                });
            }
        }
        assertThat(Standing.of(api, claim)).isEqualTo(before);
    }

    @Test
    void any_value_in_any_field_is_taken_or_refused_and_never_a_fault() {
        shop.order(order);
        var claim = shop.claim(order, 1);

        for (var endpoint : endpoints()) {
            if (endpoint.readsJson()) {
                var path = endpoint.path(named(endpoint, claim));
                for (var value : values()) {
                    var body = FIELDS.stream()
                            .map(field -> "\"" + field + "\":" + value)
                            .collect(Collectors.joining(",", "{", "}"));
                    var answer = api.send(endpoint.method(), path, bytes(body), "Content-Type", JSON);
                    refused(endpoint + " with everywhere " + shortened(value), answer, 422, 404, 400);
                }
                for (var field : FIELDS) {
                    for (var value : List.of("\"x\"", "1", "[{}]")) {
                        var body = "{\"" + field + "\":" + value + "}";
                        var answer = api.send(endpoint.method(), path, bytes(body), "Content-Type", JSON);
                        neverAFault(endpoint + " with " + body, answer);
                    }
                }
            }
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }

    @Test
    void a_body_of_another_type_is_415() {
        shop.order(order);
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        var types = List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "text/json",
                "multipart/form-data",
                "multipart/form-data; boundary=\"",
                "garbage",
                "application/",
                "*/*",
                "application/json;charset=bogus",
                "application/json; charset=",
                ";",
                "application/vnd.api");
        for (var endpoint : endpoints()) {
            if (!endpoint.method().equals("GET")) {
                for (var type : types) {
                    var path = endpoint.path(named(endpoint, claim));
                    var answer = api.send(endpoint.method(), path, bytes("{\"unheardOf\":1}"), "Content-Type", type);
                    refused(endpoint + " as " + type, answer, 415, 400, 404, 422);
                }
            }
        }
        assertThat(Standing.of(api, claim)).isEqualTo(before);
    }

    @Test
    void who_accepts_nothing_that_we_say_is_told_so_before_anything_happens() {
        shop.order(order);
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        for (var endpoint : endpoints()) {
            for (var accept : List.of("application/xml", "image/gif", "text/html", "application/json;q=0, */*")) {
                var answer = api.send(
                        endpoint.method(),
                        endpoint.path(named(endpoint, claim)),
                        bytes("{}"),
                        "Content-Type",
                        JSON,
                        "Accept",
                        accept);
                refused(endpoint + " for " + accept, answer, 406);
            }
            for (var accept : List.of("garbage", "a/b/c", ";;", "*/*;q=x", "application/json;q=9")) {
                var answer = api.send("GET", endpoint.path(named(endpoint, claim)), NOTHING, "Accept", accept);
                neverAFault(endpoint + " for " + accept, answer);
            }
        }
        assertThat(Standing.of(api, claim)).isEqualTo(before);
    }

    @Test
    void another_method_is_405_and_names_those_that_are_open() {
        shop.order(order);
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        var all = endpoints();
        for (var endpoint : all) {
            var open = all.stream()
                    .filter(other -> other.pattern().equals(endpoint.pattern()))
                    .map(Endpoint::method)
                    .collect(Collectors.toCollection(TreeSet::new));
            var path = endpoint.path(named(endpoint, claim));
            for (var method : List.of("DELETE", "PATCH", "PUT", "POST", "GET")) {
                if (!open.contains(method)) {
                    var answer = api.send(method, path, NOTHING);
                    refused(method + " " + path, answer, 405);
                    assertThat(answer.header("Allow")).contains(open.first());
                }
            }
            for (var method : List.of("HEAD", "OPTIONS", "TRACE", "PROPFIND", "get")) {
                var status = api.send(method, path, NOTHING).status();
                assertThat(status).as(method + " " + path).isIn(200, 400, 404, 405, 501);
            }
        }
        assertThat(Standing.of(api, claim)).isEqualTo(before);
    }

    @Test
    void a_name_that_never_was_is_404_whatever_it_looks_like() {
        var names = List.of(
                UUID.randomUUID().toString(),
                "0",
                "-1",
                "not-an-id",
                "%00",
                "%ED%A0%80",
                "%C3",
                "%27%20OR%201=1--",
                "%F0%9F%98%80",
                "AAAA-AAAA",
                "x".repeat(3_000),
                "..%2F..",
                "%2e%2e",
                "a;b=c",
                "%0d%0aX:1",
                "*",
                "%7Bid%7D");
        for (var endpoint : endpoints()) {
            if (endpoint.hasName()) {
                for (var name : names) {
                    var as = endpoint + " named " + shortened(name);
                    var answer = api.send(endpoint.method(), endpoint.path(name), bytes("{}"), "Content-Type", JSON);
                    if (endpoint.method().equals("PUT")) {
                        neverAFault(as, answer);
                    } else {
                        refused(as, answer, 400, 404, 415, 422);
                    }
                }
            }
        }
    }

    @Test
    void a_query_that_makes_no_sense_is_refused_or_ignored_and_never_a_fault() {
        shop.order(order);
        var claim = shop.claim(order, 1);
        var parameters = List.of("limit", "after", "state", "assignee", "owedBy", "order", "q", "sort", "lang");
        var values = List.of(
                "",
                "0",
                "-1",
                "201",
                "abc",
                "99999999999",
                "%00",
                "%ED%A0%80",
                "%C3",
                "%25%27%22%5C",
                "x".repeat(4_000),
                "AAAA",
                "KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaIDAxOTAwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMA",
                "a&limit=b");
        for (var endpoint : endpoints()) {
            if (endpoint.method().equals("GET")) {
                for (var parameter : parameters) {
                    for (var value : values) {
                        var path = endpoint.path(named(endpoint, claim)) + "?" + parameter + "=" + value;
                        neverAFault(shortened(path), raw(path));
                    }
                }
            }
        }
    }

    private Api.Answer raw(String path) {
        return api.send("GET", path, NOTHING);
    }

    @Test
    void without_a_key_nothing_is_told_and_without_the_role_nothing_is_done() {
        shop.order(order);
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        for (var endpoint : endpoints()) {
            var path = endpoint.path(named(endpoint, claim));
            for (var key : List.of("", "x", "demo-key2", "Bearer demo-key", "clé", "x".repeat(3_000))) {
                var answer = api.send(
                        endpoint.method(), path, bytes("{}"), "Content-Type", JSON, "Authorization", "Bearer " + key);
                refused(endpoint + " with the key " + shortened(key), answer, 401);
            }
        }
        assertThat(Standing.of(api, claim)).isEqualTo(before);
    }

    @Test
    void a_key_without_the_role_is_403_before_its_body_is_read() {
        shop.order(order);
        var claim = shop.claim(order, 1);
        var before = Standing.of(api, claim);
        var demo = merchants.bySlug("demo").orElseThrow().id();
        var weak = Arrays.stream(Role.values())
                .collect(Collectors.toMap(role -> role, role -> api.withKey(keys.create(demo, "weak", Set.of(role)))));
        int tried = 0;
        for (var endpoint : endpoints()) {
            var role = endpoint.roleThatIsNotEnough();
            if (role.isPresent()) {
                tried++;
                var key = Objects.requireNonNull(weak.get(role.get()));
                var path = endpoint.path(named(endpoint, claim));
                var isForm = endpoint.method().equals("POST") && !endpoint.readsJson();
                var answer = isForm
                        ? key.upload(path, "a.png", bytes("no picture"), Map.of("kind", "NONE"))
                        : key.send(endpoint.method(), path, bytes("{"), "Content-Type", JSON);
                refused(endpoint + " as " + role.get(), answer, 403);
            }
        }
        assertThat(tried).isGreaterThan(5);

        var steps = new LinkedHashMap<String, String>();
        steps.put("acceptance", "{}");
        steps.put("rejection", "{\"reason\": \"x\"}");
        steps.put("rejection/review", "{\"decision\": \"CONFIRM\"}");
        steps.put("information-request", "{\"what\": [], \"message\": \"x\"}");
        steps.put("information", "{\"message\": \"x\"}");
        steps.put("cause", "{\"code\": \"WH-04\"}");
        steps.put("offers", Shop.refund("12.50", 1));
        steps.put("satisfaction", "{\"score\": 5}");
        steps.put("messages", "{\"text\": \"x\"}");
        Stream.of("escalation", "appeal", "closure", "withdrawal", "reopening", "assignment")
                .forEach(step -> steps.put(step, "{}"));
        var admin = Objects.requireNonNull(weak.get(Role.ADMIN));
        steps.forEach((step, body) ->
                refused(step + " as ADMIN", admin.post("/api/v1/claims/" + claim + "/" + step, body), 403));
        before.still(api, claim);
    }

    @Test
    void to_another_merchant_everything_of_mine_is_as_absent_as_what_never_was() {
        shop.order(order);
        var claim = shop.claim(order, 1);
        var number = api.get("/api/v1/claims/" + claim).text("/number");
        var before = Standing.of(api, claim);
        var id = new MerchantId(UUID.randomUUID());
        merchants.found(new Merchant(
                id,
                "m" + id.toString().replace("-", ""),
                "Other",
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                Currency.getInstance("GBP")));
        var other = api.withKey(keys.create(id, "all", Set.of(Role.values())));
        for (var endpoint : endpoints()) {
            if (endpoint.hasName() && !endpoint.method().equals("PUT")) {
                for (var name : List.of(claim, number, order, "STORY-MUG-RED")) {
                    var answer = endpoint.pattern().endsWith("/evidence")
                            ? other.upload(
                                    endpoint.path(name),
                                    "a.png",
                                    Photographs.ofBarcode("9784872348880"),
                                    Map.of("kind", "ITEM"))
                            : other.send(endpoint.method(), endpoint.path(name), bytes("{}"), "Content-Type", JSON);
                    refused(endpoint + " of " + name, answer, 404);
                }
            }
        }
        assertThat(other.get("/api/v1/claims").is(200).body().at("/items").size())
                .isZero();
        assertThat(other.get("/api/v1/claims?q=" + number)
                        .is(200)
                        .body()
                        .at("/items")
                        .size())
                .isZero();
        before.still(api, claim);
    }
}
