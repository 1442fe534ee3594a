package org.redress.ui;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code application/problem+json} (RFC 9457) with our extensions {@code code}, {@code incident} and {@code errors}. */
public record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String incident,
        List<At> errors) {
    public record At(String pointer, String code, String message) {}
}
