package org.redress.settlement.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.remedy.Remedy;
import org.redress.settlement.Step;
import org.redress.settlement.Work;
import org.redress.ui.Amount;
import org.redress.ui.Words;

/**
 * One of {@code GET /claims/{id}/execution} (contract.md).
 *
 * @param avoid slots and lots that the goods must not come from
 */
record StepWire(
        UUID id,
        UUID offerId,
        Remedy.Kind kind,
        Step.State state,
        @Nullable Amount amount,
        List<String> avoid,
        @Nullable String reference,
        int attempts,
        @Nullable String lastError,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant doneAt) {
    static StepWire of(Step step, Words words) {
        return new StepWire(
                step.id(),
                step.offer(),
                step.kind(),
                step.state(),
                step.work() instanceof Work.Refund refund ? Amount.of(refund.amount()) : null,
                step.work() instanceof Work.Reshipment reshipment ? reshipment.avoid() : List.of(),
                step.reference(),
                step.attempts(),
                step.lastError() == null ? null : words.say(step.lastError().sentence()),
                step.state().isUnderWay() ? step.nextAt() : null,
                step.doneAt());
    }
}
