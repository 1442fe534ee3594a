package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.outreach.SwapBench;
import org.redress.testing.RedressTest;

/** Two parcels were swapped and one customer has complained: the other is told before they do, and nothing of the first. */
@RedressTest
class SwapPartnerStory extends ByMail {
    private static final String NAMES = "Dear LAMP Buyer, we are sorry. Your lamp is with Thea Brown in Harrogate.";
    private static final String GOOD =
            "Dear LAMP Buyer, thank you for your answer. We are sorry: a steel kettle came instead of your desk lamp."
                    + " Our packing record shows it. We send you the right lamp at our cost. Is that all right for you?";

    private static void isSilentAbout(List<String> secrets, String where, String text) {
        for (var secret : secrets) {
            assertThat(text).as(where).doesNotContainIgnoringCase(secret);
        }
    }

    @Test
    void the_other_customer_is_told_before_they_complain_and_without_a_word_about_the_first() throws Exception {
        var bench = new SwapBench(api);
        bench.kettlesCustomer("en");
        var kettle = bench.kettlesClaim();
        var number = api.get("/api/v1/claims/" + kettle).is(200).text("/number");
        var secrets = new ArrayList<>(bench.ofTheKettlesCustomer());
        secrets.addAll(List.of(number, kettle));
        var her = SwapBench.email(bench.kettle());
        var lamps = SwapBench.email(bench.lamp());
        awaitSentTo(her, 1);

        var desk = agent();
        await().pollInSameThread().until(() -> {
            desk.navigate("/desk/outreach");
            return desk.getByText("LAMP Buyer").count() > 0;
        });
        assertThat(Standing.ofOrder(api, bench.lamp()))
                .as("nobody has complained")
                .isZero();
        desk.locator("form[action$='/letter'] button").click();
        assertThat(desk.locator("#flash")).containsText("The letter is on its way.");
        var told = awaitSentTo(lamps, 1);
        assertThat(text(told))
                .contains("Hello LAMP Buyer", bench.lamp(), "Desk lamp", "We have found a mistake.")
                .doesNotContain("customer’s name");
        isSilentAbout(secrets, "the letter", whole(told));

        // One tap on their phone.
        var phone = phone("en");
        phone.navigate(link(told));
        assertThat(phone.locator("main")).containsText("Steel kettle");
        isSilentAbout(secrets, "the page behind the letter", phone.content());
        assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
        phone.locator("[name=units]").fill("1");
        phone.locator("form[action$='/wrong'] button").click();
        phone.waitForURL(Pattern.compile("/track/"));
        isSilentAbout(secrets, "the page of their claim", phone.content());
        var acknowledged = awaitSentTo(lamps, 2);
        isSilentAbout(secrets, "the acknowledgement", whole(acknowledged));

        // Whoever writes to them is kept from telling.
        var claim = api.get("/api/v1/claims?order=" + bench.lamp()).is(200).text("/items/0/id");
        desk.navigate("/desk/claims/" + claim);
        text(desk).fill(NAMES);
        assertThat(desk.locator("#coach .differs").first()).containsText("Confidential");
        send(desk).click();
        assertThat(desk.locator("#message-error")).containsText("Thea Brown");
        assertThat(desk.locator("#coach")).containsText("cannot be sent");
        text(desk).fill(GOOD);
        assertThat(desk.locator("#coach .differs, #coach .unknown")).hasCount(0);
        send(desk).click();
        assertThat(desk.locator(".letters .ours").last()).containsText("thank you for your answer");
        var written = awaitSentTo(lamps, 3);
        assertThat(text(written)).contains(GOOD);
        isSilentAbout(secrets, "the message", whole(written));
        phone.reload();
        assertThat(phone.locator("main")).containsText("thank you for your answer");
        isSilentAbout(secrets, "the page of their claim", phone.content());

        // What the first writes is not put on the claim of the second, whatever number stands above it.
        var lampsNumber = api.get("/api/v1/claims/" + claim).is(200).text("/number");
        send(
                new Letter(
                        her,
                        "Claim " + lampsNumber,
                        "I have the lamp. I am Thea Brown in Harrogate.",
                        StandardCharsets.UTF_8,
                        "5012345678900"),
                help(),
                null);
        await().pollInSameThread().until(() -> {
            desk.navigate("/desk/post");
            return desk.getByText("Claim " + lampsNumber).count() > 0;
        });
        desk.getByText("Claim " + lampsNumber).first().click();
        desk.locator("form[action$='/assignment'] [name=number]").fill(lampsNumber);
        desk.locator("form[action$='/assignment'] button").click();
        assertThat(desk.locator("#flash")).containsText("tells the customer of somebody else");
        phone.reload();
        isSilentAbout(secrets, "the page of their claim", phone.content());

        // Nor is the first told of the second, and nobody else is told anything.
        assertThat(sentTo(her)).hasSize(1);
        isSilentAbout(
                List.of("LAMP Buyer", bench.lamp(), lamps, "0113 496 0121"),
                "what the first reads",
                whole(sentTo(her).getFirst()));
        assertThat(sent())
                .extracting(ByMail::recipient)
                .containsOnly(her, lamps)
                .hasSize(4);
    }

    @Test
    void who_answers_the_letter_by_mail_has_a_claim_on_their_order_only_if_they_say_that_something_is_wrong()
            throws Exception {
        var bench = new SwapBench(api);
        bench.kettlesCustomer("en");
        bench.kettlesClaim();
        var desk = agent();
        await().pollInSameThread().until(() -> {
            desk.navigate("/desk/outreach");
            return desk.getByText("LAMP Buyer").count() > 0;
        });
        desk.locator("form[action$='/letter'] button").click();
        var lamps = SwapBench.email(bench.lamp());
        var told = awaitSentTo(lamps, 1);
        assertThat(told.getSubject()).contains(bench.lamp());

        answer(lamps, told, "All is right here, thank you for asking.");
        await().pollInSameThread().until(() -> {
            desk.navigate("/desk/post");
            return desk.getByText("Re: " + told.getSubject()).count() > 0;
        });
        assertThat(Standing.ofOrder(api, bench.lamp())).isZero();

        answer(lamps, told, "I looked again: the wrong item came, a steel kettle instead of my lamp.");
        await().pollInSameThread().until(() -> Standing.ofOrder(api, bench.lamp()) == 1);
        assertThat(text(awaitSentTo(lamps, 2)))
                .contains("Thank you for telling us", "a steel kettle instead of my lamp");
    }

    private void answer(String from, MimeMessage told, String words) throws Exception {
        send(
                new Letter(from, "Re: " + told.getSubject(), words, StandardCharsets.UTF_8, "5012345678900"),
                ((InternetAddress) told.getReplyTo()[0]).getAddress(),
                told);
    }

    private static Locator text(Page page) {
        return page.locator("#message-text");
    }

    private static Locator send(Page page) {
        return page.locator(".composer .actions > button.btn-primary");
    }
}
