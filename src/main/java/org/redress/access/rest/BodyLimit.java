package org.redress.access.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.ui.Answers;
import org.redress.ui.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a body of at most one megabyte; more is 413. Files come as multipart, which has limits of its own and stays on
 * disk; a document of events is read as it comes.
 */
final class BodyLimit extends OncePerRequestFilter {
    static final int LARGEST = 1024 * 1024;
    private static final String STREAMED = "/epcis/v2/capture";
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final Answers answers;

    BodyLimit(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!WITH_BODY.contains(request.getMethod()) || isMultipart(request)) {
            chain.doFilter(request, response);
            return;
        }
        boolean streamed = request.getRequestURI().equals(STREAMED);
        if (request.getContentLengthLong() > LARGEST) {
            if (streamed) {
                chain.doFilter(request, response);
            } else {
                refuse(request, response);
            }
            return;
        }
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length <= LARGEST) {
            chain.doFilter(new HeldRequest(request, body), response);
        } else if (streamed) {
            chain.doFilter(new BegunRequest(request, body), response);
        } else {
            refuse(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.say(
                Problem.of(new Refusal(
                        Refusal.Kind.TOO_LARGE, "TOO_LARGE", Phrase.of("access.refusal.body-too-large"), List.of())),
                request,
                response);
    }

    static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.regionMatches(true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0, 19);
    }
}
