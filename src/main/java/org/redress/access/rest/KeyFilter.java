package org.redress.access.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.ApiKeys;
import org.redress.access.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer <api key>}. Without a valid key the request stays nobody's, and the chain answers 401. */
final class KeyFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;

    KeyFilter(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        viewer(request.getHeader(HttpHeaders.AUTHORIZATION)).ifPresent(viewer -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new ProgramLogin(viewer));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<Viewer> viewer(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? keys.open(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
