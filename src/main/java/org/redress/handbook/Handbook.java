package org.redress.handbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The chapters. They are part of the product and change with it. */
public interface Handbook {
    /** In the order of reading. */
    List<Chapter> chapters(Audience audience, Locale language);

    default Optional<Chapter> chapter(Audience audience, String slug, Locale language) {
        return chapters(audience, language).stream()
                .filter(chapter -> chapter.slug().equals(slug))
                .findFirst();
    }

    /** A question of the bank in this language; empty where it is not asked any more. */
    Optional<Question> question(String chapter, String id, Locale language);

    /**
     * A drawing as SVG, coloured by the page’s own tokens. Words in it stand as {@code @{key}}.
     *
     * @throws IllegalArgumentException where there is none
     */
    String picture(String name);
}
