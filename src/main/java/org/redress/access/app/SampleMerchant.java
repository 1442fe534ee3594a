package org.redress.access.app;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.redress.access.Account;
import org.redress.access.ApiKey;
import org.redress.access.InstantLane;
import org.redress.access.Merchant;
import org.redress.access.Role;
import org.redress.access.Secret;
import org.redress.access.store.AccountTable;
import org.redress.access.store.ApiKeyTable;
import org.redress.access.store.MerchantTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Where the sample logins are in force, makes the sample merchant {@code demo}, its accounts and its key, once. Runs before sample orders are loaded. */
@Component
@Order(0)
class SampleMerchant implements ApplicationRunner {
    static final String SLUG = "demo";
    static final String KEY = "demo-key";
    private static final Currency GBP = Currency.getInstance("GBP");

    /** Everyone may know these. */
    static final List<SampleLogin> LOGINS = List.of(
            new SampleLogin("agent", "Robin Hale", Set.of(Role.AGENT), false),
            new SampleLogin("supervisor", "Mei Lin 林梅", Set.of(Role.AGENT, Role.SUPERVISOR), false),
            new SampleLogin("admin", "Alex Moor", Set.of(Role.ADMIN), true),
            new SampleLogin("warehouse", "Jo Park", Set.of(Role.WAREHOUSE), false));

    private final SampleAccess samples;
    private final MerchantTable merchants;
    private final AccountTable accounts;
    private final ApiKeyTable keys;
    private final MerchantTransactions transactions;
    private final InstantSource clock;
    private final boolean withInstantLane;

    SampleMerchant(
            SampleAccess samples,
            MerchantTable merchants,
            AccountTable accounts,
            ApiKeyTable keys,
            MerchantTransactions transactions,
            InstantSource clock,
            Environment settings) {
        this.samples = samples;
        this.merchants = merchants;
        this.accounts = accounts;
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
        this.withInstantLane = settings.getProperty("redress.sample", Boolean.class, true);
    }

    /** The password is as simple as the name. */
    record SampleLogin(String password, String name, Set<Role> roles, boolean operator) {
        String email() {
            return password + "@example.com";
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (samples.inForce() && merchants.bySlug(SLUG).isEmpty()) {
            var merchant = new Merchant(
                    new MerchantId(Ids.next()),
                    SLUG,
                    "Hearth & Harbour",
                    Locale.ENGLISH,
                    ZoneId.of("Europe/London"),
                    GBP,
                    new InstantLane(withInstantLane, new Money(60_00, GBP), 0));
            transactions.run(merchant.id(), () -> found(merchant));
        }
    }

    private void found(Merchant merchant) {
        var now = clock.instant();
        merchants.insert(merchant, now);
        // A slow hash would guard nothing here.
        var quick = new BCryptPasswordEncoder(4);
        for (var login : LOGINS) {
            accounts.insert(
                    merchant.id(),
                    new Account(Ids.next(), login.email(), login.name(), login.roles(), login.operator(), true, false),
                    "{bcrypt}" + quick.encode(login.password()),
                    true,
                    now);
        }
        keys.insert(
                merchant.id(),
                new ApiKey(Ids.next(), "Sample key", KEY, EnumSet.allOf(Role.class), now, null, null),
                new Secret(KEY).hash(),
                true);
    }
}
