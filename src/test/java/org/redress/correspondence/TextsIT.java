package org.redress.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Browser;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Filing;
import org.redress.correspondence.Gateway.Next;
import org.redress.correspondence.Message.Mail;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Against a real gateway to telephones. Mail is set up too, but its server is away. */
@RedressTest
class TextsIT {
    private static final Gateway GATEWAY = new Gateway();

    @Autowired
    ApplicationContext context;

    @Autowired
    Messages messages;

    @Autowired
    Merchants merchants;

    @LocalServerPort
    int port;

    private Shop shop;
    private final String number = "+44 7700 " + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);

    @DynamicPropertySource
    static void channel(DynamicPropertyRegistry settings) {
        settings.add("redress.channel.adapter", () -> "http");
        settings.add("redress.channel.url", GATEWAY::url);
        settings.add("redress.channel.secret", () -> "between us");
        settings.add("redress.channel.first-retry", () -> "500ms");
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", TextsIT::freePort);
        settings.add("redress.mail.from", () -> "help@shop.example");
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    @BeforeEach
    void open() {
        shop = new Shop(context);
    }

    private Claim byPhone(Locale language) {
        return shop.file(contact(null, number), language).claim();
    }

    private static Filing.Contact contact(@Nullable String email, @Nullable String phone) {
        return new Filing.Contact("李雷", email, phone);
    }

    @Test
    void whoever_left_a_number_only_reads_in_their_language_that_there_is_news_and_by_the_link_all_of_it() {
        var claim = byPhone(Locale.SIMPLIFIED_CHINESE);
        var text = awaitTexts(1).getFirst();
        assertThat(text.json().at("/text").asString())
                .isEqualTo("【Hearth & Harbour】您的申诉 " + claim.number() + " 已由我们受理，后续安排请见：");
        assertThat(text.json().at("/language").asString()).isEqualTo("zh-CN");
        assertThat(text.json().at("/claim").asString()).isEqualTo(claim.number());
        assertThat(text.body()).doesNotContain("李雷", "MUG-RED", "A-1", "mug");

        var link = URI.create(text.json().at("/link").asString());
        assertThat(new Browser(port).get(link.getPath()).body()).contains(claim.number(), "MUG-RED");

        var mail = awaitMail(claim, one -> one.state() == Mail.State.SENT);
        assertThat(mail.way()).isEqualTo(Mail.Way.TEXT);
        assertThat(mail.recipient()).isEqualTo(number);
        assertThat(mail.reference()).isEqualTo("G-" + text.key());
        assertThat(mail.shortened()).isEqualTo(text.json().at("/text").asString());
    }

    @Test
    void each_letter_that_would_be_mailed_is_a_text_and_what_would_not_is_none() {
        var claim = byPhone(Locale.ENGLISH);
        awaitTexts(1);
        shop.offer(claim);
        awaitTexts(2);
        messages.write(shop.merchant, claim.id(), Ids.next(), "It leaves us today.", Shop.AGENT);
        assertThat(awaitTexts(3))
                .extracting(text -> text.json().at("/text").asString())
                .containsExactly(
                        "Hearth & Harbour: your claim " + claim.number()
                                + " is with us. What happens next stands here:",
                        "Hearth & Harbour: there is news about the solution for your claim " + claim.number()
                                + ". Read it and answer here:",
                        "Hearth & Harbour: we have written to you about your claim " + claim.number()
                                + ". Read it and answer here:");
        assertThat(messages.all(shop.merchant, claim.id()).toList())
                .hasSize(4)
                .filteredOn(message -> message.mail() == null)
                .extracting(Message::kind)
                .containsExactly(Message.Kind.DECISION);
    }

    @Test
    void what_may_have_been_taken_is_handed_over_again_under_the_same_key_with_a_link_that_opens() {
        GATEWAY.then(number, new Next.Answer(503, "{}")).then(number, new Next.DropAfterTaking());
        var claim = byPhone(Locale.ENGLISH);
        var texts = awaitTexts(3);
        assertThat(texts)
                .extracting(Gateway.Seen::key)
                .containsOnly(texts.getFirst().key());
        assertThat(texts).allSatisfy(text -> {
            var link = URI.create(text.json().at("/link").asString());
            assertThat(new Browser(port).get(link.getPath()).body()).contains(claim.number());
        });
        var mail = awaitMail(claim, one -> one.state() == Mail.State.SENT);
        assertThat(mail.attempts()).isEqualTo(3);
        assertThat(mail.lastError()).isNull();
    }

    @Test
    void a_clear_no_is_shown_to_staff_in_the_gateway_s_words_and_not_tried_again() {
        GATEWAY.then(number, new Next.Answer(422, "{\"reason\": \"This is a <b>fax</b>\"}"));
        var demo = merchants.bySlug("demo").orElseThrow().id();
        var filed = shop.file(demo, contact(null, number), Locale.ENGLISH);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> messages.all(demo, filed.claim().id())
                        .map(Message::mail)
                        .anyMatch(mail -> mail != null && mail.state() == Mail.State.FAILED));
        var agent = new Browser(port).loggedIn("agent@example.com", "agent");
        assertThat(agent.get("/desk/claims/" + filed.claim().id()).body())
                .contains(
                        "Text could not be sent",
                        "The gateway answered 422: This is a &lt;b&gt;fax&lt;/b&gt;",
                        "your claim " + filed.claim().number() + " is with us.");
        assertThat(new Browser(port).get(filed.trackPath()).body()).doesNotContain("Text could not be sent", "fax");
        await().during(Duration.ofSeconds(2)).until(() -> GATEWAY.seen(number).size() == 1);
    }

    @Test
    void whoever_has_an_address_gets_no_text_until_mail_is_lost_there() {
        var reached =
                shop.file(contact("ada@example.com", number), Locale.ENGLISH).claim();
        assertThat(awaitMail(reached, one -> one.attempts() > 0).way()).isEqualTo(Mail.Way.MAIL);
        assertThat(GATEWAY.seen(number)).isEmpty();

        var lost = shop.file(contact("ada at home", number), Locale.ENGLISH).claim();
        awaitMail(lost, one -> one.state() == Mail.State.FAILED);
        shop.move(lost, Shop.AGENT, new ClaimCommand.AskInformation(List.of("ITEM_BARCODE"), "Which colour?"));
        assertThat(awaitTexts(1).getFirst().json().at("/text").asString())
                .isEqualTo("Hearth & Harbour: we need something from you for your claim " + lost.number()
                        + ". What it is, and the place to answer:");
    }

    @Test
    void a_customer_of_a_practice_case_is_reached_by_nothing() {
        var ground = new MerchantId(Ids.next());
        merchants.foundForPractice(new Merchant(
                ground,
                "practice-" + ground,
                "Hearth & Harbour",
                Locale.ENGLISH,
                ZoneId.of("Europe/London"),
                Currency.getInstance("GBP")));
        var played = shop.file(ground, contact("ada@example.com", number), Locale.ENGLISH);
        await().until(() -> messages.all(ground, played.claim().id()).toList().size() == 1);
        assertThat(messages.all(ground, played.claim().id()).toList().getFirst().mail())
                .isNull();
        byPhone(Locale.ENGLISH);
        awaitTexts(1);
        assertThat(GATEWAY.seen(number).getFirst().merchant()).isEqualTo(shop.merchant.toString());
    }

    @Test
    void a_number_that_is_none_is_handed_over_as_it_was_given() {
        var odd = "\"}; call me \\ maybe " + number;
        shop.file(contact(null, odd), Locale.ENGLISH);
        await().atMost(Duration.ofSeconds(20)).until(() -> GATEWAY.seen(odd).size() == 1);
    }

    private List<Gateway.Seen> awaitTexts(int count) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> GATEWAY.seen(number), seen -> seen.size() == count);
    }

    private Mail awaitMail(Claim claim, Predicate<Mail> condition) {
        return Objects.requireNonNull(await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> messages.all(shop.merchant, claim.id())
                                .map(Message::mail)
                                .filter(mail -> mail != null && condition.test(mail))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
