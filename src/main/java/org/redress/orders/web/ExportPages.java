package org.redress.orders.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.MerchantId;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.sheets.Download;
import org.redress.sheets.ImportKind;
import org.redress.sheets.Imports;
import org.redress.sheets.SheetColumn;
import org.redress.sheets.SheetExport;
import org.redress.sheets.SheetWriter;
import org.redress.ui.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * All orders or products as a file whose columns are those of an import: what is taken out can be brought in again and
 * changes nothing. Read in parts by key, so that none of it is held.
 */
@Controller
@Requires(Role.ADMIN)
class ExportPages {
    private static final String PATH = "/admin/exports";
    private static final int PART = 500;

    private final Orders orders;
    private final Products products;
    private final Imports imports;
    private final Merchants merchants;

    ExportPages(Orders orders, Products products, Imports imports, Merchants merchants) {
        this.orders = orders;
        this.products = products;
        this.imports = imports;
        this.merchants = merchants;
    }

    @Configuration
    static class Offered {
        @Bean
        static SheetExport orderExport() {
            return new SheetExport("orders.export.orders", PATH + "/orders");
        }

        @Bean
        static SheetExport productExport() {
            return new SheetExport("orders.export.products", PATH + "/products");
        }
    }

    @GetMapping(PATH + "/orders.{ending}")
    void orders(@PathVariable String ending, Viewer viewer, Words words, HttpServletResponse response)
            throws IOException {
        var zone = merchants.find(viewer.merchant()).zone();
        Download.send(
                response,
                "orders",
                ending,
                words.say("orders.export.orders"),
                names(ImportKind.ORDERS),
                writer -> orders(viewer.merchant(), zone, writer));
    }

    private void orders(MerchantId merchant, ZoneId zone, SheetWriter writer) throws IOException {
        var part = orders.following(merchant, "", PART);
        while (!part.isEmpty()) {
            for (var order : part) {
                for (var line : order.lines()) {
                    writer.row(row(order, line, zone));
                }
            }
            part = orders.following(merchant, part.getLast().orderNumber(), PART);
        }
    }

    /** In the order of the columns of an import. */
    private static List<@Nullable Object> row(Order order, Order.Line line, ZoneId zone) {
        var customer = order.customer();
        var to = order.shipTo();
        return cells(
                order.orderNumber(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        order.placedAt().atZone(zone).toOffsetDateTime()),
                line.sku().value(),
                line.quantity(),
                line.unitPrice().amount(),
                line.lineNumber(),
                "",
                line.discount().amount(),
                order.currency().getCurrencyCode(),
                order.shop(),
                customer.name(),
                customer.email(),
                customer.phone(),
                customer.language(),
                to.name(),
                to.street(),
                to.city(),
                to.region(),
                to.postcode(),
                to.country(),
                order.shippingFee().amount(),
                order.discount().amount(),
                order.tax().amount());
    }

    @GetMapping(PATH + "/products.{ending}")
    void products(@PathVariable String ending, Viewer viewer, Words words, HttpServletResponse response)
            throws IOException {
        Download.send(
                response,
                "products",
                ending,
                words.say("orders.export.products"),
                names(ImportKind.PRODUCTS),
                writer -> products(viewer.merchant(), writer));
    }

    private void products(MerchantId merchant, SheetWriter writer) throws IOException {
        var part = products.following(merchant, "", PART);
        while (!part.isEmpty()) {
            for (var product : part) {
                writer.row(row(product));
            }
            part = products.following(merchant, part.getLast().sku().value(), PART);
        }
    }

    private static List<@Nullable Object> row(Product product) {
        var gtin = product.gtin();
        var price = product.price();
        var hazard = product.hazard();
        return cells(
                product.sku().value(),
                product.name(),
                gtin == null ? null : gtin.digits(),
                product.weightGrams(),
                price == null ? null : price.amount(),
                price == null ? null : price.currency().getCurrencyCode(),
                product.variantOf(),
                product.imageUrl(),
                product.supplier(),
                hazard == null ? null : hazard.name());
    }

    private static List<@Nullable Object> cells(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private List<String> names(ImportKind kind) {
        return imports.columns(kind).stream().map(SheetColumn::name).toList();
    }
}
