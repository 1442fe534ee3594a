package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.redress.claims.Channel;
import org.redress.claims.Claims;
import org.redress.testing.Browser;
import org.redress.testing.RedressTest;
import tools.jackson.databind.JsonNode;

/** A customer who never saw our pages mails a photo, is answered, replies, accepts and rates. */
@RedressTest
class MailedClaimStory extends ByMail {
    private static final String ADA = "ada@example.com";
    private static final String LI = "lilei@example.com";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HURTS = "Calm down. You must have ordered the wrong one.";
    private static final String ANSWER = """
            Dear Ada,

            thank you for your message and the photo. We are sorry: you ordered red mugs, and a blue one came.

            We looked at your photo, and its barcode is the blue one’s. We make you an offer today. Is the second mug red?""";

    private JsonNode awaitClaim(String order) {
        var found = await().atMost(SOON)
                .until(
                        () -> api.get("/api/v1/claims?order=" + order)
                                .is(200)
                                .body()
                                .at("/items"),
                        items -> items.size() == 1);
        return api.get("/api/v1/claims/" + found.at("/0/id").asString()).is(200).body();
    }

    /** Photos that were looked at: what they say moves the claim once more, and whoever acts meanwhile is told so. */
    private void awaitRead(String claim, int photos) {
        await().atMost(SOON)
                .until(() -> api.get("/api/v1/claims/" + claim + "/timeline").is(200).body().values().stream()
                                .filter(entry -> entry.at("/event").asString().equals("VerdictReached"))
                                .count()
                        == photos);
    }

    /** Among what was said on the claim, which is written down right after it has moved. */
    private static void awaitShown(Page page, String words) {
        await().pollInSameThread().atMost(SOON).until(() -> {
            page.reload();
            return page.locator(".letters").allTextContents().toString().contains(words);
        });
    }

    private static Locator text(Page page) {
        return page.locator("#message-text");
    }

    private static Locator coach(Page page) {
        return page.locator("#coach");
    }

    private static void send(Page page) {
        page.locator(".composer .actions > button.btn-primary").click();
    }

    private static void press(Page page, String name) {
        page.getByText(name, new Page.GetByTextOptions().setExact(true)).last().click();
    }

    private static String replyTo(MimeMessage mail) throws Exception {
        return ((InternetAddress) mail.getReplyTo()[0]).getAddress();
    }

    private static void fits(Page page) {
        assertThat(Browser.barriers(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
    }

    @Test
    void a_mailed_photo_is_answered_agreed_on_carried_out_and_rated() throws Exception {
        shop().order("MAIL-1");
        var first = send(
                new Letter(
                        ADA,
                        "Wrong mug",
                        "Hello,\n\nI ordered two red mugs and a blue mug came. Please send the right one.\n"
                                + "My order is MAIL-1.\n\nAda",
                        StandardCharsets.UTF_8,
                        "9784872348880"),
                help(),
                null);
        var claim = awaitClaim("MAIL-1");
        var id = claim.at("/id").asString();
        var number = claim.at("/number").asString();
        assertThat(context.getBean(Claims.class)
                        .byNumber(merchant, number)
                        .orElseThrow()
                        .filing()
                        .channel())
                .isEqualTo(Channel.EMAIL);
        assertThat(claim.at("/evidence").size()).isEqualTo(1);

        var acknowledged = awaitSentTo(ADA, 1);
        assertThat(acknowledged.getHeader("In-Reply-To")).containsExactly(first);
        assertThat(text(acknowledged)).contains("Hello Ada", number, "The file you sent is with us.", "Quay Street");

        // The agent sees what was sent, is coached, and answers.
        var desk = agent();
        desk.navigate("/desk/claims");
        assertThat(desk.locator("#c-" + id)).containsText("Ada");
        desk.locator("#c-" + id + " .q-number a").click();
        assertThat(desk.locator("#files img")).hasCount(1);
        assertThat(desk.locator("#files")).containsText("9784872348880");
        assertThat(desk.locator(".said").first()).containsText("a blue mug came");
        text(desk).fill(HURTS);
        assertThat(coach(desk)).containsText("May hurt");
        text(desk).fill(ANSWER);
        assertThat(coach(desk).locator(".differs, .unknown")).hasCount(0);
        send(desk);
        assertThat(desk.locator(".letters .ours").last()).containsText("Is the second mug red?");
        var answer = awaitSentTo(ADA, 2);
        assertThat(text(answer)).contains(ANSWER).doesNotContain("Calm down");

        // She answers that mail, and what she quotes of it is not said again.
        send(
                new Letter(
                        ADA,
                        "Re: " + answer.getSubject(),
                        "It is blue too, and I am fed up. Here is its label.\n\nOn 28 Nov 2026, Quay Street wrote:\n> "
                                + ANSWER.replace("\n", "\n> "),
                        StandardCharsets.UTF_8,
                        "4006381333931"),
                replyTo(answer),
                answer);
        awaitRead(id, 2);
        desk.reload();
        assertThat(desk.locator(".letters li:not(.ours)").last()).containsText("It is blue too, and I am fed up.");
        assertThat(desk.locator(".letters li:not(.ours)").last()).not().containsText("Quay Street wrote");
        assertThat(desk.locator("#files img")).hasCount(2);
        assertThat(desk.locator(".feelings")).containsText("fed up");

        press(desk, "Accept the claim");
        desk.locator("#offer-note").fill("The right mug leaves as soon as you agree.");
        press(desk, "Make an offer");
        assertThat(desk.locator("#flash")).containsText("offer");
        var offered = awaitSentTo(ADA, 3);
        assertThat(text(offered)).contains("This is what we offer:", "The right mug leaves");

        // On her phone, by the link in that mail.
        var phone = phone("en");
        phone.navigate(link(offered));
        assertThat(phone.locator(".offer-card")).containsText("The right mug leaves");
        assertThat(phone.locator("main")).containsText("It is blue too");
        fits(phone);
        Browser.picture(phone, "mailed-claim-offer-375");
        phone.locator("summary", new Page.LocatorOptions().setHasText("Accept")).click();
        phone.getByText("Yes, I agree").click();
        assertThat(phone.locator("h1")).hasText("Our part is done");
        var done = awaitSentTo(ADA, 5);

        phone.navigate(link(done));
        phone.locator("label[for=score-5]").click();
        phone.locator("[name=comment]").fill("Quick and kind. Thank you!");
        phone.locator("form[action$='/satisfaction'] button.btn-primary").click();
        assertThat(phone.locator("form[action$='/satisfaction']")).hasCount(0);
        assertThat(phone.locator("h1")).hasText("All settled");
        awaitShown(phone, "Thank you for telling us that all is well.");
        fits(phone);
        awaitShown(desk, "Quick and kind. Thank you!");
        assertThat(desk.locator(".page-head .state").first()).containsText("Closed");

        // Each once, and to nobody else.
        await().pollInSameThread().during(Duration.ofSeconds(1)).until(() -> sent().size() == 5);
        assertThat(sent()).extracting(ByMail::recipient).containsOnly(ADA);
        assertThat(subjects(sent()))
                .containsExactly(
                        "We have your report: " + number,
                        "A message about your claim " + number,
                        "Our offer on your claim " + number,
                        "Agreed: what we do on your claim " + number,
                        "On its way: your claim " + number);
        var ids = new HashSet<String>();
        for (var mail : sent()) {
            assertThat(ids.add(mail.getMessageID())).isTrue();
        }
    }

    @Test
    void a_chinese_mail_in_its_own_charset_is_acknowledged_and_answered_in_chinese_with_the_coach_beside()
            throws Exception {
        api.put("/api/v1/orders/MAIL-2", """
                        {"shop": "story", "placedAt": "2026-11-20T10:00:00Z", "currency": "GBP",
                         "customer": {"name": "李雷", "email": "lilei@example.com", "language": "zh-CN"},
                         "shipTo": {"name": "李雷", "street": "1 Quay", "city": "Bristol", "country": "GB"},
                         "lines": [{"lineNumber": 1, "sku": "STORY-MUG-RED", "quantity": 1,
                                    "unitPrice": {"amount": "12.50", "currency": "GBP"}}]}""").is(200);
        send(
                new Letter(
                        LI,
                        "收到的杯子颜色不对",
                        "您好：\n\n我订的是红色的杯子，收到的却是蓝色的，请补发正确的。订单号 MAIL-2。\n\n李雷",
                        GB18030,
                        "9784872348880"),
                help(),
                null);
        var claim = awaitClaim("MAIL-2");
        var number = claim.at("/number").asString();
        assertThat(claim.at("/statement").asString()).startsWith("收到的杯子颜色不对").contains("请补发正确的");
        var acknowledged = awaitSentTo(LI, 1);
        assertThat(acknowledged.getSubject()).isEqualTo("我们已收到您的申诉 " + number);
        assertThat(text(acknowledged)).contains("李雷，您好：").doesNotContain("Thank you");

        var desk = agent();
        desk.navigate("/desk/claims/" + claim.at("/id").asString());
        assertThat(desk.locator("#files img")).hasCount(1);
        text(desk).fill("您肯定是自己订错了，请冷静一点。");
        assertThat(coach(desk)).containsText("May hurt");
        var answer = "李雷，您好！感谢您的来信和照片。您订的是红色的杯子，收到的却是蓝色的，非常抱歉。我们查看了照片，明天给您补发方案，您看可以吗？";
        text(desk).fill(answer);
        assertThat(coach(desk).locator(".differs, .unknown")).hasCount(0);
        send(desk);
        assertThat(desk.locator(".letters .ours").last()).containsText("收到的却是蓝色的");
        var mail = awaitSentTo(LI, 2);
        assertThat(mail.getSubject()).isEqualTo("关于您的申诉 " + number + " 的消息");
        assertThat(text(mail)).contains(answer).doesNotContain("冷静");
        assertThat(sent()).extracting(ByMail::recipient).containsOnly(LI);
    }
}
