package org.redress.traces.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.redress.gs1.Sscc;
import org.redress.kernel.Sku;
import org.redress.sheets.Outcome;
import org.redress.sheets.Row;
import org.redress.traces.Parcel;

/**
 * One row of a file of shipments: some units of an article, and what the row says of their parcel.
 *
 * @param parcel without its lines
 */
public record ShipmentRow(long row, Parcel parcel, Sku sku, int quantity) {
    private static final int MOST_GRAMS = 100_000_000;
    private static final int MOST_UNITS = 1_000_000;

    public static Outcome<ShipmentRow> read(Row row, ZoneId zone) {
        var shipped = row.time("shippedAt", zone);
        var delivered = row.timeOrNull("deliveredAt", zone);
        if (delivered != null && delivered.isBefore(shipped) && !shipped.equals(Instant.EPOCH)) {
            row.fault("deliveredAt", "traces.row.BEFORE_SHIPPED", row.raw("deliveredAt"));
        }
        var parcel = new Parcel(
                row.key("trackingNumber"),
                row.key("orderNumber"),
                needed(row, "carrier"),
                sscc(row).orElse(null),
                needed(row, "warehouse"),
                shipped,
                delivered,
                row.number("expectedWeightGrams", 0, MOST_GRAMS).orElse(null),
                row.number("packWeightGrams", 0, MOST_GRAMS).orElse(null),
                row.number("carrierWeightGrams", 0, MOST_GRAMS).orElse(null),
                List.of());
        return row.outcome(new ShipmentRow(row.number(), parcel, new Sku(row.key("sku")), quantity(row)));
    }

    private static String needed(Row row, String column) {
        if (!row.has(column)) {
            row.fault(column, "sheets.row.MISSING", "");
        }
        return row.text(column, 100);
    }

    private static Optional<Sscc> sscc(Row row) {
        if (!row.has("sscc")) {
            return Optional.empty();
        }
        var sscc = Sscc.parse(row.text("sscc", 200));
        if (sscc.isEmpty()) {
            row.fault("sscc", "traces.row.NOT_AN_SSCC", row.raw("sscc"));
        }
        return sscc;
    }

    private static int quantity(Row row) {
        if (!row.has("quantity")) {
            row.fault("quantity", "sheets.row.MISSING", "");
        }
        return row.number("quantity", 1, MOST_UNITS).orElse(1);
    }

    /** The parcel of rows that belong together, as the first of them says; what they say of one article adds up. */
    public static Parcel parcel(List<ShipmentRow> rows) {
        var units = new LinkedHashMap<Sku, Integer>();
        rows.forEach(row -> units.merge(row.sku(), row.quantity(), Integer::sum));
        var first = rows.getFirst().parcel();
        return new Parcel(
                first.trackingNumber(),
                first.orderNumber(),
                first.carrier(),
                first.sscc(),
                first.warehouse(),
                first.shippedAt(),
                first.deliveredAt(),
                first.expectedWeightGrams(),
                first.packWeightGrams(),
                first.carrierWeightGrams(),
                units.entrySet().stream()
                        .map(each -> new Parcel.Line(each.getKey(), each.getValue()))
                        .toList());
    }
}
