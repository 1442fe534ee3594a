package org.redress.claims;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a queue shows. Absent filters match all.
 *
 * @param text part of a claim number, an order number, a contact or the statement
 * @param owedBy whose turn it is: any of these, or anybody's where there are none
 * @param forSeniors only what a senior looks at: claims on a replacement, and those that were passed on
 * @param after opaque: where the page starts
 */
public record ClaimSearch(
        ClaimState.@Nullable Name state,
        @Nullable UUID assignee,
        Set<Owed.Party> owedBy,
        @Nullable String orderNumber,
        @Nullable String text,
        boolean forSeniors,
        Sort sort,
        @Nullable String after,
        int limit) {
    public ClaimSearch(
            ClaimState.@Nullable Name state,
            @Nullable UUID assignee,
            Set<Owed.Party> owedBy,
            @Nullable String orderNumber,
            @Nullable String text,
            Sort sort,
            @Nullable String after,
            int limit) {
        this(state, assignee, owedBy, orderNumber, text, false, sort, after, limit);
    }

    public enum Sort {
        /** The most urgent first; claims without a due date last. */
        DUE,
        /** The newest first. */
        FILED
    }
}
