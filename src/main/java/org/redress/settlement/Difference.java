package org.redress.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;

/**
 * One point in which a partner's book and ours do not agree. It stays open until a comparison no longer sees it, or
 * somebody says why it may stand.
 *
 * @param run the comparison that saw it last
 * @param day the partner's book of which day it stands in, on the merchant's clock
 * @param ours what we say; null where we know nothing of the key
 * @param theirs what they say; null where they have never heard of it
 * @param claim and its number, where our ledger knows whose it is
 * @param closedAt null while it is open
 * @param closedBy the name of who closed it; null where a comparison no longer saw it
 */
public record Difference(
        MerchantId merchant,
        UUID id,
        UUID run,
        PartnerRole partner,
        LocalDate day,
        String key,
        Kind kind,
        @Nullable Effect ours,
        @Nullable Effect theirs,
        @Nullable UUID claim,
        @Nullable String claimNumber,
        Instant foundAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String note) {
    public static final int LONGEST_NOTE = 1_000;

    public enum Kind {
        /** They did something under a key that is none of ours. */
        UNKNOWN_TO_US,
        /** We say that it is done, and they have never heard of it. */
        UNKNOWN_TO_THEM,
        /** They say that it is done; we still wait for it, or gave it up. */
        DONE_THERE_ONLY,
        /** We say that it is done; they say that it is not yet. */
        DONE_HERE_ONLY,
        /** We say that it is done; they took it back. */
        CANCELLED_THERE,
        /** We say that it was taken back; with them it stands. */
        CANCELLED_HERE,
        AMOUNT,
        REFERENCE,
        /** Another kind of thing than was asked for. */
        OTHER_KIND,
        /** They list the key twice. */
        TWICE
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}
