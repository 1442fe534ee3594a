package org.redress.settlement.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.remedy.Remedy;
import org.redress.settlement.Effect;
import org.redress.settlement.Trouble;
import org.redress.settlement.Work;
import org.redress.settlement.model.Listing;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.out.StubPartner.Next;

class HttpPartnersTest {
    private static final MerchantId MERCHANT = new MerchantId(new UUID(1, 2));
    private static final String KEY = "0198c0de-0000-7000-8000-000000000001";
    private static final Work.Refund REFUND =
            new Work.Refund("A-1", new Work.Source("card", "pay_1"), new Money(1_250, Currency.getInstance("GBP")));
    private static final Order.Address HOME = new Order.Address("Ada", "1 Mill Lane", "Leeds", null, "LS1 1AA", "GB");

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000));

    private final StubPartner partner = new StubPartner();
    private final HttpPayments payments = new HttpPayments(partner.url(), "secret", "signing", CLOCK);
    private final HttpWarehouse warehouse = new HttpWarehouse(partner.url(), "secret", "", CLOCK);
    private final HttpLabels labels = new HttpLabels(partner.url(), "secret", "", CLOCK);
    private final HttpVouchers vouchers = new HttpVouchers(partner.url(), "secret", "", CLOCK);

    @AfterEach
    void close() {
        partner.close();
    }

    @Test
    void a_refund_names_its_key_merchant_payment_and_amount() {
        assertThat(refund()).isEqualTo(new Outcome.Confirmed("P-" + KEY));
        assertThat(partner.seen()).singleElement().satisfies(seen -> {
            assertThat(seen.method()).isEqualTo("POST");
            assertThat(seen.path()).isEqualTo("/v1/refunds");
            assertThat(seen.key()).isEqualTo(KEY);
            assertThat(seen.merchant()).isEqualTo(MERCHANT.toString());
            assertThat(seen.authorization()).isEqualTo("Bearer secret");
            assertThat(seen.body()).isEqualTo("""
                            {"orderNumber":"A-1","payment":{"provider":"card","reference":"pay_1"},\
                            "amount":{"amount":"12.50","currency":"GBP"}}""");
        });
    }

    @Test
    void a_reshipment_names_goods_address_and_what_to_avoid_and_a_label_where_it_starts() {
        var mug = new Remedy.Goods(new Sku("MUG"), 2);
        warehouse.reship(
                MERCHANT,
                KEY,
                new Work.Reshipment(
                        "A-1", List.of(mug), HOME, List.of("slot:7"), new Work.Guard(true, true, List.of("B-2"))));
        labels.returnLabel(MERCHANT, KEY + "1", new Work.ReturnLabel("A-1", List.of(mug), HOME));
        assertThat(partner.seen()).extracting(StubPartner.Seen::path).containsExactly("/v1/jobs", "/v1/labels");
        assertThat(partner.seen().getFirst().body())
                .contains("\"kind\":\"RESHIP\"", "\"sku\":\"MUG\",\"quantity\":2", "\"avoid\":[\"slot:7\"]", "LS1 1AA")
                .contains("\"guard\":{\"scanEveryItem\":true,\"photoAtPacking\":true,\"notAtBench\":[\"B-2\"]}");
        assertThat(partner.seen().getLast().body()).contains("\"kind\":\"RETURN_LABEL\"");
    }

    @Test
    void a_line_that_goes_dead_after_the_work_was_done_leads_to_one_effect() {
        partner.then(new Next.DropAfterDoing());
        assertThat(refund()).isInstanceOf(Outcome.Unreachable.class);
        assertThat(refund()).isEqualTo(new Outcome.Confirmed("P-" + KEY));
        assertThat(partner.done()).containsOnlyKeys(KEY);
        assertThat(partner.seen())
                .extracting(StubPartner.Seen::body)
                .hasSize(2)
                .containsOnly(partner.done().get(KEY));
    }

    @Test
    void a_line_that_is_dead_from_the_start_is_tried_again() {
        partner.then(new Next.Drop());
        assertThat(refund()).isInstanceOf(Outcome.Unreachable.class);
        assertThat(partner.done()).isEmpty();
        partner.close();
        assertThat(refund()).isInstanceOf(Outcome.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 302, 408, 425, 429, 401, 403, 204})
    void what_may_pass_is_tried_again(int status) {
        partner.then(new Next.Answer(status, ""));
        assertThat(refund()).isInstanceOf(Outcome.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 404, 410, 422})
    void a_clear_no_is_final_and_says_why(int status) {
        partner.then(new Next.Answer(status, "{\"reason\":\"closed account\"}"));
        assertThat(refund()).isEqualTo(new Outcome.Refused(new Trouble(Trouble.Kind.REFUSED, "closed account")));
        partner.then(new Next.Answer(status, "<html>"));
        assertThat(refund()).isEqualTo(new Outcome.Refused(new Trouble(Trouble.Kind.REFUSED, "HTTP " + status)));
    }

    @Test
    void a_refusal_inside_a_good_answer_is_final_too() {
        partner.then(new Next.Answer(200, "{\"status\":\"REFUSED\",\"reason\":\"closed account\"}"));
        assertThat(refund()).isEqualTo(new Outcome.Refused(new Trouble(Trouble.Kind.REFUSED, "closed account")));
    }

    @Test
    void while_the_first_request_is_being_worked_on_we_ask_how_far_it_is() {
        partner.then(new Next.Answer(409, "{}"))
                .then(new Next.Answer(200, "{\"status\":\"PENDING\",\"reference\":\"P-7\"}"));
        assertThat(refund()).isEqualTo(new Outcome.Pending("P-7"));
        assertThat(partner.seen().getLast().path()).isEqualTo("/v1/refunds/" + KEY);
    }

    @Test
    void a_key_that_the_partner_does_not_know_is_unknown() {
        assertThat(payments.status(MERCHANT, KEY)).isEqualTo(new Outcome.Unknown());
        assertThat(warehouse.status(MERCHANT, KEY)).isEqualTo(new Outcome.Unknown());
        refund();
        assertThat(payments.status(MERCHANT, KEY)).isEqualTo(new Outcome.Confirmed("P-" + KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "not json",
                "{\"status\":\"MAYBE\",\"reference\":\"x\"}",
                "{\"status\":\"CONFIRMED\"}",
                "{\"status\":\"CONFIRMED\",\"reference\":\"  \"}",
                "{\"status\":\"CONFIRMED\",\"reference\":\"a\\u0000b\"}"
            })
    void an_answer_that_cannot_be_read_is_no_answer(String body) {
        partner.then(new Next.Answer(200, body));
        assertThat(refund()).isEqualTo(new Outcome.Unreachable(Trouble.of(Trouble.Kind.UNREADABLE_ANSWER)));
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        partner.then(new Next.Answer(200, "x".repeat(200_000)));
        assertThat(refund()).isInstanceOf(Outcome.Unreachable.class);
    }

    @Test
    void an_address_that_is_none_is_told_at_the_start() {
        assertThatThrownBy(() -> new HttpPayments("payments.example.com", "", "", CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payments.example.com");
    }

    @Test
    void a_request_is_signed_so_that_the_partner_can_see_that_it_is_ours() throws Exception {
        refund();
        payments.status(MERCHANT, KEY);
        for (var seen : partner.seen()) {
            assertThat(seen.timestamp()).isEqualTo("1800000000");
            var said = "1800000000." + KEY + "." + seen.body();
            assertThat(seen.signature()).isEqualTo(hmac("signing", said)).hasSize(64);
        }
        assertThat(partner.seen()).hasSize(2);
    }

    /** By the definition of RFC 2104, and not by the class that the product uses. */
    private static String hmac(String secret, String said) throws Exception {
        var inner = new byte[64];
        var outer = new byte[64];
        var key = Arrays.copyOf(secret.getBytes(StandardCharsets.UTF_8), 64);
        for (int i = 0; i < 64; i++) {
            inner[i] = (byte) (key[i] ^ 0x36);
            outer[i] = (byte) (key[i] ^ 0x5c);
        }
        var sha = MessageDigest.getInstance("SHA-256");
        sha.update(inner);
        var first = sha.digest(said.getBytes(StandardCharsets.UTF_8));
        sha.update(outer);
        return HexFormat.of().formatHex(sha.digest(first));
    }

    @Test
    void a_partner_that_fails_five_times_in_a_row_is_left_alone_for_a_while() {
        for (int i = 0; i < 5; i++) {
            partner.then(new Next.Answer(500, ""));
            assertThat(refund()).isInstanceOf(Outcome.Unreachable.class);
        }
        assertThat(refund())
                .isInstanceOfSatisfying(
                        Outcome.NotAsked.class,
                        rest -> assertThat(rest.pause()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(31)));
        assertThat(partner.seen()).hasSize(5);
        assertThat(labels.status(MERCHANT, KEY)).as("another partner").isEqualTo(new Outcome.Unknown());
    }

    @Test
    void what_is_not_used_yet_can_be_taken_back() {
        vouchers.issue(MERCHANT, KEY, new Work.Voucher("A-1", REFUND.amount(), "shop"));
        assertThat(vouchers.cancel(MERCHANT, KEY)).isEqualTo(new Outcome.Confirmed("P-" + KEY));
        assertThat(partner.seen().getLast().method()).isEqualTo("DELETE");
        assertThat(vouchers.cancel(MERCHANT, KEY + "1")).isEqualTo(new Outcome.Unknown());
        partner.then(new Next.Answer(409, "{\"reason\":\"spent\"}"));
        assertThat(vouchers.cancel(MERCHANT, KEY))
                .isEqualTo(new Outcome.Refused(new Trouble(Trouble.Kind.REFUSED, "spent")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"CONFIRMED\",\"reference\":\"P\",\"key\":\"another\"}",
                "{\"status\":\"CONFIRMED\",\"reference\":\"P\",\"amount\":{\"amount\":\"99.00\",\"currency\":\"GBP\"}}",
                "{\"status\":\"CONFIRMED\",\"reference\":\"P\",\"amount\":{\"amount\":\"12.50\",\"currency\":\"USD\"}}",
                "null"
            })
    void an_answer_about_something_else_is_no_answer(String body) {
        partner.then(new Next.Answer(200, body));
        assertThat(refund()).isEqualTo(new Outcome.Unreachable(Trouble.of(Trouble.Kind.UNREADABLE_ANSWER)));
    }

    @Test
    void what_a_partner_did_is_listed_part_by_part() {
        partner.then(new Next.Answer(200, """
                        {"effects":[
                          {"key":"k-1","kind":"REFUND","status":"CONFIRMED","reference":"P-1","at":"2026-03-01T12:00:00Z",
                           "amount":{"amount":"12.50","currency":"GBP"},"more":1},
                          {"key":"k-2","kind":"PAYOUT","status":"WHATEVER"},
                          {"key":"k-3","kind":"REFUND","status":"CANCELLED","at":"2026-03-01T13:00:00.5Z"}],
                         "next":"k-3 & on"}""")).then(new Next.Answer(200, "{\"effects\":[]}"));
        assertThat(listing(null))
                .isEqualTo(new Listing.Part(
                        List.of(
                                new Effect(
                                        "k-1",
                                        Effect.Kind.REFUND,
                                        Effect.State.CONFIRMED,
                                        REFUND.amount(),
                                        "P-1",
                                        Instant.parse("2026-03-01T12:00:00Z")),
                                new Effect(
                                        "k-3",
                                        Effect.Kind.REFUND,
                                        Effect.State.CANCELLED,
                                        null,
                                        null,
                                        Instant.parse("2026-03-01T13:00:00.5Z"))),
                        "k-3 & on"));
        assertThat(listing("k-3 & on")).isEqualTo(new Listing.Part(List.of(), null));
        assertThat(partner.seen()).extracting(StubPartner.Seen::path).containsOnly("/v1/effects");
        assertThat(partner.seen())
                .extracting(StubPartner.Seen::query)
                .containsExactly(
                        "from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z",
                        "from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z&after=k-3+%26+on");
    }

    @Test
    void a_list_is_asked_for_with_our_name_and_signature() throws Exception {
        partner.then(new Next.Answer(200, "{\"effects\":[]}"));
        listing(null);
        var seen = partner.seen().getFirst();
        assertThat(seen.merchant()).isEqualTo(MERCHANT.toString());
        assertThat(seen.authorization()).isEqualTo("Bearer secret");
        assertThat(seen.signature()).isEqualTo(hmac("signing", "1800000000." + seen.query() + "."));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 501})
    void a_partner_that_keeps_no_list_says_so(int status) {
        partner.then(new Next.Answer(status, "{}"));
        assertThat(listing(null)).isEqualTo(new Listing.NotKept());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 302, 429, 401, 400, 204})
    void a_partner_that_cannot_list_now_is_asked_again(int status) {
        partner.then(new Next.Answer(status, ""));
        assertThat(listing(null)).isInstanceOf(Listing.Unreachable.class);
        partner.close();
        assertThat(listing(null)).isInstanceOf(Listing.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"effects\":[null]}",
                "{\"effects\":[{\"key\":\"k\"}]}",
                "{\"effects\":[],\"next\":\"\"}",
                "{\"effects\":[{\"key\":\"\",\"kind\":\"REFUND\",\"status\":\"CONFIRMED\",\"at\":\"2026-03-01T12:00:00Z\"}]}",
                "{\"effects\":[{\"key\":\"a b\",\"kind\":\"REFUND\",\"status\":\"CONFIRMED\",\"at\":\"2026-03-01T12:00:00Z\"}]}",
                "{\"effects\":[{\"key\":\"k\",\"kind\":\"REFUND\",\"status\":\"NOT_DONE\",\"at\":\"2026-03-01T12:00:00Z\"}]}",
                "{\"effects\":[{\"key\":\"k\",\"kind\":\"REFUND\",\"status\":\"CONFIRMED\",\"at\":\"yesterday\"}]}",
                "{\"effects\":[{\"key\":\"k\",\"kind\":\"REFUND\",\"status\":\"CONFIRMED\"}]}",
                "{\"effects\":[{\"key\":\"k\",\"kind\":\"REFUND\",\"status\":\"CONFIRMED\",\"at\":\"2026-03-01T12:00:00Z\","
                        + "\"amount\":{\"amount\":\"1.234\",\"currency\":\"GBP\"}}]}",
                "{\"effects\":[{\"key\":\"k\",\"kind\":\"REFUND\",\"status\":\"CONFIRMED\",\"at\":\"2026-03-01T12:00:00Z\","
                        + "\"amount\":{\"amount\":\"1.00\"}}]}"
            })
    void a_list_of_which_one_line_cannot_be_read_is_no_list(String body) {
        partner.then(new Next.Answer(200, body));
        assertThat(listing(null))
                .isInstanceOfSatisfying(
                        Listing.Unreachable.class,
                        no -> assertThat(no.why().kind()).isEqualTo(Trouble.Kind.UNREADABLE_ANSWER));
    }

    @Test
    void a_list_without_end_is_cut_off() {
        partner.then(new Next.Answer(200, "{\"effects\":[" + " ".repeat(1_100_000) + "]}"));
        assertThat(listing(null)).isInstanceOf(Listing.Unreachable.class);
    }

    private Listing listing(@Nullable String after) {
        return payments.effects(
                MERCHANT, Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"), after);
    }

    private Outcome refund() {
        return payments.refund(MERCHANT, KEY, REFUND);
    }
}
