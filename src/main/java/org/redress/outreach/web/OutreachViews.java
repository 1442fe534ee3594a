package org.redress.outreach.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.redress.claims.Claims;
import org.redress.correspondence.Mailings;
import org.redress.kernel.MerchantId;
import org.redress.orders.Orders;
import org.redress.orders.Products;
import org.redress.outreach.Outreach;
import org.redress.outreach.OutreachWords;
import org.springframework.stereotype.Component;

/** Draws many at once: names, mails and claims by one query each. */
@Component
class OutreachViews {
    private final Orders orders;
    private final Products products;
    private final Mailings mailings;
    private final Claims claims;

    OutreachViews(Orders orders, Products products, Mailings mailings, Claims claims) {
        this.orders = orders;
        this.products = products;
        this.mailings = mailings;
        this.claims = claims;
    }

    List<OutreachView> of(MerchantId merchant, List<Outreach> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        var names = new OutreachWords(products.find(merchant, OutreachWords.articles(all)));
        var mails = mailings.progress(merchant, all.stream().map(Outreach::id).toList());
        List<UUID> filed =
                all.stream().map(Outreach::filed).filter(Objects::nonNull).toList();
        var numbers = claims.numbers(merchant, filed);
        var customers = orders.customers(
                merchant, all.stream().map(Outreach::orderNumber).toList());
        return all.stream()
                .map(each -> new OutreachView(
                        each,
                        names.of(each.ordered()),
                        each.received() == null ? null : names.of(each.received()),
                        Optional.ofNullable(customers.get(each.orderNumber())),
                        mails.get(each.id()),
                        each.filed() == null ? null : numbers.get(each.filed())))
                .toList();
    }
}
