package org.redress.access.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.redress.access.ApiKeys;
import org.redress.access.FirstAnswers;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.ui.Answers;
import org.redress.ui.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Programs: a key in every request, no session, no form token. */
@Configuration
class ApiChain {
    private final ApiKeys keys;
    private final FirstAnswers firstAnswers;
    private final Answers answers;

    ApiChain(ApiKeys keys, FirstAnswers firstAnswers, Answers answers) {
        this.keys = keys;
        this.firstAnswers = firstAnswers;
        this.answers = answers;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) {
        return http.securityMatcher("/api/**", "/epcis/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .httpStrictTransportSecurity(transport -> transport.includeSubDomains(false)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(this::askForKey)
                        .accessDeniedHandler((request, response, _) ->
                                answers.say(Problem.of(Refusal.forbidden()), request, response)))
                .addFilterBefore(new KeyFilter(keys), AuthorizationFilter.class)
                .addFilterAfter(new BodyLimit(answers), AuthorizationFilter.class)
                .addFilterAfter(new SpokenTypes(answers), BodyLimit.class)
                .addFilterAfter(new FirstAnswerFilter(firstAnswers, answers), SpokenTypes.class)
                .build();
    }

    private void askForKey(HttpServletRequest request, HttpServletResponse response, AuthenticationException no)
            throws IOException {
        var problem = Problem.of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", Phrase.of("access.refusal.no-key"));
        answers.say(problem.with(HttpHeaders.WWW_AUTHENTICATE, "Bearer"), request, response);
    }
}
