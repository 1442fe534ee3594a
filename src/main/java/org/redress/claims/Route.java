package org.redress.claims;

import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;

/**
 * A place outside where a customer can go with a claim that we turned down (domain.md F6).
 *
 * @param id stable; its name stands at {@code claims.route.<id>}
 * @param source the law or the body that says so
 */
public record Route(String id, @Nullable String url, String source) {
    public Phrase name() {
        return Phrase.of("claims.route." + id);
    }

    /** The name, with the address where there is one. */
    public Phrase line() {
        return url == null ? name() : Phrase.of("claims.route.line", name(), url);
    }
}
