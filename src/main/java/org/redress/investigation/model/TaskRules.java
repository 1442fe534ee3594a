package org.redress.investigation.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.calendars.WorkingTime;
import org.redress.claims.ClaimClock;
import org.redress.investigation.Task;
import org.redress.investigation.Task.Asked;
import org.redress.investigation.Task.Part;
import org.redress.investigation.Task.Subject;
import org.redress.investigation.TaskQuestion;
import org.redress.investigation.TaskReply;
import org.redress.investigation.Tasks;
import org.redress.investigation.Tasks.Opening;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal.Fault;
import org.redress.kernel.Sku;

/** What makes a question one that can be asked, and an answer one to it. */
public final class TaskRules {
    private static final Duration IN_THE_HOUSE = Duration.ofDays(1);

    /** An order is packed within hours. */
    public static final Duration HOLD = Duration.ofHours(2);

    private static final Duration OUTSIDE = Duration.ofDays(3);
    private static final Duration LATEST = Duration.ofDays(90);
    private static final Duration LINK_STAYS = Duration.ofDays(14);

    private static final String OUR_SLOTS = "urn:redress:slot:";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]*");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(urn:|https?://|geo:).+");

    private final List<Fault> faults = new ArrayList<>();

    private TaskRules() {}

    /** What of the opening is at fault by itself; {@link #lacking} comes after the records were looked at. */
    public static List<Fault> faults(Opening opening, Instant now) {
        var rules = new TaskRules();
        rules.opening(opening, now);
        return rules.faults;
    }

    private void opening(Opening opening, Instant now) {
        if (opening.question().isOfAnOrder()) {
            fault("question", "BY_HOLDS");
        }
        var slot = opening.slot();
        if (slot != null && slot(slot).isEmpty()) {
            fault("slot", "NOT_A_SLOT");
        }
        for (var part : new Part[] {Part.SKU, Part.OTHER_SKU}) {
            var sku = told(opening, part);
            if (sku != null && !Sku.isValid(sku)) {
                fault(part.field(), "NOT_A_SKU");
            }
        }
        text("lot", opening.lot(), Tasks.LONGEST_NUMBER);
        text("parcel", opening.parcel(), Tasks.LONGEST_NUMBER);
        text("partner", opening.partner(), Tasks.LONGEST_NAME);
        for (var part : Part.values()) {
            if (told(opening, part) != null && !opening.question().takes().contains(part)) {
                fault(part.field(), "NOT_PART_OF_IT");
            }
        }
        if (opening.partner() != null && asked(opening) == Asked.WAREHOUSE) {
            fault("partner", "NOT_PART_OF_IT");
        }
        var due = opening.dueAt();
        if (due != null && (!due.isAfter(now) || due.isAfter(now.plus(LATEST)))) {
            fault("dueAt", "OUT_OF_RANGE");
        }
    }

    private static @Nullable String told(Opening opening, Part part) {
        return switch (part) {
            case SLOT -> opening.slot();
            case SKU -> opening.sku();
            case OTHER_SKU -> opening.otherSku();
            case LOT -> opening.lot();
            case PARCEL -> opening.parcel();
            case ORDER -> null;
        };
    }

    private void text(String field, @Nullable String text, int longest) {
        if (text != null && !isName(text, longest)) {
            fault(field, "NOT_A_NAME", longest);
        }
    }

    /** Printable and not blank. */
    private static boolean isName(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    private void fault(String field, String code, Object... gaps) {
        faults.add(new Fault("/" + field, code, Phrase.of("investigation.task.fault." + code, gaps)));
    }

    /** What the question cannot be asked without, and neither was told nor is on record. */
    public static List<Fault> lacking(TaskQuestion question, Subject subject, Asked asked, @Nullable String partner) {
        var rules = new TaskRules();
        for (var part : Part.values()) {
            if (question.needs().contains(part) && subject.value(part) == null) {
                rules.lacks(part.field());
            }
        }
        if (subject.sku() != null && subject.sku().equals(subject.otherSku())) {
            rules.fault("otherSku", "THE_SAME");
        }
        if (asked == Asked.PARTNER && partner == null) {
            rules.lacks("partner");
        }
        return rules.faults;
    }

    private void lacks(String field) {
        faults.add(new Fault("/" + field, "NEEDED", Phrase.of("investigation.task.fault.lacks." + field)));
    }

    public static Asked asked(Opening opening) {
        return opening.asked() == null ? opening.question().usual() : opening.asked();
    }

    /** A slot as events name it; empty where it is neither a URI nor the bare name of a slot. */
    public static Optional<String> slot(String text) {
        var told = text.strip();
        if (told.isEmpty() || told.length() > Tasks.LONGEST_SLOT) {
            return Optional.empty();
        }
        if (!ADDRESS.matcher(told).matches()) {
            return NAME.matcher(told).matches() ? Optional.of(OUR_SLOTS + told) : Optional.empty();
        }
        try {
            // As the schema of events has it: ASCII, with everything else escaped.
            return told.equals(new URI(told).toASCIIString()) ? Optional.of(told) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** @param working when the people in the house work */
    public static Instant due(Opening opening, Instant now, WorkingTime working) {
        var due = opening.dueAt();
        if (due != null) {
            return due;
        }
        return asked(opening) == Asked.WAREHOUSE ? working.plus(now, IN_THE_HOUSE) : now.plus(OUTSIDE);
    }

    /** Whose clock it is. */
    public static ClaimClock.Party party(Task task) {
        return switch (task.question()) {
            case CARRIER_PROOF, CARRIER_WEIGHT -> ClaimClock.Party.CARRIER;
            case RECOUNT, COUNT, LOT_CHECK, ORDER_LINES, BENCH_VIDEO, QUARANTINE_LOT, HOLD_ORDER, RELEASE_ORDER ->
                task.asked() == Asked.WAREHOUSE ? ClaimClock.Party.WAREHOUSE : ClaimClock.Party.SUPPLIER;
        };
    }

    /** A late answer is better than none. */
    public static Instant linkExpires(Instant dueAt, Instant now) {
        return (dueAt.isAfter(now) ? dueAt : now).plus(LINK_STAYS);
    }

    /** What is wrong with an answer to this question. */
    public static List<Fault> faults(
            TaskQuestion question, Subject subject, TaskReply reply, @Nullable String note, String by) {
        var rules = new TaskRules();
        switch (reply) {
            case TaskReply.Counted counted -> rules.counted(question, subject, counted);
            case TaskReply.Weighed(int grams) -> {
                rules.unless(question.kind() == TaskQuestion.Kind.WEIGHT, "grams");
                rules.range("grams", grams, Tasks.MOST_GRAMS);
            }
            case TaskReply.Said _ -> rules.unless(question.kind() != TaskQuestion.Kind.COUNT, "present");
            case TaskReply.CannotTell _ -> rules.unless(question.kind() != TaskQuestion.Kind.DONE, "present");
        }
        if (note != null && (note.length() > Tasks.LONGEST_NOTE || note.indexOf('\0') >= 0)) {
            rules.fault("note", "NOTE", Tasks.LONGEST_NOTE);
        }
        rules.text("by", by, Tasks.LONGEST_NAME);
        return rules.faults;
    }

    private void counted(TaskQuestion question, Subject subject, TaskReply.Counted counted) {
        unless(question.kind() == TaskQuestion.Kind.COUNT, "counted");
        range("counted", counted.units(), Tasks.MOST_UNITS);
        range("otherCounted", counted.others(), Tasks.MOST_UNITS);
        range("expected", counted.books(), Tasks.MOST_UNITS);
        if (counted.others() != null && subject.otherSku() == null) {
            fault("otherCounted", "NOT_PART_OF_IT");
        }
    }

    private void unless(boolean isAnswer, String field) {
        if (!isAnswer) {
            fault(field, "NO_ANSWER_TO_IT");
        }
    }

    private void range(String field, @Nullable Integer number, int most) {
        if (number != null && (number < 0 || number > most)) {
            fault(field, "NOT_A_COUNT", most);
        }
    }
}
