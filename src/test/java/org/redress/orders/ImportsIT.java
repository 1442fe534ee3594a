package org.redress.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.sheets.ImportError;
import org.redress.sheets.ImportKind;
import org.redress.sheets.ImportRun;
import org.redress.sheets.Imports;
import org.redress.testing.RedressTest;
import org.redress.testing.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
class ImportsIT {
    /** The columns of the data set "Online Retail". */
    private static final Map<String, String> RETAIL = Map.of(
            "orderNumber", "InvoiceNo",
            "placedAt", "InvoiceDate",
            "sku", "StockCode",
            "name", "Description",
            "quantity", "Quantity",
            "unitPrice", "UnitPrice",
            "customerName", "CustomerID",
            "shipToCountry", "Country",
            "currency", "=GBP");

    @Autowired
    Imports imports;

    @Autowired
    Orders orders;

    @Autowired
    Products products;

    @Autowired
    Merchants merchants;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Value("${redress.home}")
    Path home;

    private MerchantId merchant = new MerchantId(Ids.next());

    @BeforeEach
    void aMerchantInLondon() {
        var slug = "m" + Long.toString(System.nanoTime(), 36);
        merchant = merchants
                .found(new Merchant(
                        merchant,
                        slug,
                        "Imports",
                        Locale.ENGLISH,
                        ZoneId.of("Europe/London"),
                        Currency.getInstance("EUR")))
                .id();
    }

    @Test
    void a_file_with_dirt_imports_its_good_rows_and_names_every_bad_one() throws IOException {
        var run = finished(start(ImportKind.ORDERS, RETAIL, fixture()));
        assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(imports.errors(merchant, run.id()))
                .extracting(error -> error.row() + " " + error.column() + " " + error.code())
                .containsExactly(
                        "8 Quantity CANCELLED_ORDER",
                        "9 Quantity NEGATIVE_QUANTITY",
                        "10 UnitPrice NOT_AN_AMOUNT",
                        "11 InvoiceDate AMBIGUOUS_DATE",
                        "13 Quantity NOT_A_WHOLE_NUMBER",
                        "16  TOO_MANY_CELLS");
        assertThat(run.rowsRejected()).isEqualTo(6);
        assertThat(run.rowsAccepted()).isEqualTo(8);
        assertThat(run.rowsRead()).isEqualTo(14);
    }

    @Test
    void rows_of_one_order_come_together_wherever_they_stand_and_each_is_a_line() throws IOException {
        finished(start(ImportKind.ORDERS, RETAIL, fixture()));
        var order = orders.find(merchant, "700001").orElseThrow();
        assertThat(order.lines())
                .extracting(line -> line.lineNumber() + " " + line.sku() + " " + line.quantity())
                .containsExactly("1 41001A 6", "2 41001B 2", "3 41001A 1", "4 61013 1");
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-02-02T09:15:00Z"));
        assertThat(order.currency()).isEqualTo(Currency.getInstance("GBP"));
        assertThat(order.customer().name()).isEqualTo("20001.0");
        assertThat(order.shipTo().country()).isEqualTo("United Kingdom");
        assertThat(orders.find(merchant, "700002").orElseThrow().customer().name())
                .isEmpty();
        assertThat(orders.find(merchant, "700003").orElseThrow().paid().isZero())
                .isTrue();
        assertThat(orders.find(merchant, "C700004")).isEmpty();
    }

    @Test
    void names_in_an_order_file_fill_unknown_products_and_change_no_known_one() throws IOException {
        var known = new Product(new Sku("41001A"), "Lantern", null, 300, null, null, null, null, null);
        products.put(merchant, List.of(known));
        finished(start(ImportKind.ORDERS, RETAIL, fixture()));
        var found = products.find(
                merchant, List.of(new Sku("41001A"), new Sku("41001B"), new Sku("52007"), new Sku("52008")));
        assertThat(found.get(new Sku("41001A"))).isEqualTo(known);
        assertThat(found.get(new Sku("41001B"))).extracting(Product::name).isEqualTo("PAPER LANTERN, SQUARE");
        assertThat(found.get(new Sku("52007"))).extracting(Product::name).isEqualTo("FRAME 7\" SINGLE");
        assertThat(found).doesNotContainKey(new Sku("52008"));
    }

    @Test
    void the_same_file_twice_changes_no_row() throws IOException {
        finished(start(ImportKind.ORDERS, RETAIL, fixture()));
        var before = versions();
        var second = finished(start(ImportKind.ORDERS, RETAIL, fixture()));
        assertThat(versions()).isNotEmpty().isEqualTo(before);
        assertThat(second.rowsAccepted()).isEqualTo(8);
    }

    @Test
    void payments_that_are_known_survive_an_import_that_tells_none() throws IOException {
        finished(start(ImportKind.ORDERS, RETAIL, fixture()));
        var order = orders.find(merchant, "700007").orElseThrow();
        var payment = new Order.Payment("card", "ch_7", order.paid(), order.placedAt());
        var paid = new Order(
                order.orderNumber(),
                order.shop(),
                order.placedAt(),
                order.currency(),
                order.customer(),
                order.shipTo(),
                order.lines(),
                order.shippingFee(),
                order.discount(),
                order.tax(),
                List.of(payment));
        orders.put(merchant, List.of(paid));
        finished(start(ImportKind.ORDERS, RETAIL, fixture()));
        assertThat(orders.find(merchant, "700007")).contains(paid);
    }

    @Test
    void the_whole_of_online_retail_is_accounted_for_row_by_row() throws IOException {
        var file = SharedData.file("orders-online-retail.csv");
        ImportRun run;
        try (var content = Files.newInputStream(file)) {
            run = finished(start(ImportKind.ORDERS, RETAIL, content));
        }
        assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(run.rowsRead()).isEqualTo(10_000);
        assertThat(run.rowsRejected()).isEqualTo(130);
        var errors = imports.errors(merchant, run.id());
        assertThat(errors.stream().collect(Collectors.groupingBy(ImportError::code, Collectors.counting())))
                .containsOnly(Map.entry("CANCELLED_ORDER", 100L), Map.entry("NEGATIVE_QUANTITY", 30L));
        assertThat(count("orders.order_line")).isEqualTo(9_870);
        var biggest = orders.find(merchant, "536876").orElseThrow();
        assertThat(biggest.lines()).hasSize(593);
        assertThat(count("orders.customer_order")).isEqualTo(DIFFERENT_ORDERS);
        assertThat(orders.find(merchant, "536365").orElseThrow().placedAt())
                .isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
        var before = versions();
        try (var content = Files.newInputStream(file)) {
            finished(start(ImportKind.ORDERS, RETAIL, content));
        }
        assertThat(versions()).isEqualTo(before);
    }

    /** Of the first 10,000 rows of Online Retail: those with a positive quantity. */
    private static final long DIFFERENT_ORDERS = 439;

    @Test
    void products_are_imported_and_of_two_rows_with_one_sku_the_later_counts() {
        var run = finished(start(ImportKind.PRODUCTS, Map.of(), """
                sku;name;gtin;weightGrams;price;currency;variantOf;hazard
                MUG-R;Red mug;4006381333931;350;12,99;GBP;MUGS;
                MUG-R;Red mug, large;4006381333931;400;14,99;GBP;MUGS;
                LAMP;Lamp;4006381333932;;;;;battery
                CELL;Button cell;;;;;;battery
                """));
        assertThat(run.rowsAccepted()).isEqualTo(3);
        assertThat(imports.errors(merchant, run.id()))
                .extracting(ImportError::code)
                .containsExactly("NOT_A_GTIN");
        var found = products.find(merchant, List.of(new Sku("MUG-R"), new Sku("CELL")));
        assertThat(found.get(new Sku("MUG-R"))).extracting(Product::name).isEqualTo("Red mug, large");
        assertThat(found.get(new Sku("CELL"))).extracting(Product::hazard).isEqualTo(Product.Hazard.BATTERY);
    }

    @Test
    void of_many_errors_the_first_thousand_are_kept_and_all_are_counted() {
        var rows = IntStream.range(0, 2_500)
                .mapToObj(i -> "A-%d,2026-01-01,MUG,%s,1.00".formatted(i, i % 2 == 0 ? "x" : "1"))
                .collect(Collectors.joining("\n"));
        var run = finished(start(ImportKind.ORDERS, Map.of(), "orderNumber,placedAt,sku,quantity,unitPrice\n" + rows));
        assertThat(run.rowsRejected()).isEqualTo(1_250);
        assertThat(run.rowsAccepted()).isEqualTo(1_250);
        assertThat(imports.errors(merchant, run.id())).hasSize(1_000);
        assertThat(count("orders.customer_order")).isEqualTo(1_250);
    }

    @Test
    void a_row_that_does_not_fit_its_order_is_rejected_and_the_others_stay() {
        var run = finished(start(ImportKind.ORDERS, Map.of(), """
                orderNumber,lineNumber,placedAt,sku,quantity,unitPrice,currency,orderDiscount
                A-1,1,2026-01-01,MUG,1,1.00,GBP,
                A-1,1,2026-01-01,CUP,1,1.00,GBP,
                A-2,1,2026-01-01,CUP,1,1.00,GBP,9.00
                A-1,2,2026-01-01,CUP,1,1.00,EUR,
                """));
        assertThat(imports.errors(merchant, run.id()))
                .extracting(error -> error.row() + " " + error.code())
                .containsExactly("3 LINE_NUMBER_TWICE", "4 DISCOUNT_TOO_LARGE", "5 CURRENCY_MIXED");
        assertThat(run.rowsAccepted()).isEqualTo(1);
        assertThat(run.rowsRejected()).isEqualTo(3);
        assertThat(orders.find(merchant, "A-1").orElseThrow().lines()).hasSize(1);
        assertThat(orders.find(merchant, "A-2")).isEmpty();
    }

    @Test
    void an_order_that_spans_batches_is_whole() {
        var rows = IntStream.range(0, 3_000)
                .mapToObj(i -> "A-%d,2026-01-01,MUG,1,1.00".formatted(i % 2))
                .collect(Collectors.joining("\n"));
        var run = finished(start(ImportKind.ORDERS, Map.of(), "orderNumber,placedAt,sku,quantity,unitPrice\n" + rows));
        assertThat(run.rowsAccepted()).isEqualTo(3_000);
        assertThat(orders.find(merchant, "A-0").orElseThrow().lines()).hasSize(1_500);
        assertThat(orders.find(merchant, "A-1").orElseThrow().lines()).hasSize(1_500);
    }

    @Test
    void a_file_that_is_no_csv_for_the_most_part_is_given_up_and_keeps_what_came_before() {
        var broken = "A-2,2026-01-01,\"MUG\"x,1,1.00\n".repeat(150);
        var run = finished(start(
                ImportKind.ORDERS,
                Map.of(),
                "orderNumber,placedAt,sku,quantity,unitPrice\nA-1,2026-01-01,MUG,1,1.00\n" + broken));
        assertThat(run.state()).isEqualTo(ImportRun.State.FAILED);
        assertThat(run.rowsRejected()).isEqualTo(100);
        assertThat(imports.errors(merchant, run.id()).getLast().code()).isEqualTo("UNREADABLE_FROM_HERE");
        assertThat(orders.find(merchant, "A-1")).isPresent();
    }

    @Test
    void a_row_that_cannot_be_read_does_not_stop_the_next() {
        var run = finished(start(ImportKind.ORDERS, Map.of(), """
                orderNumber,placedAt,sku,quantity,unitPrice
                A-1,2026-01-01,MUG,1,1.00
                A-2,2026-01-01,"MUG,1,1.00
                A-3,2026-01-01,MUG,1,1.00
                """));
        assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(imports.errors(merchant, run.id()))
                .extracting(error -> error.row() + " " + error.code())
                .containsExactly("3 UNREADABLE");
        assertThat(orders.find(merchant, "A-1")).isPresent();
        assertThat(orders.find(merchant, "A-3")).isPresent();
    }

    @Test
    void a_row_that_would_have_to_wait_is_not_kept_when_it_is_a_book() throws IOException {
        var run = finished(start(ImportKind.ORDERS, Map.of(), """
                orderNumber,placedAt,sku,quantity,unitPrice,name
                A-1,2026-01-01,MUG,1,1.00,Mug
                A-2,2026-01-01,MUG,1,1.00,Mug
                A-1,2026-01-01,CUP,1,1.00,%s
                A-2,2026-01-01,CUP,1,1.00,Cup
                """.formatted("x".repeat(11_000))));
        assertThat(imports.errors(merchant, run.id()))
                .extracting(error -> error.row() + " " + error.code())
                .containsExactly("4 TOO_LONG");
        assertThat(orders.find(merchant, "A-1").orElseThrow().lines()).hasSize(1);
        assertThat(orders.find(merchant, "A-2").orElseThrow().lines()).hasSize(2);
    }

    @Test
    void after_the_run_neither_its_file_nor_its_waiting_rows_are_left() throws IOException {
        var run = finished(start(ImportKind.ORDERS, RETAIL, fixture()));
        var file = home.resolve("imports").resolve(run.id() + ".csv");
        await().atMost(Duration.ofSeconds(10)).until(() -> !Files.exists(file));
        assertThat(home.resolve("imports").resolve(run.id() + ".rows")).doesNotExist();
    }

    @Test
    void what_cannot_be_imported_is_refused_at_the_door_and_leaves_nothing() {
        assertRefused("COLUMN_MISSING", ImportKind.ORDERS, Map.of(), "a,b\n1,2\n");
        assertRefused("COLUMN_NOT_IN_FILE", ImportKind.PRODUCTS, Map.of("name", "Title"), "sku,label\n1,2\n");
        assertRefused("EMPTY_FILE", ImportKind.ORDERS, Map.of(), "");
        assertRefused("UNREADABLE", ImportKind.ORDERS, Map.of(), "\"sku,name\n1,2\n");
        assertRefused("BROKEN_WORKBOOK", ImportKind.ORDERS, Map.of(), "PK\3\4 and so on");
        assertRefused("COLUMN_MISSING", ImportKind.SHIPMENTS, Map.of(), "trackingNumber\n1\n");
        assertThat(imports.page(merchant, null, 10).items()).isEmpty();
    }

    private void assertRefused(String code, ImportKind kind, Map<String, String> mapping, String text) {
        assertThatThrownBy(() -> start(kind, mapping, text)).isInstanceOfSatisfying(Refused.class, refused -> {
            var refusal = refused.refusal();
            assertThat(
                            refusal.faults().isEmpty()
                                    ? refusal.code()
                                    : refusal.faults().getFirst().code())
                    .isEqualTo(code);
        });
    }

    @Test
    void runs_are_listed_the_newest_first_and_another_merchant_sees_none() {
        var ids = IntStream.range(0, 3)
                .mapToObj(_ -> start(ImportKind.PRODUCTS, Map.of(), "sku,name\nA,B\n"))
                .toList();
        var first = imports.page(merchant, null, 2);
        assertThat(first.items()).extracting(ImportRun::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(imports.page(merchant, first.next(), 2).items())
                .extracting(ImportRun::id)
                .containsExactly(ids.get(0));
        assertThat(imports.find(new MerchantId(Ids.next()), ids.get(0))).isEmpty();
        ids.forEach(this::finished);
    }

    private static InputStream fixture() {
        return Objects.requireNonNull(ImportsIT.class.getResourceAsStream("/orders/retail-sample.csv"));
    }

    private UUID start(ImportKind kind, Map<String, String> mapping, String text) {
        return start(kind, mapping, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private UUID start(ImportKind kind, Map<String, String> mapping, InputStream content) {
        return imports.start(merchant, kind, "file.csv", mapping, new Actor.Product(), content)
                .id();
    }

    private ImportRun finished(UUID id) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> imports.find(merchant, id).orElseThrow(), run -> {
                    assertThat(run.rowsRead()).isEqualTo(run.rowsAccepted() + run.rowsRejected());
                    return run.state() != ImportRun.State.RUNNING;
                });
    }

    private long count(String table) {
        return transactions.call(
                merchant,
                () -> jdbc.sql("SELECT count(*) FROM " + table)
                        .query(Long.class)
                        .single());
    }

    /** Which transaction wrote each row of truth. */
    private List<String> versions() {
        return transactions.call(
                merchant, () -> jdbc.sql("""
                        SELECT 'o' || order_number || ' ' || xmin FROM orders.customer_order
                        UNION ALL SELECT 'l' || order_number || ' ' || line_number || ' ' || xmin FROM orders.order_line
                        UNION ALL SELECT 'p' || sku || ' ' || xmin FROM orders.product
                        ORDER BY 1
                        """).query(String.class).list());
    }
}
