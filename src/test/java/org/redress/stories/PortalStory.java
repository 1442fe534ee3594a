package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Claims;
import org.redress.kernel.Actor;
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

/** A customer with a phone in a hallway: from the opened parcel to the answered offer. */
@RedressTest
class PortalStory {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Actor AGENT = new Actor.Staff(Ids.next(), "Robin");
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
    Claims claims;

    private final MerchantId merchant = new MerchantId(Ids.next());
    private final String slug = "s" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Page> pages = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void openShop() {
        merchants.found(
                new Merchant(merchant, slug, "Mugs & More", Locale.ENGLISH, ZoneId.of("Europe/London"), GBP, false));
        products.put(
                merchant,
                List.of(product("RED", "Red mug", "9780201379624"), product("BLUE", "Blue mug", "4006381333931")));
        orders.put(
                merchant,
                IntStream.rangeClosed(1001, 1004).mapToObj(PortalStory::order).toList());
    }

    private static Order order(int number) {
        var line = new Order.Line(1, new Sku("RED"), 1, money(1250), money(0));
        return new Order(
                "S-" + number,
                "Mugs & More",
                Instant.parse("2026-03-01T12:00:00Z"),
                GBP,
                new Order.Customer("Ann Reed", "ann@example.com", null, "en"),
                new Order.Address("Ann Reed", null, "Leeds", null, null, "GB"),
                List.of(line),
                money(0),
                money(0),
                money(0),
                List.of());
    }

    @AfterEach
    void nothing_went_wrong_in_the_browser() {
        pages.forEach(page -> page.context().close());
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_photo_says_what_came_and_the_offer_is_accepted_on_the_phone() {
        var page = phone("en");
        findOrder(page, "S-1001");
        page.getByText("Red mug").click();
        page.getByText("Wrong colour, size or version").click();
        page.locator("#photo-file").setInputFiles(PHOTO);
        assertThat(page.locator("#photos")).containsText("The barcode in your photo is Blue mug. You ordered Red mug.");
        fits(page);
        onwards(page);

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What would you like?")))
                .isVisible();
        assertThat(page.locator(".sum")).containsText("Blue mug");
        page.getByText("Send me the right one").click();
        fits(page);
        page.getByText("Send report").click();

        page.waitForURL(Pattern.compile("/track/"));
        assertThat(page.locator("h1")).hasText("We have your report");
        assertThat(page.locator(".promise")).containsText("owe you an answer by");
        assertThat(page.locator("#claim")).containsText("Blue mug");
        fits(page);
        Browser.picture(page, "portal-track");

        offer();
        page.reload();
        assertThat(page.locator("h1")).hasText("Here is our offer");
        page.locator("summary", new Page.LocatorOptions().setHasText("Accept")).click();
        assertThat(page.locator("#consent")).containsText(only().number());
        fits(page);
        Browser.picture(page, "portal-offer");
        page.getByText("Yes, I agree").click();
        assertThat(page.locator("#flash")).containsText("Agreed");

        assertThat(page.locator("h1")).hasText("Our part is done");
        Browser.picture(page, "portal-follow-up");
        page.getByText("Very satisfied").click();
        page.locator("form[action$=satisfaction] button").click();
        assertThat(page.locator("h1")).hasText("All settled");
        fits(page);
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

    @Test
    void nobody_is_shut_out_in_either_language_or_theme() {
        int order = 1001;
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var language : List.of("en", "zh-CN")) {
                var page = Browser.open(Browser.options(base(), language, 375, 812)
                        .setColorScheme(theme)
                        .setBypassCSP(true));
                pages.add(page);
                page.navigate("/shop/" + slug);
                assertThat(Browser.barriers(page)).isEmpty();
                findOrder(page, "S-" + order++);
                page.locator("label[for=pick-0]").click();
                page.locator("label[for=p-0-WRONG_VARIANT]").click();
                page.locator("#photo-file").setInputFiles(PHOTO);
                assertThat(page.locator(".reading-text")).containsText("Blue mug");
                assertThat(Browser.barriers(page)).isEmpty();
                onwards(page);
                page.locator("label[for=d-RESHIP]").click();
                assertThat(Browser.barriers(page)).isEmpty();
                onwards(page);
                page.waitForURL(Pattern.compile("/track/"));
                assertThat(Browser.barriers(page)).isEmpty();
                offer();
                page.reload();
                for (var way : page.locator(".ways summary").all()) {
                    way.click();
                    assertThat(Browser.barriers(page)).isEmpty();
                }
            }
        }
    }

    private Page phone(String language) {
        var page = Browser.phone(base(), language);
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

    private void offer() {
        var claim = only();
        claims.handle(merchant, claim.id(), new ClaimCommand.Accept(null), AGENT, null);
        var plan =
                claims.remedyOptions(merchant, claim.id()).options().getFirst().plan();
        claims.offer(merchant, claim.id(), plan, AGENT, null);
    }

    private Claim only() {
        return claims.search(merchant, new ClaimSearch(null, null, null, null, null, ClaimSearch.Sort.FILED, null, 2))
                .items()
                .getFirst();
    }

    private static Product product(String sku, String name, String gtin) {
        return new Product(
                new Sku(sku), name, Gtin.parse(gtin).orElseThrow(), 300, money(1250), null, null, null, null);
    }

    private static Money money(long minor) {
        return new Money(minor, GBP);
    }
}
