package org.redress.settlement.out;

import java.util.List;
import org.redress.kernel.MerchantId;
import org.redress.orders.Order;
import org.redress.remedy.Remedy;
import org.redress.settlement.Work;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.Warehouse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Parcels and labels by a warehouse that speaks docs/partners.md. */
@Component
@ConditionalOnProperty(name = "redress.warehouse.adapter", havingValue = "http")
class HttpWarehouse implements Warehouse {
    private static final String JOBS = "/jobs";

    private final HttpPartner partner;

    HttpWarehouse(@Value("${redress.warehouse.url}") String url, @Value("${redress.warehouse.token:}") String token) {
        this.partner = new HttpPartner(url, token);
    }

    private enum Kind {
        RESHIP,
        RETURN_LABEL
    }

    private record Line(String sku, int quantity) {}

    private record Body(Kind kind, String orderNumber, List<Line> lines, Order.Address customer, List<String> avoid) {}

    @Override
    public Outcome reship(MerchantId merchant, String key, Work.Reshipment what) {
        var body = new Body(Kind.RESHIP, what.orderNumber(), lines(what.goods()), what.shipTo(), what.avoid());
        return partner.ask(merchant, JOBS, key, body);
    }

    @Override
    public Outcome returnLabel(MerchantId merchant, String key, Work.ReturnLabel what) {
        var body = new Body(Kind.RETURN_LABEL, what.orderNumber(), lines(what.goods()), what.from(), List.of());
        return partner.ask(merchant, JOBS, key, body);
    }

    @Override
    public Outcome status(MerchantId merchant, String key) {
        return partner.status(merchant, JOBS, key);
    }

    private static List<Line> lines(List<Remedy.Goods> goods) {
        return goods.stream()
                .map(each -> new Line(each.sku().value(), each.quantity()))
                .toList();
    }
}
