package org.redress.investigation.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Task;
import org.redress.investigation.TaskQuestion;
import org.redress.investigation.TaskReply;
import org.redress.investigation.Tasks;
import org.redress.kernel.Phrase;
import org.redress.ui.JsonBody;
import tools.jackson.databind.JsonNode;

/** What programs send about tasks. */
final class TaskBody {
    private static final int LONGEST_SKU = 64;

    private TaskBody() {}

    /** Asks; what is left out is read from the claim and its parcel's records. */
    record NewTask(
            TaskQuestion question,
            @Nullable String slot,
            @Nullable String sku,
            @Nullable String otherSku,
            @Nullable String lot,
            @Nullable String parcel,
            Task.@Nullable Asked role,
            @Nullable String partner,
            @Nullable Instant dueAt) {}

    /** Of {@code counted}, {@code grams} and {@code present} one; none, with a note, where it cannot be told. */
    record Answer(
            @Nullable Integer counted,
            @Nullable Integer otherCounted,
            @Nullable Integer expected,
            @Nullable Integer grams,
            @Nullable Boolean present,
            @Nullable String note) {}

    static Tasks.Opening opening(JsonNode json) {
        var body = JsonBody.of(json);
        var opening = new Tasks.Opening(
                body.choice("question", TaskQuestion.class),
                body.textOrNull("slot", Tasks.LONGEST_SLOT),
                body.textOrNull("sku", LONGEST_SKU),
                body.textOrNull("otherSku", LONGEST_SKU),
                body.textOrNull("lot", Tasks.LONGEST_NUMBER),
                body.textOrNull("parcel", Tasks.LONGEST_NUMBER),
                body.choiceOrNull("role", Task.Asked.class),
                body.textOrNull("partner", Tasks.LONGEST_NAME),
                body.instantOrNull("dueAt"));
        body.done();
        return opening;
    }

    /** @param note null where there is none */
    record Told(TaskReply reply, @Nullable String note) {}

    static Told answer(JsonNode json) {
        var body = JsonBody.of(json);
        var counted = body.numberOrNull("counted", 0, Tasks.MOST_UNITS);
        var others = body.numberOrNull("otherCounted", 0, Tasks.MOST_UNITS);
        var books = body.numberOrNull("expected", 0, Tasks.MOST_UNITS);
        var grams = body.numberOrNull("grams", 0, Tasks.MOST_GRAMS);
        var present = body.has("present") ? body.flag("present", false) : null;
        var note = body.textOrNull("note", Tasks.LONGEST_NOTE);
        if ((others != null || books != null) && counted == null) {
            body.fault("counted", "MISSING", Phrase.of("json.missing"));
        }
        int told = (counted == null ? 0 : 1) + (grams == null ? 0 : 1) + (present == null ? 0 : 1);
        if (told > 1) {
            body.fault("present", "ONE_ANSWER", Phrase.of("investigation.task.fault.ONE_ANSWER"));
        }
        if (told == 0 && (note == null || note.isBlank())) {
            body.fault("note", "MISSING", Phrase.of("investigation.task.fault.SAY_WHY"));
        }
        body.done();
        if (counted != null) {
            return new Told(new TaskReply.Counted(counted, others, books), note);
        }
        if (grams != null) {
            return new Told(new TaskReply.Weighed(grams), note);
        }
        return new Told(present == null ? new TaskReply.CannotTell() : new TaskReply.Said(present), note);
    }
}
