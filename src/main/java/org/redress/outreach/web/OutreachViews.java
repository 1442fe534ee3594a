package org.redress.outreach.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.claims.Claims;
import org.redress.correspondence.Mailings;
import org.redress.kernel.MerchantId;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.orders.Products;
import org.redress.outreach.Outreach;
import org.redress.outreach.OutreachWords;
import org.redress.ui.Languages;
import org.springframework.stereotype.Component;

/** Draws many at once: names, mails and claims by one query each. */
@Component
class OutreachViews {
    private final Orders orders;
    private final Products products;
    private final Mailings mailings;
    private final Claims claims;
    private final Merchants merchants;
    private final Languages languages;

    OutreachViews(
            Orders orders,
            Products products,
            Mailings mailings,
            Claims claims,
            Merchants merchants,
            Languages languages) {
        this.orders = orders;
        this.products = products;
        this.mailings = mailings;
        this.claims = claims;
        this.merchants = merchants;
        this.languages = languages;
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
        var shop = merchants.find(merchant);
        return all.stream()
                .map(each -> new OutreachView(
                        each,
                        names.orNull(each.ordered()),
                        names.orNull(each.received()),
                        Optional.ofNullable(customers.get(each.orderNumber())),
                        mails.get(each.id()),
                        each.filed() == null ? null : numbers.get(each.filed()),
                        letter(each, names, customers.get(each.orderNumber()), shop)))
                .toList();
    }

    private OutreachView.Letter letter(
            Outreach outreach, OutreachWords names, Order.@Nullable Customer customer, Merchant shop) {
        var said = customer == null ? null : customer.language();
        var words = languages.words(said == null ? shop.language() : Locale.forLanguageTag(said), shop.zone());
        var says = Stream.concat(names.letter(outreach).stream(), Stream.of(OutreachWords.beforeLink()))
                .map(words::say)
                .toList();
        return new OutreachView.Letter(
                words.locale().toLanguageTag(), words.say(OutreachWords.subject(outreach)), says);
    }
}
