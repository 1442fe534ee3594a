package org.redress.correspondence.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.correspondence.Channel;
import org.redress.correspondence.Channel.Outcome;
import org.redress.correspondence.Gateway;
import org.redress.correspondence.Gateway.Next;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;

class HttpChannelTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SECRET = "between us";
    private static final String NUMBER = "+44 20 7946 0000";
    private static final int MANY = 200 * 1024;

    private final Gateway gateway = new Gateway();
    private final HttpChannel channel = patient(Duration.ofSeconds(20));
    private final Channel.Text text = text(NUMBER);

    @AfterEach
    void close() {
        gateway.close();
    }

    private HttpChannel patient(Duration answer) {
        return new HttpChannel(gateway.url(), "", SECRET, InstantSource.fixed(NOW), answer);
    }

    private static Channel.Text text(String number) {
        return new Channel.Text(
                Ids.next(),
                new MerchantId(new UUID(7, 7)),
                number,
                Locale.SIMPLIFIED_CHINESE,
                "【港口杂货】您的申诉 C-1 有消息：",
                "https://shop.example/track/k3J",
                "C-1");
    }

    private Outcome after(Next next) {
        gateway.then(NUMBER, next);
        return channel.hand(text);
    }

    @Test
    void a_token_that_no_header_can_hold_is_said_when_the_product_starts() {
        for (var token : List.of("two\nlines", "caf\u00e9", "a b")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new HttpChannel(
                            gateway.url(), token, SECRET, InstantSource.fixed(NOW), Duration.ofSeconds(20)))
                    .withMessageContaining("redress.channel.token");
        }
    }

    @Test
    void a_text_is_said_in_json_under_its_own_key_and_signed() {
        assertThat(channel.hand(text)).isEqualTo(new Outcome.Taken("G-" + text.id()));

        var seen = gateway.seen().getFirst();
        assertThat(seen.body()).isEqualTo("""
                {"id":"%s","to":"+44 20 7946 0000","language":"zh-CN","text":"【港口杂货】您的申诉 C-1 有消息：",\
                "link":"https://shop.example/track/k3J","claim":"C-1"}""".formatted(text.id()));
        assertThat(seen.key()).isEqualTo(text.id().toString());
        assertThat(seen.merchant()).isEqualTo(text.merchant().toString());
        assertThat(seen.authorization()).isEqualTo("null");
        assertThat(seen.timestamp()).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(seen.signature()).isEqualTo(hmac(seen.timestamp() + "." + seen.key() + "." + seen.body()));
    }

    private static String hmac(String said) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_token_is_carried_along_where_there_is_one() {
        new HttpChannel(gateway.url(), "letmein", SECRET, InstantSource.fixed(NOW)).hand(text);
        assertThat(gateway.seen().getFirst().authorization()).isEqualTo("Bearer letmein");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ok", "<html>", "{", "[]", "null", "{\"reference\": 7.5e999999}", "{\"reference\": {}}"})
    void whoever_says_2xx_has_taken_it_whatever_else_they_say(String body) {
        assertThat(after(new Next.Answer(200, body))).isInstanceOf(Outcome.Taken.class);
    }

    @Test
    void a_reference_is_kept_as_one_short_line_that_can_be_kept() {
        assertThat(after(new Next.Answer(201, "{\"reference\": \" A\\u0000B\\r\\nC\\ud800D\\u202eE \"}")))
                .isEqualTo(new Outcome.Taken("A B C D E"));
        assertThat(after(new Next.Answer(201, "{\"reference\": \"" + "😀".repeat(201) + "\"}")))
                .isEqualTo(new Outcome.Taken("😀".repeat(200)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 422, 451})
    void a_clear_no_is_final_and_said_in_the_gateway_s_words(int status) {
        assertThat(after(new Next.Answer(status, "{\"reason\": \"no such number\\nhere\"}")))
                .isEqualTo(new Outcome.Refused("The gateway answered " + status + ": no such number here"));
        assertThat(after(new Next.Answer(status, "<h1>No</h1>")))
                .isEqualTo(new Outcome.Refused("The gateway answered " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 401, 403, 408, 409, 425, 429, 500, 502, 503, 599})
    void what_may_pass_is_tried_again(int status) {
        assertThat(after(new Next.Answer(status, "{\"reason\": \"soon\"}")))
                .isEqualTo(new Outcome.NotNow("The gateway answered " + status + ": soon"));
        assertThat(gateway.seen()).hasSize(1);
    }

    @Test
    void an_answer_without_end_is_not_read_to_its_end() {
        var huge = "{\"reference\": \"" + "y".repeat(MANY) + "\"}";
        assertThat(after(new Next.Answer(200, huge))).isEqualTo(new Outcome.Taken(null));
        assertThat(after(new Next.Answer(422, huge))).isEqualTo(new Outcome.Refused("The gateway answered 422"));
        assertThat(after(new Next.Answer(503, huge))).isEqualTo(new Outcome.NotNow("The gateway answered 503"));
    }

    @Test
    void a_line_that_goes_dead_leaves_open_what_became_of_it() {
        assertThat(after(new Next.DropAfterTaking())).isEqualTo(new Outcome.NotNow("The gateway could not be reached"));
        assertThat(channel.hand(text)).isInstanceOf(Outcome.Taken.class);
        assertThat(gateway.seen())
                .extracting(Gateway.Seen::key)
                .containsOnly(text.id().toString());
    }

    @Test
    void nobody_waits_for_ever_for_an_answer_or_for_its_end() {
        gateway.then(NUMBER, new Next.Silence(false)).then(NUMBER, new Next.Silence(true));
        var impatient = patient(Duration.ofMillis(300));
        assertThat(impatient.hand(text)).isEqualTo(new Outcome.NotNow("The gateway did not answer in time"));
        assertThat(impatient.hand(text)).isEqualTo(new Outcome.Taken(null));
    }

    @Test
    void a_gateway_that_is_not_there_is_left_alone_after_five_times() {
        gateway.close();
        for (int time = 0; time < 5; time++) {
            assertThat(channel.hand(text)).isEqualTo(new Outcome.NotNow("The gateway could not be reached"));
        }
        assertThat(channel.hand(text))
                .isEqualTo(new Outcome.NotNow("The gateway failed several times in a row and was not asked"));
    }

    @Test
    void refusals_of_single_numbers_close_nothing_to_others() {
        for (int time = 0; time < 8; time++) {
            after(new Next.Answer(422, "{}"));
        }
        assertThat(channel.hand(text("+44 20 7946 0001"))).isInstanceOf(Outcome.Taken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gateway.example",
                "ftp://127.0.0.1/",
                "http://gateway.example/texts",
                "http://localhost.example.com/",
                "http://127.0.0.1.example.com/",
                "http://10.0.0.7/",
                "https://",
                "http://[::2]/",
                "a b"
            })
    void an_address_without_tls_is_refused_at_the_start_except_on_this_machine(String url) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new HttpChannel(url, "", SECRET, InstantSource.fixed(NOW)))
                .withMessageContaining("redress.channel.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gateway.example/texts?shop=1",
                "http://localhost:7070/",
                "http://127.0.0.2/",
                "http://[::1]:7070/"
            })
    void an_address_with_tls_or_on_this_machine_is_taken(String url) {
        assertThat(new HttpChannel(url, "", SECRET, InstantSource.fixed(NOW))).isNotNull();
    }

    @Test
    void a_gateway_that_could_not_know_us_is_refused_at_the_start() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new HttpChannel(gateway.url(), "", " ", InstantSource.fixed(NOW)))
                .withMessageContaining("redress.channel.secret");
    }
}
