package org.redress.correspondence;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;

/** Mail that came in, and the sorting of what did not sort itself. */
public interface Post {
    /** The newest first. */
    Page<PostItem> page(MerchantId merchant, Set<PostItem.State> states, @Nullable String after, int limit);

    Optional<PostItem> find(MerchantId merchant, UUID id);

    /** A mail that stands on a claim, by its subject as it was written. */
    record Came(UUID id, String subject, Instant at) {}

    /** The newest that stand on this claim, the oldest of them first; at most 50. */
    List<Came> ofClaim(MerchantId merchant, UUID claim);

    /** The mail as it came, as long as its source is kept ({@link PostItem#kept}). The caller closes it. */
    Optional<InputStream> source(MerchantId merchant, UUID id);

    /**
     * Puts it on a claim: its text as what the customer said, noted by whoever does this, and its files.
     *
     * @throws org.redress.kernel.Refused ABSENT; INVALID with {@code /number} where there is no such claim; CONFLICT where
     *     it is on one already
     */
    Claim assign(MerchantId merchant, UUID id, String number, Actor actor);

    /**
     * Makes a claim of it, whose customer is its sender.
     *
     * @throws org.redress.kernel.Refused ABSENT, CONFLICT; INVALID where it names no sender
     */
    Claim file(MerchantId merchant, UUID id, Actor actor);

    /**
     * Opens the claim again that it answers.
     *
     * @throws org.redress.kernel.Refused ABSENT; CONFLICT where the claim cannot be reopened now
     */
    Claim reopen(MerchantId merchant, UUID id, Actor actor);

    /**
     * Leaves it where it is.
     *
     * @throws org.redress.kernel.Refused ABSENT, CONFLICT; INVALID with {@code /reason} where there is none
     */
    void setAside(MerchantId merchant, UUID id, String reason, Actor actor);
}
