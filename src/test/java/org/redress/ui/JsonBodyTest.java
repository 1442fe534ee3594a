package org.redress.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.kernel.Money;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import tools.jackson.databind.json.JsonMapper;

class JsonBodyTest {
    private static final Currency GBP = Currency.getInstance("GBP");

    private enum Colour {
        RED,
        BLUE
    }

    @Test
    void a_sound_body_is_read_into_values() {
        var body = body("""
                {"name":"Mug","count":3,"gift":true,"at":"2026-03-01T12:30:00+01:00","colour":"BLUE",
                 "price":{"amount":"12.5","currency":"GBP"},"sku":"MUG-1","tags":["a","b"],"lines":[{"n":1},{"n":2}]}""");
        assertThat(body.text("name", 10)).isEqualTo("Mug");
        assertThat(body.number("count", 1, 3)).isEqualTo(3);
        assertThat(body.flag("gift", false)).isTrue();
        assertThat(body.instant("at")).isEqualTo(Instant.parse("2026-03-01T11:30:00Z"));
        assertThat(body.choice("colour", Colour.class)).isEqualTo(Colour.BLUE);
        assertThat(body.money("price", GBP)).isEqualTo(new Money(1250, GBP));
        assertThat(body.sku("sku")).isEqualTo(new Sku("MUG-1"));
        assertThat(body.texts("tags", 0, 5, 10)).containsExactly("a", "b");
        assertThat(body.objects("lines", 1, 5))
                .extracting(line -> line.number("n", 1, 9))
                .containsExactly(1, 2);
        assertThatCode(body::done).doesNotThrowAnyException();
    }

    @Test
    void absent_and_null_are_the_same() {
        var body = body("{\"note\":null}");
        assertThat(body.textOrNull("note", 10)).isNull();
        assertThat(body.numberOrNull("count", 0, 9)).isNull();
        assertThat(body.moneyOrNull("price")).isNull();
        assertThat(body.objectOrNull("customer")).isNull();
        assertThat(body.objects("lines", 0, 9)).isEmpty();
        assertThatCode(body::done).doesNotThrowAnyException();
    }

    @Test
    void all_faults_are_told_at_once_each_with_its_place() {
        var faults = faults("{\"lines\":[{\"quantity\":1},{\"quantity\":0,\"a/b~c\":1}]}", body -> {
            body.text("shop", 10);
            body.objects("lines", 1, 9).forEach(line -> line.number("quantity", 1, 9));
        });
        assertThat(faults)
                .extracting(Refusal.Fault::pointer, Refusal.Fault::code)
                .containsExactly(
                        tuple("/shop", "MISSING"),
                        tuple("/lines/1/quantity", "OUT_OF_RANGE"),
                        tuple("/lines/1/a~1b~0c", "UNKNOWN_FIELD"));
    }

    @Test
    void an_open_object_lets_unknown_fields_pass() {
        var body = body("{\"shipTo\":{\"floor\":\"3\"}}");
        body.object("shipTo").open();
        assertThatCode(body::done).doesNotThrowAnyException();
    }

    @Test
    void a_missing_object_is_one_fault_not_one_for_each_of_its_fields() {
        assertThat(faults("{}", body -> body.object("customer").text("name", 10)))
                .extracting(Refusal.Fault::pointer)
                .containsExactly("/customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "null"})
    void a_body_that_is_no_object_is_refused(String json) {
        assertThat(faults(json, body -> body.text("name", 10)))
                .extracting(Refusal.Fault::code)
                .containsExactly("NOT_AN_OBJECT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"\\u0000\"|BAD_CHARACTER",
                "\"\\ud800\"|BAD_CHARACTER",
                "\"  \"|BLANK",
                "\"\"|BLANK",
                "\"12345678901\"|TOO_LONG",
                "5|NOT_TEXT",
                "{}|NOT_TEXT",
                "null|MISSING"
            })
    void text_that_cannot_be_kept_is_refused(String value, String code) {
        assertThat(codes("{\"name\":" + value + "}", body -> body.text("name", 10)))
                .containsExactly(code);
    }

    @Test
    void length_counts_characters_not_code_units() {
        assertThat(body("{\"name\":\"📦📦📦\"}").text("name", 3)).isEqualTo("📦📦📦");
    }

    @ParameterizedTest
    @CsvSource({
        "-1,OUT_OF_RANGE",
        "10,OUT_OF_RANGE",
        "99999999999999999999,OUT_OF_RANGE",
        "1.5,NOT_A_WHOLE_NUMBER",
        "1e400,NOT_A_WHOLE_NUMBER",
        "\"3\",NOT_A_WHOLE_NUMBER"
    })
    void a_number_is_whole_and_in_range(String value, String code) {
        assertThat(codes("{\"count\":" + value + "}", body -> body.number("count", 0, 9)))
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"amount\":\"1.005\",\"currency\":\"GBP\"}|NOT_AN_AMOUNT",
                "{\"amount\":\"-1\",\"currency\":\"GBP\"}|NOT_AN_AMOUNT",
                "{\"amount\":\"1e9\",\"currency\":\"GBP\"}|NOT_AN_AMOUNT",
                "{\"amount\":\"99999999999999\",\"currency\":\"GBP\"}|NOT_AN_AMOUNT",
                "{\"amount\":12.5,\"currency\":\"GBP\"}|NOT_TEXT",
                "{\"amount\":\"1\",\"currency\":\"EUR\"}|CURRENCY_MIXED",
                "{\"amount\":\"1\",\"currency\":\"XXX\"}|NOT_A_CURRENCY",
                "{\"amount\":\"1\",\"currency\":\"pounds\"}|NOT_A_CURRENCY",
                "{\"amount\":\"1\"}|MISSING",
                "\"12.50\"|NOT_AN_OBJECT"
            })
    void money_is_exact_not_negative_and_in_the_currency_of_the_rest(String value, String code) {
        assertThat(codes("{\"price\":" + value + "}", body -> body.money("price", GBP)))
                .containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01",
                "2026-03-01T12:00:00",
                "yesterday",
                "+12026-03-01T12:00:00Z",
                "2026-02-30T00:00:00Z"
            })
    void a_time_has_its_offset_and_a_year_of_four_digits(String value) {
        assertThat(codes("{\"at\":\"" + value + "\"}", body -> body.instant("at")))
                .containsExactly("NOT_A_TIME");
    }

    @Test
    void a_choice_a_gtin_a_sku_and_an_id_are_checked() {
        assertThat(codes("{\"colour\":\"GREEN\",\"gtin\":\"5901234123458\",\"sku\":\" A\",\"id\":\"7\"}", body -> {
                    body.choice("colour", Colour.class);
                    body.gtinOrNull("gtin");
                    body.sku("sku");
                    body.id("id");
                }))
                .containsExactly("NOT_A_CHOICE", "NOT_A_GTIN", "NOT_A_SKU", "NOT_AN_ID");
    }

    @Test
    void an_array_has_its_bounds() {
        assertThat(codes("{\"lines\":[],\"tags\":[\"a\",\"b\"],\"more\":{}}", body -> {
                    body.objects("lines", 1, 9);
                    body.texts("tags", 0, 1, 9);
                    body.objects("more", 0, 9);
                }))
                .containsExactly("WRONG_COUNT", "WRONG_COUNT", "NOT_AN_ARRAY");
    }

    private static JsonBody body(String json) {
        return JsonBody.of(JsonMapper.shared().readTree(json));
    }

    private static List<String> codes(String json, Consumer<JsonBody> read) {
        return faults(json, read).stream().map(Refusal.Fault::code).toList();
    }

    private static List<Refusal.Fault> faults(String json, Consumer<JsonBody> read) {
        var body = body(json);
        read.accept(body);
        var refused = catchThrowableOfType(Refused.class, body::done);
        assertThat(refused).isNotNull();
        return refused.refusal().faults();
    }
}
