package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
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
class ApiAccessIT {
    private static final String PROBE = "/api/v1/probe";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    ApiKeys keys;

    private Cast cast;
    private MerchantId merchant;

    @BeforeEach
    void cast() {
        cast = new Cast(context);
        merchant = cast.merchant();
    }

    @Test
    void without_a_key_the_answer_is_401_as_a_problem() {
        for (var path : new String[] {PROBE, "/api/v1/nothing-here", "/epcis/v2/events"}) {
            var answer = new Program(port, "").get(path);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(answer.body()).contains("\"UNAUTHENTICATED\"");
        }
    }

    @Test
    void an_unknown_or_malformed_key_is_401() {
        assertThat(new Program(port, "rdr_" + "x".repeat(43)).get(PROBE).statusCode())
                .isEqualTo(401);
        assertThat(new Program(port, "x".repeat(3000)).get(PROBE).statusCode()).isEqualTo(401);
        assertThat(new Program(port, "")
                        .get(PROBE, "Authorization", "Basic YTpi")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_key_names_its_merchant_and_itself() {
        var key = cast.key(merchant, Role.AGENT);
        var answer = new Program(port, key).get(PROBE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(merchant.toString())
                .contains("program:" + keys.all(merchant).getFirst().id());
    }

    @Test
    void a_key_without_the_role_is_403() {
        assertThat(new Program(port, cast.key(merchant, Role.INTEGRATOR))
                        .get(PROBE)
                        .statusCode())
                .isEqualTo(403);
        var agent = new Program(port, cast.key(merchant, Role.AGENT));
        assertThat(agent.get(PROBE).statusCode()).isEqualTo(200);
        var answer = agent.get(PROBE + "/admin");
        assertThat(answer.statusCode())
                .as("the method's roles replace the controller's")
                .isEqualTo(403);
        assertThat(answer.body()).contains("\"FORBIDDEN\"");
    }

    @Test
    void a_revoked_key_is_401_at_once() {
        var program = new Program(port, cast.key(merchant, Role.AGENT));
        assertThat(program.get(PROBE).statusCode()).isEqualTo(200);
        keys.revoke(merchant, keys.all(merchant).getFirst().id());
        assertThat(program.get(PROBE).statusCode()).isEqualTo(401);
    }

    @Test
    void the_last_use_of_a_key_is_noted() {
        var key = cast.key(merchant, Role.AGENT);
        assertThat(keys.all(merchant).getFirst().lastUsedAt()).isNull();
        new Program(port, key).get(PROBE);
        assertThat(keys.all(merchant).getFirst().lastUsedAt()).isNotNull();
    }

    @Test
    void the_sample_key_holds_every_role() {
        assertThat(new Program(port, "demo-key").get(PROBE + "/admin").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_session_of_staff_opens_no_rest_resource_and_a_key_no_page() {
        var admin = cast.account(merchant, Role.ADMIN);
        var browser = new Browser(port).loggedIn(admin.email(), Cast.PASSWORD);
        assertThat(browser.get(PROBE + "/admin").statusCode()).isEqualTo(401);
        var page = new Program(port, cast.key(merchant, Role.ADMIN)).get("/admin/accounts");
        assertThat(page.statusCode()).isEqualTo(303);
    }

    @Test
    void a_json_body_above_a_megabyte_is_413_however_it_is_sent() {
        var program = new Program(port, cast.key(merchant, Role.AGENT));
        var path = PROBE + "/" + UUID.randomUUID();
        var large = new byte[1024 * 1024 + 1];
        assertThat(program.send(path, BodyPublishers.ofByteArray(large)).statusCode())
                .isEqualTo(413);
        var streamed = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large));
        assertThat(program.send(path, streamed).statusCode()).isEqualTo(413);
        assertThat(program.send(path, BodyPublishers.ofByteArray(new byte[1024 * 1024]))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void answers_of_the_api_carry_strict_headers_and_no_cookie() {
        var headers =
                new Program(port, cast.key(merchant, Role.AGENT)).get(PROBE).headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }
}
