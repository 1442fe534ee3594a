package org.redress.claims;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a queue.
 *
 * @param after opaque: where the page starts
 */
public record ClaimSearch(
        ClaimFilter filter, Sort sort, @Nullable String after, int limit) {
    public ClaimSearch(
            ClaimState.@Nullable Name state,
            @Nullable UUID assignee,
            Set<Owed.Party> owedBy,
            @Nullable String orderNumber,
            @Nullable String text,
            Sort sort,
            @Nullable String after,
            int limit) {
        this(
                ClaimFilter.ALL
                        .states(Stream.ofNullable(state).collect(Collectors.toSet()))
                        .assignee(assignee)
                        .owedBy(owedBy)
                        .order(orderNumber)
                        .text(text),
                sort,
                after,
                limit);
    }

    public enum Sort {
        /** The most urgent first; claims without a due date last. */
        DUE,
        /** The newest first. */
        FILED
    }
}
