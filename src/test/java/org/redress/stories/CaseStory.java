package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.redress.evidence.SampleFiles;
import org.redress.testing.RedressTest;

/** One claim on one screen: looked at closely, written on over days, beside others, and taken back. */
@RedressTest
class CaseStory extends AtTheDesk {
    private static final String PARCEL = "106141412345678908";

    private String claim(String order) {
        shop().order(order);
        return "/desk/claims/" + shop().claim(order, 1);
    }

    private static void add(Page page, String name, byte[] picture) {
        page.keyboard().press("f");
        page.locator("#file").setInputFiles(new FilePayload(name, "image/png", picture));
        page.locator("form[action$='/evidence'] button").click();
    }

    private static Locator sheet(Page page) {
        return page.locator("#viewer [data-sheet]");
    }

    @Test
    void a_photo_is_looked_at_closely_with_the_codes_that_were_read_on_it() {
        var page = agent();
        page.navigate(claim("V-1"));
        add(page, "label.png", SampleFiles.parcelLabel(PARCEL));
        assertThat(page.locator("figure .code")).containsText(PARCEL);
        add(page, "box.png", SampleFiles.picture("png", 800, 600, "A box"));
        assertThat(page.locator("a[data-view] img")).hasCount(2);

        page.keyboard().press("v");
        assertThat(page.locator("#viewer")).isVisible();
        assertThat(page.locator("#viewer [data-what]")).containsText("1 of 2");
        assertThat(sheet(page).locator("text")).containsText(PARCEL);
        // The label is 900 pixels wide, and its first bar stands 120 pixels from the left and 150 from the top.
        await().pollInSameThread().until(() -> sheet(page).locator("img").boundingBox().width > 100);
        var image = sheet(page).locator("img").boundingBox();
        var box = sheet(page).locator("polygon").boundingBox();
        Assertions.assertThat((box.x - image.x) / image.width).isCloseTo(120.0 / 900, within(0.04));
        Assertions.assertThat((box.y - image.y) / image.height).isCloseTo(150.0 / 500, within(0.05));

        page.keyboard().press("+");
        Assertions.assertThat(sheet(page).locator("img").boundingBox().width).isCloseTo(image.width * 1.4, within(2.0));
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#viewer [data-what]")).containsText("1 of 2");
        page.keyboard().press("-");
        page.keyboard().press("r");
        assertThat(sheet(page)).hasAttribute("style", Pattern.compile(".*rotate\\(90deg\\).*"));
        var turned = sheet(page).locator("img").boundingBox();
        Assertions.assertThat(turned.height).isGreaterThan(turned.width);
        page.keyboard().press("b");
        assertThat(sheet(page).locator("svg")).isHidden();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#viewer [data-what]")).containsText("2 of 2");
        page.keyboard().press("Escape");
        assertThat(page.locator("#viewer")).isHidden();
    }

    @Test
    void a_photo_is_brought_closer_by_the_wheel_and_by_two_fingers_and_moved_by_the_mouse() {
        var page = agent();
        page.navigate(claim("V-2"));
        add(page, "box.png", SampleFiles.picture("png", 800, 600, "A box"));
        // Shown once it has been read.
        await().pollInSameThread().until(() -> {
            page.reload();
            return page.locator("#photos[data-key=v]").count() == 1;
        });
        page.keyboard().press("v");
        var image = sheet(page).locator("img");
        await().pollInSameThread()
                .until(() -> (Boolean) image.evaluate("it => it.complete && it.getBoundingClientRect().width > 100"));
        var before = image.boundingBox();
        var stage = page.locator("#viewer [data-stage]").boundingBox();
        double x = stage.x + stage.width / 2;
        double y = stage.y + stage.height / 2;
        page.mouse().move(x, y);
        page.mouse().wheel(0, -500);
        await().pollInSameThread()
                .untilAsserted(() -> Assertions.assertThat(image.boundingBox().width)
                        .isCloseTo(before.width * Math.E, within(before.width / 20)));

        var closer = image.boundingBox();
        page.mouse().down();
        page.mouse().move(x + 60, y);
        page.mouse().up();
        await().pollInSameThread()
                .untilAsserted(() ->
                        Assertions.assertThat(image.boundingBox().x - closer.x).isCloseTo(60, within(2.0)));

        var screen = page.context().newCDPSession(page);
        fingers(screen, "touchStart", x, y, 50);
        fingers(screen, "touchMove", x, y, 100);
        await().pollInSameThread()
                .untilAsserted(() -> Assertions.assertThat(image.boundingBox().width)
                        .isCloseTo(closer.width * 2, within(closer.width / 10)));
    }

    /** Two fingers at the same distance from a point on both sides. */
    private static void fingers(CDPSession screen, String what, double x, double y, double apart) {
        var points = new JsonArray();
        for (int side : new int[] {-1, 1}) {
            var finger = new JsonObject();
            finger.addProperty("x", x + side * apart);
            finger.addProperty("y", y);
            finger.addProperty("id", side + 1);
            points.add(finger);
        }
        var event = new JsonObject();
        event.addProperty("type", what);
        event.add("touchPoints", points);
        screen.send("Input.dispatchTouchEvent", event);
    }

    @Test
    void two_claims_are_merged_and_separated_by_key() {
        shop().order("V-41");
        var first = shop().claim("V-41", 1);
        var second = shop().claim("V-41", 1);
        var page = agent();
        page.navigate("/desk/claims/" + first);
        page.keyboard().press("j");
        page.waitForURL("**/duplicates");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("#flash .good")).isVisible();
        page.navigate("/desk/claims/" + second);
        assertThat(page.locator("#merged")).isVisible();
        page.keyboard().press("x");
        assertThat(page.locator("#flash .good")).isVisible();
        assertThat(page.locator("#merged")).hasCount(0);
    }

    @Test
    void a_draft_outlives_the_page_and_the_login_and_ends_when_it_is_sent() {
        var claim = claim("V-11");
        var page = agent();
        page.navigate(claim);
        page.keyboard().press("d");
        assertThat(page.locator("#reason")).isFocused();
        page.keyboard().type("The parcel weighed what two mugs weigh.");
        page.keyboard().press("Escape");
        page.reload();
        assertThat(page.locator("#reason")).hasValue("The parcel weighed what two mugs weigh.");
        assertThat(page.locator(".draft")).containsText("Your draft of");
        page.context().clearCookies();
        page.navigate(claim);
        page.waitForURL("**/login");
        Assertions.assertThat(drafts(page)).isEqualTo(1);
    }

    @Test
    void a_draft_is_gone_once_it_was_sent_discarded_or_its_writer_has_logged_out() {
        var page = agent();
        page.navigate(claim("V-21"));
        page.keyboard().press("m");
        assertThat(page.locator("#message-text")).isFocused();
        page.keyboard().type("With our apologies.");
        page.keyboard().press("Escape");
        page.keyboard().press("i");
        page.locator("#ask").fill("A photo of the label, please.");
        Assertions.assertThat(drafts(page)).isEqualTo(2);
        page.locator("form[action$='/information-request'] button").click();
        assertThat(page.locator("#flash .good")).isVisible();
        Assertions.assertThat(drafts(page)).isEqualTo(1);
        page.reload();
        page.keyboard().press("e");
        page.locator("#escalation").fill("Third time this week.");
        page.reload();
        assertThat(page.locator("#message-text")).hasValue("With our apologies.");
        page.locator("form[action$='/escalation'] .draft .text-act").click();
        assertThat(page.locator("#escalation")).hasValue("");
        Assertions.assertThat(drafts(page)).isEqualTo(1);
        page.locator(".preferences .menu summary").click();
        page.locator("form[action='/logout'] button").click();
        page.waitForURL("**/login**");
        Assertions.assertThat(drafts(page)).isZero();
    }

    @Test
    void what_was_chosen_is_kept_like_what_was_written() {
        var claim = claim("V-31");
        var page = agent();
        page.navigate(claim);
        page.keyboard().press("i");
        var form = page.locator("form[action$='/information-request']");
        var box = form.locator("input[type=checkbox]").last();
        boolean proposed = box.isChecked();
        box.setChecked(!proposed);
        Assertions.assertThat(drafts(page)).isEqualTo(1);
        page.reload();
        assertThat(form.locator(".draft")).containsText("Your draft of");
        Assertions.assertThat(box.isChecked()).isEqualTo(!proposed);
        form.locator(".draft .text-act").click();
        Assertions.assertThat(box.isChecked()).isEqualTo(proposed);
        Assertions.assertThat(drafts(page)).isZero();
    }

    @Test
    void a_half_made_offer_is_half_made_after_a_reload_unless_what_was_chosen_is_no_longer_there() {
        var claim = claim("V-33");
        api.post("/api/v1/claims/" + claim.substring(claim.lastIndexOf('/') + 1) + "/acceptance")
                .is(200);
        var page = agent();
        page.navigate(claim);
        var options = page.locator("form[action$='/offers'] input[name=option]");
        assertThat(options.first()).isChecked();
        options.last().check();
        page.reload();
        assertThat(options.last()).isChecked();
        page.evaluate("() => {"
                + "const key = Object.keys(localStorage).find((one) => one.endsWith('/offers/option'));"
                + "localStorage.setItem(key, JSON.stringify({ picked: ['none of these'], at: Date.now() })); }");
        page.reload();
        assertThat(options.first()).isChecked();
        assertThat(page.locator("form[action$='/offers'] .draft")).hasCount(0);

        page.keyboard().press("w");
        var code = page.locator("form[action$='/cause'] select[name=code]");
        var proposed = code.inputValue();
        var other = code.locator("option").last().getAttribute("value");
        code.selectOption(other);
        page.reload();
        assertThat(code).hasValue(other);
        page.locator("form[action$='/cause'] .draft .text-act").click();
        assertThat(code).hasValue(proposed);
    }

    private static int drafts(Page page) {
        return ((Number) page.evaluate(
                        "() => Object.keys(localStorage).filter((key) => key.startsWith('draft/')).length"))
                .intValue();
    }

    @Test
    void what_a_colleague_did_meanwhile_is_shown_beside_what_was_typed_and_nothing_is_lost() {
        var claim = claim("V-31");
        var one = agent();
        var other = agent();
        one.navigate(claim);
        one.keyboard().press("i");
        one.locator("#ask").fill("A photo of the label, please.");
        other.navigate(claim);
        other.keyboard().press("a");
        assertThat(other.locator("#flash .good")).isVisible();
        one.locator("form[action$='/information-request'] button").last().click();
        var meanwhile = one.locator("form[action$='/information-request'] #meanwhile");
        assertThat(meanwhile).containsText("Jo Park");
        assertThat(meanwhile).containsText("Accepted");
        assertThat(meanwhile).isInViewport();
        assertThat(one.locator("#ask")).hasValue("A photo of the label, please.");
        meanwhile.locator("button").click();
        assertThat(one.locator("#flash .good")).containsText("Asked");
    }

    @Test
    void words_whose_form_is_gone_are_shown_too() {
        var claim = claim("V-41");
        var one = agent();
        one.navigate(claim);
        one.keyboard().press("d");
        one.locator("#reason").fill("It is what was ordered.");
        api.post(
                        "/api/v1/claims/" + claim.substring("/desk/claims/".length()) + "/rejection",
                        "{\"reason\": \"Right article.\"}")
                .is(200);
        one.locator("form[action$='/rejection'] button").last().click();
        assertThat(one.locator("#meanwhile")).containsText("Right article.");
        assertThat(one.locator("#written")).hasValue("It is what was ordered.");
        assertThat(one.locator("#meanwhile button")).hasCount(0);
    }

    @Test
    void what_can_be_taken_back_is_taken_back_once_and_both_are_told() {
        var page = agent();
        page.navigate(claim("V-51"));
        page.keyboard().press("t");
        assertThat(page.locator("#flash")).containsText("You take care of it now.");
        page.keyboard().press("u");
        assertThat(page.locator("#flash")).containsText("Back in the queue");
        assertThat(page.locator("#flash button")).hasCount(0);
        assertThat(page.locator("#told .timeline")).containsText("Assigned to Jo Park");
        page.keyboard().press("a");
        assertThat(page.locator("#flash")).containsText("Accepted");
        assertThat(page.locator("#flash button")).hasCount(0);
        page.keyboard().press("o");
        page.locator("form[action$='/offers'] > button").click();
        assertThat(page.locator("#flash")).containsText("The offer");
        page.locator("#flash button").click();
        assertThat(page.locator("#flash")).containsText("withdrawn");
    }

    @Test
    void the_history_is_narrowed_down_with_and_without_scripts() {
        var claim = claim("V-61");
        var page = agent();
        page.navigate(claim);
        page.keyboard().press("a");
        assertThat(page.locator("#flash .good")).isVisible();
        var entries = page.locator("#told .timeline > li");
        page.locator("#told-decisions").click();
        assertThat(page.locator("#told-decisions")).hasAttribute("aria-current", "true");
        assertThat(entries).hasCount(1);
        assertThat(entries).containsText("Accepted");
        page.navigate(claim + "?kind=customer");
        assertThat(entries).hasCount(1);
        page.navigate(claim);
        Assertions.assertThat(entries.count()).isGreaterThan(1);
    }

    @Test
    void the_keys_of_the_page_are_listed_and_no_two_are_the_same() {
        var page = agent();
        page.navigate(claim("V-71"));
        page.keyboard().press("?");
        var keys = page.locator("#keys [data-page-keys] dt").allInnerTexts();
        Assertions.assertThat(keys).contains("a", "d", "i", "e", "g", "f", "w", "m", "o", "h", "t");
        var all = page.locator("[data-key]").evaluateAll("all => all.map((one) => one.dataset.key)");
        Assertions.assertThat((List<?>) all).doesNotHaveDuplicates();
        assertThat(page.locator("#keys [data-needs] >> text=Next and previous row"))
                .isHidden();
    }
}
