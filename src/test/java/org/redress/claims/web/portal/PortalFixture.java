package org.redress.claims.web.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.kernel.Gtin;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.testing.Visitor;
import org.redress.testing.Visitor.Field;

/** A shop with three articles and one order: two red mugs and a pot of tea, for Ann. */
final class PortalFixture {
    static final String ORDER = "P-1001";
    static final String ANN = "ann@example.com";
    /** Without its check digit. */
    static final String BLUE_CODE = "400638133393";

    private static final Currency GBP = Currency.getInstance("GBP");

    final MerchantId merchant;
    final String path;

    private PortalFixture(Merchant merchant) {
        this.merchant = merchant.id();
        this.path = "/shop/" + merchant.slug();
    }

    static PortalFixture open(Merchants merchants, Orders orders, Products products) {
        var slug = "p" + UUID.randomUUID().toString().substring(0, 8);
        var id = new MerchantId(Ids.next());
        var merchant = new Merchant(id, slug, "Mugs & More", Locale.ENGLISH, ZoneId.of("Europe/London"), GBP);
        merchants.found(merchant);
        products.put(
                id,
                List.of(
                        product("RED", "Red mug", "9780201379624"),
                        product("BLUE", "Blue mug", BLUE_CODE + "1"),
                        product("TEA", "Green tea", "5901234123457")));
        orders.put(id, List.of(order(ORDER, ANN)));
        return new PortalFixture(merchant);
    }

    private static Product product(String sku, String name, String gtin) {
        return new Product(
                new Sku(sku), name, Gtin.parse(gtin).orElseThrow(), 300, money(1250), null, null, null, null);
    }

    static Order order(String number, String email) {
        return new Order(
                number,
                "Mugs & More",
                Instant.parse("2026-03-01T12:00:00Z"),
                GBP,
                new Order.Customer("Ann Reed", email, "+44 20 7946 0000", "en"),
                new Order.Address("Ann Reed", "1 High Street", "Leeds", null, "LS1 1AA", "GB"),
                List.of(
                        new Order.Line(1, new Sku("RED"), 2, money(1250), money(0)),
                        new Order.Line(2, new Sku("TEA"), 1, money(700), money(0))),
                money(0),
                money(0),
                money(0),
                List.of());
    }

    static Money money(long minor) {
        return new Money(minor, GBP);
    }

    /** What step 3 sends: one red mug is a blue one. */
    static List<Field> report(Field... further) {
        var fields = new ArrayList<>(List.of(
                new Field("at", "WISH"),
                new Field("go", "NEXT"),
                new Field("form", UUID.randomUUID().toString()),
                new Field("orderNumber", ORDER),
                new Field("contact", ANN),
                new Field("row", "0"),
                new Field("pick", "0"),
                new Field("sku.0", "RED"),
                new Field("problem.0", "WRONG_VARIANT"),
                new Field("quantity.0", "1"),
                new Field("came.0", "Blue mug"),
                new Field("demand", "RESHIP"),
                new Field("statement", "It is blue.")));
        for (var field : further) {
            fields.removeIf(old -> old.name().equals(field.name()));
        }
        fields.addAll(Arrays.asList(further));
        return fields;
    }

    /** Files the report and answers the path of the tracking page. */
    String file(Visitor visitor, Field... further) {
        visitor.get(path);
        return visitor.post(path, report(further)).next();
    }
}
