package org.redress.access.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Logins;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.ui.Answers;
import org.redress.ui.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * People: the staff log in for {@code /desk} and {@code /admin}, everything else is public. The token of forms lives in
 * a cookie, so a customer needs no session.
 */
@Configuration
class PageChain {
    /** Nothing from elsewhere, nothing inline. Tabler draws small pictures from {@code data:} addresses. */
    private static final String CONTENT_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "font-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "manifest-src 'self'");

    private static final List<String> SECRETS =
            List.of("/track/", "/report/", "/task/", "/check/", "/password/", "/setup/");

    private final Logins logins;
    private final LoginRefused loginRefused;
    private final Answers answers;

    PageChain(Logins logins, LoginRefused loginRefused, Answers answers) {
        this.logins = logins;
        this.loginRefused = loginRefused;
        this.answers = answers;
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
        var pagesToReturnTo = pagesToReturnTo();
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/admin/merchants/**")
                        .hasAuthority(StaffLogin.OPERATOR)
                        .requestMatchers("/desk/**", "/admin/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("email")
                        .successHandler(welcome(pagesToReturnTo))
                        .failureHandler(loginRefused))
                .logout(logout -> logout.logoutRequestMatcher(pathPattern(HttpMethod.POST, "/logout"))
                        .logoutSuccessHandler(goodbye()))
                .requestCache(cache -> cache.requestCache(pagesToReturnTo))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens()))
                .headers(PageChain::guard)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(PageChain::askForLogin)
                        .accessDeniedHandler(this::refuse))
                .addFilterBefore(new FreshLogin(logins), AuthorizationFilter.class)
                .build();
    }

    private static CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("csrf");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** After the login one lands where one wanted to go, if that is a whole page. */
    @SuppressWarnings("NullAway") // null is how Spring is told to leave the address as it is
    private static RequestCache pagesToReturnTo() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(
                request -> request.getMethod().equals("GET") && request.getHeader("HX-Request") == null);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static SavedRequestAwareAuthenticationSuccessHandler welcome(RequestCache pagesToReturnTo) {
        var welcome = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            protected String determineTargetUrl(
                    HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login) {
                return login instanceof StaffLogin staff ? staff.home() : "/";
            }
        };
        welcome.setRequestCache(pagesToReturnTo);
        welcome.setRedirectStrategy(seeOther());
        return welcome;
    }

    private static SimpleUrlLogoutSuccessHandler goodbye() {
        var goodbye = new SimpleUrlLogoutSuccessHandler();
        goodbye.setDefaultTargetUrl("/login?out");
        goodbye.setRedirectStrategy(seeOther());
        return goodbye;
    }

    private static RedirectStrategy seeOther() {
        var redirect = new DefaultRedirectStrategy();
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }

    private static void guard(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(transport -> transport.includeSubDomains(false))
                .addHeaderWriter(referrer())
                .addHeaderWriter(permissions());
    }

    /** The camera is read live where a customer says what came, and nowhere else. */
    private static HeaderWriter permissions() {
        return (request, response) -> {
            var path = request.getRequestURI();
            var scans = path.startsWith("/shop/") || path.startsWith("/report/");
            response.setHeader(
                    "Permissions-Policy",
                    (scans ? "camera=(self)" : "camera=()")
                            + ", microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
        };
    }

    /** Addresses that are secrets tell nobody where the reader came from, not even us. */
    private static HeaderWriter referrer() {
        return (request, response) -> {
            var path = request.getRequestURI();
            var secret = SECRETS.stream().anyMatch(path::startsWith);
            response.setHeader("Referrer-Policy", secret ? "no-referrer" : "same-origin");
        };
    }

    /** htmx follows a redirect silently and would put the login form into the middle of a page. */
    private static void askForLogin(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException no) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", "/login");
        } else {
            seeOther().sendRedirect(request, response, "/login");
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException no)
            throws IOException {
        answers.say(
                no instanceof CsrfException
                        ? Problem.of(HttpStatus.FORBIDDEN, "FORM_TOO_OLD", Phrase.of("problem.session"))
                        : Problem.of(Refusal.forbidden()),
                request,
                response);
    }
}
