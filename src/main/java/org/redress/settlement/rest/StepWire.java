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
 * @param guard what packing has to do; null for what is not packed
 * @param overdue whether the other side's answer is late; we keep asking
 * @param stop how far it is being stopped; null where nobody stopped the plan
 */
record StepWire(
        UUID id,
        UUID offerId,
        Remedy.Kind kind,
        Step.State state,
        @Nullable Amount amount,
        List<String> avoid,
        Work.@Nullable Guard guard,
        Step.@Nullable Stop stop,
        @Nullable String reference,
        int attempts,
        @Nullable String lastError,
        boolean overdue,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant doneAt) {
    static StepWire of(Step step, Words words) {
        return new StepWire(
                step.id(),
                step.offer(),
                step.kind(),
                step.state(),
                amount(step.work()),
                step.work() instanceof Work.Reshipment reshipment ? reshipment.avoid() : List.of(),
                step.work() instanceof Work.Reshipment reshipment
                                && !reshipment.guard().equals(Work.Guard.NONE)
                        ? reshipment.guard()
                        : null,
                step.stop(),
                step.reference(),
                step.attempts(),
                step.lastError() == null ? null : words.say(step.lastError().sentence()),
                step.isOverdue(words.now()),
                step.isOpen() ? step.nextAt() : null,
                step.doneAt());
    }

    private static @Nullable Amount amount(Work work) {
        return switch (work) {
            case Work.Refund(var _, var _, var amount) -> Amount.of(amount);
            case Work.Voucher(var _, var amount, var _) -> Amount.of(amount);
            case Work.Reshipment _, Work.ReturnLabel _, Work.Pickup _, Work.Impossible _ -> null;
        };
    }
}
