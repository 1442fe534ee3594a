package org.redress.outreach.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redress.access.Merchants;
import org.redress.correspondence.Mailing;
import org.redress.orders.Order;
import org.redress.orders.Products;
import org.redress.outreach.Outreach;
import org.redress.outreach.OutreachWords;
import org.springframework.stereotype.Component;

/** What such a customer is written: what we believe, that we are sorry, one tap to answer; nothing of anybody else. */
@Component
class OutreachLetter {
    private final Merchants merchants;
    private final Products products;

    OutreachLetter(Merchants merchants, Products products) {
        this.merchants = merchants;
        this.products = products;
    }

    /** Empty where the order has no e-mail address. */
    Optional<Mailing> to(Outreach outreach, Order order) {
        var customer = order.customer();
        var language = customer.language();
        return Optional.ofNullable(customer.email())
                .filter(address -> !address.isBlank())
                .map(address -> new Mailing(
                        outreach.id(),
                        address,
                        customer.name(),
                        language == null
                                ? merchants.find(outreach.merchant()).language()
                                : Locale.forLanguageTag(language),
                        OutreachWords.subject(outreach),
                        new OutreachWords(products.find(outreach.merchant(), OutreachWords.articles(List.of(outreach))))
                                .letter(outreach),
                        OutreachWords.beforeLink()));
    }
}
