package org.redress.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.redress.access.Logins;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks the account of a session up anew: a shut account, a new password or other roles count from the next click on. */
final class FreshLogin extends OncePerRequestFilter {
    private final Logins logins;

    FreshLogin(Logins logins) {
        this.logins = logins;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/webjars/")
                || request.getRequestURI().startsWith("/assets");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof StaffLogin staff) {
            var old = staff.login();
            logins.current(old.merchant(), old.account().id(), old.epoch())
                    .ifPresentOrElse(
                            login -> {
                                var context = SecurityContextHolder.createEmptyContext();
                                context.setAuthentication(new StaffLogin(login));
                                SecurityContextHolder.setContext(context);
                            },
                            () -> {
                                SecurityContextHolder.clearContext();
                                var session = request.getSession(false);
                                if (session != null) {
                                    session.invalidate();
                                }
                            });
        }
        chain.doFilter(request, response);
    }
}
