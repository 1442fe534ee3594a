package org.redress.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.redress.kernel.MerchantId;

/** Links by which a customer follows and answers one claim, without an account: 256 random bits, kept as SHA-256. */
public interface CustomerLinks {
    /** Issues a further link to a claim; earlier links stay valid until they expire. Returns the path, such as {@code /track/k3J…}. */
    String issue(MerchantId merchant, UUID claim, Instant expiresAt);

    /** Opens a link; empty where it is unknown, and the claim is absent from the answer where it has expired. */
    Optional<Opened> open(String token);

    /** What a link leads to. An expired link is known but opens nothing. */
    record Opened(MerchantId merchant, UUID claim, boolean expired) {}
}
