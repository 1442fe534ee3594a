package org.redress.claims.web.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.redress.access.Secret;
import org.redress.claims.Filing;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Demand;
import org.redress.kernel.Ids;
import org.redress.kernel.Problem;
import org.springframework.util.MultiValueMap;

/** Reads a {@link Draft} out of the fields of the form. What makes no sense counts as not typed. */
final class DraftForm {
    private static final int MOST_PHOTOS = 20;
    private static final int LONGEST_WORDS = 500;

    private final MultiValueMap<String, String> fields;

    private DraftForm(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    static Draft read(MultiValueMap<String, String> fields) {
        var form = new DraftForm(fields);
        return new Draft(
                Ids.parse(form.text("form")).orElseGet(UUID::randomUUID),
                form.orderNumber(),
                form.words("contact"),
                form.rows(),
                form.photos(),
                constant(Demand.values(), form.text("demand")),
                form.statement(),
                form.words("name"),
                new Secret(form.words("link")));
    }

    private List<Draft.Row> rows() {
        var picked = fields.getOrDefault("pick", List.of());
        return fields.getOrDefault("row", List.of()).stream()
                .filter(key -> key.matches("[0-9]{1,4}|[xpu]"))
                .distinct()
                .limit(Filing.MOST_LINES * 5L)
                .map(key -> row(key, picked::contains))
                .toList();
    }

    private Draft.Row row(String key, Predicate<String> picked) {
        return new Draft.Row(
                key,
                picked.test(key),
                words("sku." + key),
                words("ordered." + key),
                constant(Problem.values(), text("problem." + key)),
                words("quantity." + key),
                words("cameSku." + key),
                words("came." + key),
                words("cameCount." + key));
    }

    private List<Draft.Photo> photos() {
        var photos = new LinkedHashMap<EvidenceId, Draft.Photo>();
        for (var text : fields.getOrDefault("upload", List.of())) {
            Ids.parse(text).map(EvidenceId::new).ifPresent(id -> {
                var kind = constant(EvidenceKind.values(), text("kind." + id));
                photos.put(id, new Draft.Photo(id, Objects.requireNonNullElse(kind, EvidenceKind.ITEM)));
            });
        }
        return new ArrayList<>(photos.values()).stream().limit(MOST_PHOTOS).toList();
    }

    private String orderNumber() {
        var number = words("orderNumber");
        return number.startsWith("#") ? number.substring(1).strip() : number;
    }

    private String statement() {
        return text("statement").replace("\r\n", "\n").replace("\0", "").strip();
    }

    /** One line: no control characters, and of a length that a person types. */
    private String words(String field) {
        return line(text(field));
    }

    static String line(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS);
    }

    private String text(String field) {
        return Objects.requireNonNullElse(fields.getFirst(field), "");
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, String name) {
        for (var value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }
}
