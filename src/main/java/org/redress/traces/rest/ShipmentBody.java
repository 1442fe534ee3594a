package org.redress.traces.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.Sscc;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.traces.Parcel;
import org.redress.ui.JsonBody;
import tools.jackson.databind.JsonNode;

/** A shipment as JSON. The tracking number may be left out of a body: it stands in the address. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShipmentBody(
        @Nullable String trackingNumber,
        String orderNumber,
        String carrier,
        @Nullable String sscc,
        String warehouse,
        Instant shippedAt,
        @Nullable Instant deliveredAt,
        @Nullable Integer expectedWeightGrams,
        @Nullable Integer packWeightGrams,
        @Nullable Integer carrierWeightGrams,
        List<Line> lines) {
    private static final int MOST_LINES = 2_000;
    private static final int MOST_UNITS = 1_000_000;
    private static final int MOST_GRAMS = 100_000_000;
    private static final Sscc STAND_IN = new Sscc("000000000000000000");

    record Line(String sku, int quantity) {}

    static ShipmentBody of(Parcel parcel) {
        var sscc = parcel.sscc();
        return new ShipmentBody(
                parcel.trackingNumber(),
                parcel.orderNumber(),
                parcel.carrier(),
                sscc == null ? null : sscc.digits(),
                parcel.warehouse(),
                parcel.shippedAt(),
                parcel.deliveredAt(),
                parcel.expectedWeightGrams(),
                parcel.packWeightGrams(),
                parcel.carrierWeightGrams(),
                parcel.lines().stream()
                        .map(line -> new Line(line.sku().value(), line.quantity()))
                        .toList());
    }

    /** @throws org.redress.kernel.Refused naming every field at fault */
    static Parcel read(String addressed, JsonNode json) {
        var body = JsonBody.of(json);
        var parcel = new Parcel(
                number(body, addressed),
                orderNumber(body),
                body.text("carrier", 100),
                sscc(body),
                body.text("warehouse", 100),
                body.instant("shippedAt"),
                body.instantOrNull("deliveredAt"),
                body.numberOrNull("expectedWeightGrams", 0, MOST_GRAMS),
                body.numberOrNull("packWeightGrams", 0, MOST_GRAMS),
                body.numberOrNull("carrierWeightGrams", 0, MOST_GRAMS),
                lines(body.objects("lines", 0, MOST_LINES)));
        var delivered = parcel.deliveredAt();
        if (body.isSound() && delivered != null && delivered.isBefore(parcel.shippedAt())) {
            body.fault("deliveredAt", "BEFORE_SHIPPED", Phrase.of("traces.fault.delivered"));
        }
        body.done();
        return parcel;
    }

    private static String number(JsonBody body, String addressed) {
        var repeated = body.textOrNull("trackingNumber", 64);
        if (repeated != null && body.isSound() && !repeated.equals(addressed)) {
            body.fault("trackingNumber", "ANOTHER_ADDRESS", Phrase.of("traces.fault.another-address"));
        }
        if (!Sku.isValid(addressed) || !JsonBody.isStorable(addressed)) {
            body.fault("trackingNumber", "NOT_A_TRACKING_NUMBER", Phrase.of("traces.fault.tracking-number"));
        }
        return addressed;
    }

    private static String orderNumber(JsonBody body) {
        var number = body.text("orderNumber", 64);
        if (!number.isEmpty() && !Sku.isValid(number)) {
            body.fault("orderNumber", "NOT_AN_ORDER_NUMBER", Phrase.of("traces.fault.order-number"));
        }
        return number;
    }

    private static @Nullable Sscc sscc(JsonBody body) {
        var text = body.textOrNull("sscc", 200);
        if (text == null) {
            return null;
        }
        var sscc = Sscc.parse(text);
        if (sscc.isEmpty()) {
            body.fault("sscc", "NOT_AN_SSCC", Phrase.of("traces.fault.sscc"));
        }
        return sscc.orElse(STAND_IN);
    }

    /** Two lines of one article are one. */
    private static List<Parcel.Line> lines(List<JsonBody> lines) {
        var units = new LinkedHashMap<Sku, Integer>();
        for (var line : lines) {
            units.merge(line.sku("sku"), line.number("quantity", 1, MOST_UNITS), Integer::sum);
        }
        return units.entrySet().stream()
                .map(each -> new Parcel.Line(each.getKey(), each.getValue()))
                .toList();
    }
}
