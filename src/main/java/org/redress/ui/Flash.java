package org.redress.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the page after a redirect says once: "Saved."
 *
 * @param typed what stood in the form that was refused
 * @param undo what takes back what was done, or null
 */
public record Flash(
        Phrase says, boolean good, Typed typed, @Nullable Undo undo) {
    static final String NAME = "flash";

    /** The hidden field of a form that takes something back. */
    public static final String UNDOES = "undoes";

    /** A form of hidden fields, sent to {@code path}, that does the opposite. */
    public record Undo(String path, Map<String, String> fields) {}

    /**
     * The fields of a form.
     *
     * @param path where it was sent to
     * @param form the last part of it
     */
    public record Typed(String path, String form, Map<String, List<String>> fields) {
        static final Typed NOTHING = new Typed("", "", Map.of());

        static Typed of(HttpServletRequest request) {
            var address = request.getRequestURI();
            return new Typed(
                    address,
                    address.substring(address.lastIndexOf('/') + 1),
                    request.getParameterMap().entrySet().stream()
                            .filter(field -> !field.getKey().startsWith("_"))
                            .collect(Collectors.toUnmodifiableMap(
                                    Map.Entry::getKey, field -> List.of(field.getValue()))));
        }

        String in(String other, String field) {
            return form.equals(other) ? first(field) : "";
        }

        /** The first value of a field, or an empty text. */
        public String first(String field) {
            return fields.getOrDefault(field, List.of("")).getFirst();
        }
    }

    /** Something was done. */
    public static void done(RedirectAttributes redirect, Phrase says) {
        redirect.addFlashAttribute(NAME, new Flash(says, true, Typed.NOTHING, null));
    }

    /** The same for what can be taken back: once, so that nobody goes back and forth. */
    public static void done(RedirectAttributes redirect, Phrase says, @Nullable Undo undo) {
        some(redirect, says, true, undo);
    }

    /** Some of it was done, or all ({@code good}). */
    public static void some(RedirectAttributes redirect, Phrase says, boolean good, @Nullable Undo undo) {
        var again = request().getParameter(UNDOES) == null ? undo : null;
        redirect.addFlashAttribute(NAME, new Flash(says, good, Typed.NOTHING, again));
    }

    /** Something was not done, and why. */
    public static void refused(RedirectAttributes redirect, Phrase says) {
        redirect.addFlashAttribute(NAME, new Flash(says, false, Typed.NOTHING, null));
    }

    /** The same for a form that people write in: what they typed is there again. */
    public static void refusedAsTyped(RedirectAttributes redirect, Phrase says) {
        redirect.addFlashAttribute(NAME, new Flash(says, false, Typed.of(request()), null));
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
