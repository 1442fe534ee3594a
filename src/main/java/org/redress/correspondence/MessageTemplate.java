package org.redress.correspondence;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A template of a shop.
 *
 * @param key stable; the same in both languages
 * @param texts by language; a template of the shop’s own may have one only
 */
public record MessageTemplate(String key, Map<Locale, Text> texts) {
    /**
     * @param latest the last one written, which may be in force only later
     * @param inForce what agents get now; null where nothing is yet
     */
    public record Text(TemplateVersion latest, @Nullable TemplateVersion inForce) {}

    public Optional<Text> in(Locale language) {
        return Optional.ofNullable(texts.get(language));
    }

    /** What agents get in this language now; empty where nothing is in force or it was retired. */
    public Optional<TemplateVersion> usable(Locale language) {
        return in(language)
                .flatMap(text -> Stream.ofNullable(text.inForce())
                        .filter(version -> !version.retired())
                        .findFirst());
    }

    /** How it is called, in this language if it has one. */
    public String name(Locale language) {
        return in(language)
                .or(() -> texts.values().stream().findFirst())
                .map(text -> text.latest().name())
                .orElse(key);
    }
}
