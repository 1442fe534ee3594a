package org.redress.sheets;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.JsonBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which of a file's columns is which of ours, as a person or a program writes it: a JSON object of texts. */
public final class ImportMapping {
    private static final int LONGEST = 200;
    private static final int MOST = 100;

    private ImportMapping() {}

    /**
     * Reads {@code {"orderNumber":"InvoiceNo","currency":"=GBP"}}; blank is empty.
     *
     * @throws Refused where it is anything else
     */
    public static Map<String, String> read(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return Map.of();
        }
        var body = JsonBody.at("/mapping", parse(json));
        var mapping = new LinkedHashMap<String, String>();
        body.names().stream().limit(MOST).forEach(ours -> mapping.put(ours, body.text(ours, LONGEST)));
        body.done();
        return mapping;
    }

    private static JsonNode parse(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException malformed) {
            throw new Refused(Refusal.invalid("/mapping", "NOT_JSON", Phrase.of("sheets.import.mapping-not-json")));
        }
    }
}
