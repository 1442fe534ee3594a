package org.redress.correspondence.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;

/**
 * A mail of ours that somebody answers or reports on.
 *
 * @param claim null where it is about none
 * @param mailing to somebody without a claim, or null
 */
public record SentMail(
        MerchantId merchant,
        UUID id,
        @Nullable UUID claim,
        @Nullable UUID mailing) {}
