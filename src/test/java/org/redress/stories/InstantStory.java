package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Accounts;
import org.redress.access.ApiKeys;
import org.redress.access.InstantLane;
import org.redress.access.Merchant;
import org.redress.access.MerchantForm;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.kernel.Gtin;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.rehearsal.model.Article;
import org.redress.rehearsal.model.Conditions;
import org.redress.rehearsal.model.LabelPhoto;
import org.redress.testing.Api;
import org.redress.testing.Browser;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a photo to an offer while the customer waits, where the records bear it out; to a person where they do not. */
@RedressTest
class InstantStory {
    private static final String PASSWORD = "a long enough password";
    private static final Currency GBP = Currency.getInstance("GBP");

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks links;

    private final String slug = "i" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Page> pages = new ArrayList<>();
    private final MerchantId merchant = new MerchantId(Ids.next());
    private Api api;
    private Shop shop;

    @BeforeEach
    void openShop() {
        found(new InstantLane(true, new Money(50_00, GBP), 0));
    }

    private void found(InstantLane lane) {
        merchants.found(
                new Merchant(merchant, slug, "Quay Street", Locale.ENGLISH, ZoneId.of("Europe/London"), GBP, lane));
        api = Api.sample(port).withKey(keys.create(merchant, "Story", Set.of(Role.values())));
        shop = new Shop(api);
    }

    @AfterEach
    void close() {
        pages.forEach(page -> page.context().close());
    }

    @Test
    void a_photo_of_the_wrong_mug_is_answered_with_an_offer_that_no_agent_has_touched() {
        shop.order("Q-1");
        sent("Q-1", "STORY-MUG-BLU");
        var page = phone();
        page.navigate("/shop/" + slug);
        page.locator("[name=orderNumber]").fill("Q-1");
        page.locator("[name=contact]").fill("ada@example.com");
        page.locator(".go [value=NEXT]").click();
        page.locator("label[for=pick-0]").click();
        page.locator("label[for=p-0-WRONG_VARIANT]").click();
        page.locator("#photo-file").setInputFiles(new FilePayload("mug.jpg", "image/jpeg", blueMug(1)));
        assertThat(page.locator("#photos")).containsText("The barcode in your photo is Blue mug. You ordered Red mug.");
        page.locator(".go [value=NEXT]").click();
        page.locator("label[for=d-RESHIP]").click();
        page.getByText("Send report").click();
        page.waitForURL(Pattern.compile("/track/"));
        // The page looks again by itself.
        assertThat(page.locator("h1")).hasText("Here is our offer");
        assertThat(page.locator(".offer-card")).containsText("Red mug");
        assertThat(page.locator("#evidence")).containsText("Blue mug");
        Browser.picture(page, "portal-instant-offer");

        var claim = onlyClaim("Q-1");
        assertThat(api.get(claim + "/verification").text("/verdict")).isEqualTo("CONFIRMED");
        assertThat(actors(claim)).doesNotContain("STAFF").contains("CUSTOMER", "PRODUCT");
        page.locator("summary", new Page.LocatorOptions().setHasText("Accept")).click();
        page.getByText("Yes, I agree").click();
        assertThat(page.locator("h1")).hasText("Our part is done");
    }

    @Test
    void what_only_the_photo_says_goes_to_a_person() {
        shop.order("Q-2");
        var claim = claimed("Q-2", blueMug(2));
        assertThat(api.get(claim + "/verification").text("/verdict")).isEqualTo("LIKELY");
        staysWithUs(claim);
    }

    @Test
    void a_record_that_comes_after_the_claim_is_looked_at_and_answers_it() {
        shop.order("Q-3");
        var claim = claimed("Q-3", blueMug(3));
        staysWithUs(claim);
        sent("Q-3", "STORY-MUG-BLU");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get(claim).text("/state").equals("OFFERED"));
    }

    @Test
    void one_that_is_picked_for_audit_goes_to_a_person_and_the_record_says_so() {
        merchants.change(
                merchant, new MerchantForm(slug, "Quay Street", "en", "Europe/London", "GBP", true, "50.00", "100"));
        shop.order("Q-4");
        sent("Q-4", "STORY-MUG-BLU");
        var claim = claimed("Q-4", blueMug(4));
        await().atMost(Duration.ofSeconds(20)).until(() -> events(claim).contains("AuditPicked"));
        staysWithUs(claim);
        assertThat(events(claim).stream().filter("AuditPicked"::equals)).hasSize(1);
    }

    @Test
    void where_the_lane_is_off_or_the_remedy_is_dear_a_person_answers() {
        shop.order("Q-5");
        sent("Q-5", "STORY-MUG-BLU");
        merchants.change(
                merchant, new MerchantForm(slug, "Quay Street", "en", "Europe/London", "GBP", true, "1.00", "0"));
        staysWithUs(claimed("Q-5", blueMug(5)));
        shop.order("Q-6");
        sent("Q-6", "STORY-MUG-BLU");
        merchants.change(
                merchant, new MerchantForm(slug, "Quay Street", "en", "Europe/London", "GBP", false, "50.00", "0"));
        staysWithUs(claimed("Q-6", blueMug(6)));
    }

    @Test
    void a_photo_that_somebody_else_has_sent_before_is_a_question_for_a_person_and_no_refusal() {
        shop.order("Q-7");
        var photo = blueMug(7);
        claimed("Q-7", photo);
        orderOf("Q-8", "bob@example.com");
        sent("Q-8", "STORY-MUG-BLU");
        var second = claimed("Q-8", photo, "bob@example.com");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get(second + "/verification").text("/verdict").equals("CONFIRMED"));
        staysWithUs(second);
        assertThat(outcome(second, "PHOTO_REUSE")).isEqualTo("FAIL");
        // Filing again with the photo of one's own is nobody's loan.
        var again = claimed("Q-7", photo);
        assertThat(outcome(again, "PHOTO_REUSE")).isEqualTo("PASS");
    }

    @Test
    void something_dangerous_comes_first_is_kept_safe_and_held_back_until_somebody_has_looked() {
        shop.order("Q-9");
        var plain = claimed("Q-9", blueMug(9));
        api.put("/api/v1/products/STORY-LAMP", """
                        {"name": "Rechargeable lamp", "weightGrams": 780, "hazard": "BATTERY",
                         "price": {"amount": "12.50", "currency": "GBP"}}
                        """).is(200);
        shop.order("Q-10");
        sent("Q-10", "STORY-LAMP");
        var filed = api.post("/api/v1/claims", """
                        {"orderNumber": "Q-10", "contact": {"email": "ada@example.com"}, "channel": "API",
                         "statement": "A lamp came.", "demand": "REFUND",
                         "lines": [{"sku": "STORY-MUG-RED", "quantity": 1, "problem": "WRONG_ITEM",
                                    "received": {"sku": "STORY-LAMP", "quantity": 1}}]}
                        """).is(201);
        var claim = "/api/v1/claims/" + filed.text("/id");
        assertThat(api.get("/api/v1/claims?sort=dueAt").text("/items/0/id")).isEqualTo(filed.text("/id"));
        assertThat(plain).isNotEqualTo(claim);

        var customer = phone();
        customer.navigate(filed.text("/trackUrl"));
        assertThat(customer.locator(".danger")).containsText("do not charge it");
        Browser.picture(customer, "portal-danger");
        customer.navigate(filed.text("/trackUrl") + "/messages");
        assertThat(customer.locator("main")).containsText("do not charge it");

        var agent = desk();
        agent.navigate("/desk/claims/" + filed.text("/id"));
        assertThat(agent.locator(".page-head")).containsText("Safety first");
        assertThat(agent.locator(".held")).containsText("slot A-1");
        Browser.picture(agent, "desk-danger");
        agent.navigate("/desk/orders/Q-10");
        assertThat(agent.locator("#way")).containsText(filed.text("/number"));
        Browser.picture(agent, "desk-order");
        agent.locator("#way").getByText("Parcel T-" + slug + "-10").click();
        assertThat(agent.locator("main")).containsText("STORY-LAMP");
        agent.navigate("/desk/containments");
        agent.locator("[name=finding]").fill("Two lamps lay among the mugs; recounted, nothing else.");
        Browser.picture(agent, "desk-containments");
        agent.getByText("End it").click();
        assertThat(agent.locator("main")).containsText("Nothing is held back");
        agent.navigate("/desk/containments?view=ended");
        assertThat(agent.locator("main")).containsText("Two lamps lay among the mugs");
        staysWithUs(claim);
    }

    private Page phone() {
        var page = Browser.phone("http://127.0.0.1:" + port, "en");
        pages.add(page);
        return page;
    }

    private Page desk() {
        var page = Browser.desk("http://127.0.0.1:" + port, "en");
        pages.add(page);
        var email = UUID.randomUUID() + "@example.org";
        var path = accounts.invite(merchant, email, "Robin", Set.of(Role.AGENT));
        links.choosePassword(path.substring("/password/".length()), PASSWORD);
        page.navigate("/login");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.waitForURL("**/desk/claims");
        return page;
    }

    private byte[] blueMug(int seed) {
        var product = new Product(
                new Sku("STORY-MUG-BLU"), "Blue mug", new Gtin("09784872348880"), null, null, null, null, null, null);
        return LabelPhoto.item(Article.plain(product), Conditions.steady(seed));
    }

    /** Two red mugs ordered; one of another article lies in the parcel, and the bench has noted it. */
    private void sent(String order, String sku) {
        var number = order.substring(2);
        var sscc = "urn:epc:id:sscc:9521321.%010d"
                .formatted(Math.floorMod((long) slug.hashCode() * 31, 10_000_000L) * 100 + Long.parseLong(number));
        api.put("/api/v1/shipments/T-%s-%s".formatted(slug, number), """
                        {"orderNumber": "%s", "carrier": "Northway", "sscc": "%s", "warehouse": "BRS-1",
                         "shippedAt": "2026-11-21T10:00:00Z", "deliveredAt": "2026-11-22T10:00:00Z",
                         "lines": [{"sku": "STORY-MUG-RED", "quantity": 2}]}
                        """.formatted(order, sscc))
                .is(200);
        api.post("/epcis/v2/capture", """
                        {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                                      {"redress": "urn:redress:epcis:"}],
                         "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-11-21T10:00:00Z",
                         "epcisBody": {"eventList": [
                           {"type": "ObjectEvent", "eventTime": "2026-11-21T08:00:00Z", "eventTimeZoneOffset": "+00:00",
                            "action": "OBSERVE", "bizStep": "picking",
                            "quantityList": [{"epcClass": "urn:redress:sku:STORY-MUG-RED", "quantity": 2}],
                            "readPoint": {"id": "urn:redress:slot:A-1"},
                            "bizTransactionList": [{"type": "po", "bizTransaction": "%1$s"}],
                            "redress:operator": "op-1", "redress:scan": "LOCATION"},
                           {"type": "AggregationEvent", "eventTime": "2026-11-21T09:00:00Z",
                            "eventTimeZoneOffset": "+00:00", "action": "ADD", "bizStep": "packing", "parentID": "%2$s",
                            "childQuantityList": [{"epcClass": "urn:redress:sku:STORY-MUG-RED", "quantity": 1},
                                                  {"epcClass": "urn:redress:sku:%3$s", "quantity": 1}],
                            "bizTransactionList": [{"type": "po", "bizTransaction": "%1$s"}]}]}}
                        """.formatted(order, sscc, sku)).is(202);
    }

    private void orderOf(String number, String email) {
        api.put("/api/v1/orders/" + number, """
                        {"shop": "story", "placedAt": "2026-11-20T10:00:00Z", "currency": "GBP",
                         "customer": {"name": "Bob", "email": "%s", "language": "en"},
                         "shipTo": {"name": "Bob", "street": "2 Quay", "city": "Bristol", "country": "GB"},
                         "lines": [{"lineNumber": 1, "sku": "STORY-MUG-RED", "quantity": 2,
                                    "unitPrice": {"amount": "12.50", "currency": "GBP"}}]}
                        """.formatted(email)).is(200);
    }

    private String claimed(String order, byte[] photo) {
        return claimed(order, photo, "ada@example.com");
    }

    /** A claim with a photo that has been read. Returns its address. */
    private String claimed(String order, byte[] photo, String email) {
        var upload = api.upload("/api/v1/uploads", "mug.jpg", photo, Map.of())
                .is(201)
                .text("/uploadId");
        var filed =
                api.post("/api/v1/claims", """
                        {"orderNumber": "%s", "contact": {"email": "%s"}, "channel": "API",
                         "statement": "A blue mug came.", "demand": "RESHIP",
                         "lines": [{"sku": "STORY-MUG-RED", "quantity": 1, "problem": "WRONG_VARIANT"}],
                         "evidence": [{"kind": "ITEM_BARCODE", "uploadId": "%s"}]}
                        """.formatted(order, email, upload)).is(201);
        var claim = "/api/v1/claims/" + filed.text("/id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get(claim).text("/evidence/0/readState").equals("DONE"));
        return claim;
    }

    private void staysWithUs(String claim) {
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(6))
                .until(() -> api.get(claim).text("/state").equals("SUBMITTED"));
    }

    private String onlyClaim(String order) {
        return "/api/v1/claims/" + api.get("/api/v1/claims?order=" + order).text("/items/0/id");
    }

    private String outcome(String claim, String code) {
        return api.get(claim + "/verification").body().at("/checks").values().stream()
                .filter(check -> check.at("/code").asString().equals(code))
                .map(check -> check.at("/outcome").asString())
                .findFirst()
                .orElseThrow();
    }

    private List<String> events(String claim) {
        return timeline(claim, "/event");
    }

    private List<String> actors(String claim) {
        return timeline(claim, "/who/kind");
    }

    private List<String> timeline(String claim, String pointer) {
        var body = api.get(claim + "/timeline").body();
        return (body.isArray() ? body : body.at("/items"))
                .values().stream().map(entry -> entry.at(pointer).asString()).toList();
    }
}
