package org.redress.orders.app;

import static org.redress.sheets.SheetColumn.needed;
import static org.redress.sheets.SheetColumn.optional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchant;
import org.redress.orders.Product;
import org.redress.orders.model.ProductRows;
import org.redress.orders.store.ProductTable;
import org.redress.sheets.ImportKind;
import org.redress.sheets.Outcome;
import org.redress.sheets.Row;
import org.redress.sheets.RowFault;
import org.redress.sheets.SheetColumn;
import org.redress.sheets.SheetKind;
import org.springframework.stereotype.Component;

/** Files of products: one row each, and of several with one SKU the last counts. */
@Component
class ProductSheet implements SheetKind<Product> {
    private static final List<SheetColumn> COLUMNS = List.of(
            needed("sku", "orders.column.sku", "MUG-RED-350", "商品编码", "商品编号", "货号", "商家编码"),
            needed("name", "orders.column.name", "Red mug", "description", "product name", "商品名称", "品名", "商品标题"),
            optional("gtin", "orders.column.gtin", "4006381333931", "barcode", "ean", "upc", "条码", "条形码", "商品条码"),
            optional("weightGrams", "orders.column.weightGrams", "350", "重量", "重量(克)", "重量(g)", "克重"),
            optional("price", "orders.column.price", "12.50", "价格", "售价", "单价"),
            optional("currency", "orders.column.currency", "GBP", "币种", "货币"),
            optional("variantOf", "orders.column.variantOf", "MUG-350", "款号", "系列", "同款编码"),
            optional("imageUrl", "orders.column.imageUrl", "https://example.com/mug.jpg", "图片", "图片链接", "图片地址"),
            optional("supplier", "orders.column.supplier", "Potters", "供应商"),
            optional("hazard", "orders.column.hazard", "", "危险品", "危险品类别"));

    private final ProductTable products;

    ProductSheet(ProductTable products) {
        this.products = products;
    }

    @Override
    public ImportKind name() {
        return ImportKind.PRODUCTS;
    }

    @Override
    public List<SheetColumn> columns() {
        return COLUMNS;
    }

    @Override
    public @Nullable String together() {
        return null;
    }

    @Override
    public Outcome<Product> read(Row row, Merchant merchant) {
        return ProductRows.read(row, merchant.currency());
    }

    @Override
    public List<RowFault> write(Merchant merchant, List<List<Product>> groups) {
        var all = groups.stream().flatMap(List::stream).toList();
        products.put(merchant.id(), ProductDesk.last(all, Product::sku));
        return List.of();
    }
}
