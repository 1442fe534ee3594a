package org.redress.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.database.Copying;
import org.redress.database.Json;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.OrderSummary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Tables {@code orders.customer_order} and {@code orders.order_line}. A few orders go to the database as JSON arrays, many by COPY. */
@Repository
public class OrderTable {
    /** Equalities and ranges only: under row-level security no index serves a condition that is not leakproof. */
    private static final String LOOKED_FOR = """
            (order_number >= :text AND order_number < :text || chr(1114111)
                OR email_key = lower(:text) OR phone_key = :phone)""";

    private static final String ORDER_COLUMNS = """
            order_number text COLLATE "C", shop text, placed_at timestamptz, currency text, customer_name text,
            customer_email text, customer_phone text, customer_language text, ship_to jsonb,
            shipping_fee_minor bigint, discount_minor bigint, tax_minor bigint, payments jsonb""";

    private static final String LINE_COLUMNS = """
            order_number text COLLATE "C", line_number int, sku text, quantity int, unit_price_minor bigint,
            discount_minor bigint, placed_at timestamptz""";

    private static final String ORDER_ROWS = "jsonb_to_recordset(:orders::jsonb) AS r(" + ORDER_COLUMNS + ")";
    private static final String LINE_ROWS = "jsonb_to_recordset(:lines::jsonb) AS r(" + LINE_COLUMNS + ")";
    private static final String INSERT_LINES = """
            INSERT INTO orders.order_line AS l (
                merchant_id, order_number, line_number, sku, quantity, unit_price_minor, discount_minor, placed_at)
            """;
    private static final String NO_PAYMENTS = "[]";

    private final JdbcClient jdbc;
    private final Json json;
    private final Copying copying;

    OrderTable(JdbcClient jdbc, Json json, Copying copying) {
        this.jdbc = jdbc;
        this.json = json;
        this.copying = copying;
    }

    /** The orders placed between two moments that hold an article, the oldest first: lines know when they were placed. */
    public List<String> holding(MerchantId merchant, Sku article, Instant from, Instant until) {
        return jdbc.sql("""
                        SELECT order_number FROM (
                            SELECT DISTINCT order_number, placed_at FROM orders.order_line
                            WHERE merchant_id = :merchant AND sku = :sku AND placed_at BETWEEN :from AND :until
                            ORDER BY placed_at DESC, order_number LIMIT 5000) newest
                        ORDER BY placed_at, order_number""")
                .param("merchant", merchant.value())
                .param("sku", article.value())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query((row, _) -> row.getString("order_number"))
                .list();
    }

    public Optional<Order> find(MerchantId merchant, String orderNumber) {
        return jdbc.sql("""
                        SELECT o.*, (SELECT jsonb_agg(to_jsonb(l) ORDER BY l.line_number) FROM orders.order_line l
                                     WHERE l.merchant_id = o.merchant_id AND l.order_number = o.order_number) AS lines
                        FROM orders.customer_order o WHERE o.merchant_id = ? AND o.order_number = ?
                        """)
                .param(merchant.value())
                .param(orderNumber)
                .query((row, _) -> order(row, lines(row.getString("lines"), row.getString("currency"))))
                .optional();
    }

    public Set<String> known(MerchantId merchant, Collection<String> orderNumbers) {
        return jdbc.sql(
                        "SELECT order_number FROM orders.customer_order WHERE merchant_id = ? AND order_number = ANY (?)")
                .params(merchant.value(), orderNumbers.toArray(String[]::new))
                .query((row, _) -> row.getString("order_number"))
                .set();
    }

    public Map<String, Order.Customer> customers(MerchantId merchant, Collection<String> orderNumbers) {
        var customers = new HashMap<String, Order.Customer>();
        jdbc.sql("SELECT * FROM orders.customer_order WHERE merchant_id = ? AND order_number = ANY (?)")
                .params(merchant.value(), orderNumbers.toArray(String[]::new))
                .query(row -> {
                    customers.put(row.getString("order_number"), customer(row));
                });
        return customers;
    }

    public boolean hasEarlier(MerchantId merchant, String email, Instant placedAt) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM orders.customer_order
                                        WHERE merchant_id = ? AND email_key = lower(?) AND placed_at < ?)
                        """)
                .params(merchant.value(), email, Timestamp.from(placedAt))
                .query(Boolean.class)
                .single();
    }

    public Map<String, String> countries(MerchantId merchant, Collection<String> orderNumbers) {
        var countries = new HashMap<String, String>();
        jdbc.sql("""
                        SELECT order_number, ship_to ->> 'country' AS country FROM orders.customer_order
                         WHERE merchant_id = ? AND order_number = ANY (?) AND ship_to ->> 'country' IS NOT NULL
                        """)
                .params(merchant.value(), orderNumbers.toArray(String[]::new))
                .query(row -> {
                    countries.put(row.getString("order_number"), row.getString("country"));
                });
        return countries;
    }

    /** By the beginning of the name; the newest first. */
    public List<OrderSummary> under(MerchantId merchant, String name, int limit) {
        return jdbc.sql("""
                        SELECT o.order_number, o.shop, o.placed_at, o.customer_name, l.lines, l.units
                        FROM (
                            SELECT * FROM orders.customer_order
                            WHERE merchant_id = :merchant AND name_key >= left(lower(:name), 100)
                              AND name_key < left(lower(:name), 100) || chr(1114111)
                            ORDER BY placed_at DESC, order_number DESC
                            LIMIT :limit) o
                        CROSS JOIN LATERAL (
                            SELECT count(*)::int AS lines, coalesce(sum(quantity), 0) AS units
                            FROM orders.order_line
                            WHERE merchant_id = :merchant AND order_number = o.order_number) l
                        ORDER BY o.placed_at DESC, o.order_number DESC
                        """)
                .param("merchant", merchant.value())
                .param("name", name)
                .param("limit", limit)
                .query((row, _) -> summary(row))
                .list();
    }

    private static OrderSummary summary(ResultSet row) throws SQLException {
        return new OrderSummary(
                row.getString("order_number"),
                row.getString("shop"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getString("customer_name"),
                row.getInt("lines"),
                row.getLong("units"));
    }

    private static Order.Customer customer(ResultSet row) throws SQLException {
        return new Order.Customer(
                row.getString("customer_name"),
                row.getString("customer_email"),
                row.getString("customer_phone"),
                row.getString("customer_language"));
    }

    /** The next whole orders by number, with their lines: two queries. */
    public List<Order> following(MerchantId merchant, String after, int limit) {
        var lines = new HashMap<String, List<Order.Line>>();
        jdbc.sql("""
                        SELECT l.order_number, l.line_number, l.sku, l.quantity, l.unit_price_minor, l.discount_minor, o.currency
                        FROM (SELECT order_number, currency FROM orders.customer_order
                              WHERE merchant_id = :merchant AND order_number > :after ORDER BY order_number LIMIT :limit) o
                        JOIN orders.order_line l ON l.merchant_id = :merchant AND l.order_number = o.order_number
                        ORDER BY l.order_number, l.line_number
                        """)
                .param("merchant", merchant.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> lines.computeIfAbsent(row.getString("order_number"), _ -> new ArrayList<>())
                        .add(line(row, Currency.getInstance(row.getString("currency")))))
                .list();
        return jdbc.sql("""
                        SELECT * FROM orders.customer_order
                        WHERE merchant_id = ? AND order_number > ? ORDER BY order_number LIMIT ?
                        """)
                .params(merchant.value(), after, limit)
                .query((row, _) -> order(row, lines.getOrDefault(row.getString("order_number"), List.of())))
                .list();
    }

    public List<Order> all(MerchantId merchant, Collection<String> numbers) {
        var lines = new HashMap<String, List<Order.Line>>();
        jdbc.sql("""
                        SELECT l.order_number, l.line_number, l.sku, l.quantity, l.unit_price_minor, l.discount_minor, o.currency
                        FROM orders.customer_order o
                        JOIN orders.order_line l ON l.merchant_id = o.merchant_id AND l.order_number = o.order_number
                        WHERE o.merchant_id = :merchant AND o.order_number = ANY (:numbers)
                        ORDER BY l.order_number, l.line_number
                        """)
                .param("merchant", merchant.value())
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, _) -> lines.computeIfAbsent(row.getString("order_number"), _ -> new ArrayList<>())
                        .add(line(row, Currency.getInstance(row.getString("currency")))))
                .list();
        return jdbc.sql("""
                        SELECT * FROM orders.customer_order
                        WHERE merchant_id = :merchant AND order_number = ANY (:numbers) ORDER BY order_number
                        """)
                .param("merchant", merchant.value())
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, _) -> order(row, lines.getOrDefault(row.getString("order_number"), List.of())))
                .list();
    }

    private static Order.Line line(ResultSet row, Currency currency) throws SQLException {
        return new Order.Line(
                row.getInt("line_number"),
                new Sku(row.getString("sku")),
                row.getInt("quantity"),
                new Money(row.getLong("unit_price_minor"), currency),
                new Money(row.getLong("discount_minor"), currency));
    }

    private List<Order.Line> lines(@Nullable String rows, String code) {
        var currency = Currency.getInstance(code);
        return rows == null
                ? List.of()
                : json.read(rows, new TypeReference<List<LineRow>>() {}).stream()
                        .map(line -> line.in(currency))
                        .toList();
    }

    private Order order(ResultSet row, List<Order.Line> lines) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Order(
                row.getString("order_number"),
                row.getString("shop"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                currency,
                customer(row),
                json.read(row.getString("ship_to"), Order.Address.class),
                lines,
                new Money(row.getLong("shipping_fee_minor"), currency),
                new Money(row.getLong("discount_minor"), currency),
                new Money(row.getLong("tax_minor"), currency),
                json.read(row.getString("payments"), new TypeReference<List<Payment>>() {}).stream()
                        .map(payment -> payment.in(currency))
                        .toList());
    }

    /** Where a list goes on: after this order. */
    public record Position(Instant placedAt, String orderNumber) {}

    /** All orders where the text is blank. */
    public List<OrderSummary> search(MerchantId merchant, String text, @Nullable Position after, int limit) {
        var found = text.isEmpty() ? "true" : LOOKED_FOR;
        return jdbc.sql("""
                        SELECT o.order_number, o.shop, o.placed_at, o.customer_name, l.lines, l.units
                        FROM (
                            SELECT * FROM orders.customer_order
                            WHERE merchant_id = :merchant AND %s
                              AND (placed_at, order_number) < (:placedAt::timestamptz, :orderNumber)
                            ORDER BY placed_at DESC, order_number DESC
                            LIMIT :limit) o
                        CROSS JOIN LATERAL (
                            SELECT count(*)::int AS lines, coalesce(sum(quantity), 0) AS units
                            FROM orders.order_line
                            WHERE merchant_id = :merchant AND order_number = o.order_number) l
                        ORDER BY o.placed_at DESC, o.order_number DESC
                        """.formatted(found))
                .param("merchant", merchant.value())
                .param("text", text)
                .param("phone", phone(text))
                .param("placedAt", after == null ? "infinity" : after.placedAt().toString())
                .param("orderNumber", after == null ? "" : after.orderNumber())
                .param("limit", limit)
                .query((row, _) -> summary(row))
                .list();
    }

    /** The digits where the text is written as a phone number; else what no phone number equals. */
    private static String phone(String text) {
        return text.matches("[0-9+() ./-]*[0-9][0-9+() ./-]*") ? text.replaceAll("[^0-9]", "") : "-";
    }

    /** The order numbers are distinct. Rows are written in the order of their key, so that two batches never deadlock. */
    public void put(MerchantId merchant, Collection<Order> orders) {
        jdbc.sql(putOrders(ORDER_ROWS, "excluded.payments"))
                .param("merchant", merchant.value())
                .param("orders", json.write(orders.stream().map(Row::of).toList()))
                .update();
        var lines = json.write(orders.stream().flatMap(LineRow::of).toList());
        jdbc.sql("""
                        DELETE FROM orders.order_line
                        WHERE merchant_id = :merchant AND order_number = ANY (:numbers)
                          AND (order_number, line_number) NOT IN (SELECT r.order_number, r.line_number FROM
                        """ + LINE_ROWS + ")")
                .param("merchant", merchant.value())
                .param("numbers", orders.stream().map(Order::orderNumber).toArray(String[]::new))
                .param("lines", lines)
                .update();
        jdbc.sql(putLines(LINE_ROWS))
                .param("merchant", merchant.value())
                .param("lines", lines)
                .update();
    }

    /**
     * The same for many orders at once, from where payments are not told: those that are known stay. Once in a
     * transaction.
     */
    public void putManyButPayments(MerchantId merchant, Collection<Order> orders) {
        copying.fill(
                "staged_order",
                ORDER_COLUMNS,
                orders,
                (line, order) -> line.add(order.orderNumber())
                        .add(order.shop())
                        .add(order.placedAt().toString())
                        .add(order.currency().getCurrencyCode())
                        .add(order.customer().name())
                        .add(order.customer().email())
                        .add(order.customer().phone())
                        .add(order.customer().language())
                        .add(json.write(order.shipTo()))
                        .add(order.shippingFee().minor())
                        .add(order.discount().minor())
                        .add(order.tax().minor())
                        .add(NO_PAYMENTS));
        copying.fill(
                "staged_order_line",
                LINE_COLUMNS,
                orders.stream().flatMap(LineRow::of).toList(),
                (line, row) -> line.add(row.orderNumber())
                        .add(row.lineNumber())
                        .add(row.sku())
                        .add(row.quantity())
                        .add(row.unitPriceMinor())
                        .add(row.discountMinor())
                        .add(row.placedAt()));
        jdbc.sql(putOrders(
                        "pg_temp.staged_order r",
                        "CASE WHEN o.currency = excluded.currency THEN o.payments ELSE excluded.payments END"))
                .param("merchant", merchant.value())
                .update();
        var old = withLines(merchant, orders);
        if (!old.isEmpty()) {
            jdbc.sql("""
                            DELETE FROM orders.order_line l
                            WHERE l.merchant_id = :merchant AND l.order_number = ANY (:old)
                              AND (l.order_number, l.line_number) NOT IN (
                                SELECT r.order_number, r.line_number FROM pg_temp.staged_order_line r)
                            """)
                    .param("merchant", merchant.value())
                    .param("old", old.toArray(String[]::new))
                    .update();
        }
        jdbc.sql(
                        old.isEmpty()
                                ? INSERT_LINES + "SELECT :merchant, r.* FROM pg_temp.staged_order_line r"
                                : putLines("pg_temp.staged_order_line r"))
                .param("merchant", merchant.value())
                .update();
    }

    /**
     * Of orders that have just been written: they are ours until the transaction ends, and nobody adds lines meanwhile.
     * Asked for one by one by their key, since PostgreSQL may not know yet how large the table has become.
     */
    private List<String> withLines(MerchantId merchant, Collection<Order> orders) {
        return jdbc.sql("""
                        SELECT n.order_number
                        FROM unnest(:numbers::text[]) AS n(order_number)
                        CROSS JOIN LATERAL (
                            SELECT FROM orders.order_line l
                            WHERE l.merchant_id = :merchant AND l.order_number = n.order_number
                            LIMIT 1) AS its_first
                        """)
                .param("merchant", merchant.value())
                .param("numbers", orders.stream().map(Order::orderNumber).toArray(String[]::new))
                .query((row, _) -> row.getString("order_number"))
                .list();
    }

    private static String putOrders(String rows, String payments) {
        return """
                INSERT INTO orders.customer_order AS o (
                    merchant_id, order_number, shop, placed_at, currency, customer_name, customer_email,
                    customer_phone, customer_language, ship_to, shipping_fee_minor, discount_minor, tax_minor, payments)
                SELECT :merchant, r.* FROM %1$s
                ORDER BY r.order_number COLLATE "C"
                ON CONFLICT (merchant_id, order_number) DO UPDATE SET
                    shop = excluded.shop, placed_at = excluded.placed_at, currency = excluded.currency,
                    customer_name = excluded.customer_name, customer_email = excluded.customer_email,
                    customer_phone = excluded.customer_phone, customer_language = excluded.customer_language,
                    ship_to = excluded.ship_to, shipping_fee_minor = excluded.shipping_fee_minor,
                    discount_minor = excluded.discount_minor, tax_minor = excluded.tax_minor,
                    payments = %2$s
                WHERE (o.shop, o.placed_at, o.currency, o.customer_name, o.customer_email, o.customer_phone,
                       o.customer_language, o.ship_to, o.shipping_fee_minor, o.discount_minor, o.tax_minor, o.payments)
                    IS DISTINCT FROM
                      (excluded.shop, excluded.placed_at, excluded.currency, excluded.customer_name,
                       excluded.customer_email, excluded.customer_phone, excluded.customer_language,
                       excluded.ship_to, excluded.shipping_fee_minor, excluded.discount_minor, excluded.tax_minor,
                       %2$s)
                """.formatted(rows, payments);
    }

    private static String putLines(String rows) {
        return INSERT_LINES + """
                SELECT :merchant, r.* FROM %s
                ORDER BY r.order_number COLLATE "C", r.line_number
                ON CONFLICT (merchant_id, order_number, line_number) DO UPDATE SET
                    sku = excluded.sku, quantity = excluded.quantity,
                    unit_price_minor = excluded.unit_price_minor, discount_minor = excluded.discount_minor,
                    placed_at = excluded.placed_at
                WHERE l IS DISTINCT FROM excluded
                """.formatted(rows);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Row(
            String orderNumber,
            String shop,
            String placedAt,
            String currency,
            String customerName,
            @Nullable String customerEmail,
            @Nullable String customerPhone,
            @Nullable String customerLanguage,
            Order.Address shipTo,
            long shippingFeeMinor,
            long discountMinor,
            long taxMinor,
            List<Payment> payments) {
        static Row of(Order order) {
            return new Row(
                    order.orderNumber(),
                    order.shop(),
                    order.placedAt().toString(),
                    order.currency().getCurrencyCode(),
                    order.customer().name(),
                    order.customer().email(),
                    order.customer().phone(),
                    order.customer().language(),
                    order.shipTo(),
                    order.shippingFee().minor(),
                    order.discount().minor(),
                    order.tax().minor(),
                    order.payments().stream().map(Payment::of).toList());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record LineRow(
            String orderNumber,
            int lineNumber,
            String sku,
            int quantity,
            long unitPriceMinor,
            long discountMinor,
            String placedAt) {
        Order.Line in(Currency currency) {
            return new Order.Line(
                    lineNumber,
                    new Sku(sku),
                    quantity,
                    new Money(unitPriceMinor, currency),
                    new Money(discountMinor, currency));
        }

        static Stream<LineRow> of(Order order) {
            return order.lines().stream()
                    .map(line -> new LineRow(
                            order.orderNumber(),
                            line.lineNumber(),
                            line.sku().value(),
                            line.quantity(),
                            line.unitPrice().minor(),
                            line.discount().minor(),
                            order.placedAt().toString()));
        }
    }

    /** A payment in its jsonb column; the currency is the order's. */
    private record Payment(String provider, String reference, long minor, Instant paidAt) {
        static Payment of(Order.Payment payment) {
            return new Payment(
                    payment.provider(), payment.reference(), payment.amount().minor(), payment.paidAt());
        }

        Order.Payment in(Currency currency) {
            return new Order.Payment(provider, reference, new Money(minor, currency), paidAt);
        }
    }
}
