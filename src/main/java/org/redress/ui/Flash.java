package org.redress.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.kernel.Phrase;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the page after a redirect says once: "Saved."
 *
 * @param typed what stood in the form that was refused
 */
public record Flash(Phrase says, boolean good, Typed typed) {
    static final String NAME = "flash";

    /**
     * The fields of a form.
     *
     * @param form the last part of the address that it was sent to
     */
    public record Typed(String form, Map<String, String> fields) {
        static final Typed NOTHING = new Typed("", Map.of());

        static Typed of(HttpServletRequest request) {
            var address = request.getRequestURI();
            return new Typed(
                    address.substring(address.lastIndexOf('/') + 1),
                    request.getParameterMap().entrySet().stream()
                            .filter(field -> !field.getKey().startsWith("_"))
                            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> field.getValue()[0])));
        }

        String in(String other, String field) {
            return form.equals(other) ? fields.getOrDefault(field, "") : "";
        }
    }

    /** Something was done. */
    public static void done(RedirectAttributes redirect, Phrase says) {
        redirect.addFlashAttribute(NAME, new Flash(says, true, Typed.NOTHING));
    }

    /** Something was not done, and why. */
    public static void refused(RedirectAttributes redirect, Phrase says) {
        redirect.addFlashAttribute(NAME, new Flash(says, false, Typed.NOTHING));
    }

    /** The same for a form that people write in: what they typed is there again. */
    public static void refusedAsTyped(RedirectAttributes redirect, Phrase says) {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        redirect.addFlashAttribute(NAME, new Flash(says, false, Typed.of(request)));
    }
}
