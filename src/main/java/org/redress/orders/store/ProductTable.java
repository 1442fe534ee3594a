package org.redress.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.kernel.Gtin;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Table {@code orders.product}. A batch goes to the database as one JSON array. */
@Repository
public class ProductTable {
    private static final String COLUMNS =
            "sku, name, gtin, weight_grams, price_minor, price_currency, variant_of, image_url, supplier, hazard";
    private static final String ROWS = """
            jsonb_to_recordset(:rows::jsonb) AS r(
                sku text, name text, gtin text, weight_grams int, price_minor bigint, price_currency text,
                variant_of text, image_url text, supplier text, hazard text)
            """;

    private final JdbcClient jdbc;
    private final Json json;

    ProductTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<Product> find(MerchantId merchant, Collection<Sku> skus) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM orders.product WHERE merchant_id = ? AND sku = ANY (?)")
                .param(merchant.value())
                .param(skus.stream().map(Sku::value).toArray(String[]::new))
                .query(ProductTable::product)
                .list();
    }

    /** The next ones by SKU. */
    public List<Product> following(MerchantId merchant, String after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM orders.product WHERE merchant_id = ? AND sku > ? ORDER BY sku LIMIT ?")
                .params(merchant.value(), after, limit)
                .query(ProductTable::product)
                .list();
    }

    public List<Product> byGtin(MerchantId merchant, Collection<Gtin> gtins) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM orders.product WHERE merchant_id = ? AND gtin = ANY (?) ORDER BY gtin, sku")
                .param(merchant.value())
                .param(gtins.stream().map(Gtin::digits).toArray(String[]::new))
                .query(ProductTable::product)
                .list();
    }

    /**
     * Reads through the merchant's catalogue: under row-level security PostgreSQL uses no index for LIKE, which is not
     * leakproof. The best matches first: the SKU itself, then those that begin with the text.
     */
    public List<Product> called(MerchantId merchant, String name) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM orders.product WHERE merchant_id = :merchant AND md5(lower(name)) = md5(lower(:name))
                        LIMIT 2""")
                .param("merchant", merchant.value())
                .param("name", name)
                .query(ProductTable::product)
                .list();
    }

    public List<Product> search(MerchantId merchant, String text, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM orders.product
                        WHERE merchant_id = :merchant
                          AND (strpos(lower(name), lower(:text)) > 0 OR strpos(lower(sku), lower(:text)) > 0)
                        ORDER BY lower(sku) <> lower(:text),
                                 least(strpos(lower(sku) || ' ' || lower(name), lower(:text)), 2), name, sku
                        LIMIT :limit
                        """)
                .param("merchant", merchant.value())
                .param("text", text)
                .param("limit", limit)
                .query(ProductTable::product)
                .list();
    }

    /** The SKUs are distinct. Rows are written in the order of their key, so that two batches never wait for each other. */
    public void put(MerchantId merchant, Collection<Product> products) {
        jdbc.sql("INSERT INTO orders.product AS p (merchant_id, " + COLUMNS + ") SELECT :merchant, " + COLUMNS
                        + " FROM "
                        + ROWS
                        + """
                        ORDER BY sku COLLATE "C"
                        ON CONFLICT (merchant_id, sku) DO UPDATE SET
                            name = excluded.name, gtin = excluded.gtin, weight_grams = excluded.weight_grams,
                            price_minor = excluded.price_minor, price_currency = excluded.price_currency,
                            variant_of = excluded.variant_of, image_url = excluded.image_url,
                            supplier = excluded.supplier, hazard = excluded.hazard
                        WHERE p IS DISTINCT FROM excluded
                        """)
                .param("merchant", merchant.value())
                .param("rows", rows(products))
                .update();
    }

    /** Only those whose SKU is not in the catalogue yet; what is known stays as it is. */
    public void putUnknown(MerchantId merchant, Collection<Product> products) {
        var absent = absent(merchant, products);
        var unknown = products.stream()
                .filter(product -> absent.contains(product.sku().value()))
                .toList();
        if (!unknown.isEmpty()) {
            jdbc.sql("INSERT INTO orders.product (merchant_id, " + COLUMNS + ") SELECT :merchant, " + COLUMNS + " FROM "
                            + ROWS + " ORDER BY sku COLLATE \"C\" ON CONFLICT (merchant_id, sku) DO NOTHING")
                    .param("merchant", merchant.value())
                    .param("rows", rows(unknown))
                    .update();
        }
    }

    /** Nearly always few: most files name what the catalogue knows. */
    private Set<String> absent(MerchantId merchant, Collection<Product> products) {
        return jdbc.sql("""
                        SELECT n.sku FROM unnest(:skus::text[]) AS n(sku)
                        WHERE NOT EXISTS (SELECT FROM orders.product p WHERE p.merchant_id = :merchant AND p.sku = n.sku)
                        """)
                .param("merchant", merchant.value())
                .param(
                        "skus",
                        products.stream().map(product -> product.sku().value()).toArray(String[]::new))
                .query((row, _) -> row.getString("sku"))
                .set();
    }

    private String rows(Collection<Product> products) {
        return json.write(products.stream().map(Row::of).toList());
    }

    static Product product(ResultSet row, int number) throws SQLException {
        var gtin = row.getString("gtin");
        var weight = row.getInt("weight_grams");
        var hasWeight = !row.wasNull();
        var currency = row.getString("price_currency");
        var hazard = row.getString("hazard");
        return new Product(
                new Sku(row.getString("sku")),
                row.getString("name"),
                gtin == null ? null : new Gtin(gtin),
                hasWeight ? weight : null,
                currency == null ? null : new Money(row.getLong("price_minor"), Currency.getInstance(currency)),
                row.getString("variant_of"),
                row.getString("image_url"),
                row.getString("supplier"),
                hazard == null ? null : Product.Hazard.valueOf(hazard));
    }

    /** As {@link #ROWS} names the fields. */
    @JsonNaming(SnakeCaseStrategy.class)
    private record Row(
            String sku,
            String name,
            @Nullable String gtin,
            @Nullable Integer weightGrams,
            @Nullable Long priceMinor,
            @Nullable String priceCurrency,
            @Nullable String variantOf,
            @Nullable String imageUrl,
            @Nullable String supplier,
            Product.@Nullable Hazard hazard) {
        static Row of(Product product) {
            var gtin = product.gtin();
            var price = product.price();
            return new Row(
                    product.sku().value(),
                    product.name(),
                    gtin == null ? null : gtin.digits(),
                    product.weightGrams(),
                    price == null ? null : price.minor(),
                    price == null ? null : price.currency().getCurrencyCode(),
                    product.variantOf(),
                    product.imageUrl(),
                    product.supplier(),
                    product.hazard());
        }
    }
}
