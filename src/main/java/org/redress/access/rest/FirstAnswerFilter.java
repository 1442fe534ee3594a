package org.redress.access.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.regex.Pattern;
import org.redress.access.FirstAnswers;
import org.redress.access.FirstAnswers.Answer;
import org.redress.access.FirstAnswers.Fingerprint;
import org.redress.access.Viewer;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Answers;
import org.redress.ui.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * {@code Idempotency-Key}: runs the rest of the request inside one transaction, which every facade joins, keeps the
 * answer in that transaction, and lets the client see it only once both are committed.
 */
final class FirstAnswerFilter extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern VALID = Pattern.compile("[!-~]{1,255}");

    private final FirstAnswers firstAnswers;
    private final Answers answers;

    FirstAnswerFilter(FirstAnswers firstAnswers, Answers answers) {
        this.firstAnswers = firstAnswers;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(KEY) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var keys = Collections.list(request.getHeaders(KEY));
        if (keys.size() != 1 || !VALID.matcher(keys.getFirst()).matches()) {
            answers.say(Problem.of(invalidKey()), request, response);
            return;
        }
        var fingerprint = Fingerprints.of(request);
        if (fingerprint.isPresent()) {
            once(keys.getFirst(), fingerprint.get(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void once(
            String key,
            Fingerprint fingerprint,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        var work = new Work(request, held, chain);
        try {
            var answer = firstAnswers.once(viewer().merchant(), key, fingerprint, work::run);
            if (work.ran) {
                held.copyBodyToResponse();
            } else {
                replay(answer, response);
            }
        } catch (Refused refused) {
            answers.say(Problem.of(refused.refusal()), request, response);
        } catch (Failed failed) {
            failed.rethrow();
        } catch (RuntimeException notCommitted) {
            response.reset();
            throw notCommitted;
        }
    }

    private static Viewer viewer() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login instanceof ProgramLogin program) {
            return program.getPrincipal();
        }
        throw new IllegalStateException("The chain lets nobody in without a key");
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        response.setContentType(answer.contentType());
        response.setHeader(HttpHeaders.LOCATION, answer.location());
        response.setHeader(HttpHeaders.ETAG, answer.etag());
        response.getOutputStream().write(answer.body());
    }

    private static Refusal invalidKey() {
        return Refusal.invalid("", "IDEMPOTENCY_KEY_INVALID", Phrase.of("access.refusal.key-invalid"));
    }

    /** The rest of the request, run at most once. */
    private static final class Work {
        private final HttpServletRequest request;
        private final ContentCachingResponseWrapper response;
        private final FilterChain chain;
        private boolean ran;

        Work(HttpServletRequest request, ContentCachingResponseWrapper response, FilterChain chain) {
            this.request = request;
            this.response = response;
            this.chain = chain;
        }

        Answer run() {
            ran = true;
            try {
                chain.doFilter(request, response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ServletException e) {
                throw new Failed(e);
            }
            return new Answer(
                    response.getStatus(),
                    response.getContentType(),
                    response.getHeader(HttpHeaders.LOCATION),
                    response.getHeader(HttpHeaders.ETAG),
                    response.getContentAsByteArray());
        }
    }

    /** Carries a checked exception out of the transaction, which rolls back. */
    private static final class Failed extends RuntimeException {
        private final ServletException exception;

        Failed(ServletException exception) {
            super(exception);
            this.exception = exception;
        }

        void rethrow() throws ServletException {
            throw exception;
        }
    }
}
