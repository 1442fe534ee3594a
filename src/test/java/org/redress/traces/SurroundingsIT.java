package org.redress.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.gs1.Sscc;
import org.redress.kernel.Sku;
import org.redress.testing.Fulfilment;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

@RedressTest
class SurroundingsIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Fulfilment DAY = new Fulfilment("AROUND", NOON);
    private static final int PARCELS = 400;
    private static final int OWN = 200;

    @Autowired
    Surroundings surroundings;

    @Autowired
    Traces traces;

    @Autowired
    Captures captures;

    @Autowired
    Merchants merchants;

    @Test
    void without_a_bench_the_parcels_packed_nearest_passed_and_all_that_hold_what_came() {
        var merchant = OwnMerchant.found(merchants);
        traces.put(
                merchant,
                IntStream.range(0, PARCELS).mapToObj(SurroundingsIT::parcel).toList());
        var events =
                IntStream.range(0, PARCELS).mapToObj(SurroundingsIT::packing).toArray(String[]::new);
        captures.receive(
                merchant,
                new ByteArrayInputStream(Fulfilment.document(events).getBytes(StandardCharsets.UTF_8)),
                Capture.ErrorBehaviour.PROCEED);
        var passed =
                surroundings
                        .passing(merchant, traces.trail(merchant, DAY.orderNumber(OWN)), parcel(OWN), new Sku("RARE"))
                        .stream()
                        .map(passing -> passing.parcel().orderNumber())
                        .toList();
        assertThat(passed)
                .contains(DAY.orderNumber(0), DAY.orderNumber(OWN - 1), DAY.orderNumber(OWN + 1))
                .doesNotContain(DAY.orderNumber(1), DAY.orderNumber(OWN), DAY.orderNumber(PARCELS - 1));
    }

    private static Sku article(int order) {
        return new Sku(order == 0 ? "RARE" : "MUG");
    }

    private static Parcel parcel(int order) {
        return new Parcel(
                DAY.trackingNumber(order),
                DAY.orderNumber(order),
                "Swift Parcel",
                Sscc.parse(DAY.sscc(order)).orElseThrow(),
                "Leeds",
                NOON.plusSeconds(7_200),
                null,
                null,
                null,
                null,
                List.of(new Parcel.Line(article(order), 1)));
    }

    private static String packing(int order) {
        return """
                {"type":"AggregationEvent","eventTime":"%s","eventTimeZoneOffset":"+00:00","action":"ADD","bizStep":"packing",\
                "parentID":"%s","childQuantityList":[{"epcClass":"urn:redress:sku:%s","quantity":1}],\
                "bizTransactionList":[{"type":"po","bizTransaction":"%s"}]}""".formatted(
                NOON.plusSeconds(2L * order), DAY.sscc(order), article(order).value(), DAY.orderNumber(order));
    }
}
