package org.redress.correspondence.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.redress.correspondence.MessageTemplates;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.manners.Draft;
import org.redress.ui.Day;

/** What a version of a template may be. */
public final class TemplateRules {
    private TemplateRules() {}

    /** A form that was read; where there are faults, nothing of it is kept. */
    public sealed interface Checked {
        record Sound(String name, Draft.Purpose purpose, String body, Instant inForce) implements Checked {}

        record Faulty(List<Refusal.Fault> faults) implements Checked {}
    }

    /** @param zone of the shop, whose midnight begins a day */
    public static Checked check(MessageTemplates.Form form, ZoneId zone, Instant now) {
        var faults = new ArrayList<Refusal.Fault>();
        var name = form.name().strip();
        if (name.isEmpty()) {
            faults.add(fault("/name", "EMPTY", "templates.fault.name.empty"));
        } else if (name.codePointCount(0, name.length()) > MessageTemplates.LONGEST_NAME) {
            faults.add(fault("/name", "TOO_LONG", "templates.fault.name.long", MessageTemplates.LONGEST_NAME));
        } else if (name.codePoints().anyMatch(point -> point == '\n' || !TemplateText.isPlain(point))) {
            faults.add(fault("/name", "CHARACTER", "templates.fault.name.character"));
        }
        var purpose = Arrays.stream(Draft.Purpose.values())
                .filter(one -> one.name().equals(form.purpose()))
                .findFirst();
        if (purpose.isEmpty()) {
            faults.add(fault("/purpose", "UNKNOWN", "templates.fault.purpose"));
        }
        var body = MessageRules.tidy(form.body());
        faults.addAll(faults(body));
        var from = now;
        if (!form.from().isBlank()) {
            var day = Day.read(form.from().strip());
            if (day.isEmpty()) {
                faults.add(fault("/from", "NOT_A_DAY", "templates.fault.from"));
            } else {
                var start = day.get().atStartOfDay(zone).toInstant();
                from = start.isAfter(now) ? start : now;
            }
        }
        return faults.isEmpty() && purpose.isPresent()
                ? new Checked.Sound(name, purpose.get(), body, from)
                : new Checked.Faulty(faults);
    }

    /** @param body tidied */
    public static List<Refusal.Fault> faults(String body) {
        return switch (TemplateText.read(body)) {
            case TemplateText.Reading.Sound _ -> List.of();
            case TemplateText.Reading.Faulty(var faults) ->
                faults.stream()
                        .map(fault -> new Refusal.Fault("/body", fault.code(), fault.message()))
                        .toList();
        };
    }

    private static Refusal.Fault fault(String pointer, String code, String key, Object... gaps) {
        return new Refusal.Fault(pointer, code, Phrase.of(key, gaps));
    }
}
