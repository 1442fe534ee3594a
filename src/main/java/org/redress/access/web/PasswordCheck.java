package org.redress.access.web;

import java.time.Duration;
import java.util.Objects;
import org.redress.access.Logins;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Hands the login form's two fields to {@link Logins}. */
@Component
class PasswordCheck implements AuthenticationProvider {
    private final Logins logins;

    PasswordCheck(Logins logins) {
        this.logins = logins;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var address = typed.getDetails() instanceof WebAuthenticationDetails details
                ? Objects.requireNonNullElse(details.getRemoteAddress(), "")
                : "";
        var password = Objects.toString(typed.getCredentials(), "");
        return switch (logins.attempt(typed.getName(), password, address)) {
            case Logins.Outcome.Welcome(var login) -> new StaffLogin(login);
            case Logins.Outcome.Wrong() -> throw new BadCredentialsException("Wrong e-mail address or password");
            case Logins.Outcome.TooMany(var pause) -> throw new TooManyLogins(pause);
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Not heard at all, right password or wrong. */
    static final class TooManyLogins extends AuthenticationException {
        private final Duration pause;

        TooManyLogins(Duration pause) {
            super("Too many failed logins");
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }
    }
}
