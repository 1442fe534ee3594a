package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.testing.Browser;
import org.redress.testing.Photographs;
import org.redress.testing.RedressTest;

/** Somebody calls, or stands at the counter; an agent is told what to say and takes down what they hear. */
@RedressTest
class CallStory extends AtTheDesk {
    private static final Pattern CALLED = Pattern.compile(".*/desk/calls/[0-9a-f-]{36}$");

    /** The same agent in a browser without scripts. */
    private Page withoutScripts() {
        var state = agent().context().storageState();
        return goingHome(Browser.open(Browser.options("http://127.0.0.1:" + port, "en", 375, 812)
                .setJavaScriptEnabled(false)
                .setStorageState(state)));
    }

    private String claim(Page page) {
        var path = page.locator("a.btn-primary").getAttribute("href");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void a_call_is_led_and_taken_down_while_they_talk() {
        shop().order("C-1");
        var page = agent();
        page.navigate("/desk/claims");
        page.keyboard().press("p");
        page.waitForURL("**/desk/calls/new");
        assertThat(page.locator("#say-GREETING")).containsText("this is Jo Park at Quay Street");
        page.locator("[name=name]").fill("Ada Byrne");
        page.locator("[name=email]").fill("ada@example.com");
        // By the e-mail address alone.
        assertThat(page.locator("#call-orders")).containsText("C-1");
        assertThat(page.locator("#say-ORDER")).not().containsText("Red mug");
        page.locator("#o-C-1").check();
        assertThat(page.locator("#say-ORDER")).containsText("So that I speak of it with nobody but you");
        page.locator("#p-EMAIL").check();
        assertThat(page.locator("#say-ORDER")).containsText("2 × Red mug");

        page.locator("[name=statement]").fill("I ordered the red mugs and got a blue one");
        page.locator("#a-STORY-MUG-RED").check();
        page.locator("[name=problem]").selectOption("WRONG_VARIANT");
        // Read out from under the barcode; typing goes on where it was.
        page.locator("[name=came]").fill("978 4872348880");
        assertThat(page.locator("#call-came")).containsText("Blue mug");
        assertThat(page.locator("[name=came]")).isFocused();
        page.locator("#c-STORY-MUG-BLU").check();
        assertThat(page.locator("#c-STORY-MUG-BLU")).isFocused();
        assertThat(page.locator("#say-GOODS")).containsText("Blue mug");
        page.locator("[name=danger][value=CHILD]").check();
        assertThat(page.locator("#say-HARM")).containsText("Please do not use it");
        page.locator("[name=purpose]").fill("A birthday");
        page.locator("[name=demand]").selectOption("REFUND");
        assertThat(page.locator("#say-NEXT")).containsText("gives you a decision by");
        assertThat(page.locator("#say-NEXT")).containsText("As things stand, this is possible");
        assertThat(page.locator("#say-CLOSE")).containsText("and it came in another version: Blue mug");
        assertThat(page.locator("[data-since]")).hasText(Pattern.compile("[0-9]+:[0-9]{2}"));

        // A reload loses nothing.
        page.reload();
        assertThat(page.locator("[name=purpose]")).hasValue("A birthday");
        assertThat(page.locator("#c-STORY-MUG-BLU")).isChecked();
        assertThat(page.locator("#p-EMAIL")).isChecked();
        Browser.picture(page, "call-desk");
        // Where somebody has scrolled to, something may lie half under the bar that stays.
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})");
        assertThat(Browser.barriers(page)).isEmpty();

        page.locator("[value=REGISTER]").click();
        page.waitForURL(CALLED);
        assertThat(page.locator("main")).containsText("An e-mail is on its way to ada@example.com");
        var filed = api.get("/api/v1/claims/" + claim(page)).is(200);
        assertThat(filed.text("/orderNumber")).isEqualTo("C-1");
        assertThat(filed.text("/lines/0/received/sku")).isEqualTo("STORY-MUG-BLU");
        assertThat(filed.text("/demand")).isEqualTo("REFUND");
        page.locator("a.btn-primary").click();
        assertThat(page.locator("main")).containsText("Told on the phone; proven by e-mail address; can do harm");
        assertThat(page.locator("main")).containsText("A birthday");
        // Begun anew, nothing of it is left.
        page.navigate("/desk/calls/new");
        assertThat(page.locator("[name=purpose]")).hasValue("");
    }

    @Test
    void the_talk_can_be_in_chinese_at_an_english_desk() {
        shop().order("C-2");
        var page = agent();
        page.navigate("/desk/calls/new");
        page.locator("[name=language]").selectOption("zh-CN");
        assertThat(page.locator("#say-GREETING")).containsText("您好，这里是Quay Street，我是Jo Park");
        assertThat(page.locator("#step-1-title")).containsText("Greet");
        page.locator("[name=name]").fill("王敏");
        page.locator("[name=phone]").fill("13800000000");
        // No order fits: that is no obstacle, and it is written down that nothing is proven.
        page.locator("[name=look]").fill("X-404");
        page.locator("#o-unknown").check();
        assertThat(page.locator("#say-ORDER")).containsText("X-404 我一时没有查到");
        page.locator("[name=statement]").fill("杯子颜色发错了，我要退款");
        assertThat(page.locator("[name=demand]")).hasValue("REFUND");
        assertThat(page.locator("#say-CLOSE")).containsText("事情与订单 X-404 有关。");
        page.locator("[value=REGISTER]").click();
        page.waitForURL(CALLED);
        assertThat(page.locator("main")).containsText("您的申诉编号是");
        var filed = api.get("/api/v1/claims/" + claim(page)).is(200);
        assertThat(filed.text("/statement")).isEqualTo("杯子颜色发错了，我要退款");
        page.locator("a.btn-primary").click();
        assertThat(page.locator("main")).containsText("who it was is not proven");
    }

    @Test
    void at_the_counter_a_photo_is_taken_and_what_is_told_already_is_added_to() {
        shop().order("C-3");
        var earlier = shop().claim("C-3", 1);
        var page = agent();
        page.setViewportSize(820, 1180);
        page.navigate("/desk/calls/new");
        page.locator("[name=place]").selectOption("COUNTER");
        assertThat(page.locator("#say-GREETING")).containsText("thank you for coming in");
        page.locator("[name=phone]").fill("020 7946 0000");
        page.locator("[name=look]").fill("ada b");
        page.locator("#o-C-3").check();
        page.locator("[name=photo]")
                .setInputFiles(new FilePayload("mug.png", "image/png", Photographs.ofBarcode("9784872348880")));
        assertThat(page.locator("#call-same")).containsText("Add it to");
        page.locator("#s-" + earlier).check();
        Browser.picture(page, "call-counter");
        // Where somebody has scrolled to, something may lie half under the bar that stays.
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})");
        assertThat(Browser.barriers(page)).isEmpty();
        page.locator("[value=REGISTER]").click();
        page.waitForURL(CALLED);
        var all = api.get("/api/v1/claims?order=C-3").is(200);
        assertThat(all.body().toString()).contains("\"CLOSED\"").contains("mediaType");
    }

    @Test
    void without_scripts_it_is_one_long_form_that_keeps_what_was_typed() {
        shop().order("C-4");
        var page = withoutScripts();
        page.navigate("/desk/calls/new");
        page.locator("[name=look]").fill("C-4");
        page.locator("[name=look]").press("Enter");
        assertThat(page.locator("#o-C-4")).isChecked();
        page.locator("[name=problem]").selectOption("WRONG_ITEM");
        // Refused kindly: nobody to reach, and no article; all that was typed is there.
        page.locator("[value=REGISTER]").press("Enter");
        assertThat(page.locator("[role=alert]")).containsText("All that you typed is still here");
        assertThat(page.locator("[name=look]")).hasValue("C-4");
        page.locator("[name=phone]").fill("020 7946 0000");
        page.locator("#a-STORY-MUG-RED").press("Space");
        page.locator("[value=REGISTER]").press("Enter");
        page.waitForURL(CALLED);
        var filed = api.get("/api/v1/claims/" + claim(page)).is(200);
        assertThat(filed.text("/lines/0/problem")).isEqualTo("WRONG_ITEM");
    }
}
