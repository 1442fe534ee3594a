package org.redress.investigation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is believed about the cause of a claim has changed. Ids only: {@link Investigations} has the rest.
 *
 * @param counterpart the order on the other side of a swap, where one was found
 */
public record InvestigationConcluded(
        UUID merchant,
        UUID claim,
        Investigation.Status status,
        Stage stage,
        @Nullable String counterpart) {}
