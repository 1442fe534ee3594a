package org.redress.correspondence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;

/** How an upper floor makes the link of a {@link Mailing}, when it leaves, and what an answer is about: declare a bean. */
public interface MailingLinks {
    /** A further link to what the mailing is about. Answers its path, such as {@code /check/k3J…}. */
    String issue(MerchantId merchant, UUID mailing, Instant expiresAt);

    /** What the mailing is about; empty where it is none of theirs. */
    Optional<About> about(MerchantId merchant, UUID mailing);

    /** @param claim that its receiver has filed since, or null */
    record About(String orderNumber, @Nullable UUID claim) {}
}
