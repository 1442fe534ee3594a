package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.rehearsal.model.Conditions;
import org.redress.rehearsal.model.LabelPhoto;
import org.redress.testing.Api;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What the paper in the parcel says about a claim on order SO1001, where the merchant also has SO1002. */
@RedressTest
class PackingSlipStory {
    private static final Currency GBP = Currency.getInstance("GBP");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @CsvSource({
        "SO1002, PASS, The packing slip names another order., LIKELY",
        "so1002, PASS, The packing slip names another order., LIKELY",
        "SO1001, UNKNOWN, The packing slip is that of this order; it does not say what was inside., UNCONFIRMED",
        "so1001, UNKNOWN, The packing slip is that of this order; it does not say what was inside., UNCONFIRMED",
    })
    void a_slip_in_the_parcel_tells_whose_parcel_it_was(
            String printed, String outcome, String sentence, String verdict) {
        var api = merchantOf("SO1001", "SO1002");
        var verification = verificationWithSlip(api, printed);
        assertThat(slipCheck(verification)).isEqualTo(outcome + ": " + sentence);
        assertThat(verification.text("/verdict")).isEqualTo(verdict);
    }

    @Test
    void a_number_that_is_nobody_s_order_says_nothing() {
        var verification = verificationWithSlip(merchantOf("SO1001", "SO1002"), "SO1003");
        assertThat(slipCheck(verification)).startsWith("UNKNOWN: ");
        assertThat(verification.text("/verdict")).isEqualTo("UNCONFIRMED");
    }

    @Test
    void a_number_that_is_only_another_merchant_s_order_says_nothing() {
        merchantOf("SO1003");
        var verification = verificationWithSlip(merchantOf("SO1001", "SO1002"), "SO1003");
        assertThat(slipCheck(verification)).startsWith("UNKNOWN: ");
        assertThat(verification.text("/verdict")).isEqualTo("UNCONFIRMED");
    }

    private Api merchantOf(String... orders) {
        var api = OwnMerchant.found(context, port);
        var shop = new Shop(api);
        List.of(orders).forEach(shop::order);
        return api;
    }

    /** The photograph is read in every case: what it says nothing about must not be for want of reading it. */
    private static Api.Answer verificationWithSlip(Api api, String printed) {
        var filed = api.post("/api/v1/claims", Shop.filing("SO1001", 1)).is(201);
        var claim = "/api/v1/claims/" + filed.text("/id");
        api.upload(claim + "/evidence", "slip.jpg", slip(printed), Map.of("kind", "PACKING_SLIP"))
                .is(201);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get(claim).text("/evidence/0/readState").equals("DONE"));
        assertThat(api.get(claim).text("/evidence/0/extracted/barcodes/0/text")).isEqualTo(printed);
        return api.get(claim + "/verification").is(200);
    }

    private static String slipCheck(Api.Answer verification) {
        return verification.body().at("/checks").values().stream()
                .filter(check -> check.at("/code").asString().equals("PACKING_SLIP"))
                .map(check -> check.at("/outcome").asString() + ": "
                        + check.at("/explanation").asString())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] slip(String number) {
        var zero = Money.zero(GBP);
        var order = new Order(
                number,
                "story",
                Instant.parse("2026-11-20T10:00:00Z"),
                GBP,
                new Order.Customer("Ada Byrne", null, null, null),
                new Order.Address("Ada Byrne", "1 Quay", "Bristol", null, null, "GB"),
                List.of(new Order.Line(1, new Sku("STORY-MUG-RED"), 2, zero, zero)),
                zero,
                zero,
                zero,
                List.of());
        return LabelPhoto.packingSlip(order, List.of(), Conditions.steady(1));
    }
}
