package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.kernel.MerchantId;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@RedressTest
@Import(Probe.class)
class LoginIT {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    private Cast cast;
    private MerchantId merchant;
    private Account admin;
    private Browser browser;

    @BeforeEach
    void cast() {
        cast = new Cast(context);
        merchant = cast.merchant();
        admin = cast.account(merchant, Role.ADMIN);
        browser = new Browser(port);
    }

    @Test
    void a_staff_page_asks_for_a_login_and_then_shows_what_was_wanted() {
        var asked = browser.get("/admin/keys");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        var before = browser.cookie("session").orElseThrow();
        var answer = browser.logIn(admin.email(), Cast.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/admin/keys");
        assertThat(browser.cookie("session")).as("session fixation").isPresent().isNotEqualTo(before);
        assertThat(browser.get("/admin/keys").body()).contains("Sam Doe");
    }

    @Test
    void an_agent_lands_on_the_desk_and_an_administrator_on_the_staff() {
        var agent = cast.account(merchant, Role.AGENT);
        assertThat(browser.logIn(agent.email(), Cast.PASSWORD).headers().firstValue("Location"))
                .contains("/desk");
        assertThat(new Browser(port)
                        .logIn(admin.email(), Cast.PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .contains("/admin/accounts");
    }

    @Test
    void wrong_credentials_are_said_so_in_the_form_which_keeps_the_address() {
        for (var email : new String[] {admin.email(), "nobody@example.org", "no address"}) {
            var answer = browser.logIn(email, "not the password");
            assertThat(answer.statusCode()).as(email).isEqualTo(401);
            assertThat(answer.body()).contains("do not go together");
        }
        assertThat(browser.logIn("nul\0@example.org", "not the password").statusCode())
                .isEqualTo(422);
        assertThat(browser.logIn(admin.email(), "wrong").body()).contains("value=\"" + admin.email() + "\"");
        assertThat(browser.get("/admin/accounts").statusCode()).isEqualTo(303);
    }

    @Test
    void the_form_speaks_chinese_too() {
        assertThat(browser.get("/login", "Accept-Language", "zh-CN").body()).contains("登录");
    }

    @Test
    void after_eight_wrong_passwords_even_the_right_one_is_not_heard() {
        for (int i = 0; i < 8; i++) {
            assertThat(browser.logIn(admin.email(), "wrong " + i).statusCode()).isEqualTo(401);
        }
        var answer = browser.logIn(admin.email().toUpperCase(java.util.Locale.ROOT), Cast.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After").map(Integer::valueOf))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 900));
        assertThat(answer.body()).contains("too many attempts");
        var other = cast.account(merchant, Role.AGENT);
        assertThat(browser.logIn(other.email(), Cast.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        assertThat(browser.post("/login", "email", admin.email(), "password", Cast.PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        browser.loggedIn(admin.email(), Cast.PASSWORD);
        var stranger = new Browser(port).loggedIn(admin.email(), Cast.PASSWORD);
        assertThat(stranger.post("/logout", "_csrf", "made up").statusCode()).isEqualTo(403);
        assertThat(stranger.get("/admin/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void a_logout_ends_the_session() {
        browser.loggedIn(admin.email(), Cast.PASSWORD);
        browser.get("/admin/accounts");
        assertThat(browser.get("/logout").statusCode())
                .as("by a link nothing happens")
                .isEqualTo(404);
        assertThat(browser.get("/admin/accounts").statusCode()).isEqualTo(200);
        assertThat(browser.post("/logout").statusCode()).isEqualTo(303);
        assertThat(browser.get("/admin/accounts").statusCode()).isEqualTo(303);
    }

    @Test
    void a_shut_account_is_out_at_its_next_click_and_cannot_log_in() {
        var agent = cast.account(merchant, Role.ADMIN);
        browser.loggedIn(agent.email(), Cast.PASSWORD);
        assertThat(browser.get("/admin/keys").statusCode()).isEqualTo(200);
        accounts.deactivate(Cast.as(merchant, admin), agent.id());
        assertThat(browser.get("/admin/keys").statusCode()).isEqualTo(303);
        assertThat(browser.logIn(agent.email(), Cast.PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void a_role_taken_away_counts_at_the_next_click() {
        var second = cast.account(merchant, Role.ADMIN);
        browser.loggedIn(second.email(), Cast.PASSWORD);
        accounts.changeRoles(Cast.as(merchant, admin), second.id(), java.util.Set.of(Role.AGENT));
        assertThat(browser.get("/admin/keys").statusCode()).isEqualTo(403);
    }

    @Test
    void htmx_is_sent_to_the_login_as_a_whole_page() {
        var answer = browser.get("/admin/keys", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/login");
        assertThat(browser.logIn(admin.email(), Cast.PASSWORD).headers().firstValue("Location"))
                .as("a fragment is no page to return to")
                .contains("/admin/accounts");
    }

    @Test
    void the_sample_logins_work_on_loopback() {
        for (var name : new String[] {"agent", "supervisor", "admin"}) {
            assertThat(new Browser(port).logIn(name + "@example.com", name).statusCode())
                    .as(name)
                    .isEqualTo(303);
        }
    }

    @Test
    void pages_carry_strict_headers_and_public_ones_make_no_session() {
        var page = browser.get("/login");
        var headers = page.headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()");
        assertThat(browser.get("/shop/demo")
                        .headers()
                        .firstValue("Permissions-Policy")
                        .orElseThrow())
                .contains("camera=(self)");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Strict-Transport-Security"))
                .as("plain HTTP")
                .isEmpty();
        assertThat(headers.allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("csrf=")
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(browser.get("/track/" + UUID.randomUUID()).headers().firstValue("Referrer-Policy"))
                .contains("no-referrer");
    }

    @Test
    void readiness_is_public() {
        assertThat(browser.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }
}
