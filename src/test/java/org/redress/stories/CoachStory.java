package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.redress.access.Role;
import org.redress.claims.Claims;
import org.redress.claims.Erasures;
import org.redress.kernel.Actor;
import org.redress.outreach.SwapBench;
import org.redress.testing.RedressTest;

/** An agent writes to somebody whose parcel was swapped with another's, and is helped to say it well. */
@RedressTest
class CoachStory extends AtTheDesk {
    private static final String HURTS = "You must have ordered the wrong thing. Calm down, it is only a kettle.";
    private static final String LEAKS =
            "Dear KETTLE Buyer, we are sorry: a desk lamp came instead of your steel kettle. LAMP Buyer has yours.";
    private static final String GOOD = """
            Dear KETTLE Buyer,

            thank you for writing, and for your patience. We are sorry: you ordered a steel kettle, and a desk lamp came.

            We looked at the packing record: two parcels were mixed up at our packing bench, and each is weighed now before it leaves. We send you the right kettle at our cost; it is with you within ten days. If you would rather have your money back, just tell us.""";

    private static Locator text(Page page) {
        return page.locator("#message-text");
    }

    private static Locator send(Page page) {
        return page.locator(".composer .actions > button.btn-primary");
    }

    @Test
    void an_agent_is_coached_out_of_a_hurtful_and_of_a_leaking_draft() {
        var claim = "/desk/claims/" + new SwapBench(api).kettlesClaim();
        var page = agent();
        page.navigate(claim);
        assertThat(page.locator("#coach")).containsText("the coach reads along");

        text(page).fill(HURTS);
        assertThat(page.locator("#coach")).containsText("May hurt");
        assertThat(page.locator("#coach q").first()).containsText("ou must have");
        send(page).click();
        assertThat(send(page)).containsText("Send it as it is");
        assertThat(text(page)).hasValue(HURTS);

        text(page).fill(LEAKS);
        assertThat(page.locator("#coach .differs").first()).containsText("Confidential");
        send(page).click();
        assertThat(page.locator("#message-error")).containsText("LAMP Buyer");
        assertThat(page.locator("#coach")).containsText("cannot be sent");
        assertThat(send(page)).containsText("Send");

        text(page).fill(GOOD);
        assertThat(page.locator("#coach .differs, #coach .unknown")).hasCount(0);
        send(page).click();
        assertThat(page.locator(".letters .ours").last()).containsText("thank you for writing");

        var said = page.locator(".letters").allInnerTexts().toString();
        Assertions.assertThat(said).doesNotContain("LAMP Buyer").doesNotContain("Calm down");
    }

    @Test
    void a_chinese_draft_is_read_as_well_and_one_that_leaks_does_not_leave() {
        var bench = new SwapBench(api);
        bench.lampsCustomer("韩梅梅", "zh-CN");
        var id = bench.kettlesClaim("zh-CN");
        var page = agent();
        page.navigate("/desk/claims/" + id);
        text(page).fill("您自己看错了吧？请冷静，这不是我们的问题。");
        assertThat(page.locator("#coach")).containsText("May hurt");
        assertThat(page.locator("#coach q").first()).containsText("您自己看错");
        send(page).click();
        assertThat(send(page)).containsText("Send it as it is");

        text(page).fill("您好！非常抱歉，您的水壶寄到了韩梅梅女士那里，电话 0113 496 0121，您可以直接联系她。");
        assertThat(page.locator("#coach .differs").first()).containsText("Confidential");
        send(page).click();
        assertThat(page.locator("#message-error")).containsText("韩梅梅");
        assertThat(page.locator("#coach")).containsText("cannot be sent");

        text(page)
                .fill("您好！感谢您的来信，非常抱歉：您订的是水壶，收到的是台灯。我们查看了打包记录，有两个包裹在打包台混了；现在每个包裹寄出前都要称重。"
                        + "正确的水壶由我们免费补寄，十天内送到。如果您更想退款，也请告诉我们。");
        assertThat(page.locator("#coach .differs, #coach .unknown")).hasCount(0);
        send(page).click();
        assertThat(page.locator(".letters .ours").last()).containsText("感谢您的来信");
        var said = page.locator(".letters").allInnerTexts().toString();
        Assertions.assertThat(said).doesNotContain("韩梅梅").doesNotContain("冷静").doesNotContain("0113");
        Assertions.assertThat(context.getBean(Claims.class)
                        .find(merchant, UUID.fromString(id))
                        .orElseThrow()
                        .filing()
                        .language()
                        .getLanguage())
                .isEqualTo("zh");
    }

    /** What is concluded about it moves a claim, and whoever acts on it then has to look again. */
    private String still(String claim) {
        var before = new AtomicInteger(-1);
        await().pollInSameThread()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    int now = context.getBean(Claims.class)
                            .find(merchant, UUID.fromString(claim))
                            .orElseThrow()
                            .version();
                    return before.getAndSet(now) == now;
                });
        return claim;
    }

    @Test
    void an_agent_is_coached_out_of_a_hurtful_reason_and_one_that_leaks_is_refused_with_its_words() {
        var page = agent();
        page.navigate("/desk/claims/" + still(new SwapBench(api).kettlesClaim()));
        page.keyboard().press("d");
        var reason = page.locator("#reason");
        var coach = page.locator("#reason-coach");
        assertThat(coach).containsText("the coach reads along");
        reason.fill("You must have ordered the wrong thing.");
        assertThat(coach).containsText("May hurt");
        assertThat(coach.locator("q").first()).containsText("ou must have");
        assertThat(coach).containsText("say why");
        assertThat(coach).not().containsText("sorry");

        reason.fill("LAMP Buyer has your kettle, as the packing record shows.");
        assertThat(coach.locator(".differs").first()).containsText("Confidential");
        page.locator("form[action$='/rejection'] button").last().click();
        assertThat(page.locator("#flash")).containsText("LAMP Buyer");
        assertThat(reason).hasValue("LAMP Buyer has your kettle, as the packing record shows.");
        assertThat(coach).containsText("cannot be sent");

        reason.fill("Our packing record shows the steel kettle that you ordered.");
        assertThat(coach).containsText("Nothing to change here.");
        page.locator("form[action$='/rejection'] button").last().click();
        assertThat(page.locator("#flash .good")).isVisible();
        assertThat(page.locator("#told .timeline")).containsText("Our packing record shows the steel kettle");
    }

    @Test
    void a_question_in_chinese_that_blames_is_mended_before_it_is_asked() {
        var page = agent();
        page.navigate("/desk/claims/" + still(new SwapBench(api).kettlesClaim("zh-CN")) + "?lang=zh");
        page.keyboard().press("i");
        var coach = page.locator("#ask-coach");
        page.locator("#ask").fill("您自己看错了吧？请把照片发过来。");
        assertThat(coach).containsText("易伤人");
        assertThat(coach.locator("q").first()).containsText("您自己看错");
        page.locator("#ask").fill("请您拍一张水壶底部标签的照片，好吗？");
        assertThat(coach).containsText("没有需要改的地方");
        page.locator("form[action$='/information-request'] button").last().click();
        assertThat(page.locator(".letters .ours").last()).containsText("请您拍一张水壶底部标签的照片");
    }

    @Test
    void whoever_answers_a_request_about_data_is_coached_too() {
        shop().order("COACH-5");
        var claim = UUID.fromString(shop().claim("COACH-5", 1));
        context.getBean(Erasures.class).request(merchant, claim, "Please delete everything.", new Actor.Customer());
        var page = staff("Ada Bell", Role.ADMIN);
        page.navigate("/desk/data-requests");
        var coach = page.locator(".coach");
        page.locator("textarea[name=message]").focus();
        assertThat(coach).containsText("Nothing to change here.");
        page.locator("textarea[name=message]").fill("Calm down, we keep it all.");
        assertThat(coach).containsText("May hurt");
    }

    @Test
    void advice_is_advice_and_the_second_time_the_words_leave_as_they_are() {
        shop().order("COACH-1");
        var claim = "/desk/claims/" + shop().claim("COACH-1", 1);
        var page = agent();
        page.navigate(claim);
        text(page).fill("Calm down please.");
        send(page).click();
        assertThat(send(page)).containsText("Send it as it is");
        send(page).click();
        assertThat(page.locator(".letters .ours").last()).containsText("Calm down please.");
    }

    @Test
    void what_only_lacks_something_is_sent_at_once() {
        shop().order("COACH-2");
        var claim = "/desk/claims/" + shop().claim("COACH-2", 1);
        var page = agent();
        page.navigate(claim);
        text(page).fill("Thank you, we have your photo.");
        assertThat(page.locator("#coach")).containsText("Missing");
        send(page).click();
        assertThat(page.locator(".letters .ours").last()).containsText("we have your photo");
    }

    @Test
    void whoever_was_overtaken_while_writing_reads_first_and_loses_nothing() {
        shop().order("COACH-4");
        var claim = "/desk/claims/" + shop().claim("COACH-4", 1);
        var one = agent();
        one.navigate(claim);
        text(one).fill("Thank you, we have your photo.");
        var other = staff("Mei Lin", Role.AGENT);
        other.navigate(claim);
        text(other).fill("Thank you, we look at it today.");
        send(other).click();
        assertThat(other.locator(".letters .ours").last()).containsText("we look at it today");

        send(one).click();
        assertThat(one.locator(".composer .notice")).containsText("Mei Lin has written");
        assertThat(one.locator(".letters .ours").last()).containsText("we look at it today");
        assertThat(text(one)).hasValue("Thank you, we have your photo.");
        send(one).click();
        assertThat(one.locator(".letters .ours").last()).containsText("we have your photo");
    }
}
