package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.ApiKeys;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.claims.Claim;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.evidence.Evidence;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.testing.Api;
import org.redress.testing.Browser;
import org.redress.testing.Photographs;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The customer’s way on a phone, on a good line and a bad one. */
@RedressTest
class PortalStory {
    private static final Pattern TRACK = Pattern.compile("/track/");
    /** Four tries with growing pauses. */
    private static final LocatorAssertions.ContainsTextOptions GIVEN_UP =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private static final long FIRST_PAGE = 100 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    @Autowired
    Claims claims;

    @Autowired
    Evidence evidence;

    private final MerchantId merchant = new MerchantId(Ids.next());
    private final String slug = "s" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Page> pages = new ArrayList<>();
    private Api api;
    private int taps;

    @BeforeEach
    void openShop() {
        merchants.found(new Merchant(
                merchant,
                slug,
                "Quay Street",
                Locale.ENGLISH,
                ZoneId.of("Europe/London"),
                Currency.getInstance("GBP")));
        api = Api.sample(port).withKey(keys.create(merchant, "Story", Set.of(Role.values())));
        new Shop(api).order("Q-1");
    }

    @AfterEach
    void close() {
        pages.forEach(page -> page.context().close());
    }

    @Test
    void from_the_link_in_the_mail_to_a_sent_report_it_takes_five_taps_and_no_typing() {
        var page = phone();
        page.navigate(link());
        assertThat(page.locator("main")).containsText("Order Q-1");
        tap(page.locator("label[for=pick-0]"));
        tap(page.locator("label[for=p-0-WRONG_VARIANT]"));
        tap(page.locator(".go [value=NEXT]"));
        tap(page.locator("label[for=d-RESHIP]"));
        assertThat(page.locator(".sum")).containsText("a…@example.com");
        tap(page.getByText("Send report"));
        page.waitForURL(TRACK);
        assertThat(taps).isLessThanOrEqualTo(8);
        assertThat(only().filing().contact().email()).isEqualTo("ada@example.com");
    }

    @Test
    void the_whole_way_works_without_scripts() {
        var page = Browser.withoutScripts(base(), "en");
        pages.add(page);
        page.navigate(link());
        page.locator("label[for=pick-0]").click();
        page.locator("label[for=p-0-WRONG_VARIANT]").click();
        page.locator("#photo-file").setInputFiles(photo(0));
        page.locator(".go [value=NEXT]").click();
        page.locator("label[for=d-RESHIP]").click();
        page.getByText("Send report").click();
        page.waitForURL(TRACK);
        assertThat(evidence.ofClaim(merchant, only().id())).hasSize(1);
        page.getByText("Your rights, and how this works").click();
        assertThat(page.locator("#gb")).containsText("Within 30 days");
    }

    @Test
    void what_follows_works_without_scripts_too() {
        var page = Browser.withoutScripts(base(), "en");
        pages.add(page);
        toWish(page);
        page.getByText("Send report").click();
        page.waitForURL(TRACK);
        // By key: without scripts nothing tells when a page that unfolds has come to rest.
        var claim = "/api/v1/claims/" + only().id();

        api.post(claim + "/information-request", "{\"what\": [\"ITEM\"], \"message\": \"A photo, please.\"}")
                .is(200);
        page.reload();
        page.locator("form[action$='/information'] textarea").fill("Here it is.");
        page.locator("#answer-photo").setInputFiles(photo(0));
        page.locator("form[action$='/information'] button").press("Enter");
        assertThat(page.locator("#evidence .reading")).hasCount(1);

        api.post(claim + "/acceptance").is(200);
        offer(page, claim);
        page.locator("summary:has-text('Suggest something else')").press("Enter");
        page.locator("#counter-note").fill("The whole price of one, please.");
        page.locator("form[action$='/counter'] button").press("Enter");
        assertThat(page.locator(".offer-card")).hasCount(0);
        offer(page, claim);
        page.locator("summary:has-text('Decline')").press("Enter");
        page.locator("form[action$='/decline'] button").press("Enter");
        assertThat(page.locator(".offer-card")).hasCount(0);
        offer(page, claim);
        page.locator("summary:text-is('Accept')").press("Enter");
        page.locator("form[action$='/acceptance'] button").press("Enter");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                claims.find(merchant, only().id()).orElseThrow().state())
                        .isInstanceOf(ClaimState.FollowingUp.class));

        page.reload();
        page.locator("label[for=score-2]").click();
        page.locator("form[action$='/satisfaction'] button.btn-primary").press("Enter");
        assertThat(page.locator("form[action$='/satisfaction']")).hasCount(0);
        if (!page.locator("#message-text").isVisible()) {
            page.locator("details.composer > summary").press("Enter");
        }
        page.locator("#message-text").fill("What about the second one?");
        page.locator("form:has(#message-text) button").press("Enter");
        assertThat(page.locator("main")).containsText("What about the second one?");
        page.locator("#erasure summary").press("Enter");
        page.locator("#erasure button").press("Enter");
        assertThat(page.locator("#erasure")).hasCount(0);
        assertThat(page.request().get(page.url().replaceAll("[#?].*", "") + "/file.pdf"))
                .isOK();
    }

    private void offer(Page page, String claim) {
        api.post(claim + "/offers", Shop.refund("25.00", 2)).is(201);
        page.reload();
    }

    @Test
    void a_photo_goes_on_where_the_connection_was_lost_and_arrives_once() {
        var page = phone();
        var offsets = new ArrayList<Long>();
        page.route(Pattern.compile("/pieces/.*offset="), route -> {
            offsets.add(Long.valueOf(route.request().url().replaceAll(".*offset=", "")));
            if (offsets.size() == 3) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        toGoods(page);
        var file = photo(1_200_000);
        page.locator("#photo-file").setInputFiles(file);
        assertThat(page.locator("#photos .photo")).hasCount(1);
        // What had arrived before the break was not sent again.
        assertThat(offsets).hasSizeGreaterThanOrEqualTo(5).isSorted();
        assertThat(offsets.stream().filter(Long.valueOf(0)::equals)).hasSize(1);
        page.locator(".go [value=NEXT]").click();
        page.locator("label[for=d-RESHIP]").click();
        page.getByText("Send report").click();
        page.waitForURL(TRACK);
        assertThat(evidence.ofClaim(merchant, only().id()))
                .singleElement()
                .satisfies(item -> assertThat(item.bytes()).isEqualTo(file.buffer.length));
    }

    @Test
    void a_photo_that_is_added_later_goes_on_after_a_break_too() {
        var page = phone();
        toWish(page);
        page.getByText("Send report").click();
        page.waitForURL(TRACK);
        page.locator("summary", new Page.LocatorOptions().setHasText("Add a photo"))
                .click();
        page.locator("#add-photo").setInputFiles(photo(600_000));
        var tries = new java.util.concurrent.atomic.AtomicInteger();
        page.route(Pattern.compile("/pieces/.*offset="), route -> {
            if (tries.incrementAndGet() == 2) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        page.locator("#evidence + details button").click();
        assertThat(page.locator("#evidence .reading")).hasCount(1);
        assertThat(evidence.ofClaim(merchant, only().id())).hasSize(1);
        assertThat(tries.get()).isEqualTo(4);
    }

    @Test
    void a_photo_that_the_other_side_fails_at_is_given_up_and_may_be_tried_again_or_left_out() {
        var page = phone();
        var fails = new java.util.concurrent.atomic.AtomicBoolean(true);
        page.route(Pattern.compile("/pieces/.*offset="), route -> {
            if (fails.get()) {
                route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(500));
            } else {
                route.resume();
            }
        });
        toGoods(page);
        page.locator("#photo-file").setInputFiles(new FilePayload[] {photo(0), photo(5)});
        // Going on while they are under way: nobody is led on without them before they have read so.
        page.locator(".go [value=NEXT]").click();
        var unsent = page.locator(".unsent");
        assertThat(unsent.first()).containsText("mug.png", GIVEN_UP);
        assertThat(unsent).hasCount(2);
        assertThat(unsent.first()).containsText("something is wrong on our side");
        assertThat(page.locator("#waits")).not().isVisible();
        assertThat(Browser.barriers(page)).isEmpty();

        fails.set(false);
        // Both at once, without waiting for the first.
        page.evaluate("document.querySelectorAll('.unsent [data-again]').forEach((button) => button.click())");
        assertThat(page.locator("#photos .photo")).hasCount(2);
        assertThat(unsent).hasCount(0);

        fails.set(true);
        page.locator("#photo-file").setInputFiles(photo(10));
        unsent.locator("[data-leave-out]").click(new Locator.ClickOptions().setTimeout(30_000));
        assertThat(unsent).hasCount(0);
        page.locator(".go [value=NEXT]").click();
        page.locator("label[for=d-RESHIP]").click();
        page.getByText("Send report").click();
        page.waitForURL(TRACK);
        assertThat(evidence.ofClaim(merchant, only().id())).hasSize(2);
    }

    @Test
    void a_photo_that_is_added_later_and_given_up_may_be_left_out_of_the_answer() {
        var page = phone();
        toWish(page);
        page.getByText("Send report").click();
        page.waitForURL(TRACK);
        page.route(
                Pattern.compile("/pieces/.*offset="),
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(503)));
        page.locator("summary", new Page.LocatorOptions().setHasText("Add a photo"))
                .click();
        page.locator("#add-photo").setInputFiles(photo(0));
        page.locator("#evidence + details button").last().click();
        var unsent = page.locator(".unsent");
        assertThat(unsent).containsText("mug.png", GIVEN_UP);
        unsent.locator("[data-leave-out]").click();
        assertThat(unsent).hasCount(0);
        assertThat((Integer) page.locator("#add-photo").evaluate("input => input.files.length"))
                .isZero();
    }

    @Test
    void the_secret_of_a_link_is_not_kept_and_who_opens_it_again_sends_what_was_kept() {
        var page = phone();
        var link = link();
        page.navigate(link);
        page.locator("label[for=pick-0]").click();
        page.locator("label[for=p-0-WRONG_VARIANT]").click();
        page.locator(".go [value=NEXT]").click();
        page.locator("label[for=d-RESHIP]").click();
        page.context().setOffline(true);
        page.getByText("Send report").click();
        page.locator("#waits:not([hidden])").waitFor();
        var stored = (String) page.evaluate("JSON.stringify([localStorage, sessionStorage])");
        var secret = link.substring(link.lastIndexOf('/') + 1);
        assertThat(stored).contains("Q-1", "redress.report:").doesNotContain(secret);
        var context = page.context();
        page.close();
        context.setOffline(false);
        var again = context.newPage();
        again.navigate("/shop/" + slug);
        assertThat(again.locator(".kept")).hasCount(0);
        again.navigate(link);
        assertThat(again.locator(".kept")).containsText("Order Q-1");
        again.getByText("Send it now").click();
        again.waitForURL(TRACK);
        assertThat(all()).hasSize(1);
        assertThat((String) again.evaluate("JSON.stringify([localStorage, sessionStorage])"))
                .doesNotContain("redress.report:", secret);
    }

    @Test
    void a_photo_that_is_chosen_while_there_is_no_connection_goes_when_it_is_back() {
        var page = phone();
        toGoods(page);
        page.context().setOffline(true);
        page.locator("#photo-file").setInputFiles(photo(0));
        assertThat(page.locator(".cut-off")).isVisible();
        // Going on waits for the photo.
        page.locator(".go [value=NEXT]").click();
        page.context().setOffline(false);
        assertThat(page.locator("h1")).hasText("What would you like?");
        assertThat(page.locator(".sum-photos img")).hasCount(1);
    }

    @Test
    void a_report_that_is_sent_without_a_connection_waits_and_is_sent_once() {
        var page = phone();
        toWish(page);
        page.context().setOffline(true);
        page.getByText("Send report").click();
        assertThat(page.locator("#waits")).containsText("Not sent yet");
        page.getByText("Send report").click();
        assertThat(all()).isEmpty();
        page.context().setOffline(false);
        page.waitForURL(TRACK);
        assertThat(all()).hasSize(1);
        page.navigate("/shop/" + slug);
        assertThat(page.locator(".kept")).hasCount(0);
    }

    @Test
    void a_report_whose_page_was_closed_meanwhile_is_offered_again_and_is_sent_once() {
        var page = phone();
        toWish(page);
        page.context().setOffline(true);
        page.getByText("Send report").click();
        page.locator("#waits:not([hidden])").waitFor();
        var context = page.context();
        page.close();
        context.setOffline(false);
        var again = context.newPage();
        again.navigate("/shop/" + slug);
        assertThat(again.locator(".kept")).containsText("Order Q-1");
        assertThat(Browser.barriers(again)).isEmpty();
        again.getByText("Send it now").click();
        again.waitForURL(TRACK);
        assertThat(all()).hasSize(1);
        again.navigate("/shop/" + slug);
        assertThat(again.locator(".kept")).hasCount(0);
    }

    @Test
    void where_the_browser_can_the_camera_reads_the_barcode_and_names_what_came() {
        var page = phone();
        page.addInitScript("""
                window.BarcodeDetector = class {
                  static async getSupportedFormats() { return ["ean_13"]; }
                  async detect() { return [{ rawValue: "9784872348880" }]; }
                };
                navigator.mediaDevices.getUserMedia = async () => {
                  const canvas = document.createElement("canvas");
                  const pen = canvas.getContext("2d");
                  setInterval(() => pen.fillRect(0, 0, 9, 9), 50);
                  return canvas.captureStream(20);
                };
                """);
        toGoods(page);
        page.locator("[data-scan=f-came-0]").click();
        assertThat(page.locator("#found-came-0")).containsText("This is Blue mug. You ordered Red mug.");
        assertThat(page.locator("#scanner")).not().isVisible();
        page.locator(".go [value=NEXT]").click();
        assertThat(page.locator(".sum-came")).containsText("Blue mug");
        page.locator("label[for=d-RESHIP]").click();
        page.getByText("Send report").click();
        page.waitForURL(TRACK);
        // The customer’s reading is what the customer says, and proves nothing.
        var claim = only();
        assertThat(claim.filing().lines().getFirst().received()).isNotNull();
        assertThat(evidence.ofClaim(merchant, claim.id())).isEmpty();
        assertThat(claim.verdict().name()).isNotEqualTo("CONFIRMED");
    }

    @Test
    void elsewhere_there_is_no_button_for_it() {
        var page = phone();
        toGoods(page);
        assertThat(page.locator("#f-came-0")).isVisible();
        assertThat(page.locator("[data-scan=f-came-0]")).not().isVisible();
    }

    @Test
    void the_first_page_is_light() {
        var page = phone();
        var sizes = new ArrayList<Long>();
        page.onRequestFinished(request -> {
            var sent = request.sizes();
            sizes.add((long) sent.responseBodySize + sent.responseHeadersSize);
        });
        page.navigate("/shop/" + slug);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat(sizes).hasSizeGreaterThan(4);
        assertThat(sizes.stream().mapToLong(Long::longValue).sum()).isLessThan(FIRST_PAGE);
    }

    private void toGoods(Page page) {
        page.navigate(link());
        page.locator("label[for=pick-0]").click();
        page.locator("label[for=p-0-WRONG_VARIANT]").click();
    }

    private void toWish(Page page) {
        page.navigate("/shop/" + slug);
        page.locator("[name=orderNumber]").fill("Q-1");
        page.locator("[name=contact]").fill("ada@example.com");
        page.locator(".go [value=NEXT]").click();
        page.locator("label[for=pick-0]").click();
        page.locator("label[for=p-0-WRONG_VARIANT]").click();
        page.locator(".go [value=NEXT]").click();
        page.locator("label[for=d-RESHIP]").click();
    }

    private void tap(Locator what) {
        what.click();
        taps++;
    }

    /** @param padding bytes after the picture’s end, which are no part of it but have to be sent */
    private static FilePayload photo(int padding) {
        var picture = Photographs.ofBarcode("978487234888");
        var whole = Arrays.copyOf(picture, picture.length + padding);
        var noise = new byte[padding];
        new Random(7).nextBytes(noise);
        System.arraycopy(noise, 0, whole, picture.length, padding);
        return new FilePayload("mug.png", "image/png", whole);
    }

    private String link() {
        return api.post("/api/v1/orders/Q-1/report-links").is(201).text("/url");
    }

    private Claim only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<Claim> all() {
        return claims.search(
                        merchant, new ClaimSearch(null, null, Set.of(), null, null, ClaimSearch.Sort.FILED, null, 10))
                .items();
    }

    private Page phone() {
        var page = Browser.phone(base(), "en");
        pages.add(page);
        return page;
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
