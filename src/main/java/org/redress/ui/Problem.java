package org.redress.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * An answer that says no, before it is said in a language.
 *
 * @param code stable, upper case, for programs
 * @param faults the fields at fault
 * @param incident names the log entry of a fault of ours, or null
 * @param headers to send along, such as {@code Allow}
 */
public record Problem(
        HttpStatusCode status,
        String code,
        Phrase detail,
        List<Refusal.Fault> faults,
        @Nullable String incident,
        HttpHeaders headers) {

    public static Problem of(HttpStatusCode status, String code, Phrase detail) {
        return new Problem(status, code, detail, List.of(), null, new HttpHeaders());
    }

    public static Problem of(Refusal refusal) {
        return new Problem(
                HttpStatusCode.valueOf(status(refusal.kind())),
                refusal.code(),
                refusal.reason(),
                refusal.faults(),
                null,
                new HttpHeaders());
    }

    /** A fault of ours: nothing of it is told but the name under which the log has it. */
    public static Problem incident(String incident) {
        return new Problem(
                HttpStatusCode.valueOf(500),
                "INCIDENT",
                Phrase.of("problem.incident", incident),
                List.of(),
                incident,
                new HttpHeaders());
    }

    public Problem with(String header, String value) {
        var more = new HttpHeaders(headers);
        more.set(header, value);
        return new Problem(status, code, detail, faults, incident, more);
    }

    /** A page of ours says what the code means. */
    String type() {
        return "/problems/" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 422;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case TOO_MANY -> 429;
            case ABSENT -> 404;
            case FORBIDDEN -> 403;
        };
    }
}
