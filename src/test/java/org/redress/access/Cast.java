package org.redress.access;

import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.springframework.context.ApplicationContext;

/** Makes merchants and people of a test's own, by the doors that everyone uses. */
final class Cast {
    static final String PASSWORD = "a few words in a row";

    private final Merchants merchants;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final OneTimeLinks links;

    Cast(ApplicationContext context) {
        this.merchants = context.getBean(Merchants.class);
        this.accounts = context.getBean(Accounts.class);
        this.keys = context.getBean(ApiKeys.class);
        this.links = context.getBean(OneTimeLinks.class);
    }

    MerchantId merchant() {
        var id = Ids.next();
        return merchants
                .found(new Merchant(
                        new MerchantId(id),
                        "m" + id.toString().replace("-", ""),
                        "Merchant",
                        Locale.ENGLISH,
                        ZoneId.of("Europe/London"),
                        Currency.getInstance("GBP")))
                .id();
    }

    /** With {@link #PASSWORD}. */
    Account account(MerchantId merchant, Role... roles) {
        var email = UUID.randomUUID() + "@example.org";
        var path = accounts.invite(merchant, email, "Sam Doe", EnumSet.copyOf(Set.of(roles)));
        links.choosePassword(path.substring("/password/".length()), PASSWORD);
        return accounts.all(merchant).stream()
                .filter(account -> account.email().equals(email))
                .findAny()
                .orElseThrow();
    }

    String key(MerchantId merchant, Role... roles) {
        return keys.create(merchant, "A test's key", EnumSet.copyOf(Set.of(roles)));
    }

    static Viewer as(MerchantId merchant, Account account) {
        return new Viewer(merchant, new Actor.Staff(account.id(), account.name()), account.roles());
    }
}
