package org.redress.orders.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.kernel.Refused;
import org.redress.sheets.Layout;
import org.redress.sheets.Outcome;
import org.redress.sheets.RowFault;
import org.redress.sheets.SheetColumn;

class OrderRowTest {
    private static final List<String> HEADER =
            List.of("orderNumber", "placedAt", "sku", "quantity", "unitPrice", "discount");
    private static final List<SheetColumn> COLUMNS = columns(
            "orderNumber! placedAt! sku! quantity! unitPrice! lineNumber name discount currency shop customerName email"
                    + " phone language shipToName shipToStreet shipToCity shipToRegion shipToPostcode shipToCountry"
                    + " shippingFee orderDiscount tax");
    private static final OrderRow.Defaults LONDON =
            new OrderRow.Defaults(ZoneId.of("Europe/London"), Currency.getInstance("GBP"), "demo");

    @Test
    void a_row_in_our_own_columns_needs_no_mapping() {
        var row = read("A-1", "2026-07-01 10:00", "MUG", "2", "12.50", "");
        assertThat(row.quantity()).isEqualTo(2);
        assertThat(row.unitPrice()).isEqualTo(1250);
        assertThat(row.currency()).isEqualTo(Currency.getInstance("GBP"));
        assertThat(row.shop()).isEqualTo("demo");
        assertThat(row.customer().name()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01 10:00:00, 2026-07-01T09:00:00Z",
        "2026-01-01 8:05, 2026-01-01T08:05:00Z",
        "2026-07-01, 2026-06-30T23:00:00Z",
        "2026-07-01T10:00, 2026-07-01T09:00:00Z",
        "2026-07-01T10:00:00Z, 2026-07-01T10:00:00Z",
        "2026-07-01T10:00:00+02:00, 2026-07-01T08:00:00Z"
    })
    void a_time_without_an_offset_is_on_the_merchant_s_clock(String text, Instant expected) {
        assertThat(read("A-1", text, "MUG", "2", "12.50", "").placedAt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'2,55',255", "2.5,250", "7,700", "0.0,0", "2.550,255"})
    void a_price_may_be_written_with_a_decimal_comma(String text, long pence) {
        assertThat(read("A-1", "2026-07-01", "MUG", "1", text, "").unitPrice()).isEqualTo(pence);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2026-07-01, MUG, 1, 1.00, '', orderNumber MISSING",
        "A-1, 01/07/2026, MUG, 1, 1.00, '', placedAt AMBIGUOUS_DATE",
        "A-1, 2026-02-30, MUG, 1, 1.00, '', placedAt NOT_A_TIME",
        "A-1, 2026-02-30 10:00, MUG, 1, 1.00, '', placedAt NOT_A_TIME",
        "A-1, 2026-07-01, '', 1, 1.00, '', sku MISSING",
        "A-1, 2026-07-01, MUG, '', 1.00, '', quantity MISSING",
        "A-1, 2026-07-01, MUG, 0, 1.00, '', quantity OUT_OF_RANGE",
        "A-1, 2026-07-01, MUG, '1,000', 1.00, '', quantity AMBIGUOUS_NUMBER",
        "A-1, 2026-07-01, MUG, 1.5, 1.00, '', quantity NOT_A_WHOLE_NUMBER",
        "A-1, 2026-07-01, MUG, 1e3, 1.00, '', quantity NOT_A_WHOLE_NUMBER",
        "A-1, 2026-07-01, MUG, -3, 1.00, '', quantity NEGATIVE_QUANTITY",
        "C123, 2026-07-01, MUG, -3, 1.00, '', quantity CANCELLED_ORDER",
        "A-1, 2026-07-01, MUG, 1, '', '', unitPrice MISSING",
        "A-1, 2026-07-01, MUG, 1, 1.005, '', unitPrice NOT_AN_AMOUNT",
        "A-1, 2026-07-01, MUG, 1, '1,000', '', unitPrice AMBIGUOUS_NUMBER",
        "A-1, 2026-07-01, MUG, 1, -1.00, '', unitPrice NOT_AN_AMOUNT",
        "A-1, 2026-07-01, MUG, 1, 1.00, 1.01, discount DISCOUNT_TOO_LARGE",
        "A-1, 2026-07-01, MUG, 1000000, 10000.01, '', unitPrice AMOUNT_TOO_LARGE"
    })
    void a_faulty_cell_is_named_with_its_reason(
            String order, String at, String sku, String quantity, String price, String discount, String expected) {
        assertThat(faults(List.of(order, at, sku, quantity, price, discount)))
                .extracting(fault -> fault.column() + " " + fault.code())
                .containsExactly(expected);
    }

    @Test
    void all_faults_of_a_row_are_told() {
        assertThat(faults(List.of("A-1", "soon", "", "x", "y")))
                .extracting(RowFault::column)
                .containsExactlyInAnyOrder("placedAt", "sku", "quantity", "unitPrice");
    }

    @Test
    void quantities_of_a_spreadsheet_with_a_point_and_zero_are_whole() {
        assertThat(read("A-1", "2026-07-01", "MUG", "6.0", "1.00", "").quantity())
                .isEqualTo(6);
    }

    @Test
    void more_cells_than_columns_are_refused_but_blank_ones_are_not() {
        assertThat(faults(List.of("A-1", "2026-07-01", "MUG", "1", "1.00", "", "95")))
                .extracting(RowFault::code)
                .containsExactly("TOO_MANY_CELLS");
        assertThat(outcome(List.of("A-1", "2026-07-01", "MUG", "1", "1.00", "", "", " "), Map.of()))
                .isInstanceOf(Outcome.Read.class);
    }

    @Test
    void text_that_is_no_utf_8_is_refused_and_what_stood_there_is_cut_short() {
        var faults = faults(List.of("A-1", "2026-07-01", "M\uFFFDG", "1", "1.00"));
        assertThat(faults).extracting(RowFault::code).containsExactly("NOT_UTF8");
        assertThat(faults(List.of("A-1", "x".repeat(5_000), "MUG", "1", "1.00")))
                .allSatisfy(fault -> assertThat(fault.gap()).hasSize(61));
    }

    @Test
    void a_mapping_names_their_columns_or_one_text_for_all_rows() {
        var layout = Layout.of(
                COLUMNS,
                List.of("InvoiceNo", "InvoiceDate", "StockCode", "Quantity", "UnitPrice"),
                Map.of(
                        "orderNumber", "InvoiceNo",
                        "placedAt", "InvoiceDate",
                        "sku", "StockCode",
                        "currency", "=EUR",
                        "shop", "= Market "));
        var row = value(OrderRow.read(layout.row(2, List.of("7", "2026-07-01", "MUG", "1", "1.00")), LONDON));
        assertThat(row.orderNumber()).isEqualTo("7");
        assertThat(row.currency()).isEqualTo(Currency.getInstance("EUR"));
        assertThat(row.shop()).isEqualTo("Market");
    }

    @Test
    void columns_are_known_however_they_are_spelt() {
        var layout = Layout.of(
                COLUMNS,
                List.of("Order Number", "placed_at", "SKU", "QUANTITY", "unit-price", "customer.email"),
                Map.of());
        var row = value(OrderRow.read(
                layout.row(2, List.of("7", "2026-07-01", "MUG", "1", "1.00", "ada@example.com")), LONDON));
        assertThat(row.customer().email()).isEqualTo("ada@example.com");
    }

    @Test
    void a_mapping_that_does_not_fit_the_file_is_refused_with_every_place() {
        var mapping = new LinkedHashMap<String, String>();
        mapping.put("colour", "Colour");
        mapping.put("sku", "StockCode");
        assertThatThrownBy(() -> Layout.of(COLUMNS, List.of("orderNumber", "placedAt", "quantity"), mapping))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().faults())
                                .extracting(fault -> fault.pointer() + " " + fault.code())
                                .containsExactly(
                                        "/mapping/colour UNKNOWN_COLUMN",
                                        "/mapping/sku COLUMN_NOT_IN_FILE",
                                        "/mapping/unitPrice COLUMN_MISSING"));
    }

    private static OrderRow read(String... cells) {
        return value(outcome(List.of(cells), Map.of()));
    }

    private static List<RowFault> faults(List<String> cells) {
        return ((Outcome.Rejected<OrderRow>) outcome(cells, Map.of())).faults();
    }

    private static OrderRow value(Outcome<OrderRow> outcome) {
        return ((Outcome.Read<OrderRow>) outcome).value();
    }

    private static Outcome<OrderRow> outcome(List<String> cells, Map<String, String> mapping) {
        return OrderRow.read(Layout.of(COLUMNS, HEADER, mapping).row(2, cells), LONDON);
    }

    private static List<SheetColumn> columns(String names) {
        return Arrays.stream(names.split(" "))
                .map(name -> new SheetColumn(
                        name.replace("!", ""),
                        name.endsWith("!"),
                        "",
                        "",
                        name.equals("email") ? List.of("customer.email") : List.of()))
                .toList();
    }
}
