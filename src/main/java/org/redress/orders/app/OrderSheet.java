package org.redress.orders.app;

import static org.redress.sheets.SheetColumn.needed;
import static org.redress.sheets.SheetColumn.optional;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.redress.access.Merchant;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.OrdersChanged;
import org.redress.orders.Product;
import org.redress.orders.model.Assembly;
import org.redress.orders.model.OrderRow;
import org.redress.orders.store.OrderTable;
import org.redress.orders.store.ProductTable;
import org.redress.sheets.ImportKind;
import org.redress.sheets.Outcome;
import org.redress.sheets.Row;
import org.redress.sheets.RowFault;
import org.redress.sheets.SheetColumn;
import org.redress.sheets.SheetKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Files of orders: one row is one line, and the rows of an order may stand anywhere. */
@Component
class OrderSheet implements SheetKind<OrderRow> {
    private static final List<SheetColumn> COLUMNS = List.of(
            needed("orderNumber", "orders.column.orderNumber", "A-1001", "order", "订单号", "订单编号", "订单"),
            needed("placedAt", "orders.column.placedAt", "2026-03-01 12:30", "下单时间", "下单日期", "订单时间", "创建时间"),
            needed("sku", "orders.column.sku", "MUG-RED-350", "lines.sku", "商品编码", "商品编号", "货号", "商家编码"),
            needed("quantity", "orders.column.quantity", "2", "lines.quantity", "数量", "商品数量", "件数"),
            needed("unitPrice", "orders.column.unitPrice", "12.50", "lines.unitPrice", "单价", "商品单价"),
            optional("lineNumber", "orders.column.lineNumber", "1", "line", "lines.lineNumber", "行号", "序号"),
            optional("name", "orders.column.name", "Red mug", "description", "product name", "商品名称", "品名", "商品标题"),
            optional("discount", "orders.column.discount", "0.50", "lines.discount", "折扣", "优惠", "商品优惠"),
            optional("currency", "orders.column.currency", "GBP", "币种", "货币"),
            optional("shop", "orders.column.shop", "web", "店铺", "店铺名称"),
            optional("customerName", "orders.column.customerName", "Ada Byrne", "customer", "客户", "客户姓名", "买家姓名"),
            optional("email", "orders.column.email", "ada@example.com", "customer.email", "e-mail", "邮箱", "电子邮箱", "邮件"),
            optional("phone", "orders.column.phone", "+44 20 7946 0000", "customer.phone", "电话", "手机", "手机号", "联系电话"),
            optional("language", "orders.column.language", "en", "customer.language", "语言"),
            optional("shipToName", "orders.column.shipToName", "Ada Byrne", "收货人", "收件人", "收货人姓名"),
            optional("shipToStreet", "orders.column.shipToStreet", "1 Mill Lane", "street", "详细地址", "收货地址", "街道"),
            optional("shipToCity", "orders.column.shipToCity", "Leeds", "city", "城市", "市"),
            optional("shipToRegion", "orders.column.shipToRegion", "", "region", "省份", "省", "州"),
            optional("shipToPostcode", "orders.column.shipToPostcode", "LS1 4DY", "postcode", "邮编", "邮政编码"),
            optional("shipToCountry", "orders.column.shipToCountry", "GB", "country", "国家", "国家/地区"),
            optional("shippingFee", "orders.column.shippingFee", "3.99", "运费"),
            optional("orderDiscount", "orders.column.orderDiscount", "", "订单优惠", "订单折扣", "整单优惠"),
            optional("tax", "orders.column.tax", "", "税", "税费", "税额"));

    private final OrderTable orders;
    private final ProductTable products;
    private final ApplicationEventPublisher events;

    OrderSheet(OrderTable orders, ProductTable products, ApplicationEventPublisher events) {
        this.orders = orders;
        this.products = products;
        this.events = events;
    }

    @Override
    public ImportKind name() {
        return ImportKind.ORDERS;
    }

    @Override
    public List<SheetColumn> columns() {
        return COLUMNS;
    }

    @Override
    public String together() {
        return "orderNumber";
    }

    @Override
    public Outcome<OrderRow> read(Row row, Merchant merchant) {
        return OrderRow.read(row, new OrderRow.Defaults(merchant.zone(), merchant.currency(), merchant.slug()));
    }

    /** Each order is written whole, in place of what was known under its number; payments that are known stay. */
    @Override
    public List<RowFault> write(Merchant merchant, List<List<OrderRow>> groups) {
        var faults = new ArrayList<RowFault>();
        var whole = new ArrayList<Order>();
        var named = new LinkedHashMap<Sku, Product>();
        for (var rows : groups) {
            var assembly = new Assembly();
            rows.forEach(row -> assembly.add(row).ifPresent(faults::add));
            switch (assembly.order()) {
                case Outcome.Read<Order>(var order) -> {
                    whole.add(order);
                    assembly.names().forEach(product -> named.putIfAbsent(product.sku(), product));
                }
                case Outcome.Rejected<Order>(var why) -> faults.addAll(why);
            }
        }
        if (!whole.isEmpty()) {
            orders.putManyButPayments(merchant.id(), whole);
            events.publishEvent(OrdersChanged.of(merchant.id(), whole));
        }
        if (!named.isEmpty()) {
            products.putUnknown(merchant.id(), named.values());
        }
        return faults;
    }
}
