package org.redress.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.StockReport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Table {@code orders.stock}: the latest report of each article. */
@Repository
public class StockTable {
    /** What is known of one article. */
    public record Shelf(@Nullable Product product, @Nullable StockReport report) {}

    private final JdbcClient jdbc;
    private final Json json;

    StockTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<Shelf> look(MerchantId merchant, Collection<Sku> skus) {
        return jdbc.sql("""
                        SELECT n.sku AS stocked, s.units, s.reported_at, s.source,
                               p.sku, p.name, p.gtin, p.weight_grams, p.price_minor, p.price_currency, p.variant_of,
                               p.image_url, p.supplier, p.hazard
                        FROM unnest(:skus::text[]) AS n(sku)
                        LEFT JOIN orders.product p ON p.merchant_id = :merchant AND p.sku = n.sku
                        LEFT JOIN orders.stock s ON s.merchant_id = :merchant AND s.sku = n.sku
                        """)
                .param("merchant", merchant.value())
                .param("skus", texts(skus))
                .query((row, number) -> new Shelf(
                        row.getString("sku") == null ? null : ProductTable.product(row, number), report(row, number)))
                .list();
    }

    public List<StockReport> find(MerchantId merchant, Collection<Sku> skus) {
        return jdbc.sql("""
                        SELECT sku AS stocked, units, reported_at, source FROM orders.stock
                        WHERE merchant_id = ? AND sku = ANY (?) ORDER BY sku
                        """)
                .param(merchant.value())
                .param(texts(skus))
                .query(StockTable::known)
                .list();
    }

    /** The SKUs are distinct. Written in the order of their key, so that two batches never wait for each other. */
    public void put(MerchantId merchant, Collection<StockReport> reports) {
        jdbc.sql("""
                        INSERT INTO orders.stock AS s (merchant_id, sku, units, reported_at, source)
                        SELECT :merchant, sku, units, reported_at::timestamptz, source
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(sku text, units int, reported_at text, source text)
                        ORDER BY sku COLLATE "C"
                        ON CONFLICT (merchant_id, sku) DO UPDATE SET
                            units = excluded.units, reported_at = excluded.reported_at, source = excluded.source
                        WHERE excluded.reported_at >= s.reported_at AND s IS DISTINCT FROM excluded
                        """)
                .param("merchant", merchant.value())
                .param("rows", json.write(reports.stream().map(Row::of).toList()))
                .update();
    }

    private static String[] texts(Collection<Sku> skus) {
        return skus.stream().map(Sku::value).toArray(String[]::new);
    }

    private static @Nullable StockReport report(ResultSet row, int number) throws SQLException {
        return row.getObject("reported_at") == null ? null : known(row, number);
    }

    private static StockReport known(ResultSet row, int number) throws SQLException {
        return new StockReport(
                new Sku(row.getString("stocked")),
                row.getInt("units"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                row.getString("source"));
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Row(String sku, int units, String reportedAt, String source) {
        static Row of(StockReport report) {
            return new Row(
                    report.sku().value(), report.units(), report.reportedAt().toString(), report.source());
        }
    }
}
