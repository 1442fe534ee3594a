package org.redress.ui.web;

import static org.redress.ui.web.ReadingFaults.pointer;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.redress.database.Outage;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What an exception means to whoever asked. What no client can cause is an incident: logged, and told by its name only. */
@Component
class Diagnosis {
    private static final Logger log = LoggerFactory.getLogger(Diagnosis.class);
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom random = new SecureRandom();

    /** SQL states of values that no column takes: NUL, no such character, beyond range (PostgreSQL, appendix A). */
    private static final Set<String> IMPOSSIBLE_VALUES = Set.of("22021", "22P05", "22003", "22008", "22001");

    Problem of(Throwable exception, HttpServletRequest request) {
        if (Outage.isBehind(exception)) {
            log.warn("Answered with 503", exception);
            return no(503, name(HttpStatus.SERVICE_UNAVAILABLE));
        }
        var known = known(exception);
        return known == null ? incident(exception, request) : known;
    }

    private static @Nullable Problem known(Throwable exception) {
        return switch (exception) {
            case Refused refused -> Problem.of(refused.refusal());
            case HttpMessageNotReadableException unreadable -> ReadingFaults.of(unreadable);
            case MethodArgumentTypeMismatchException wrong -> ofArgument(wrong);
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingServletRequestPartException missing -> missing(missing.getRequestPartName());
            case MissingRequestValueException missing
            when missing.getStatusCode().is4xxClientError() -> no(400, "INCOMPLETE");
            case MultipartException broken -> ofUpload(broken);
            case NoResourceFoundException _ -> Problem.of(Refusal.absent());
            case HttpMediaTypeNotSupportedException unsupported -> no(415, "UNSUPPORTED_MEDIA_TYPE", unsupported);
            case ErrorResponse other
            when other.getStatusCode().is4xxClientError() ->
                no(other.getStatusCode().value(), name(other.getStatusCode()), other);
            case ConcurrencyFailureException _, DuplicateKeyException _ -> no(409, "COLLISION");
            case DataIntegrityViolationException refusedByDatabase
            when isImpossibleValue(refusedByDatabase) -> no(422, "INVALID");
            case InvalidParameterException tooLarge when tooLarge.getErrorCode() == 413 -> no(413, "TOO_LARGE");
            case InvalidParameterException _ -> no(400, "BAD_REQUEST");
            default -> null;
        };
    }

    /** For an error that came from outside of any controller. */
    static Problem of(HttpStatusCode status) {
        return status.value() == 404 ? Problem.of(Refusal.absent()) : no(status.value(), name(status));
    }

    private static Problem no(int status, String code) {
        return Problem.of(HttpStatusCode.valueOf(status), code, Phrase.of("problem." + said(status)));
    }

    private static Problem no(int status, String code, ErrorResponse response) {
        var problem = no(status, code);
        return new Problem(problem.status(), code, problem.detail(), problem.faults(), null, response.getHeaders());
    }

    private static int said(int status) {
        return Set.of(400, 401, 403, 405, 406, 409, 412, 413, 415, 422, 429, 503)
                        .contains(status)
                ? status
                : 400;
    }

    private static String name(HttpStatusCode code) {
        var status = HttpStatus.resolve(code.value());
        return status == null ? "BAD_REQUEST" : status.name();
    }

    private static Problem missing(String field) {
        return Problem.of(Refusal.invalid(pointer(field), "MISSING", Phrase.of("problem.missing", field)));
    }

    private static Problem ofArgument(MethodArgumentTypeMismatchException wrong) {
        if (wrong.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Problem.of(Refusal.absent());
        }
        return Problem.of(Refusal.invalid(
                pointer(wrong.getName()), "WRONG_TYPE", ReadingFaults.expected(wrong.getRequiredType())));
    }

    private static Problem ofUpload(MultipartException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof MaxUploadSizeExceededException
                    || cause instanceof SizeException
                    || cause instanceof FileCountLimitExceededException) {
                return no(413, "TOO_LARGE");
            }
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "MALFORMED_UPLOAD", Phrase.of("problem.malformed-upload"));
    }

    private static boolean isImpossibleValue(DataIntegrityViolationException exception) {
        return exception.getMostSpecificCause() instanceof SQLException cause
                && IMPOSSIBLE_VALUES.contains(cause.getSQLState());
    }

    private static Problem incident(Throwable exception, HttpServletRequest request) {
        var incident = IntStream.range(0, 8)
                .mapToObj(_ -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining());
        // The pattern and not the address: an address may hold the secret of a customer's link.
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        log.error("Incident {} at {} {}", incident, request.getMethod(), pattern, exception);
        return Problem.incident(incident);
    }
}
