package org.redress.correspondence;

import java.time.Instant;
import java.util.UUID;
import org.redress.kernel.MerchantId;

/** How an upper floor makes the link of a {@link Mailing}, when it leaves: declare a bean. */
public interface MailingLinks {
    /** A further link to what the mailing is about. Answers its path, such as {@code /check/k3J…}. */
    String issue(MerchantId merchant, UUID mailing, Instant expiresAt);
}
