package org.redress.settlement.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.settlement.app.AgreedClaims.BLUE_MUG;
import static org.redress.settlement.app.AgreedClaims.RED_MUG;
import static org.redress.settlement.app.AgreedClaims.goods;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.access.Accounts;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Owed;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.kernel.Gtin;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.remedy.Remedy;
import org.redress.settlement.Returns;
import org.redress.testing.Browser;
import org.redress.testing.Photographs;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A blue mug came for a red one, the exchange is agreed, and a green mug comes back: the claim stands with the agent again,
 * the customer loses nothing, and the warehouse's books learn which mug stayed and which one left.
 */
@RedressTest
@Import(ScriptedPartners.class)
class ReturnStory {
    private static final String PASSWORD = "a few words in a row";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Sku GREEN_MUG = new Sku("MUG-GREEN");
    private static final String GREEN_BARCODE = "4006381333931";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Returns returns;

    @Autowired
    Claims claims;

    @Autowired
    Products products;

    @Autowired
    Evidence evidence;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks links;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    private MerchantId merchant;
    private Claim claim;
    private final List<Page> people = new ArrayList<>();

    @BeforeEach
    void an_exchange_is_agreed_and_its_label_is_out() {
        var fixtures = new AgreedClaims(context);
        merchant = fixtures.merchant();
        products.put(
                merchant,
                List.of(
                        product(RED_MUG, "Red mug", "96385074"),
                        product(BLUE_MUG, "Blue mug", "5901234123457"),
                        product(GREEN_MUG, "Green mug", GREEN_BARCODE)));
        claim = fixtures.agreed(merchant, fixtures.order(merchant, "40.00"), goods(Remedy.Kind.EXCHANGE, RED_MUG));
        await().atMost(PATIENCE)
                .until(() -> !returns.ofClaim(merchant, claim.id()).isEmpty() && isFollowedUp());
    }

    @AfterEach
    void everybody_goes_home() {
        people.forEach(page -> page.context().close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void another_mug_than_claimed_comes_back_and_nobody_is_punished(String language) {
        var before = found();
        var phone = loggedIn(Browser.phone(base(), language), Role.WAREHOUSE);
        phone.locator("nav a[href='/desk/returns']").first().evaluate("link => link.click()");
        phone.locator("main a[href^='/desk/returns/']").first().click();
        assertThat(phone.locator("main")).containsText("Blue mug");
        assertThat(phone.locator("main")).not().containsText("Ada");
        assertThat(phone.locator("main a[href^='/desk/claims/']")).hasCount(0);
        assertThat(Browser.barriers(phone)).isEmpty();
        assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(375);
        Browser.picture(phone, "return-" + language);

        phone.locator("[name=article1]").fill("MUG-GRENE");
        phone.locator("[name=condition1]").selectOption("SEALED");
        phone.locator("button[value=goods]").click();
        assertThat(phone.locator("main, [role=alert]").first()).containsText("MUG-GRENE");
        assertThat(phone.locator("[name=article1]")).hasValue("MUG-GRENE");

        phone.locator("[name=article1]").fill(GREEN_BARCODE);
        phone.locator("[name=photo]")
                .setInputFiles(new FilePayload("came.png", "image/png", Photographs.ofBarcode(GREEN_BARCODE)));
        phone.locator("button[value=goods]").click();
        assertThat(phone.locator("h1")).hasText(language.equals("en") ? "Received" : "已收件");
        assertThat(phone.locator("main")).containsText("Green mug");
        assertThat(phone.locator("main .state.differs").first())
                .hasText(language.equals("en") ? "Another article than claimed" : "与申诉所述的商品不同");
        Browser.picture(phone, "return-received-" + language);

        var after = found();
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.given()).isEqualTo(before.given());
        assertThat(after.owed().by()).isEqualTo(Owed.Party.AGENT);
        assertThat(evidence.ofClaim(merchant, claim.id()))
                .extracting(file -> file.kind().name())
                .containsExactly("ITEM");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(books())
                        .containsExactlyInAnyOrder(
                                "MUG-RED 1 NEVER_LEFT", "MUG-GREEN -1 LEFT_INSTEAD", "MUG-GREEN 1 CAME_BACK"));

        var agent = loggedIn(Browser.desk(base(), language), Role.AGENT);
        agent.navigate("/desk/claims/" + claim.id());
        var panel = agent.locator("#returns");
        assertThat(panel).containsText("Green mug");
        assertThat(panel)
                .containsText(language.equals("en") ? "Ordered, booked out, and never left its shelf" : "实际从未离开货架");
        assertThat(agent.locator("main")).containsText(language.equals("en") ? "nothing was taken back" : "不予收回");
        Browser.picture(agent, "return-case-" + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void a_slip_of_the_finger_is_asked_about_and_a_wrong_receipt_is_put_right(String language) {
        var english = language.equals("en");
        var phone = loggedIn(Browser.phone(base(), language), Role.WAREHOUSE);
        phone.navigate("/desk/returns/"
                + returns.ofClaim(merchant, claim.id()).getFirst().id());
        phone.locator("[name=article1]").fill("MUG-BLUE");
        phone.locator("[name=quantity1]").fill("11");
        phone.locator("[name=photo]")
                .setInputFiles(new FilePayload("came.png", "image/png", Photographs.ofBarcode(GREEN_BARCODE)));
        phone.locator("button[value=goods]").click();
        assertThat(phone.locator("main, [role=alert]").first()).containsText("11");
        assertThat(phone.locator("[name=quantity1]")).hasValue("11");
        assertThat(Browser.barriers(phone)).isEmpty();
        assertThat(phone.locator("input[name=kept]")).hasCount(1);
        Browser.picture(phone, "return-asked-" + language);
        phone.locator("[name=counted]").check();
        phone.locator("button[value=goods]").click();
        assertThat(phone.locator("h1")).hasText(english ? "Received" : "已收件");
        assertThat(phone.locator("main .state.differs").first()).hasText(english ? "More than claimed" : "多于申诉所述");

        assertThat(evidence.ofClaim(merchant, claim.id())).hasSize(1);
        await().atMost(PATIENCE).until(() -> books().size() == 3);
        phone.locator("details.more > summary").first().click();
        assertThat(phone.locator("[name=quantity1]")).hasValue("11");
        phone.locator("[name=quantity1]").fill("1");
        phone.locator("[name=why]").fill("A slip of the finger");
        Browser.picture(phone, "return-amend-" + language);
        assertThat(Browser.barriers(phone)).isEmpty();
        phone.locator("button[value=goods]").click();
        assertThat(phone.locator("main .state.agrees").first()).hasText(english ? "As claimed" : "与申诉所述一致");
        assertThat(phone.locator("main")).containsText("A slip of the finger");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(books())
                        .containsExactlyInAnyOrder(
                                "MUG-RED 1 NEVER_LEFT",
                                "MUG-BLUE -1 LEFT_INSTEAD",
                                "MUG-BLUE 11 CAME_BACK",
                                "MUG-BLUE -10 CAME_BACK"));
        phone.reload();
        phone.locator("details.more > summary").first().click();
        assertThat(phone.locator("details.more").first()).containsText("11");
        Browser.picture(phone, "return-amended-" + language);
    }

    @Test
    void an_empty_parcel_is_an_answer_without_scripts_too() {
        var phone = loggedIn(Browser.withoutScripts(base(), "en"), Role.WAREHOUSE);
        var back = returns.ofClaim(merchant, claim.id()).getFirst();
        phone.navigate("/desk/returns/" + back.id());
        phone.locator("button[value=nothing]").click();
        assertThat(phone.locator("main")).containsText("Nothing was in it");
        assertThat(found().owed().by()).isEqualTo(Owed.Party.AGENT);
        assertThat(books()).isEmpty();
        phone.navigate("/desk/returns?view=received");
        assertThat(phone.locator("main")).containsText(claim.number());
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

    private List<String> books() {
        return transactions.call(
                merchant, () -> jdbc.sql("""
                                SELECT concat_ws(' ', work ->> 'sku', work ->> 'units', work ->> 'reason')
                                  FROM settlement.sandbox_effect WHERE jsonb_exists(work, 'units')
                                """).query(String.class).list());
    }

    private Claim found() {
        return claims.find(merchant, claim.id()).orElseThrow();
    }

    private boolean isFollowedUp() {
        return found().state() instanceof ClaimState.FollowingUp;
    }

    private static Product product(Sku sku, String name, String barcode) {
        return new Product(sku, name, Gtin.parse(barcode).orElseThrow(), null, null, null, null, null, null);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
