package org.redress.orders.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.orders.ImportColumn;
import org.redress.orders.ImportKind;

/** The columns that we know, and the names by which others know them. */
public final class Columns {
    private static final List<ImportColumn> ORDERS = columns(
            List.of("orderNumber", "placedAt", "sku", "quantity", "unitPrice"),
            List.of(
                    "lineNumber",
                    "name",
                    "discount",
                    "currency",
                    "shop",
                    "customerName",
                    "email",
                    "phone",
                    "language",
                    "shipToName",
                    "shipToStreet",
                    "shipToCity",
                    "shipToRegion",
                    "shipToPostcode",
                    "shipToCountry",
                    "shippingFee",
                    "orderDiscount",
                    "tax"));
    private static final List<ImportColumn> PRODUCTS = columns(
            List.of("sku", "name"),
            List.of("gtin", "weightGrams", "price", "currency", "variantOf", "imageUrl", "supplier", "hazard"));

    /** Other spellings, without their punctuation; {@code customer.email} is the same as {@code customerEmail}. */
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("order", "orderNumber"),
            Map.entry("line", "lineNumber"),
            Map.entry("description", "name"),
            Map.entry("productname", "name"),
            Map.entry("linessku", "sku"),
            Map.entry("linesquantity", "quantity"),
            Map.entry("linesunitprice", "unitPrice"),
            Map.entry("linesdiscount", "discount"),
            Map.entry("lineslinenumber", "lineNumber"),
            Map.entry("customer", "customerName"),
            Map.entry("customeremail", "email"),
            Map.entry("customerphone", "phone"),
            Map.entry("customerlanguage", "language"),
            Map.entry("street", "shipToStreet"),
            Map.entry("city", "shipToCity"),
            Map.entry("region", "shipToRegion"),
            Map.entry("postcode", "shipToPostcode"),
            Map.entry("country", "shipToCountry"));

    private Columns() {}

    private static List<ImportColumn> columns(List<String> needed, List<String> optional) {
        return Stream.concat(
                        needed.stream().map(name -> new ImportColumn(name, true)),
                        optional.stream().map(name -> new ImportColumn(name, false)))
                .toList();
    }

    public static List<ImportColumn> of(ImportKind kind) {
        return switch (kind) {
            case ORDERS -> ORDERS;
            case PRODUCTS -> PRODUCTS;
            case SHIPMENTS -> List.of();
        };
    }

    /** Our name for a column, however it is spelt: {@code Order Number}, {@code order_number}, {@code customer.email}. */
    static Optional<String> known(ImportKind kind, String spelling) {
        var names = new HashMap<String, String>();
        of(kind).forEach(column -> names.put(bare(column.name()), column.name()));
        var bare = bare(spelling);
        var name = names.get(bare);
        return Optional.ofNullable(name == null ? SPELLINGS.get(bare) : name).filter(names::containsValue);
    }

    private static String bare(String spelling) {
        return spelling.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
