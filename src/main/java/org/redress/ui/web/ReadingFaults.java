package org.redress.ui.web;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Why a JSON body could not be read, and where. */
final class ReadingFaults {
    private ReadingFaults() {}

    static Problem of(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                invalid(unknown, "UNKNOWN_FIELD", Phrase.of("problem.unknown-field", unknown.getPropertyName()));
            case InvalidNullException missing ->
                invalid(
                        missing,
                        "MISSING",
                        Phrase.of("problem.missing", missing.getPropertyName().getSimpleName()));
            case MismatchedInputException more
            when more.getOriginalMessage().startsWith("Trailing token") -> malformed(more);
            case MismatchedInputException wrong -> invalid(wrong, "WRONG_TYPE", expected(wrong.getTargetType()));
            case ValueInstantiationException wrong
            when wrong.getCause() instanceof Refused refused -> Problem.of(refused.refusal());
            case ValueInstantiationException wrong -> invalid(wrong, "WRONG_VALUE", Phrase.of("problem.wrong-value"));
            case InputCoercionException beyond -> invalid(beyond, "WRONG_TYPE", expected(beyond.getTargetType()));
            case StreamReadException broken -> malformed(broken);
            case JacksonException other -> invalid(other, "WRONG_VALUE", Phrase.of("problem.wrong-value"));
            case null, default -> Problem.of(HttpStatus.BAD_REQUEST, "NO_BODY", Phrase.of("problem.no-body"));
        };
    }

    /** The JSON pointer (RFC 6901) of one top field. */
    static String pointer(String field) {
        return "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /** What should stand there, in words. */
    static Phrase expected(@Nullable Class<?> type) {
        if (type == null) {
            return Phrase.of("problem.wrong-value");
        }
        if (type.isEnum()) {
            return Phrase.of(
                    "problem.expected.one-of",
                    Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", ")));
        }
        return Phrase.of("problem.expected." + kind(type));
    }

    private static String kind(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "whole-number";
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == String.class) {
            return "text";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "time";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "list" : "object";
    }

    private static Problem malformed(JacksonException exception) {
        var at = exception.getLocation();
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "MALFORMED_JSON",
                at == null
                        ? Phrase.of("problem.malformed-json")
                        : Phrase.of("problem.malformed-json.at", at.getLineNr(), at.getColumnNr()));
    }

    private static Problem invalid(JacksonException exception, String code, Phrase message) {
        return Problem.of(Refusal.invalid(pointer(exception), code, message));
    }

    private static String pointer(JacksonException exception) {
        return exception.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "/" + step.getIndex() : pointer(step.getPropertyName()))
                .collect(Collectors.joining());
    }
}
