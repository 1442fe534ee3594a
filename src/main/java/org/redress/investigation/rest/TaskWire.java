package org.redress.investigation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Task;
import org.redress.investigation.TaskQuestion;
import org.redress.investigation.TaskReply;
import org.redress.investigation.TaskWords;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.ui.Words;

/**
 * A task.
 *
 * @param text the question as a person reads it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TaskWire(
        UUID id,
        UUID claimId,
        String claimNumber,
        TaskQuestion question,
        String text,
        @Nullable String slot,
        @Nullable String sku,
        @Nullable String otherSku,
        @Nullable String lot,
        @Nullable String parcel,
        @Nullable String orderNumber,
        Task.Asked role,
        @Nullable String partner,
        Task.State state,
        Instant openedAt,
        String openedBy,
        Instant dueAt,
        @Nullable AnswerWire answer) {

    /** What was found: of {@code counted}, {@code grams} and {@code present} one; none where it could not be told. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AnswerWire(
            @Nullable Integer counted,
            @Nullable Integer otherCounted,
            @Nullable Integer expected,
            @Nullable Integer grams,
            @Nullable Boolean present,
            @Nullable String note,
            @Nullable String by,
            @Nullable Instant at) {
        private static @Nullable AnswerWire of(Task task) {
            return switch (task.reply()) {
                case TaskReply.Counted(int units, Integer others, Integer books) ->
                    of(task, units, others, books, null, null);
                case TaskReply.Weighed(int grams) -> of(task, null, null, null, grams, null);
                case TaskReply.Said(boolean yes) -> of(task, null, null, null, null, yes);
                case TaskReply.CannotTell _ -> of(task, null, null, null, null, null);
                case null -> null;
            };
        }

        private static AnswerWire of(
                Task task,
                @Nullable Integer counted,
                @Nullable Integer others,
                @Nullable Integer books,
                @Nullable Integer grams,
                @Nullable Boolean present) {
            return new AnswerWire(counted, others, books, grams, present, task.note(), task.endedBy(), task.endedAt());
        }
    }

    /** @param link by which it is answered without an account; told this once */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OpenedWire(TaskWire task, String link) {}

    static TaskWire of(Task task, Map<Sku, Product> products, Words words) {
        var subject = task.subject();
        return new TaskWire(
                task.id(),
                task.claim(),
                task.claimNumber(),
                task.question(),
                words.say(new TaskWords(task, products).question()),
                subject.slot(),
                subject.value(Task.Part.SKU),
                subject.value(Task.Part.OTHER_SKU),
                subject.lot(),
                subject.parcel(),
                subject.order(),
                task.asked(),
                task.partner(),
                task.state(),
                task.openedAt(),
                task.openedBy(),
                task.dueAt(),
                AnswerWire.of(task));
    }
}
