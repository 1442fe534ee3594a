package org.redress.access.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.redress.ui.Answers;
import org.redress.ui.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses before anything happens a caller who does not read JSON, and a body that does not say what it is. Spring finds
 * out only when the command is done and its answer is to be written.
 */
final class SpokenTypes extends OncePerRequestFilter {
    private static final List<MediaType> OURS = List.of(
            MediaType.APPLICATION_JSON,
            MediaType.APPLICATION_PROBLEM_JSON,
            MediaType.parseMediaType("application/ld+json"));

    /** By the end of their addresses. */
    private static final Map<String, List<String>> FILES = Map.of(
            "/file", List.of(MediaType.APPLICATION_PDF_VALUE, "application/zip"),
            "/slip-code", List.of("image/svg+xml", MediaType.IMAGE_PNG_VALUE));

    private final Answers answers;

    SpokenTypes(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOneType(request.getContentType())) {
            refuse(HttpStatus.UNSUPPORTED_MEDIA_TYPE, request, response);
        } else if (!asksForFile(request) && !reads(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))) {
            refuse(HttpStatus.NOT_ACCEPTABLE, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whoever names one of the formats of an address that hands out files; Spring says no where it has another. */
    private static boolean asksForFile(HttpServletRequest request) {
        var path = request.getRequestURI();
        var formats = FILES.getOrDefault(path.substring(path.lastIndexOf('/')), List.of());
        return request.getMethod().equals("GET")
                && Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
                        .anyMatch(accept -> formats.stream().anyMatch(accept::contains));
    }

    private static boolean isOneType(@Nullable String contentType) {
        try {
            return contentType == null || MediaType.parseMediaType(contentType).isConcrete();
        } catch (InvalidMediaTypeException nonsense) {
            return false;
        }
    }

    private static boolean reads(List<String> accept) {
        try {
            var ranges = MediaType.parseMediaTypes(accept);
            return ranges.isEmpty()
                    || (quality(ranges, MediaType.APPLICATION_JSON).orElse(1.0) > 0
                            && OURS.stream()
                                    .anyMatch(ours -> quality(ranges, ours).orElse(0.0) > 0));
        } catch (InvalidMediaTypeException nonsense) {
            return false;
        }
    }

    /** By the range that fits best (RFC 9110, 12.5.1): {@code application/json;q=0, *}{@code /*} is anything but JSON. */
    private static Optional<Double> quality(List<MediaType> ranges, MediaType ours) {
        return ranges.stream()
                .filter(range -> range.includes(ours))
                .reduce((best, next) -> isCloser(next, best) ? next : best)
                .map(MediaType::getQualityValue);
    }

    /** Spring compares qualities first; here they are what is asked for. */
    private static boolean isCloser(MediaType one, MediaType other) {
        return one.removeQualityValue().isMoreSpecific(other.removeQualityValue());
    }

    private void refuse(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.say(Problem.of(status, status.name(), Phrase.of("problem." + status.value())), request, response);
    }
}
