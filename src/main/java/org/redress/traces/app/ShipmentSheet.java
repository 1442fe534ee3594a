package org.redress.traces.app;

import static org.redress.sheets.SheetColumn.needed;
import static org.redress.sheets.SheetColumn.optional;

import java.util.ArrayList;
import java.util.List;
import org.redress.access.Merchant;
import org.redress.sheets.ImportKind;
import org.redress.sheets.Outcome;
import org.redress.sheets.Row;
import org.redress.sheets.RowFault;
import org.redress.sheets.SheetColumn;
import org.redress.sheets.SheetKind;
import org.redress.traces.Parcel;
import org.redress.traces.Traces;
import org.redress.traces.model.ShipmentRow;
import org.springframework.stereotype.Component;

/** Files of shipments: a row for each article of a parcel. */
@Component
class ShipmentSheet implements SheetKind<ShipmentRow> {
    private static final List<SheetColumn> COLUMNS = List.of(
            needed(
                    "trackingNumber",
                    "traces.column.trackingNumber",
                    "NW7700012345GB",
                    "tracking",
                    "运单号",
                    "快递单号",
                    "物流单号"),
            needed("orderNumber", "traces.column.orderNumber", "SO-1001", "order", "订单号", "订单编号"),
            needed("carrier", "traces.column.carrier", "Northway", "承运商", "快递公司", "物流公司"),
            needed("warehouse", "traces.column.warehouse", "BRS-1", "仓库", "发货仓"),
            needed("shippedAt", "traces.column.shippedAt", "2026-03-02 16:00", "shipped", "发货时间"),
            needed("sku", "traces.column.sku", "MUG-RED-350", "商品编码", "货号", "商家编码"),
            needed("quantity", "traces.column.quantity", "1", "qty", "数量"),
            optional("sscc", "traces.column.sscc", ""),
            optional("deliveredAt", "traces.column.deliveredAt", "2026-03-04 11:20", "delivered", "签收时间"),
            optional("expectedWeightGrams", "traces.column.expectedWeightGrams", "470", "expected weight", "理论重量"),
            optional("packWeightGrams", "traces.column.packWeightGrams", "474", "pack weight", "打包重量", "称重"),
            optional("carrierWeightGrams", "traces.column.carrierWeightGrams", "", "carrier weight", "快递重量", "计费重量"));

    private final Traces traces;

    ShipmentSheet(Traces traces) {
        this.traces = traces;
    }

    @Override
    public ImportKind name() {
        return ImportKind.SHIPMENTS;
    }

    @Override
    public List<SheetColumn> columns() {
        return COLUMNS;
    }

    @Override
    public String together() {
        return "trackingNumber";
    }

    @Override
    public Outcome<ShipmentRow> read(Row row, Merchant merchant) {
        return ShipmentRow.read(row, merchant.zone());
    }

    /** Rows of one parcel that contradict each other leave the parcel as it was. */
    @Override
    public List<RowFault> write(Merchant merchant, List<List<ShipmentRow>> groups) {
        var faults = new ArrayList<RowFault>();
        var parcels = new ArrayList<Parcel>();
        for (var rows : groups) {
            switch (ShipmentRow.together(rows)) {
                case Outcome.Read<Parcel>(var parcel) -> parcels.add(parcel);
                case Outcome.Rejected<Parcel>(var why) -> faults.addAll(why);
            }
        }
        if (!parcels.isEmpty()) {
            traces.put(merchant.id(), parcels);
        }
        return faults;
    }
}
