package org.redress.access.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Refusal;
import org.redress.ui.Words;

/** What is wrong with each field of a form, said in the reader's language. */
public record FieldFaults(Map<String, String> byField) {
    static final FieldFaults NONE = new FieldFaults(Map.of());

    static FieldFaults of(Refusal refusal, Words words) {
        var byField = new LinkedHashMap<String, String>();
        for (var fault : refusal.faults()) {
            byField.putIfAbsent(fault.pointer().substring(1), words.say(fault.message()));
        }
        return new FieldFaults(byField);
    }

    public @Nullable String at(String field) {
        return byField.get(field);
    }
}
