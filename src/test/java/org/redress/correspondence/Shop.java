package org.redress.correspondence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.Filed;
import org.redress.claims.Filing;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.springframework.context.ApplicationContext;

/** A merchant of a test's own, and claims by customers of theirs. */
final class Shop {
    static final Actor AGENT = new Actor.Staff(new UUID(1, 1), "Ann");

    final MerchantId merchant;
    final Claims claims;

    Shop(ApplicationContext context) {
        this.claims = context.getBean(Claims.class);
        var id = Ids.next();
        this.merchant = context.getBean(Merchants.class)
                .found(new Merchant(
                        new MerchantId(id),
                        "m" + id.toString().replace("-", ""),
                        "Hearth & Harbour",
                        Locale.ENGLISH,
                        ZoneId.of("Europe/London"),
                        Currency.getInstance("GBP")))
                .id();
    }

    Filed file(@Nullable String name, @Nullable String email, Locale language) {
        return file(new Filing.Contact(name, email, email == null ? "+44 20 7946 0000" : null), language);
    }

    Filed file(Filing.Contact contact, Locale language) {
        return file(merchant, contact, language);
    }

    Filed file(MerchantId whose, Filing.Contact contact, Locale language) {
        return claims.file(
                whose,
                new Filing(
                        "A-1",
                        null,
                        contact,
                        Channel.PORTAL,
                        "The wrong mug came.",
                        Demand.RESHIP,
                        null,
                        null,
                        null,
                        List.of(new Filing.Line(
                                new Sku("MUG-RED"),
                                1,
                                Problem.WRONG_ITEM,
                                new Filing.Received(null, null, "a blue mug", 1))),
                        language,
                        Map.of()),
                new Actor.Customer());
    }

    Claim filed() {
        return file("Ada", null, Locale.ENGLISH).claim();
    }

    void move(Claim claim, Actor actor, ClaimCommand command) {
        claims.handle(merchant, claim.id(), command, actor, null);
    }

    void offer(Claim claim) {
        move(claim, AGENT, new ClaimCommand.Accept(null));
        var plan = new RemedyPlan(List.of(
                new Remedy(Remedy.Kind.RESHIP, null, List.of(new Remedy.Goods(new Sku("MUG-RED"), 1))),
                new Remedy(Remedy.Kind.COMPENSATION, new Money(500, Currency.getInstance("GBP")), List.of())));
        move(
                claim,
                AGENT,
                new ClaimCommand.MakeOffer(
                        Ids.next(), plan, false, Instant.now().plusSeconds(7 * 24 * 3600)));
    }
}
