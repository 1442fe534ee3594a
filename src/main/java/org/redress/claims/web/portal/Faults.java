package org.redress.claims.web.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;

/** What needs another look, by field of the form. The first word on a field stands. */
public final class Faults {
    private final Map<String, Phrase> byField = new LinkedHashMap<>();

    void add(String field, String key, Object... gaps) {
        byField.putIfAbsent(field, Phrase.of(key, gaps));
    }

    void add(String field, Phrase says) {
        byField.putIfAbsent(field, says);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    public @Nullable Phrase at(String field) {
        return byField.get(field);
    }

    public Map<String, Phrase> all() {
        return byField;
    }
}
