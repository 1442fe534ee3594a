package org.redress.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** Light or dark: {@code ?theme=dark} on any page keeps the choice in a cookie; {@code auto} follows the device again. */
@Component
public class Themes implements HandlerInterceptor {
    private static final String NAME = "theme";
    private static final String ASKED = Themes.class.getName();
    private static final Set<String> CHOICES = Set.of("light", "dark");

    Themes() {}

    static @Nullable String chosen(HttpServletRequest request) {
        if (request.getAttribute(ASKED) instanceof String asked) {
            return CHOICES.contains(asked) ? asked : null;
        }
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie != null && CHOICES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var asked = request.getMethod().equals("GET") ? request.getParameter(NAME) : null;
        if (asked != null) {
            request.setAttribute(ASKED, asked);
            var kept = CHOICES.contains(asked);
            var cookie = ResponseCookie.from(NAME, kept ? asked : "")
                    .path("/")
                    .sameSite("Lax")
                    .maxAge(kept ? Duration.ofDays(365) : Duration.ZERO)
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return true;
    }
}
