package org.redress.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page. A controller takes it as a parameter and hands it to its page record.
 *
 * @param words the reader's language
 * @param path of this request, for the language switch and the lit navigation entry
 * @param query of this request without its language
 * @param csrf what each form sends back, or null where no session is needed
 * @param reader the name of whoever is logged in, or null
 * @param nav the entries that this reader may see
 * @param partial true where htmx asked for a fragment only
 */
public record Frame(
        Words words,
        String path,
        String query,
        @Nullable Csrf csrf,
        @Nullable String reader,
        List<Nav> nav,
        boolean partial) {
    /** Name of the hidden field, name of the header for htmx, and the token. */
    public record Csrf(String field, String header, String token) {}

    /** One entry: its text, where it leads, and whether this page is under it. */
    public record Nav(String text, String href, boolean current) {}

    /** This page in another language. */
    public String in(String language) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + language;
    }

    /** For {@code hx-headers} on the body: htmx sends the token with each request. */
    public String htmxHeaders() {
        return csrf == null ? "{}" : "{\"%s\":\"%s\"}".formatted(csrf.header(), csrf.token());
    }
}
