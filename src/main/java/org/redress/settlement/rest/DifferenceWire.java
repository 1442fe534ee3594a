package org.redress.settlement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.settlement.Difference;
import org.redress.settlement.Effect;
import org.redress.settlement.PartnerRole;
import org.redress.ui.Amount;

/**
 * A point in which a partner's book and ours do not agree.
 *
 * @param ours null where nothing was asked for under this key
 * @param theirs null where they have never heard of it
 * @param closedAt null while it is open
 * @param closedBy null where a comparison no longer saw it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DifferenceWire(
        UUID id,
        PartnerRole partner,
        LocalDate day,
        String key,
        Difference.Kind kind,
        @Nullable Side ours,
        @Nullable Side theirs,
        @Nullable UUID claimId,
        @Nullable String claimNumber,
        Instant foundAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String note) {
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Side(
            Effect.Kind kind,
            Effect.State state,
            @Nullable Amount amount,
            @Nullable String reference,
            Instant at) {
        private static @Nullable Side of(@Nullable Effect effect) {
            return effect == null
                    ? null
                    : new Side(
                            effect.kind(),
                            effect.state(),
                            Amount.ofNullable(effect.amount()),
                            effect.reference(),
                            effect.at());
        }
    }

    static DifferenceWire of(Difference difference) {
        return new DifferenceWire(
                difference.id(),
                difference.partner(),
                difference.day(),
                difference.key(),
                difference.kind(),
                Side.of(difference.ours()),
                Side.of(difference.theirs()),
                difference.claim(),
                difference.claimNumber(),
                difference.foundAt(),
                difference.closedAt(),
                difference.closedBy(),
                difference.note());
    }
}
