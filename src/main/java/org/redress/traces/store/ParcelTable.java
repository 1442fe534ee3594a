package org.redress.traces.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.gs1.Sscc;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.traces.Labels;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Tables {@code traces.parcel} and {@code traces.parcel_line}. A batch goes to the database as one JSON array. */
@Repository
public class ParcelTable {
    /** Enough to know a scale by, and read in a millisecond. */
    private static final int WEIGHED = 300;

    /** The last character that there is. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final String COLUMNS = """
            tracking_number, order_number, carrier, sscc, warehouse, shipped_at, delivered_at, expected_weight_grams,
            pack_weight_grams, carrier_weight_grams
            """;
    private static final String SELECT = "SELECT " + COLUMNS + """
            , (SELECT jsonb_agg(jsonb_build_object('sku', l.sku, 'quantity', l.quantity) ORDER BY l.sku)
               FROM traces.parcel_line l
               WHERE l.merchant_id = p.merchant_id AND l.tracking_number = p.tracking_number) AS lines
            FROM traces.parcel p WHERE p.merchant_id = :merchant
            """;

    private final JdbcClient jdbc;
    private final Json json;

    ParcelTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Parcel> find(MerchantId merchant, String trackingNumber) {
        return jdbc.sql(SELECT + " AND tracking_number = :number")
                .param("merchant", merchant.value())
                .param("number", trackingNumber)
                .query(this::parcel)
                .optional();
    }

    public List<Parcel> ofOrder(MerchantId merchant, String orderNumber) {
        return jdbc.sql(SELECT + " AND order_number = :number ORDER BY shipped_at, tracking_number")
                .param("merchant", merchant.value())
                .param("number", orderNumber)
                .query(this::parcel)
                .list();
    }

    public List<Parcel> ofOrders(MerchantId merchant, Collection<String> orderNumbers) {
        return jdbc.sql(SELECT + " AND order_number = ANY (:numbers) ORDER BY shipped_at, tracking_number")
                .param("merchant", merchant.value())
                .param("numbers", orderNumbers.toArray(String[]::new))
                .query(this::parcel)
                .list();
    }

    /**
     * What a warehouse sent between two moments and holds an article, or is off its weight by so much.
     *
     * @param least the least deviation in grams that is looked for, and {@code most} the most; null where none is
     */
    public List<Parcel> sent(
            MerchantId merchant,
            String warehouse,
            Instant from,
            Instant until,
            @Nullable Sku article,
            @Nullable Integer least,
            @Nullable Integer most) {
        return jdbc.sql(SELECT + """
                         AND shipped_at BETWEEN :from AND :until AND warehouse = :warehouse
                         AND (pack_weight_grams - expected_weight_grams BETWEEN :least::int AND :most::int
                              OR EXISTS (SELECT 1 FROM traces.parcel_line held
                                         WHERE held.merchant_id = p.merchant_id
                                           AND held.tracking_number = p.tracking_number AND held.sku = :article::text))
                         ORDER BY shipped_at, tracking_number LIMIT 1000""")
                .param("merchant", merchant.value())
                .param("warehouse", warehouse)
                .param("from", EventTable.utc(from))
                .param("until", EventTable.utc(until))
                .param("article", article == null ? null : article.value())
                .param("least", least)
                .param("most", most)
                .query(this::parcel)
                .list();
    }

    /** By tracking number as it is kept, by its plain form, or by SSCC. */
    public List<Parcel> named(MerchantId merchant, Collection<String> numbers, Collection<Sscc> ssccs) {
        return jdbc.sql(SELECT + " AND (tracking_number = ANY (:numbers) OR sscc = ANY (:ssccs))")
                .param("merchant", merchant.value())
                .param("numbers", spellings(numbers))
                .param("ssccs", ssccs.stream().map(Sscc::digits).toArray(String[]::new))
                .query(this::parcel)
                .list();
    }

    private static String[] spellings(Collection<String> numbers) {
        return numbers.stream()
                .flatMap(number -> Stream.of(number, number.strip(), Labels.plain(number)))
                .distinct()
                .toArray(String[]::new);
    }

    /** Where a page ends. */
    public record Position(Instant shippedAt, String trackingNumber) {}

    /** The last shipped first; those whose number or order begins so, or that carry this SSCC. */
    public List<Parcel> page(MerchantId merchant, String begin, @Nullable Position after, int limit) {
        var beginning = begin.isEmpty() ? "" : """
                 AND (tracking_number >= :begin AND tracking_number < :beyond
                      OR order_number >= :begin AND order_number < :beyond
                      OR sscc = :sscc)
                """;
        var position = after == null ? "" : " AND (shipped_at, tracking_number) < (:shippedAt, :number)";
        return jdbc.sql(SELECT + beginning + position + " ORDER BY shipped_at DESC, tracking_number DESC LIMIT :limit")
                .param("merchant", merchant.value())
                .param("begin", begin)
                .param("beyond", begin + LAST)
                .param("sscc", Sscc.parse(begin).map(Sscc::digits).orElse(null))
                .param("shippedAt", after == null ? null : EventTable.utc(after.shippedAt()))
                .param("number", after == null ? null : after.trackingNumber())
                .param("limit", limit)
                .query(this::parcel)
                .list();
    }

    /** What the scale of a warehouse said of its last parcels. */
    public Scale scale(MerchantId merchant, String warehouse) {
        var weighed = jdbc.sql("""
                        SELECT expected_weight_grams, pack_weight_grams FROM traces.parcel
                        WHERE merchant_id = :merchant AND warehouse = :warehouse
                          AND expected_weight_grams IS NOT NULL AND pack_weight_grams IS NOT NULL
                        ORDER BY shipped_at DESC LIMIT %d""".formatted(WEIGHED))
                .param("merchant", merchant.value())
                .param("warehouse", warehouse)
                .query((row, _) -> new Scale.Weighed(row.getInt(1), row.getInt(2)))
                .list();
        return Scale.learned(weighed);
    }

    /** The orders of these parcels. */
    public List<String> orders(MerchantId merchant, Collection<Sscc> ssccs, Collection<String> trackingNumbers) {
        return ssccs.isEmpty() && trackingNumbers.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                SELECT order_number FROM traces.parcel
                                WHERE merchant_id = :merchant AND sscc = ANY (:ssccs)
                                UNION
                                SELECT order_number FROM traces.parcel
                                WHERE merchant_id = :merchant AND tracking_number = ANY (:numbers)""")
                        .param("merchant", merchant.value())
                        .param("ssccs", ssccs.stream().map(Sscc::digits).toArray(String[]::new))
                        .param("numbers", spellings(trackingNumbers))
                        .query((row, _) -> row.getString("order_number"))
                        .list();
    }

    /** The numbers are distinct. Rows are written in the order of their key, so that two batches never deadlock. */
    public void put(MerchantId merchant, Collection<Parcel> parcels) {
        jdbc.sql("INSERT INTO traces.parcel AS p (merchant_id, " + COLUMNS + ") SELECT :merchant, r.* " + """
                        FROM jsonb_to_recordset(:parcels::jsonb) AS r(
                            tracking_number text, order_number text, carrier text, sscc text, warehouse text,
                            shipped_at timestamptz, delivered_at timestamptz, expected_weight_grams int,
                            pack_weight_grams int, carrier_weight_grams int)
                        ORDER BY r.tracking_number COLLATE "C"
                        ON CONFLICT (merchant_id, tracking_number) DO UPDATE SET
                            order_number = excluded.order_number, carrier = excluded.carrier, sscc = excluded.sscc,
                            warehouse = excluded.warehouse, shipped_at = excluded.shipped_at,
                            delivered_at = excluded.delivered_at,
                            expected_weight_grams = excluded.expected_weight_grams,
                            pack_weight_grams = excluded.pack_weight_grams,
                            carrier_weight_grams = excluded.carrier_weight_grams
                        WHERE p IS DISTINCT FROM excluded
                        """)
                .param("merchant", merchant.value())
                .param("parcels", json.write(parcels.stream().map(Row::of).toList()))
                .update();
        putLines(merchant, parcels);
    }

    private void putLines(MerchantId merchant, Collection<Parcel> parcels) {
        var lines = json.write(parcels.stream().flatMap(LineRow::of).toList());
        var rows = "jsonb_to_recordset(:lines::jsonb) AS r(tracking_number text, sku text, quantity int)";
        jdbc.sql("""
                        DELETE FROM traces.parcel_line
                        WHERE merchant_id = :merchant AND tracking_number = ANY (:numbers)
                          AND (tracking_number, sku) NOT IN (SELECT r.tracking_number, r.sku FROM
                        """ + rows + ")")
                .param("merchant", merchant.value())
                .param("numbers", parcels.stream().map(Parcel::trackingNumber).toArray(String[]::new))
                .param("lines", lines)
                .update();
        jdbc.sql("""
                        INSERT INTO traces.parcel_line AS l (merchant_id, tracking_number, sku, quantity)
                        SELECT :merchant, r.* FROM
                        """ + rows + """
                         ON CONFLICT (merchant_id, tracking_number, sku) DO UPDATE SET quantity = excluded.quantity
                        WHERE l.quantity <> excluded.quantity
                        """)
                .param("merchant", merchant.value())
                .param("lines", lines)
                .update();
    }

    private Parcel parcel(ResultSet row, int number) throws SQLException {
        var sscc = row.getString("sscc");
        var lines = row.getString("lines");
        return new Parcel(
                row.getString("tracking_number"),
                row.getString("order_number"),
                row.getString("carrier"),
                sscc == null ? null : new Sscc(sscc),
                row.getString("warehouse"),
                EventTable.instant(row, "shipped_at"),
                row.getObject("delivered_at") == null ? null : EventTable.instant(row, "delivered_at"),
                whole(row, "expected_weight_grams"),
                whole(row, "pack_weight_grams"),
                whole(row, "carrier_weight_grams"),
                lines == null
                        ? List.of()
                        : Arrays.stream(json.read(lines, LineRow[].class))
                                .map(line -> new Parcel.Line(new Sku(line.sku()), line.quantity()))
                                .toList());
    }

    private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
        var value = row.getInt(column);
        return row.wasNull() ? null : Integer.valueOf(value);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Row(
            String trackingNumber,
            String orderNumber,
            String carrier,
            @Nullable String sscc,
            String warehouse,
            String shippedAt,
            @Nullable String deliveredAt,
            @Nullable Integer expectedWeightGrams,
            @Nullable Integer packWeightGrams,
            @Nullable Integer carrierWeightGrams) {
        static Row of(Parcel parcel) {
            var sscc = parcel.sscc();
            var delivered = parcel.deliveredAt();
            return new Row(
                    parcel.trackingNumber(),
                    parcel.orderNumber(),
                    parcel.carrier(),
                    sscc == null ? null : sscc.digits(),
                    parcel.warehouse(),
                    parcel.shippedAt().toString(),
                    delivered == null ? null : delivered.toString(),
                    parcel.expectedWeightGrams(),
                    parcel.packWeightGrams(),
                    parcel.carrierWeightGrams());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record LineRow(@Nullable String trackingNumber, String sku, int quantity) {
        static Stream<LineRow> of(Parcel parcel) {
            return parcel.lines().stream()
                    .map(line -> new LineRow(parcel.trackingNumber(), line.sku().value(), line.quantity()));
        }
    }
}
