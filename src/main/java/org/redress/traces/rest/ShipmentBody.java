package org.redress.traces.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
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
                body.text("carrier", Parcel.LONGEST_NAME),
                sscc(body),
                body.text("warehouse", Parcel.LONGEST_NAME),
                body.instant("shippedAt"),
                body.instantOrNull("deliveredAt"),
                body.numberOrNull("expectedWeightGrams", 0, Parcel.MOST_GRAMS),
                body.numberOrNull("packWeightGrams", 0, Parcel.MOST_GRAMS),
                body.numberOrNull("carrierWeightGrams", 0, Parcel.MOST_GRAMS),
                lines(body.objects("lines", 0, Parcel.MOST_LINES)));
        if (body.isSound() && parcel.isDeliveredBeforeShipped()) {
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
        var text = body.textOrNull("sscc", Parcel.LONGEST_SSCC);
        if (text == null) {
            return null;
        }
        var sscc = Sscc.parse(text);
        if (sscc.isEmpty()) {
            body.fault("sscc", "NOT_AN_SSCC", Phrase.of("traces.fault.sscc"));
        }
        return sscc.orElse(STAND_IN);
    }

    private static List<Parcel.Line> lines(List<JsonBody> lines) {
        return Parcel.Line.together(lines.stream()
                .map(line -> new Parcel.Line(line.sku("sku"), line.number("quantity", 1, Parcel.MOST_UNITS)))
                .toList());
    }
}
