package org.redress.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.redress.access.web.PasswordCheck.TooManyLogins;
import org.redress.kernel.Phrase;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Shows the login form again with what was typed, and why not. */
@Component
class LoginRefused implements AuthenticationFailureHandler {
    /** Reached by forwarding only; asked for directly it has nothing to say. */
    static final String PATH = "/login/refused";

    static final String REASON = LoginRefused.class.getName();

    /** Why not, and the e-mail address that was typed. */
    record Reason(HttpStatus status, Phrase says, String email) {}

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException no)
            throws IOException, ServletException {
        var email = Objects.requireNonNullElse(request.getParameter("email"), "");
        request.setAttribute(REASON, reason(no, email));
        if (no instanceof TooManyLogins tooMany) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, tooMany.pause().toSeconds())));
        }
        request.getRequestDispatcher(PATH).forward(request, response);
    }

    private static Reason reason(AuthenticationException no, String email) {
        return no instanceof TooManyLogins tooMany
                ? new Reason(
                        HttpStatus.TOO_MANY_REQUESTS,
                        Phrase.of("access.login.too-many", tooMany.pause().toMinutes() + 1),
                        email)
                : new Reason(HttpStatus.UNAUTHORIZED, Phrase.of("access.login.wrong"), email);
    }
}
