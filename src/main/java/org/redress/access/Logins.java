package org.redress.access;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.redress.kernel.MerchantId;

/** Checks passwords, slowly and not too often. */
public interface Logins {
    /**
     * Takes the same time whether or not the e-mail address is known.
     *
     * @param address the client's network address: the limit counts per e-mail and address, and per address
     */
    Outcome attempt(String email, String password, String address);

    /** The account of a session as it is now; empty where it was shut or has a newer password. */
    Optional<Login> current(MerchantId merchant, UUID account, int epoch);

    /** How an attempt ended. */
    sealed interface Outcome {
        record Welcome(Login login) implements Outcome {}

        record Wrong() implements Outcome {}

        /** @param pause until the next attempt is heard */
        record TooMany(Duration pause) implements Outcome {}
    }
}
