package org.redress.settlement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.settlement.Comparison;
import org.redress.settlement.PartnerRole;
import org.redress.ui.Words;

/**
 * One day of one partner's book, held against ours.
 *
 * @param compared how many effects
 * @param lastError why it is not over yet; it is tried again
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ComparisonWire(
        UUID id,
        PartnerRole partner,
        LocalDate day,
        Comparison.State state,
        int compared,
        int differences,
        @Nullable String lastError,
        @Nullable String askedBy,
        Instant startedAt,
        @Nullable Instant endedAt) {
    static ComparisonWire of(Comparison comparison, Words words) {
        return new ComparisonWire(
                comparison.id(),
                comparison.partner(),
                comparison.day(),
                comparison.state(),
                comparison.compared(),
                comparison.differences(),
                comparison.trouble() == null
                        ? null
                        : words.say(comparison.trouble().sentence()),
                comparison.askedBy(),
                comparison.startedAt(),
                comparison.endedAt());
    }
}
