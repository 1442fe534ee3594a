package org.redress.settlement.app;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.redress.access.Merchants;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.testing.OwnMerchant;
import org.springframework.context.ApplicationContext;

/** Brings a claim to the point where the customer has agreed, by the doors that everyone uses. */
final class AgreedClaims {
    static final Currency GBP = Currency.getInstance("GBP");
    static final Sku RED_MUG = new Sku("MUG-RED");
    static final Sku BLUE_MUG = new Sku("MUG-BLUE");

    private static final Instant PAID_AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Actor AGENT = new Actor.Staff(new UUID(1, 1), "Sam");

    private final Merchants merchants;
    private final Orders orders;
    private final Claims claims;

    AgreedClaims(ApplicationContext context) {
        this.merchants = context.getBean(Merchants.class);
        this.orders = context.getBean(Orders.class);
        this.claims = context.getBean(Claims.class);
    }

    MerchantId merchant() {
        return OwnMerchant.found(merchants);
    }

    /** An order of a red mug for £40.00, paid in the given parts. */
    String order(MerchantId merchant, String... parts) {
        var number = "O-" + Ids.next();
        var zero = Money.zero(GBP);
        var payments = List.of(parts).stream()
                .map(part -> new Order.Payment("card", "pay-" + part, pounds(part), PAID_AT))
                .toList();
        var order = new Order(
                number,
                "shop",
                PAID_AT,
                GBP,
                new Order.Customer("Ada", "ada@example.com", null, "en"),
                new Order.Address("Ada", "1 Mill Lane", "Leeds", null, "LS1 1AA", "GB"),
                List.of(new Order.Line(1, RED_MUG, 1, pounds("40.00"), zero)),
                zero,
                zero,
                zero,
                payments);
        orders.put(merchant, List.of(order));
        return number;
    }

    /** A blue mug came instead of the red one; the customer has agreed to these remedies. */
    Claim agreed(MerchantId merchant, String order, Remedy... remedies) {
        var filing = new Filing(
                order,
                null,
                new Filing.Contact("Ada", "ada@example.com", null),
                Channel.API,
                "A blue mug came.",
                Demand.REFUND,
                null,
                null,
                null,
                List.of(new Filing.Line(RED_MUG, 1, Problem.WRONG_ITEM, new Filing.Received(BLUE_MUG, null, null, 1))),
                Locale.ENGLISH,
                Map.of());
        var id = claims.file(merchant, filing, new Actor.Customer()).claim().id();
        claims.handle(merchant, id, new ClaimCommand.Accept(null), AGENT, null);
        return agreedAgain(merchant, id, remedies);
    }

    /** On a claim that waits for an offer. */
    Claim agreedAgain(MerchantId merchant, UUID id, Remedy... remedies) {
        var plan = new RemedyPlan(List.of(remedies));
        var offer = claims.handle(
                        merchant,
                        id,
                        new ClaimCommand.MakeOffer(
                                Ids.next(), plan, false, Instant.now().plusSeconds(600)),
                        AGENT,
                        null)
                .offers()
                .getLast();
        return claims.handle(
                merchant, id, new ClaimCommand.AcceptOffer(offer.id(), "agreed"), new Actor.Customer(), null);
    }

    static Remedy refund(String amount) {
        return new Remedy(Remedy.Kind.REFUND, pounds(amount), List.of());
    }

    static Remedy goods(Remedy.Kind kind, Sku sku) {
        return new Remedy(kind, null, List.of(new Remedy.Goods(sku, 1)));
    }

    static Money pounds(String amount) {
        return Money.parse(amount, GBP).orElseThrow();
    }
}
