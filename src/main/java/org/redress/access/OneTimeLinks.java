package org.redress.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links that work once and for a short time: to found the first merchant, to accept an invitation, to choose a new password. */
public interface OneTimeLinks {
    /** Empty where the link is unknown, used or expired: the three look alike from outside. */
    Optional<Opened> open(String token);

    /**
     * Chooses the password of the account that the link was made for, ends its sessions and uses the link up.
     *
     * @throws org.redress.kernel.Refused where the link no longer works or the password is too short
     */
    void choosePassword(String token, String password);

    /**
     * Founds the merchant (whose id the link decides) with its first administrator and uses the link up.
     *
     * @throws org.redress.kernel.Refused where the link no longer works, a field is at fault, or somebody was quicker
     */
    void setUp(String token, MerchantForm merchant, String email, String name, String password);

    /**
     * Makes the link by which somebody founds the first merchant; empty where there is staff already, or the sample
     * logins are in force. Returns its path.
     */
    Optional<String> issueSetUp();

    /** @param account empty for {@link Purpose#SETUP} */
    record Opened(Purpose purpose, @Nullable Account account) {}

    /** What a link is for. */
    enum Purpose {
        SETUP,
        INVITATION,
        RESET
    }
}
