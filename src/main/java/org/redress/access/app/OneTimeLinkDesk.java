package org.redress.access.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.access.MerchantForm;
import org.redress.access.OneTimeLinks;
import org.redress.access.Secret;
import org.redress.access.model.Typed;
import org.redress.access.store.AccountTable;
import org.redress.access.store.LinkTable;
import org.redress.access.store.LinkTable.OneTime;
import org.redress.access.store.MerchantTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

@Component
class OneTimeLinkDesk implements OneTimeLinks {
    private static final Duration SET_UP_HOLDS = Duration.ofHours(24);

    private final LinkTable links;
    private final AccountTable accounts;
    private final MerchantTable merchants;
    private final SampleAccess samples;
    private final PasswordEncoder passwords;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    OneTimeLinkDesk(
            LinkTable links,
            AccountTable accounts,
            MerchantTable merchants,
            SampleAccess samples,
            PasswordEncoder passwords,
            MerchantTransactions transactions,
            InstantSource clock) {
        this.links = links;
        this.accounts = accounts;
        this.merchants = merchants;
        this.samples = samples;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Opened> open(String token) {
        return working(token).map(link -> new Opened(link.purpose(), account(link)));
    }

    @Override
    public void choosePassword(String token, String password) {
        var link = working(token).orElseThrow(OneTimeLinkDesk::worksNoMore);
        var account = account(link);
        if (account == null) {
            throw worksNoMore();
        }
        var typed = new Typed();
        typed.password(password);
        typed.orRefuse();
        var hash = String.valueOf(passwords.encode(password));
        transactions.run(link.merchant(), () -> {
            use(link, token);
            accounts.changePassword(link.merchant(), account.id(), hash);
            links.voidOneTime(link.merchant(), account.id(), clock.instant());
        });
    }

    /** One at a time, since two people may have read two links from the console. */
    @Override
    public synchronized void setUp(String token, MerchantForm form, String email, String name, String password) {
        var link = working(token)
                .filter(one -> one.purpose() == Purpose.SETUP && isUnstaffed())
                .orElseThrow(OneTimeLinkDesk::worksNoMore);
        var typed = new Typed();
        var administrator = new Account(
                Ids.next(), typed.email(email), typed.name(name), EnumSet.copyOf(Typed.OF_STAFF), true, true, false);
        typed.password(password);
        var merchant = typed.merchant(link.merchant(), form);
        var hash = String.valueOf(passwords.encode(password));
        transactions.run(link.merchant(), () -> {
            use(link, token);
            if (!merchants.insert(merchant, clock.instant())) {
                throw MerchantDesk.slugTaken();
            }
            if (!accounts.insert(merchant.id(), administrator, hash, false, clock.instant())) {
                typed.fault("email", "EMAIL_TAKEN");
                throw typed.refused();
            }
        });
    }

    @Override
    public Optional<String> issueSetUp() {
        if (samples.inForce() || !isUnstaffed()) {
            return Optional.empty();
        }
        var secret = Secret.random();
        var merchant = new MerchantId(Ids.next());
        var expiresAt = clock.instant().plus(SET_UP_HOLDS);
        transactions.run(merchant, () -> links.insertOneTime(merchant, secret.hash(), null, Purpose.SETUP, expiresAt));
        return Optional.of("/setup/" + secret.text());
    }

    private boolean isUnstaffed() {
        return merchants.all().stream()
                .noneMatch(
                        merchant -> transactions.call(merchant.id(), () -> accounts.hasAnyButSamples(merchant.id())));
    }

    private Optional<OneTime> working(String token) {
        return links.findOneTime(new Secret(token).hash()).filter(link -> link.works(clock.instant()));
    }

    private @Nullable Account account(OneTime link) {
        var id = link.account();
        return id == null
                ? null
                : transactions
                        .call(link.merchant(), () -> accounts.find(link.merchant(), id))
                        .orElse(null);
    }

    private void use(OneTime link, String token) {
        if (!links.use(link.merchant(), new Secret(token).hash(), clock.instant())) {
            throw worksNoMore();
        }
    }

    private static Refused worksNoMore() {
        return new Refused(
                new Refusal(Refusal.Kind.ABSENT, "LINK_USED", Phrase.of("access.refusal.link-used"), List.of()));
    }
}
