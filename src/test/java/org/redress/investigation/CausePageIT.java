package org.redress.investigation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.CustomerLinks;
import org.redress.access.Merchants;
import org.redress.kernel.MerchantId;
import org.redress.testing.Browser;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Where and when it happened, as the case page draws it. */
@RedressTest
class CausePageIT {
    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ApplicationContext context;

    @Autowired
    CustomerLinks customerLinks;

    private MerchantId merchant;
    private Aisle aisle;
    private String claim;

    @BeforeEach
    void a_blue_mug_came_for_a_red_one() {
        merchant = OwnMerchant.found(merchants);
        aisle = new Aisle(OwnMerchant.key(context, port, merchant));
        claim = aisle.claim();
    }

    /** Where the mugs lie, and what the same hands took a minute before. */
    private void the_slots_are_measured() {
        aisle.capture(putAway("AISLE-RED", "A-03-2", 3, "2026-11-18T08:00:00Z"));
        aisle.capture(putAway("AISLE-BLUE", "A-04-2", 4.2, "2026-11-18T08:10:00Z"));
        aisle.capture(putAway("AISLE-CUP", "A-01-1", .6, "2026-11-18T08:20:00Z"));
        aisle.capture("""
                {"type":"ObjectEvent","eventTime":"2026-11-21T09:59:00Z","eventTimeZoneOffset":"+00:00",\
                "action":"OBSERVE","bizStep":"picking",\
                "quantityList":[{"epcClass":"urn:redress:sku:AISLE-CUP","quantity":1}],\
                "readPoint":{"id":"urn:redress:slot:A-01-1"},"redress:operator":"op7",\
                "bizTransactionList":[{"type":"po","bizTransaction":"ANOTHER"}]}""");
    }

    private static String putAway(String sku, String slot, double x, String at) {
        return """
                {"type":"ObjectEvent","eventTime":"%s","eventTimeZoneOffset":"+00:00","action":"OBSERVE",\
                "bizStep":"stocking","quantityList":[{"epcClass":"urn:redress:sku:%s","quantity":24}],\
                "readPoint":{"id":"urn:redress:slot:%s"},"redress:lot":"L-7","redress:x":%s,"redress:y":2}""".formatted(at, sku, slot, x);
    }

    private Page agent() {
        return OwnMerchant.agent(context, port, merchant);
    }

    private static Locator step(Page page, String name) {
        return page.locator(".way > li")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("b", new Page.LocatorOptions().setHasText(name))));
    }

    @Test
    void the_way_names_places_and_what_is_not_on_record_and_the_map_both_slots() {
        the_slots_are_measured();
        var page = agent();
        page.navigate("/desk/claims/" + claim);
        assertThat(step(page, "Ordered")).containsText("20 Nov");
        assertThat(step(page, "Picked")).containsText("slot A-03-2");
        assertThat(step(page, "Packed")).containsText("bench B");
        assertThat(step(page, "Weighed")).containsText("410 g");
        assertThat(step(page, "Handed over")).containsText("Swift Parcel");
        assertThat(step(page, "On the way and Delivered")).containsText("No scan on record between");
        assertThat(page.locator(".way > li").last()).containsText("Claim filed");
        assertThat(page.locator(".way")).not().containsText("op7");

        var map = page.locator(".slots svg[role=img]");
        assertThat(map.locator("desc"))
                .hasText("Red mug was picked from slot A-03-2; Blue mug lies in slot A-04-2, 1.2 m away.");
        assertThat(map.locator(".slots-pick")).hasCount(1);
        assertThat(map.locator(".slots-received")).hasCount(1);
        assertThat(map.locator(".slots-walk")).hasCount(1);
        assertThat(map.locator(".slots-name")).hasText(new String[] {"A-03-2", "A-04-2"});
        assertThat(page.locator(".slots-legend")).containsText("Received: Blue mug lies here, slot A-04-2");
        assertThat(page.locator(".slots")).not().containsText("op7");
        assertThat(page.locator(".cause-if").first()).containsText("%");
        assertThat(Browser.barriers(page)).isEmpty();
        // Whatever the window, words on the map stay readable.
        for (int width : List.of(320, 375, 920, 1440)) {
            page.setViewportSize(width, 900);
            var pixels = (Number) page.evaluate("""
                    () => { const map = document.querySelector('.slots svg[role=img]');
                        return parseFloat(getComputedStyle(map.querySelector('text')).fontSize) * map.getBoundingClientRect().width / map.viewBox.baseVal.width; }""");
            assertThat(pixels.doubleValue()).as("at " + width).isGreaterThanOrEqualTo(11);
        }
        page.context().close();
    }

    @Test
    void a_cause_that_a_person_records_marks_its_step_and_puts_the_shelf_under_suspicion() {
        the_slots_are_measured();
        aisle.api
                .post("/api/v1/claims/" + claim + "/cause", "{\"code\": \"WH-03\"}")
                .is(200);
        var page = agent();
        page.navigate("/desk/claims/" + claim);
        assertThat(page.locator(".way > li").first()).containsText("Put away");
        assertThat(page.locator(".way-marked")).hasCount(1);
        assertThat(page.locator(".way-marked")).containsText("Went wrong here");
        assertThat(page.locator(".way-marked")).containsText("lot L-7");
        assertThat(page.locator(".slots svg[role=img] .slots-avoided")).hasCount(1);
        assertThat(page.locator(".slots-legend")).containsText("Under suspicion");
        assertThat(page.locator(".timeline"))
                .containsText("Where it went wrong, as confirmed: picking, variant or pack mixed up");
        page.context().close();
    }

    @Test
    void a_person_is_named_as_the_cause_before_the_records_do_only_with_a_note_that_stands_in_the_history() {
        var path = "/api/v1/claims/" + claim + "/cause";
        var refused = aisle.api.post(path, "{\"code\": \"PE-01\"}").is(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/note");
        assertThat(refused.text("/errors/0/code")).isEqualTo("REASON_NEEDED");

        var page = agent();
        page.navigate("/desk/claims/" + claim);
        assertThat(page.locator(".cause-confirm button").first()).isVisible();
        assertThat(page.locator(".cause-confirm button[value^=PE]")).hasCount(0);
        assertThat(page.locator(".cause-next").first()).containsText("bits");
        page.locator("details.more:has(#code) summary").click();
        assertThat(page.locator("#code option")).hasCount(21);
        page.locator("#code").selectOption("PE_01");
        page.locator("form:has(#code) button").click();
        assertThat(page.locator("body")).containsText("Please say in a note how you know (at least 3 letters)");
        assertThat(page.locator("#code")).hasValue("PE_01");
        page.locator("#cause-note").fill("The picker told me so.");
        page.locator("form:has(#code) button").click();
        assertThat(page.locator(".timeline")).containsText("The picker told me so.");
        assertThat(page.locator(".timeline")).containsText("PE-01");
        page.context().close();
    }

    @Test
    void what_was_asked_stands_there_with_what_was_found() {
        var id = aisle.ask(claim, "{\"question\":\"RECOUNT\"}").is(201).text("/task/id");
        aisle.api.post("/api/v1/tasks/" + id + "/answer", """
                        {"counted": 30, "otherCounted": 6, "expected": 36, "note": "Blue ones at the back"}""").is(200);
        var page = agent();
        page.navigate("/desk/claims/" + claim);
        var asked = page.locator("li", new Page.LocatorOptions().setHasText("How many units of Red mug"));
        assertThat(asked).containsText("Answered");
        assertThat(asked).containsText("Red mug: 30 · Blue mug: 6 · By the books: 36");
        assertThat(asked).containsText("Blue ones at the back");
        page.context().close();
    }

    @Test
    void of_several_wrong_lines_the_page_says_that_it_looks_at_the_first() {
        var two = aisle.api
                .post("/api/v1/claims", """
                {"orderNumber": "%s", "contact": {"email": "ada@example.com"}, "channel": "API",
                 "statement": "A blue mug and something else came.", "demand": "REFUND",
                 "lines": [{"sku": "AISLE-RED", "quantity": 1, "problem": "WRONG_VARIANT",
                            "received": {"sku": "AISLE-BLUE", "quantity": 1}},
                           {"sku": "AISLE-BLUE", "quantity": 1, "problem": "WRONG_ITEM"}]}""".formatted(aisle.orderOfTwo()))
                .is(201)
                .text("/id");
        var page = agent();
        page.navigate("/desk/claims/" + two);
        assertThat(page.locator("main")).containsText("The claim is about 2 wrong lines");
        page.navigate("/desk/claims/" + claim);
        assertThat(page.locator(".cause-is")).hasCount(1);
        assertThat(page.locator("main")).not().containsText("wrong lines");
        page.context().close();
    }

    @Test
    void without_spots_there_is_no_map_and_the_customer_sees_neither() {
        var page = agent();
        page.navigate("/desk/claims/" + claim);
        assertThat(page.locator(".way")).hasCount(1);
        assertThat(page.locator(".slots svg[role=img]")).hasCount(0);
        page.context().close();

        the_slots_are_measured();
        var track = customerLinks.issue(merchant, UUID.fromString(claim), Instant.parse("2099-01-01T00:00:00Z"));
        assertThat(Visitor.at(port, "en").get(track).body())
                .contains("Red mug")
                .doesNotContain("A-03-2", "class=\"way\"", "slots-pick", "bench B");
    }
}
