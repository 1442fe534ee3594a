package org.redress.settlement.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.settlement.app.AgreedClaims.refund;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Accounts;
import org.redress.access.ApiKeys;
import org.redress.access.Browser;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.claims.Claim;
import org.redress.claims.ClaimPanel;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Settlement;
import org.redress.settlement.Step;
import org.redress.settlement.app.ScriptedPartners.Accident;
import org.redress.settlement.app.ScriptedPartners.ScriptedPayments;
import org.redress.testing.RedressTest;
import org.redress.ui.FrameArgument;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;

@RedressTest
@Import(ScriptedPartners.class)
class SettlementPagesIT {
    private static final String PASSWORD = "a few words in a row";

    @Autowired
    ApplicationContext context;

    @Autowired
    ScriptedPayments payments;

    @Autowired
    Settlement settlement;

    @Autowired
    ApiKeys keys;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks links;

    @Autowired
    FrameArgument frames;

    @Autowired
    List<ClaimPanel> panels;

    @LocalServerPort
    int port;

    private @Nullable AgreedClaims fixtures;
    private @Nullable MerchantId founded;

    @BeforeEach
    void found() {
        fixtures = new AgreedClaims(context);
        founded = fixtures.merchant();
    }

    @Test
    void execution_over_rest_is_as_the_contract_has_it() throws Exception {
        var claim = refunded(Accident.NO);
        var key = key(merchant(), Role.AGENT);
        for (var name : List.of(claim.id().toString(), claim.number())) {
            var answer = get("/api/v1/claims/" + name + "/execution", key, "en");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains(
                            "\"kind\":\"REFUND\"",
                            "\"state\":\"FAILED\"",
                            "\"reference\":null",
                            "\"attempts\":1",
                            "\"lastError\":\"The other side said no (closed account)\"");
        }
        assertThat(get("/api/v1/claims/" + claim.id() + "/execution", key, "zh-CN")
                        .body())
                .contains("对方拒绝了请求");
    }

    @Test
    void execution_of_another_merchant_s_claim_is_absent() throws Exception {
        var claim = refunded();
        var stranger = key(fixtures().merchant(), Role.AGENT);
        assertThat(get("/api/v1/claims/" + claim.id() + "/execution", stranger, "en")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/claims/" + claim.number() + "/execution", stranger, "en")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/claims/nonsense/execution", stranger, "en").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/claims/" + claim.id() + "/execution", "nobody", "en")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_agent_sees_a_failed_step_on_the_case_page_and_tries_it_again_without_scripts() {
        var claim = refunded(Accident.NO);
        var browser = agent();
        var page = browser.get("/desk/claims/" + claim.id());
        assertThat(page.body())
                .contains("id=\"execution\"", "Refund £40.00", "The other side said no (closed account)", "Try again");

        var step = settlement.steps(merchant(), claim.id()).getFirst();
        var path = "/desk/claims/" + claim.id() + "/steps/" + step.id() + "/attempts";
        var answer = browser.post(path);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/desk/claims/" + claim.id() + "#execution"));
        awaitStep(claim, Step.State.DONE);
        assertThat(browser.get("/desk/claims/" + claim.id()).body())
                .contains("Reference RF-", "2 attempts")
                .doesNotContain("Try again");
        assertThat(browser.post(path).statusCode()).isEqualTo(409);
    }

    @Test
    void an_agent_stops_what_is_owed_and_reads_what_became_of_it() {
        var claim = refunded(Accident.NO);
        var browser = agent();
        var page = "/desk/claims/" + claim.id();
        assertThat(browser.get(page).body()).contains("Stop what is still owed", page + "/steps/stop");
        var tooLong = browser.post(page + "/steps/stop", "reason", "x".repeat(10_001));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(settlement.steps(merchant(), claim.id()).getFirst().stop()).isNull();

        assertThat(browser.post(page + "/steps/stop", "reason", "The customer called.")
                        .statusCode())
                .isEqualTo(303);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> settlement.steps(merchant(), claim.id()).getFirst().stop() == Step.Stop.SETTLED);
        assertThat(browser.get(page).body())
                .contains("The customer called.")
                .doesNotContain(page + "/steps/stop", "/attempts\"");
        assertThat(browser.post(page + "/steps/stop").statusCode()).as("once").isEqualTo(409);
    }

    @Test
    void the_steps_alone_come_as_a_fragment_that_asks_again_only_while_something_is_under_way() {
        var order = fixtures().order(merchant(), "40.00");
        payments.meets(order, Accident.LOST, Accident.LOST, Accident.LOST);
        var claim = fixtures().agreed(merchant(), order, refund("40.00"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !settlement.steps(merchant(), claim.id()).isEmpty());
        var browser = agent();
        var path = "/desk/claims/" + claim.id() + "/steps";
        var underWay = browser.get(path, "HX-Request", "true").body();
        assertThat(underWay)
                .startsWith("<div id=\"execution-steps\"")
                .contains("hx-get=\"" + path + "\"", "every 2s")
                .doesNotContain("<html");
        awaitStep(claim, Step.State.DONE);
        assertThat(browser.get(path, "HX-Request", "true").body())
                .doesNotContain("hx-get")
                .contains("href=\"/desk/claims/" + claim.id() + "\"");
        assertThat(browser.get(path).statusCode()).as("not a page by itself").isEqualTo(303);
    }

    @Test
    void nobody_tries_again_for_another_merchant_or_without_a_login() {
        var claim = refunded(Accident.NO);
        var step = settlement.steps(merchant(), claim.id()).getFirst();
        var path = "/desk/claims/" + claim.id() + "/steps/" + step.id() + "/attempts";
        var own = merchant();
        founded = fixtures().merchant();
        var stranger = agent();
        stranger.get("/desk/claims");
        assertThat(stranger.post(path).statusCode()).isEqualTo(404);
        var nobody = new Browser(port);
        nobody.get("/login");
        assertThat(nobody.post(path).statusCode()).isIn(302, 303, 401, 403);
        assertThat(settlement.steps(own, claim.id()).getFirst().state()).isEqualTo(Step.State.FAILED);
    }

    @Test
    void the_customer_reads_what_is_done_in_their_language_and_nothing_of_our_troubles() {
        var failed = refunded(Accident.NO);
        assertThat(forCustomer(failed, Locale.ENGLISH))
                .contains("Refund £40.00", "Delayed", "there is nothing you need to do")
                .doesNotContain("closed account", "Try again", "hx-");
        assertThat(forCustomer(failed, Locale.SIMPLIFIED_CHINESE)).contains("有延迟", "您无需任何操作");

        var done = refunded();
        assertThat(forCustomer(done, Locale.ENGLISH)).contains("Done", "Reference RF-");
        assertThat(forCustomer(done, Locale.SIMPLIFIED_CHINESE)).contains("已完成", "编号 RF-");
    }

    /** Carried out, as far as the accident lets it be. */
    private Claim refunded(Accident... accidents) {
        var order = fixtures().order(merchant(), "40.00");
        payments.meets(order, accidents);
        var claim = fixtures().agreed(merchant(), order, refund("40.00"));
        awaitStep(claim, accidents.length == 0 ? Step.State.DONE : Step.State.FAILED);
        return claim;
    }

    private void awaitStep(Claim claim, Step.State state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(settlement.steps(merchant(), claim.id()))
                        .extracting(Step::state)
                        .containsExactly(state));
    }

    private String forCustomer(Claim claim, Locale language) {
        var request = new MockHttpServletRequest("GET", "/track/x");
        request.addPreferredLocale(language);
        var frame = frames.frame(request);
        return panels.stream()
                .flatMap(panel -> panel.forCustomer(claim, "/track/x", frame).stream())
                .filter(panel -> panel.id().equals("execution"))
                .map(panel -> {
                    var drawn = new StringOutput();
                    panel.body().writeTo(new OwaspHtmlTemplateOutput(drawn));
                    return drawn.toString();
                })
                .findFirst()
                .orElseThrow();
    }

    private Browser agent() {
        var email = UUID.randomUUID() + "@example.org";
        var path = accounts.invite(merchant(), email, "Sam Doe", EnumSet.of(Role.AGENT));
        links.choosePassword(path.substring("/password/".length()), PASSWORD);
        return new Browser(port).loggedIn(email, PASSWORD);
    }

    private String key(MerchantId merchant, Role role) {
        return keys.create(merchant, "A test's key", EnumSet.copyOf(Set.of(role)));
    }

    private HttpResponse<String> get(String path, String key, String language)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Authorization", "Bearer " + key)
                    .header("Accept-Language", language)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private AgreedClaims fixtures() {
        return Objects.requireNonNull(fixtures);
    }

    private MerchantId merchant() {
        return Objects.requireNonNull(founded);
    }
}
