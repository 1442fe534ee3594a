package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.kernel.MerchantId;
import org.redress.practice.Part;
import org.redress.testing.Browser;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A newcomer plays cases whose truth is known, and is told what it was worth and why. */
@RedressTest
class PracticeCasesStory {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private MerchantId merchant;
    private final List<Page> pages = new ArrayList<>();

    @BeforeEach
    void a_shop_has_somebody_new() {
        merchant = OwnMerchant.found(context.getBean(Merchants.class));
    }

    @AfterEach
    void close() {
        pages.forEach(page -> page.context().close());
    }

    private Page somebody(String name, Role... roles) {
        var page = OwnMerchant.staff(context, port, merchant, name, roles);
        pages.add(page);
        return page;
    }

    private static void begin(Page page, String lesson) {
        page.navigate("/desk/practice");
        page.locator("button[name=lesson][value=" + lesson + "]").click();
        page.waitForURL(Pattern.compile("/desk/practice/[0-9a-f-]{36}$"));
        assertThat(page.locator(".page-head")).containsText("nothing here is real");
    }

    /** By the keyboard: a browser without scripts draws no frames while it waits, and so never finds anything at rest. */
    private static void look(Page page, String... facts) {
        for (var fact : facts) {
            page.locator("button[name=fact][value=" + fact + "]").press("Enter");
            page.locator("#fact-" + fact + " b").waitFor();
        }
    }

    private static Locator form(Page page, String end) {
        return page.locator("form[action$='/" + end + "']");
    }

    /** They are shown once they are read. */
    private static void photosAre(Page page, int count) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            page.reload();
            return page.locator("#fact-PHOTO img").count() == count;
        });
    }

    private static void offer(Page page, String plan, String text) {
        var form = form(page, "offers");
        form.locator("label.choice")
                .filter(new Locator.FilterOptions().setHasText(plan))
                .first()
                .locator("input")
                .check(new Locator.CheckOptions().setForce(true));
        form.locator("textarea").fill(text);
        form.locator("button").press("Enter");
    }

    private static int points(Page page, Part part) {
        return Integer.parseInt(page.locator("#points-" + part).innerText());
    }

    @Test
    void a_newcomer_plays_one_well_one_badly_and_one_where_nothing_is_owed_and_the_scores_say_why() {
        var page = somebody("Nora New", Role.AGENT);

        begin(page, "ONE_SHORT");
        assertThat(page.locator(".letters li").first()).containsText("Everything came but");
        assertThat(page.locator("#h-truth")).hasCount(0);
        look(page, "ORDER", "PHOTO", "SCALE");
        assertThat(page.locator("#fact-ORDER")).containsText("Soy candle, lavender");
        photosAre(page, 1);
        offer(
                page,
                "Send the right goods",
                "Dear customer, I am sorry that the candle was not in your parcel. Our scale shows that it was never"
                        + " packed, and we check such parcels again from now on. It leaves today at our cost."
                        + " Is that all right?");
        assertThat(page.locator("#h-score")).isVisible();
        assertThat(page.locator("#latest")).containsText("Perfect, thank you.");
        assertThat(page.locator("#h-truth")).isVisible();
        assertThat(page.locator("main")).containsText("lighter at the bench");
        for (var part : List.of(Part.FACTS, Part.FAIRNESS, Part.TIME)) {
            assertThat(points(page, part)).as(part.name()).isEqualTo(100);
        }
        var well = points(page, Part.COURTESY);
        Browser.picture(page, "practice-well-1440");

        begin(page, "NEIGHBOUR");
        form(page, "refusals").locator("..").locator("summary").press("Enter");
        form(page, "refusals")
                .locator("textarea")
                .fill("You must be mistaken. That is impossible, we never send the wrong colour.");
        form(page, "refusals").locator("button").press("Enter");
        assertThat(page.locator("#latest")).containsText("I do not agree");
        offer(page, "Exchange", "Fine. Take this then.");
        assertThat(page.locator("#h-score")).isVisible();
        assertThat(points(page, Part.FACTS)).isZero();
        assertThat(points(page, Part.FAIRNESS)).isEqualTo(40);
        assertThat(page.locator("main")).containsText("a second person had to overrule it");
        assertThat(page.locator("main")).containsText("The customer’s photo was not looked at before the decision");
        assertThat(points(page, Part.COURTESY)).isLessThan(well - 25);
        assertThat(page.locator("main")).containsText("You must be");
        Browser.picture(page, "practice-badly-1440");

        begin(page, "OWN_MISTAKE");
        look(page, "ORDER", "PHOTO");
        form(page, "refusals").locator("..").locator("summary").press("Enter");
        form(page, "refusals")
                .locator("textarea")
                .fill(
                        "I am sorry that it does not match. I looked at your order and at your photo: what came is what was"
                                + " ordered. You can return it within 14 days without giving a reason, and if you see it"
                                + " otherwise, somebody else will look at it again.");
        form(page, "refusals").locator("button").press("Enter");
        assertThat(page.locator("#latest")).containsText("I did order that one");
        assertThat(points(page, Part.FACTS)).isEqualTo(100);
        assertThat(points(page, Part.FAIRNESS)).isEqualTo(100);
        assertThat(page.locator("main")).containsText("Nobody erred but the customer");

        page.navigate("/desk/practice");
        assertThat(page.locator("#h-own")).isVisible();
        assertThat(page.locator("#h-all")).hasCount(0);
        Browser.picture(page, "practice-1440");

        var boss = somebody("Bea Boss", Role.SUPERVISOR);
        boss.navigate("/desk/practice");
        var all = boss.locator("section[aria-labelledby=h-all] tbody tr");
        assertThat(all).hasCount(3);
        assertThat(all.first()).containsText("Nora New");
        assertThat(all.locator("a")).hasCount(0);
        assertThat(boss.navigate(path(page)).status())
                .as("the play itself is Nora’s")
                .isEqualTo(404);
    }

    private static String path(Page page) {
        return page.locator("section[aria-labelledby=h-own] a").first().getAttribute("href");
    }

    @Test
    void it_works_in_chinese_on_a_phone_without_scripts() {
        var page = somebody("Nan 南", Role.AGENT);
        var state = page.context().storageState();
        var phone = Browser.open(Browser.options("http://127.0.0.1:" + port, "zh-CN", 375, 812)
                .setStorageState(state)
                .setColorScheme(ColorScheme.DARK)
                .setJavaScriptEnabled(false));
        pages.add(phone);
        phone.navigate("/desk/practice");
        phone.locator("button[name=lesson][value=DARK_PHOTO]").press("Enter");
        assertThat(phone.locator(".letters li").first()).containsText("手账本 墨绿");
        look(phone, "PHOTO", "SCANS");
        phone.locator("details.composer").nth(1).locator("summary").press("Enter");
        form(phone, "questions").locator("textarea").fill("麻烦您在光线好的地方再拍一张，好吗？");
        form(phone, "questions").locator("button").press("Enter");
        assertThat(phone.locator("#latest")).containsText("在窗边拍的");
        photosAre(phone, 2);
        Browser.picture(phone, "practice-running-375-zh-dark");
        offer(phone, "", "非常抱歉发错了，正确的手账本今天寄出。");
        assertThat(phone.locator("#h-score")).isVisible();
        assertThat(points(phone, Part.FACTS)).isEqualTo(100);
        Browser.picture(phone, "practice-over-375-zh-dark");
        assertThat(phone.navigate("/desk/practice/" + "0".repeat(36)).status()).isEqualTo(404);
    }
}
