package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Accounts;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.kernel.Gtin;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.testing.Browser;
import org.redress.testing.Photographs;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * By hand, in a browser: a customer with a phone in a hallway, an agent and a supervisor at their desks, from the opened
 * parcel to the closed claim. Then what customers do besides: another language, the back button, no scripts.
 */
@RedressTest
class ByHandStory {
    private static final Currency GBP = Currency.getInstance("GBP");
    /** An order whose refund is above what an agent decides alone. */
    private static final String DEAR = "S-1004";

    private static final String PASSWORD = "a few words in a row";
    private static final FilePayload PHOTO =
            new FilePayload("box.png", "image/png", Photographs.ofBarcode("400638133393"));

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    Orders orders;

    @Autowired
    Products products;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks links;

    private final MerchantId merchant = new MerchantId(Ids.next());
    private final String slug = "s" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Page> pages = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void openShop() {
        merchants.found(new Merchant(merchant, slug, "Mugs & More", Locale.ENGLISH, ZoneId.of("Europe/London"), GBP));
        products.put(
                merchant,
                List.of(product("RED", "Red mug", "9780201379624"), product("BLUE", "Blue mug", "4006381333931")));
        orders.put(
                merchant,
                IntStream.rangeClosed(1001, 1004).mapToObj(ByHandStory::order).toList());
    }

    private static Order order(int index) {
        var number = "S-" + index;
        var price = money(number.equals(DEAR) ? 45_000 : 1250);
        var line = new Order.Line(1, new Sku("RED"), 1, price, money(0));
        return new Order(
                number,
                "Mugs & More",
                Instant.parse("2026-03-01T12:00:00Z"),
                GBP,
                new Order.Customer("Ann Reed", "ann@example.com", null, "en"),
                new Order.Address("Ann Reed", null, "Leeds", null, null, "GB"),
                List.of(line),
                money(0),
                money(0),
                money(0),
                List.of(new Order.Payment("card", "ch_" + number, price, Instant.parse("2026-03-01T12:00:00Z"))));
    }

    @AfterEach
    void nothing_went_wrong_in_the_browser() {
        pages.forEach(page -> page.context().close());
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_claim_goes_its_whole_way_by_hand_from_the_opened_parcel_to_the_satisfied_customer() {
        var customer = phone("en");
        report(customer, DEAR);

        var agent = atDesk(Role.AGENT);
        openFromQueue(agent);
        var number = agent.locator("h1").innerText();
        assertThat(customer.locator(".claim-number")).containsText(number);
        seesWhatHappened(agent);
        agent.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept the claim"))
                .click();
        assertThat(agent.locator(".page-head .state")).hasText("Accepted");
        assertThat(agent.locator("#flash")).hasText("Accepted. Next, make the customer an offer.");
        offersWhatNeedsApproval(agent);

        customer.reload();
        assertThat(customer.locator("h1")).hasText("You are right, and we put it right");
        assertThat(customer.locator(".offer-card")).hasCount(0);

        var supervisor = atDesk(Role.AGENT, Role.SUPERVISOR);
        // What waits for approval is in the supervisor's own queue.
        supervisor.navigate("/desk/claims");
        supervisor
                .locator(".queue a", new Page.LocatorOptions().setHasText(number))
                .click();
        supervisor
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Approve").setExact(true))
                .click();
        assertThat(supervisor.locator("#offer + .state")).hasText("Open");
        assertThat(supervisor.locator("#flash")).hasText("Approved. The offer is with the customer.");

        accepts(customer, number);
        // The page looks again by itself until everything is carried out.
        assertThat(customer.locator("h1")).hasText("Our part is done");
        fits(customer);
        Browser.picture(customer, "portal-follow-up");
        agent.reload();
        assertThat(agent.locator("#execution .state")).hasText(new String[] {"Done", "Done"});

        customer.getByText("Very satisfied").click();
        customer.locator("form[action$=satisfaction] button.btn-primary").click();
        assertThat(customer.locator("h1")).hasText("All settled");
        fits(customer);
        agent.reload();
        assertThat(agent.locator(".page-head .state")).hasText("Closed");
        assertThat(agent.locator("#flash")).isHidden();
        assertThat(agent.locator(".offers > li")).hasCount(1);
        assertThat(agent.locator(".offer-is"))
                .containsText(Pattern.compile("Offer 1\\s+Accepted\\s+today \\d\\d:\\d\\d"));
    }

    @Test
    void at_a_desk_that_is_a_phone_the_navigation_folds_and_the_act_that_is_owed_comes_early() {
        report(phone("en"), "S-1002");
        var agent = atDesk(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);
        agent.setViewportSize(375, 812);
        var navigation = agent.locator(".top-nav");
        var toggle = agent.locator(".nav-toggle");
        assertThat(navigation).isHidden();
        assertThat(toggle).hasText("Claims");
        fits(agent);
        toggle.click();
        assertThat(navigation.getByText("Policies")).isVisible();
        agent.keyboard().press("Escape");
        assertThat(navigation).isHidden();
        assertThat(toggle).isFocused();
        toggle.press("Enter");
        navigation.getByText("Orders").click();
        assertThat(toggle).hasText("Orders");

        agent.navigate("/desk/claims");
        agent.locator(".queue .q-number a").click();
        var fromTop = Stream.of("happened", "right", "why", "record")
                .map(part -> agent.locator(".case-" + part).boundingBox().y)
                .toList();
        assertThat(fromTop).isSorted();
        agent.getByText("Take it").click();
        assertThat(agent.locator("#flash p")).hasText("You take care of it now.");
        fits(agent);
    }

    private void report(Page page, String order) {
        findOrder(page, order);
        page.getByText("Red mug").click();
        page.getByText("Wrong colour, size or version").click();
        page.locator("#photo-file").focus();
        page.locator("#photo-file").setInputFiles(PHOTO);
        assertThat(page.locator("#photos")).containsText("The barcode in your photo is Blue mug. You ordered Red mug.");
        assertThat(page.locator("#photo-file")).isFocused();
        fits(page);
        onwards(page);

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What would you like?")))
                .isVisible();
        assertThat(page.locator(".sum")).containsText("Blue mug");
        page.getByText("Give me my money back").click();
        fits(page);
        page.getByText("Send report").click();

        page.waitForURL(Pattern.compile("/track/"));
        assertThat(page.locator("h1")).hasText("We have your report");
        assertThat(page.locator(".promise")).containsText("owe you an answer by");
        assertThat(page.locator("#claim")).containsText("Blue mug");
        fits(page);
        Browser.picture(page, "portal-track");
    }

    /** Without touching the mouse: j to the first row, Enter opens it. */
    private static void openFromQueue(Page agent) {
        assertThat(agent.locator(".queue tbody tr")).hasCount(1);
        assertThat(agent.locator(".queue .q-what")).containsText(Pattern.compile("Red mug.*Blue mug", Pattern.DOTALL));
        Browser.picture(agent, "desk-queue");
        agent.keyboard().press("?");
        assertThat(agent.locator("#keys")).isVisible();
        agent.keyboard().press("Escape");
        agent.keyboard().press("j");
        agent.keyboard().press("Enter");
        agent.waitForURL(Pattern.compile("/desk/claims/[0-9a-f-]{36}$"));
    }

    private static void seesWhatHappened(Page agent) {
        var rows = agent.locator(".ledger tbody tr");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Red mug")))
                        .locator("td.differs"))
                .hasText(Pattern.compile("0"));
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("Blue mug"))
                        .locator("td.differs"))
                .hasText(Pattern.compile("1"));
        assertThat(agent.locator(".checks"))
                .containsText("The box in the photo is Blue mug, which is easily taken for");
        assertThat(agent.locator(".photo-grid img")).hasCount(1);
        Browser.picture(agent, "desk-case");
    }

    private static void offersWhatNeedsApproval(Page agent) {
        agent.locator(".options .choice")
                .filter(new Locator.FilterOptions().setHasText("Needs approval by somebody else"))
                .filter(new Locator.FilterOptions().setHasText("What the customer asked for"))
                .click();
        agent.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make an offer"))
                .click();
        assertThat(agent.locator("#offer + .state")).hasText("Waiting for approval");
        assertThat(agent.locator("#flash")).containsText("The offer waits for approval.");
        assertThat(agent.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Approve").setExact(true)))
                .hasCount(0);
    }

    private void accepts(Page customer, String number) {
        customer.reload();
        assertThat(customer.locator("h1")).hasText("Here is our offer");
        customer.locator("summary", new Page.LocatorOptions().setHasText("Accept"))
                .click();
        assertThat(customer.locator("#consent")).containsText(number);
        fits(customer);
        Browser.picture(customer, "portal-offer");
        customer.getByText("Yes, I agree").click();
        assertThat(customer.locator("#flash")).containsText("Agreed");
    }

    @Test
    void the_same_in_chinese_and_a_switch_in_the_middle_loses_nothing() {
        var page = phone("en");
        findOrder(page, "S-1001");
        page.getByText("Red mug").click();
        page.getByText("A different article came").click();
        page.locator("[name='came.0']").fill("a teapot");
        page.getByText("中文").click();

        assertThat(page.locator("h1")).hasText("收到了什么？");
        assertThat(page.locator("[name='came.0']")).hasValue("a teapot");
        assertThat(page.getByText("来的是别的商品")).isVisible();
        fits(page);
        onwards(page);
        assertThat(page.locator("h1")).hasText("您希望怎么解决？");
        page.getByText("补发正确的商品").click();
        fits(page);
        page.getByText("提交申诉").click();
        assertThat(page.locator("h1")).hasText("您的申诉已收到");
        fits(page);
        page.getByText("English").click();
        assertThat(page.locator("h1")).hasText("We have your report");
    }

    @Test
    void the_back_button_leads_back_and_keeps_what_was_typed() {
        var page = phone("en");
        findOrder(page, "S-1001");
        page.getByText("Red mug").click();
        page.getByText("It is damaged").click();
        onwards(page);
        assertThat(page.locator("h1")).hasText("What would you like?");
        page.goBack();
        assertThat(page.locator("h1")).hasText("What came?");
        assertThat(page.locator("#p-0-DAMAGED")).isChecked();
        page.goBack();
        assertThat(page.locator("[name=orderNumber]")).hasValue("S-1001");
    }

    @Test
    void an_article_is_found_by_a_few_letters_of_its_name() {
        var page = phone("en");
        findOrder(page, "S-1001");
        page.getByText("Red mug").click();
        page.getByText("A different article came").click();
        page.locator("[name='came.0']").pressSequentially("mug blue");
        page.locator(".found").getByText("Blue mug").click();
        onwards(page);
        assertThat(page.locator(".sum")).containsText("Blue mug");
    }

    @Test
    void it_works_without_scripts() {
        var page = Browser.withoutScripts(base(), "en");
        pages.add(page);
        findOrder(page, "S-1001");
        page.locator("label[for=pick-0]").click();
        page.getByText("Wrong colour, size or version").click();
        page.locator("#photo-file").setInputFiles(PHOTO);
        onwards(page);
        page.getByText("Give me my money back").click();
        page.getByText("Send report").click();
        assertThat(page.locator("h1")).hasText("We have your report");
        assertThat(page.locator(".evidence img")).hasCount(1);
    }

    private Page phone(String language) {
        return watched(Browser.phone(base(), language));
    }

    /** Somebody of the shop's staff, logged in on the login page. */
    private Page atDesk(Role... roles) {
        var email = UUID.randomUUID() + "@example.org";
        var path = accounts.invite(merchant, email, "Robin", Set.of(roles));
        links.choosePassword(path.substring("/password/".length()), PASSWORD);
        var page = watched(Browser.desk(base(), "en"));
        page.navigate("/login");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.waitForURL("**/desk/claims");
        return page;
    }

    private Page watched(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        pages.add(page);
        return page;
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    private void findOrder(Page page, String number) {
        page.navigate("/shop/" + slug);
        page.locator("[name=orderNumber]").fill(number);
        page.locator("[name=contact]").fill("ann@example.com");
        onwards(page);
    }

    private static void onwards(Page page) {
        page.locator(".go [value=NEXT]").click(new Locator.ClickOptions());
    }

    /** Nothing sticks out to the right of a phone. */
    private static void fits(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(375);
    }

    private static Product product(String sku, String name, String gtin) {
        return new Product(
                new Sku(sku), name, Gtin.parse(gtin).orElseThrow(), 300, money(1250), null, null, null, null);
    }

    private static Money money(long minor) {
        return new Money(minor, GBP);
    }
}
