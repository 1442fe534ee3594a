package org.redress.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.kernel.MerchantId;

/** The keys by which programs call the REST API. */
public interface ApiKeys {
    /** Newest first, revoked ones included. */
    List<ApiKey> all(MerchantId merchant);

    /**
     * Makes a key of 256 random bits.
     *
     * @return the key itself, which nobody can see again
     * @throws org.redress.kernel.Refused where the name is empty or no role is given
     */
    String create(MerchantId merchant, String name, Set<Role> roles);

    /** @throws org.redress.kernel.Refused where this merchant has no such key */
    void revoke(MerchantId merchant, UUID key);

    /** Whoever calls with this key; empty where it is unknown or revoked, or a sample key that is not in force. */
    Optional<Viewer> open(String key);
}
