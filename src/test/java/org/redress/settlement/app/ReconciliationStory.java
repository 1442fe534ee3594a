package org.redress.settlement.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.settlement.app.AgreedClaims.refund;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.access.Accounts;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Comparison;
import org.redress.settlement.Reconciliations;
import org.redress.testing.Api;
import org.redress.testing.Browser;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody at the payment service refunds by hand and takes another refund back: whoever answers for the money reads of it. */
@RedressTest
@Import(ScriptedPartners.class)
class ReconciliationStory {
    private static final String PASSWORD = "a few words in a row";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Claims claims;

    @Autowired
    Reconciliations reconciliations;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks links;

    @Autowired
    ApiKeys keys;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    private MerchantId merchant;
    private Claim claim;
    private LocalDate day;
    private final List<Page> people = new ArrayList<>();

    @BeforeEach
    void the_books_do_not_agree() {
        var fixtures = new AgreedClaims(context);
        merchant = fixtures.merchant();
        claim = fixtures.agreed(merchant, fixtures.order(merchant, "40.00"), refund("40.00"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> claims.find(merchant, claim.id()).orElseThrow().state() instanceof ClaimState.FollowingUp);
        day = LocalDate.now(zone());
        transactions.run(merchant, () -> {
            jdbc.sql("""
                            INSERT INTO settlement.sandbox_effect (merchant_id, idempotency_key, work, reference, done_at)
                            SELECT merchant_id, 'by-hand-7', work, 'RF-BY-HAND', done_at FROM settlement.sandbox_effect
                            """).update();
            jdbc.sql("UPDATE settlement.sandbox_effect SET cancelled_at = now() WHERE reference <> 'RF-BY-HAND'")
                    .update();
        });
    }

    @AfterEach
    void everybody_goes_home() {
        people.forEach(page -> page.context().close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void a_day_is_compared_and_a_difference_closed_with_a_reason(String language) {
        var english = language.equals("en");
        var desk = loggedIn(Browser.desk(base(), language), Role.SUPERVISOR);
        desk.locator("nav a[href='/desk/reconciliation']").first().click();
        assertThat(desk.locator("main")).containsText(english ? "Nothing has been compared yet" : "尚未进行过核对");
        desk.locator("main summary").first().click();
        desk.locator("[name=day]").fill(day.toString());
        desk.locator("form[action$='/comparisons'] button").click();
        awaitCompared();
        desk.reload();
        var main = desk.locator("main");
        assertThat(main).containsText(english ? "They did what we never asked for" : "对方做了我方从未请求的事");
        assertThat(main).containsText(english ? "Done with us, taken back there" : "我方记为已完成，对方已撤销");
        assertThat(main).containsText("RF-BY-HAND");
        assertThat(main.locator("a[href^='/desk/claims/" + claim.id() + "']")).containsText(claim.number());
        assertThat(Browser.barriers(desk)).isEmpty();
        Browser.picture(desk, "reconciliation-" + language);

        desk.navigate("/desk/claims/" + claim.id());
        assertThat(desk.locator("#execution"))
                .containsText(english ? "Payments does not agree with us" : "支付的记录与我方不一致");
        Browser.picture(desk, "reconciliation-case-" + language);

        var phone = loggedIn(Browser.phone(base(), language), Role.SUPERVISOR);
        phone.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        phone.navigate("/desk/reconciliation");
        assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(375);
        Browser.picture(phone, "reconciliation-phone-" + language);
        var byHand = phone.locator("section", new Page.LocatorOptions().setHasText("RF-BY-HAND"));
        byHand.locator("summary").click();
        byHand.locator("textarea").fill("Kim refunded it by telephone.");
        byHand.locator("form button").click();
        assertThat(phone.locator("#flash")).containsText(english ? "Closed." : "已关闭");
        assertThat(phone.locator("main")).not().containsText("RF-BY-HAND");
        phone.navigate("/desk/reconciliation?view=all");
        assertThat(phone.locator("main")).containsText("Kim refunded it by telephone.");
        assertThat(phone.locator("main")).containsText("Jo Park");
    }

    @Test
    void without_scripts_a_day_that_cannot_be_compared_is_refused_with_its_reason() {
        var desk = loggedIn(Browser.withoutScripts(base(), "en"), Role.ADMIN);
        desk.navigate("/desk/reconciliation");
        desk.locator("[name=day]").evaluate("field => field.removeAttribute('max')");
        desk.locator("main summary").first().click();
        desk.locator("[name=day]").fill(day.plusDays(40).toString());
        desk.locator("form[action$='/comparisons'] button").click();
        assertThat(desk.locator("[role=alert]")).containsText("Choose a day from");
        assertThat(desk.locator("[name=day]")).hasValue(day.plusDays(40).toString());
    }

    @Test
    void an_agent_reads_it_and_changes_nothing() {
        reconciliations.compare(merchant, day, new Actor.Product());
        awaitCompared();
        var agent = loggedIn(Browser.desk(base(), "en"), Role.AGENT);
        agent.navigate("/desk/reconciliation");
        assertThat(agent.locator("main")).containsText("RF-BY-HAND");
        assertThat(agent.locator("main form")).hasCount(0);
    }

    @Test
    void the_same_over_rest() {
        var api = api(Role.SUPERVISOR);
        assertThat(api.post("/api/v1/reconciliations/" + day).is(202).body()).hasSize(4);
        awaitCompared();
        assertThat(api.get("/api/v1/reconciliations?limit=10").is(200).body().at("/items"))
                .hasSize(4);
        var payments = reconciliations.latest(merchant).getFirst().id();
        var path = "/api/v1/reconciliations/" + payments + "/differences";
        var first = api.get(path + "?limit=1").is(200);
        assertThat(first.body().at("/items")).hasSize(1);
        assertThat(api.get(path + "?limit=1&after=" + first.text("/next"))
                        .is(200)
                        .body()
                        .at("/items"))
                .hasSize(1);
        var closure = "/api/v1/reconciliations/differences/" + first.text("/items/0/id") + "/closure";
        var told = "{\"note\": \"By telephone.\"}";
        assertThat(api(Role.AGENT).post(closure, told).status()).isEqualTo(403);
        assertThat(api.post(closure, "{\"note\": \" \"}").status()).isEqualTo(422);
        assertThat(api.post(closure, told).is(200).text("/closedBy")).isEqualTo("Books");
        assertThat(api.post(closure, told).status()).isEqualTo(409);
        assertThat(api.get(path + "?state=OPEN").is(200).body().at("/items")).hasSize(1);
        assertThat(api.get(path + "?state=SHUT").status()).isEqualTo(422);
        assertThat(api.post("/api/v1/reconciliations/" + day.plusDays(9)).status())
                .isEqualTo(422);
        assertThat(api.post("/api/v1/reconciliations/someday").status()).isEqualTo(404);
    }

    private void awaitCompared() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> reconciliations.latest(merchant).stream()
                                .filter(comparison -> comparison.state() == Comparison.State.DONE)
                                .count()
                        == 4);
    }

    private Api api(Role role) {
        return Api.sample(port).withKey(keys.create(merchant, "Books", Set.of(role)));
    }

    private Page loggedIn(Page page, Role role) {
        people.add(page);
        var email = UUID.randomUUID() + "@example.org";
        var path = accounts.invite(merchant, email, "Jo Park", EnumSet.of(role));
        links.choosePassword(path.substring("/password/".length()), PASSWORD);
        page.navigate("/login");
        page.locator("[name=email]").fill(email);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("main button[type=submit]").click();
        return page;
    }

    private ZoneId zone() {
        return context.getBean(Merchants.class).find(merchant).zone();
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
