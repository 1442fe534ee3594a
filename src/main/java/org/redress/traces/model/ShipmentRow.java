package org.redress.traces.model;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.Sscc;
import org.redress.kernel.Sku;
import org.redress.sheets.Outcome;
import org.redress.sheets.Row;
import org.redress.sheets.RowFault;
import org.redress.traces.Parcel;

/**
 * One row of a file of shipments: some units of an article, and what the row says of their parcel.
 *
 * @param parcel with the one line of this row
 */
public record ShipmentRow(long row, Parcel parcel) {
    private record Said(String column, Function<Parcel, @Nullable Object> value) {}

    /** What all rows of a parcel say alike. */
    private static final List<Said> SAID_ONCE = List.of(
            new Said("orderNumber", Parcel::orderNumber),
            new Said("carrier", Parcel::carrier),
            new Said("sscc", Parcel::sscc),
            new Said("warehouse", Parcel::warehouse),
            new Said("shippedAt", Parcel::shippedAt),
            new Said("deliveredAt", Parcel::deliveredAt),
            new Said("expectedWeightGrams", Parcel::expectedWeightGrams),
            new Said("packWeightGrams", Parcel::packWeightGrams),
            new Said("carrierWeightGrams", Parcel::carrierWeightGrams));

    public static Outcome<ShipmentRow> read(Row row, ZoneId zone) {
        var parcel = new Parcel(
                row.key("trackingNumber"),
                row.key("orderNumber"),
                name(row, "carrier"),
                sscc(row).orElse(null),
                name(row, "warehouse"),
                row.time("shippedAt", zone),
                row.timeOrNull("deliveredAt", zone),
                grams(row, "expectedWeightGrams"),
                grams(row, "packWeightGrams"),
                grams(row, "carrierWeightGrams"),
                List.of(new Parcel.Line(new Sku(row.key("sku")), quantity(row))));
        if (row.outcome(parcel) instanceof Outcome.Read<Parcel> && parcel.isDeliveredBeforeShipped()) {
            row.fault("deliveredAt", "traces.row.BEFORE_SHIPPED", row.raw("deliveredAt"));
        }
        return row.outcome(new ShipmentRow(row.number(), parcel));
    }

    private static String name(Row row, String column) {
        needed(row, column);
        return row.text(column, Parcel.LONGEST_NAME);
    }

    private static void needed(Row row, String column) {
        if (!row.has(column)) {
            row.fault(column, "sheets.row.MISSING", "");
        }
    }

    private static Optional<Sscc> sscc(Row row) {
        if (!row.has("sscc")) {
            return Optional.empty();
        }
        var sscc = Sscc.parse(row.text("sscc", Parcel.LONGEST_SSCC));
        if (sscc.isEmpty()) {
            row.fault("sscc", "traces.row.NOT_AN_SSCC", row.raw("sscc"));
        }
        return sscc;
    }

    private static @Nullable Integer grams(Row row, String column) {
        return row.number(column, 0, Parcel.MOST_GRAMS).orElse(null);
    }

    private static int quantity(Row row) {
        needed(row, "quantity");
        return row.number("quantity", 1, Parcel.MOST_UNITS).orElse(1);
    }

    /**
     * The parcel of rows that belong together: what they say of one article adds up, and what one leaves blank another
     * may say. Where two contradict each other there is none, and each row is at fault.
     */
    public static Outcome<Parcel> together(List<ShipmentRow> rows) {
        var lines = Parcel.Line.together(
                rows.stream().flatMap(row -> row.parcel().lines().stream()).toList());
        var known = with(rows.getFirst().parcel(), rows.getFirst().parcel(), lines);
        for (var row : rows) {
            var more = with(known, row.parcel(), lines);
            var other = with(row.parcel(), known, lines);
            if (!more.equals(other)) {
                var column = firstDifference(more, other);
                return new Outcome.Rejected<>(rows.stream()
                        .map(each -> new RowFault(
                                each.row(),
                                column,
                                "traces.row.CONTRADICTS",
                                String.valueOf(
                                        each.row() == row.row()
                                                ? rows.getFirst().row()
                                                : row.row())))
                        .toList());
            }
            known = more;
        }
        return new Outcome.Read<>(known);
    }

    private static String firstDifference(Parcel one, Parcel other) {
        return SAID_ONCE.stream()
                .filter(said ->
                        !Objects.equals(said.value().apply(one), said.value().apply(other)))
                .map(Said::column)
                .findFirst()
                .orElse("");
    }

    /** What the first says, and what it leaves blank from the second. */
    private static Parcel with(Parcel first, Parcel second, List<Parcel.Line> lines) {
        return new Parcel(
                first.trackingNumber(),
                first.orderNumber(),
                first.carrier(),
                either(first.sscc(), second.sscc()),
                first.warehouse(),
                first.shippedAt(),
                either(first.deliveredAt(), second.deliveredAt()),
                either(first.expectedWeightGrams(), second.expectedWeightGrams()),
                either(first.packWeightGrams(), second.packWeightGrams()),
                either(first.carrierWeightGrams(), second.carrierWeightGrams()),
                lines);
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
