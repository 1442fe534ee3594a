package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Accounts;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.testing.Api;
import org.redress.testing.Browser;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody decides alone against a customer, nor twice; the customer knows why, and where else to go (domain.md F6). */
@RedressTest
class FairProcessStory {
    private static final String CLAIMS = "/api/v1/claims/";
    private static final String PASSWORD = "a few words in a row";

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiKeys keys;

    @Autowired
    OneTimeLinks links;

    private final String order = "FAIR-" + UUID.randomUUID();
    private final List<Page> pages = new ArrayList<>();
    private Api api;
    private Shop shop;

    @BeforeEach
    void open() {
        api = Api.sample(port);
        shop = new Shop(api);
        shop.order(order);
    }

    @AfterEach
    void close() {
        pages.forEach(page -> page.context().close());
    }

    @Test
    void a_rejection_is_confirmed_by_a_second_person_appealed_and_made_right_by_a_third() {
        var filed = api.post("/api/v1/claims", Shop.filing(order, 1)).is(201);
        var at = "/desk/claims/" + filed.text("/id");
        var customer = opened(Browser.phone(base(), "en"));
        var track = URI.create(filed.text("/trackUrl")).getPath();

        var first = atDesk("Robin", Role.AGENT, Role.SUPERVISOR);
        first.navigate(at);
        first.locator("summary", new Page.LocatorOptions().setHasText("Decline the claim"))
                .click();
        first.locator("#reason").fill("The red one was packed.");
        button(first, "Decline the claim");
        assertThat(first.locator("#rejection + .state")).hasText("A second person has to look");
        assertThat(first.locator(".case-right")).containsText("Somebody other than whoever declined the claim");
        assertThat(first.locator(".case-right")).containsText("Evidence:");

        customer.navigate(track);
        assertThat(customer.locator("h1")).hasText("We are still deciding");
        assertThat(customer.locator("#claim")).not().containsText("The red one was packed.");
        assertThat(customer.locator("#routes")).hasCount(0);

        var second = atDesk("Sue", Role.SUPERVISOR);
        second.navigate(at);
        Browser.picture(second, "desk-rejection");
        button(second, "Confirm: decline the claim");
        assertThat(second.locator("#flash")).containsText("The customer is told the reason");

        customer.reload();
        assertThat(customer.locator("h1")).hasText("We see it differently");
        assertThat(customer.locator(".stands")).containsText("The red one was packed.");
        assertThat(customer.locator("#routes li").first()).isVisible();
        fits(customer);
        Browser.picture(customer, "portal-rejection");
        customer.locator("#appeal summary").click();
        customer.locator("#appeal-reason").fill("Look at the colour");
        button(customer, "Ask for a second look");

        first.navigate(at);
        assertThat(first.locator(".case-right .notice").first()).containsText("You have decided on this claim before");
        assertThat(first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept the claim")))
                .hasCount(0);

        var third = atDesk("Bo", Role.AGENT);
        third.navigate(at);
        button(third, "Accept the claim");
        third.locator("#offer-note").fill("You were right about the colour.");
        button(third, "Make an offer");

        customer.reload();
        assertThat(customer.locator(".offer-card")).containsText("You were right about the colour.");
        assertThat(customer.locator(".offer-card")).containsText("Nothing is agreed on your behalf");
        fits(customer);
        customer.locator("summary", new Page.LocatorOptions().setHasText("Accept"))
                .click();
        var consented = customer.locator("#consent").innerText();
        customer.getByText("Yes, I agree").click();
        assertThat(customer.locator("#flash")).containsText("Agreed");
        assertThat(customer.locator(".track")).containsText(consented);
        third.reload();
        assertThat(third.locator(".offers")).containsText(consented);
        assertThat(third.locator(".timeline").last()).containsText(consented);
    }

    @Test
    void a_program_reviews_what_another_has_turned_down_and_reads_the_routes() {
        var claim = shop.claim(order, 1);
        var rejected =
                api.post(CLAIMS + claim + "/rejection", "{\"reason\": \"No.\"}").is(200);
        assertThat(rejected.text("/state")).isEqualTo("REJECTED");
        assertThat(rejected.text("/owedBy")).isEqualTo("SUPERVISOR");
        assertThat(rejected.text("/rejection/review")).isEqualTo("PENDING");
        assertThat(rejected.body().at("/rejection/routes").isMissingNode()).isTrue();
        No.says(api.post(CLAIMS + claim + "/rejection/review", "{\"decision\": \"CONFIRM\"}"), 409, "OWN_REJECTION");
        var demo = merchants.bySlug("demo").orElseThrow().id();
        var other = api.withKey(keys.create(demo, "second", Set.of(Role.SUPERVISOR)));
        No.says(other.post(CLAIMS + claim + "/rejection/review", "{\"decision\": \"MAYBE\"}"), 422, "INVALID");
        var confirmed = other.post(
                        CLAIMS + claim + "/rejection/review", "{\"decision\": \"CONFIRM\", \"note\": \"Yes\"}")
                .is(200);
        assertThat(confirmed.text("/rejection/review")).isEqualTo("CONFIRMED");
        assertThat(confirmed.body().at("/rejection/routes").size()).isPositive();
        var timeline = api.get(CLAIMS + claim + "/timeline").is(200).body();
        assertThat(timeline.toString()).contains("\"checks\"");
        No.says(other.post(CLAIMS + claim + "/rejection/review", "{\"decision\": \"OVERRULE\"}"), 409, "NOT_NOW");

        api.post(CLAIMS + claim + "/appeal", "{}").is(200);
        api.post(CLAIMS + claim + "/acceptance", "{}").is(200);
        var offer = api.post(
                        CLAIMS + claim + "/offers",
                        Shop.refund("12.50", 1).replaceFirst("\\{", "{\"note\": \"Sorry.\", "))
                .is(201);
        assertThat(offer.text("/note")).isEqualTo("Sorry.");
        assertThat(offer.text("/onSilence")).contains("Nothing is agreed on your behalf");
        No.says(
                api.post(CLAIMS + claim + "/offers", "{\"note\": \"" + "x".repeat(10_001) + "\", \"optionId\": \"x\"}"),
                422,
                "INVALID");
    }

    @Test
    void two_claims_about_the_same_goods_are_compared_merged_and_separated() {
        var one = api.post("/api/v1/claims", Shop.filing(order, 1)).is(201);
        var two = api.post("/api/v1/claims", Shop.filing(order, 1)).is(201);
        var agent = atDesk("Robin", Role.AGENT);
        agent.navigate("/desk/claims/" + one.text("/id"));
        agent.getByText("Compare side by side").click();
        assertThat(agent.locator("tbody tr")).hasCount(8);
        Browser.picture(agent, "desk-duplicates");
        agent.setViewportSize(375, 812);
        fits(agent);
        button(agent, "Merge into " + one.text("/number"));
        assertThat(agent.locator("#flash p")).hasText("Merged. Both go on together.");
        var merged = api.get(CLAIMS + two.text("/id"));
        assertThat(merged.text("/state")).isEqualTo("CLOSED");
        assertThat(merged.text("/closedBy")).isEqualTo("REROUTED");
        assertThat(merged.text("/mergedInto")).isEqualTo(one.text("/id"));

        var customer = opened(Browser.phone(base(), "en"));
        customer.navigate(URI.create(two.text("/trackUrl")).getPath());
        assertThat(customer.locator("h1")).hasText("This goes on under number " + one.text("/number"));
        fits(customer);
        button(customer, "Go on there");
        customer.waitForURL(Pattern.compile("/track/"));
        assertThat(customer.locator(".claim-number")).containsText(one.text("/number"));

        agent.navigate("/desk/claims/" + one.text("/id"));
        assertThat(agent.locator(".case-happened")).containsText("Also told as " + two.text("/number"));
        agent.navigate("/desk/claims/" + two.text("/id"));
        button(agent, "Separate again");
        assertThat(api.get(CLAIMS + two.text("/id")).text("/state")).isEqualTo("SUBMITTED");
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private Page atDesk(String name, Role... roles) {
        var email = UUID.randomUUID() + "@example.org";
        var demo = merchants.bySlug("demo").orElseThrow().id();
        var path = accounts.invite(demo, email, name, Set.copyOf(Arrays.asList(roles)));
        links.choosePassword(path.substring("/password/".length()), PASSWORD);
        var page = opened(Browser.desk(base(), "en"));
        page.navigate("/login");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        button(page, "Log in");
        page.waitForURL("**/desk/claims");
        return page;
    }

    private Page opened(Page page) {
        pages.add(page);
        return page;
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    /** Nothing sticks out to the right of a phone. */
    private static void fits(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(375);
    }
}
