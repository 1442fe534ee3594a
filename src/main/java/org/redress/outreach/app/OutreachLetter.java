package org.redress.outreach.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redress.access.Merchants;
import org.redress.correspondence.Mailing;
import org.redress.kernel.Phrase;
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
                        Phrase.of("outreach.letter.subject", outreach.orderNumber()),
                        says(outreach),
                        Phrase.of("outreach.letter.before")));
    }

    private List<Phrase> says(Outreach outreach) {
        var names = new OutreachWords(products.find(outreach.merchant(), OutreachWords.articles(List.of(outreach))));
        var ordered = names.of(outreach.ordered());
        var received = outreach.received();
        return List.of(
                received == null
                        ? Phrase.of("outreach.letter.what", outreach.orderNumber(), ordered)
                        : Phrase.of("outreach.letter.what.came", outreach.orderNumber(), ordered, names.of(received)),
                Phrase.of("outreach.letter.sorry"),
                Phrase.of("outreach.letter.do"));
    }
}
