package org.redress.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page. A controller takes it as a parameter and hands it to its page record.
 *
 * @param words the reader's language
 * @param path of this request, for the language switch and the lit navigation entry
 * @param query of this request without its language and theme
 * @param csrf what each form sends back, or null where no session is needed
 * @param reader the name of whoever is logged in, or null
 * @param nav the entries that this reader may see
 * @param partial true where htmx asked for a fragment only
 * @param theme {@code light} or {@code dark} as the reader chose, or null: as the device has it
 * @param flash what was just done, said once
 * @param typed what stood in a form that was just refused
 * @param zoneKnown whether the browser has told its time zone; on a reader's very first page it has not
 * @param assets the folder of our own scripts and styles
 * @param banners what stands on every page of the staff for the time being
 * @param manual what the staff can read; null where there is nothing, and for everybody else
 */
public record Frame(
        Words words,
        String path,
        String query,
        @Nullable Csrf csrf,
        @Nullable String reader,
        List<Nav> nav,
        boolean partial,
        @Nullable String theme,
        @Nullable Notice flash,
        Flash.Typed typed,
        boolean zoneKnown,
        String assets,
        List<String> banners,
        @Nullable Manual manual) {
    /** Name of the hidden field, name of the header for htmx, and the token. */
    public record Csrf(String field, String header, String token) {}

    /**
     * What the staff can read.
     *
     * @param contents address of its contents
     * @param here address of what is about this page, or null
     */
    public record Manual(String contents, @Nullable String here) {}

    /** One entry: its text, where it leads, and whether this page is under it. */
    public record Nav(String text, String href, boolean current, boolean isUnderOnesName) {}

    /**
     * A sentence at the top of the page; good news or not.
     *
     * @param undo the form that takes back what was done, or null
     */
    public record Notice(String text, boolean good, Flash.@Nullable Undo undo) {}

    /** The same frame with times of the merchant's place, as long as the reader's own is not known. */
    public Frame at(ZoneId home) {
        return zoneKnown
                ? this
                : new Frame(
                        words.in(home),
                        path,
                        query,
                        csrf,
                        reader,
                        nav,
                        partial,
                        theme,
                        flash,
                        typed,
                        false,
                        assets,
                        banners,
                        manual);
    }

    /**
     * What a field holds again because its form was refused.
     *
     * @param form the last part of the address that the form is sent to
     */
    public String typed(String form, String field) {
        return typed.in(form, field);
    }

    /** Whether this was chosen in a form that was just refused. */
    public boolean chose(String form, String field, String value) {
        return isRefused(form) && typed.fields().getOrDefault(field, List.of()).contains(value);
    }

    /** Whether this form was refused just now, and is shown open. */
    public boolean isRefused(String form) {
        return typed.form().equals(form);
    }

    /** The entries of the daily work: in the bar at the top. */
    public List<Nav> work() {
        return nav.stream().filter(entry -> !entry.isUnderOnesName()).toList();
    }

    /** The entries by which somebody looks after the product or after themselves: in the menu under their name. */
    public List<Nav> underOnesName() {
        return nav.stream().filter(Nav::isUnderOnesName).toList();
    }

    /** The entry under which this page is, or null. */
    public @Nullable String here() {
        return nav.stream().filter(Nav::current).map(Nav::text).findFirst().orElse(null);
    }

    /** This page in another language. */
    public String in(String language) {
        return with("lang=" + language);
    }

    /** This page in another theme: {@code light}, {@code dark} or {@code auto}. */
    public String lit(String theme) {
        return with("theme=" + theme);
    }

    private String with(String parameter) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + parameter;
    }

    /** The address of one of our own scripts, styles or pictures, such as {@code app.js}. */
    public String asset(String name) {
        return assets + "/" + name;
    }

    /** The next part of a list. */
    public String after(String next) {
        return first() + (first().contains("?") ? "&" : "?") + "after="
                + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** The start of a list. */
    public String first() {
        var kept = Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty() && !part.startsWith("after="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? path : path + "?" + kept;
    }

    /** The first letter of the reader's name, for the round badge. */
    public String initial() {
        return reader == null || reader.isBlank()
                ? ""
                : reader.substring(0, reader.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    /** For {@code hx-headers} on the body: htmx sends the token with each request. */
    public String htmxHeaders() {
        return csrf == null ? "{}" : "{\"%s\":\"%s\"}".formatted(csrf.header(), csrf.token());
    }
}
