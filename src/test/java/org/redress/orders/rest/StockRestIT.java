package org.redress.orders.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.testing.Api;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Stock as the merchant's systems report it. */
@RedressTest
class StockRestIT {
    @LocalServerPort
    int port;

    @Autowired
    ApiKeys keys;

    @Autowired
    Merchants merchants;

    private Api api;
    private final String sku = "S-" + UUID.randomUUID();
    private final String stock = "/api/v1/stock/" + sku;

    @BeforeEach
    void open() {
        api = own(Role.INTEGRATOR);
    }

    private Api own(Role role) {
        return Api.sample(port).withKey(keys.create(OwnMerchant.found(merchants), "Warehouse 1", Set.of(role)));
    }

    private static String report(int units, Instant at) {
        return "{\"units\":%d,\"reportedAt\":\"%s\"}".formatted(units, at);
    }

    @Test
    void a_report_is_put_and_read_back_with_its_time_and_whose_it_is_and_may_be_sent_again() {
        var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var put = api.put(stock, "{\"units\":7}").is(200);
        assertThat(put.text("/units")).isEqualTo("7");
        assertThat(put.text("/source")).isEqualTo("Warehouse 1");
        assertThat(Instant.parse(put.text("/reportedAt"))).isBetween(before, Instant.now());
        assertThat(Instant.parse(put.text("/usableUntil")))
                .isEqualTo(Instant.parse(put.text("/reportedAt")).plus(24, ChronoUnit.HOURS));
        var read = api.get(stock).is(200);
        assertThat(read.body()).isEqualTo(put.body());
        assertThat(api.put(stock, read.body().toString()).is(200).body()).isEqualTo(read.body());
    }

    @Test
    void what_nobody_reported_is_absent_and_not_zero() {
        api.get(stock).is(404);
        assertThat(api.put(stock, "{\"units\":0}").is(200).text("/units")).isEqualTo("0");
        api.get(stock).is(200);
    }

    @Test
    void a_report_that_is_older_than_what_is_known_changes_nothing() {
        var now = Instant.now();
        api.put(stock, report(5, now.minusSeconds(60))).is(200);
        assertThat(api.put(stock, report(9, now.minusSeconds(120))).is(200).text("/units"))
                .isEqualTo("5");
        assertThat(api.put(stock, report(3, now.minusSeconds(30))).is(200).text("/units"))
                .isEqualTo("3");
        assertThat(api.get(stock).is(200).text("/units")).isEqualTo("3");
    }

    @Test
    void many_are_reported_at_once_and_of_two_reports_of_an_article_the_later_counts() {
        var now = Instant.now();
        var batch = """
                {"stock":[{"sku":"%1$s","units":4,"reportedAt":"%2$s","source":"Leeds"},
                          {"sku":"%1$s","units":8,"reportedAt":"%3$s"},
                          {"sku":"%1$s-2","units":1000000}]}""".formatted(sku, now.minusSeconds(10), now.minusSeconds(20));
        var answer = api.post("/api/v1/stock", batch).is(200);
        assertThat(answer.body().at("/stock")).hasSize(2);
        assertThat(api.get(stock).is(200).text("/units")).isEqualTo("4");
        assertThat(api.get(stock).is(200).text("/source")).isEqualTo("Leeds");
        assertThat(api.get(stock + "-2").is(200).text("/units")).isEqualTo("1000000");
    }

    @Test
    void one_at_fault_in_a_batch_is_named_and_nothing_is_written() {
        var answer = api.post(
                        "/api/v1/stock",
                        "{\"stock\":[{\"sku\":\"%s\",\"units\":1},{\"sku\":\"b\",\"units\":-1},{\"units\":1}]}"
                                .formatted(sku))
                .is(422);
        assertThat(answer.body().at("/errors"))
                .extracting(fault -> fault.at("/pointer").asString() + " "
                        + fault.at("/code").asString())
                .containsExactly("/stock/1/units OUT_OF_RANGE", "/stock/2/sku MISSING");
        api.get(stock).is(404);
        var tooMany = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> "{\"sku\":\"%s-%d\",\"units\":1}".formatted(sku, i))
                .collect(Collectors.joining(",", "{\"stock\":[", "]}"));
        api.post("/api/v1/stock", tooMany).is(422);
        api.post("/api/v1/stock", "{\"stock\":[]}").is(422);
        api.get(stock + "-1").is(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /units MISSING",
                "{\"units\":-1} | /units OUT_OF_RANGE",
                "{\"units\":1000001} | /units OUT_OF_RANGE",
                "{\"units\":1.5} | /units NOT_A_WHOLE_NUMBER",
                "{\"units\":\"7\"} | /units NOT_A_WHOLE_NUMBER",
                "{\"units\":1,\"reportedAt\":\"2999-01-01T00:00:00Z\"} | /reportedAt IN_FUTURE",
                "{\"units\":1,\"reportedAt\":\"today\"} | /reportedAt NOT_A_TIME",
                "{\"units\":1,\"source\":\" \"} | /source BLANK",
                "{\"units\":1,\"source\":\"a\\u0000\"} | /source BAD_CHARACTER",
                "{\"units\":1,\"sku\":\"other\"} | /sku ANOTHER_ADDRESS",
                "{\"units\":1,\"colour\":1} | /colour UNKNOWN_FIELD"
            })
    void what_is_at_fault_is_named_and_nothing_is_written(String body, String expected) {
        var answer = api.put(stock, body).is(422);
        assertThat(answer.body().at("/errors"))
                .extracting(fault -> fault.at("/pointer").asString() + " "
                        + fault.at("/code").asString())
                .contains(expected);
        api.get(stock).is(404);
    }

    @Test
    void another_merchant_has_stock_of_its_own_and_an_agent_only_reads() {
        api.put(stock, "{\"units\":7}").is(200);
        var other = own(Role.INTEGRATOR);
        other.get(stock).is(404);
        assertThat(other.put(stock, "{\"units\":2}").is(200).text("/units")).isEqualTo("2");
        assertThat(api.get(stock).is(200).text("/units")).isEqualTo("7");
        var agent = own(Role.AGENT);
        agent.get(stock).is(404);
        agent.put(stock, "{\"units\":2}").is(403);
        agent.post("/api/v1/stock", "{\"stock\":[{\"sku\":\"%s\",\"units\":1}]}".formatted(sku))
                .is(403);
    }
}
