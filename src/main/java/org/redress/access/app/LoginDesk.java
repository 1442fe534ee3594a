package org.redress.access.app;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.redress.access.Login;
import org.redress.access.Logins;
import org.redress.access.model.LoginLimit;
import org.redress.access.model.Typed;
import org.redress.access.store.AccountTable;
import org.redress.access.store.AccountTable.Credentials;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

@Component
class LoginDesk implements Logins {
    private final AccountTable table;
    private final SampleAccess samples;
    private final PasswordEncoder passwords;
    private final MerchantTransactions transactions;
    private final InstantSource clock;
    private final LoginLimit limit = new LoginLimit();

    /** Compared with where there is no account, so that the answer takes as long. */
    private final String nobodys;

    LoginDesk(
            AccountTable table,
            SampleAccess samples,
            PasswordEncoder passwords,
            MerchantTransactions transactions,
            InstantSource clock) {
        this.table = table;
        this.samples = samples;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
        this.nobodys = String.valueOf(passwords.encode("nobody’s password"));
    }

    @Override
    public Outcome attempt(String typedEmail, String password, String address) {
        var email = Typed.asEmail(typedEmail).orElse("?");
        var wait = limit.attempt(email, address, clock.instant());
        if (wait.isPresent()) {
            return new Outcome.TooMany(wait.get());
        }
        var credentials = table.credentials(email);
        var hash = credentials.map(Credentials::passwordHash).orElse(nobodys);
        if (!passwords.matches(password, hash)
                || credentials.filter(this::isWelcome).isEmpty()) {
            return new Outcome.Wrong();
        }
        limit.succeeded(email, address);
        return new Outcome.Welcome(credentials.get().login());
    }

    @Override
    public Optional<Login> current(MerchantId merchant, UUID account, int epoch) {
        return transactions
                .call(merchant, () -> table.credentials(merchant, account))
                .filter(this::isWelcome)
                .map(Credentials::login)
                .filter(login -> login.epoch() == epoch);
    }

    private boolean isWelcome(Credentials credentials) {
        return credentials.login().account().canLogIn() && (!credentials.sample() || samples.inForce());
    }
}
