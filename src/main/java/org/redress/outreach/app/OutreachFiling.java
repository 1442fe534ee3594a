package org.redress.outreach.app;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redress.claims.Channel;
import org.redress.claims.Filed;
import org.redress.claims.Filing;
import org.redress.claims.Filings;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.Problem;
import org.redress.orders.Order;
import org.redress.outreach.Outreach;
import org.redress.ui.Languages;
import org.springframework.stereotype.Component;

/** The claim that one tap on our letter files. */
@Component
class OutreachFiling {
    private final Filings filings;
    private final Languages languages;

    OutreachFiling(Filings filings, Languages languages) {
        this.filings = filings;
        this.languages = languages;
    }

    /** By whichever button: a second tap leads to the same claim. */
    private static Filings.Sent sent(Outreach outreach) {
        return new Filings.Sent(outreach.id(), "outreach");
    }

    private static List<Filing.Line> lines(Outreach outreach, Order order, int units) {
        var ordered = outreach.ordered();
        if (ordered == null) {
            return order.lines().stream()
                    .map(Order.Line::sku)
                    .distinct()
                    .limit(Filing.MOST_LINES)
                    .map(sku -> new Filing.Line(sku, order.ordered(sku), Problem.WRONG_PARCEL, null))
                    .toList();
        }
        var received = outreach.received();
        return List.of(new Filing.Line(
                ordered,
                units,
                Problem.WRONG_ITEM,
                received == null ? null : new Filing.Received(received, null, null, units)));
    }

    Optional<Filed> before(Outreach outreach) {
        return filings.before(outreach.merchant(), sent(outreach));
    }

    Filed file(Outreach outreach, Order order, int units, Demand demand, String language) {
        var customer = order.customer();
        var reads = Languages.nearest(Locale.forLanguageTag(language));
        var filing = new Filing(
                order.orderNumber(),
                null,
                new Filing.Contact(customer.name(), customer.email(), customer.phone()),
                Channel.PORTAL,
                languages
                        .words(reads, ZoneOffset.UTC)
                        .say(outreach.isWhole() ? "outreach.statement.whole" : "outreach.statement"),
                demand,
                null,
                null,
                null,
                lines(outreach, order, units),
                reads,
                Map.of());
        return filings.once(outreach.merchant(), sent(outreach), filing, new Actor.Customer());
    }
}
