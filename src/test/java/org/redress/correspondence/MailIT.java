package org.redress.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Browser;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimMoved;
import org.redress.correspondence.Message.Mail;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.remedy.RemedyPlan;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Against a real SMTP server. */
@RedressTest
class MailIT {
    private static final ServerSetup SMTP = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private static GreenMail server = new GreenMail(SMTP);

    @Autowired
    ApplicationContext context;

    @Autowired
    Messages messages;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Shop shop;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", SMTP::getPort);
        settings.add("redress.mail.from", () -> "help@shop.example");
        settings.add("redress.mail.first-retry", () -> "500ms");
    }

    @BeforeAll
    static void start() {
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void open() {
        shop = new Shop(context);
    }

    @Test
    void a_chinese_customer_gets_acknowledgement_and_offer_once_each_in_chinese() throws Exception {
        var email = someone();
        var claim = shop.file("李雷", email, Locale.SIMPLIFIED_CHINESE).claim();
        var acknowledgement = awaitMail(email, 1).getFirst();
        assertThat(acknowledgement.getSubject()).isEqualTo("我们已收到您的申诉 " + claim.number());
        assertThat(text(acknowledgement)).contains("李雷，您好：", "您订购的是“MUG-RED”", "此致\nHearth & Harbour", "时间均为");

        shop.offer(claim);
        var offer = awaitMail(email, 2).getLast();
        assertThat(offer.getSubject()).isEqualTo("关于您的申诉 " + claim.number() + "，我们的提议方案");
        assertThat(text(offer)).contains("补发正确商品", "MUG-RED", "补偿", "您可以接受");

        hearEverythingAgain(claim);
        await().during(Duration.ofSeconds(2)).until(() -> mailTo(email).size() == 2);
    }

    @Test
    void the_headers_say_who_writes_and_hold_the_conversation_together() throws Exception {
        var email = someone();
        var claim = shop.file("Ada", email, Locale.ENGLISH).claim();
        var first = awaitMail(email, 1).getFirst();
        shop.offer(claim);
        var second = awaitMail(email, 2).getLast();

        assertThat(first.getFrom()[0].toString()).isEqualTo("Hearth & Harbour <help@shop.example>");
        assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(first.getHeader("Content-Language")).containsExactly("en");
        assertThat(first.getMessageID())
                .endsWith("@shop.example>")
                .isEqualTo(keptMessageIds(claim).getFirst());
        assertThat(second.getMessageID()).isNotEqualTo(first.getMessageID());
        assertThat(second.getHeader("References")).containsExactly(first.getMessageID());
        assertThat(second.getHeader("In-Reply-To")).containsExactly(first.getMessageID());
    }

    @Test
    void the_link_in_a_mail_opens_the_claim_and_is_not_kept() throws Exception {
        var email = someone();
        var claim = shop.file("Ada", email, Locale.ENGLISH).claim();
        var mail = text(awaitMail(email, 1).getFirst());
        var link =
                Pattern.compile("(http://\\S+?)(/track/([A-Za-z0-9_-]{43}))\n").matcher(mail);
        assertThat(link.find()).isTrue();
        assertThat(new Browser(port).get(link.group(2)).body()).contains(claim.number());
        var kept = transactions.call(
                shop.merchant,
                () -> jdbc.sql("SELECT mail::text FROM correspondence.mail AS mail WHERE claim_id = ?")
                        .param(claim.id())
                        .query(String.class)
                        .list());
        assertThat(kept).hasSize(1).noneMatch(row -> row.contains(link.group(3)));
    }

    @Test
    void a_letter_about_no_claim_leaves_once_with_a_link_of_its_own() throws Exception {
        var email = someone();
        var mailing = new Mailing(
                Ids.next(),
                email,
                "李雷",
                Locale.forLanguageTag("zh-CN"),
                Phrase.of("outreach.letter.subject", "A-1"),
                List.of(Phrase.of("outreach.letter.sorry")),
                Phrase.of("outreach.letter.before"));
        var mailings = context.getBean(Mailings.class);
        for (int time = 0; time < 2; time++) {
            assertThat(transactions.call(shop.merchant, () -> mailings.send(shop.merchant, mailing)))
                    .isTrue();
        }
        var letter = awaitMail(email, 1).getFirst();
        assertThat(letter.getSubject()).isEqualTo("请查看您的包裹：订单 A-1");
        assertThat(text(letter)).contains("李雷，您好：", "深表歉意", "请在该页面上答复");
        var link = Pattern.compile("/check/[A-Za-z0-9_-]{43}\n").matcher(text(letter));
        assertThat(link.find()).isTrue();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> transactions
                        .call(shop.merchant, () -> mailings.progress(shop.merchant, List.of(mailing.id())))
                        .containsValue(Mailings.Progress.SENT));
        await().during(Duration.ofSeconds(1)).until(() -> mailTo(email).size() == 1);
        var nobody = new Mailing(
                Ids.next(),
                "nobody\r\nat home",
                null,
                Locale.ENGLISH,
                mailing.subject(),
                mailing.says(),
                mailing.before());
        assertThat(transactions.call(shop.merchant, () -> mailings.send(shop.merchant, nobody)))
                .isFalse();
    }

    @Test
    void a_mail_server_that_is_away_delays_a_mail_and_loses_none() throws Exception {
        server.stop();
        var email = someone();
        Claim claim;
        try {
            claim = shop.file("Ada", email, Locale.ENGLISH).claim();
            awaitMailOf(
                    claim,
                    mail -> mail.state() == Mail.State.WAITING && mail.attempts() >= 1 && mail.lastError() != null);
        } finally {
            server = new GreenMail(SMTP);
            server.start();
        }
        assertThat(awaitMail(email, 1).getFirst().getMessageID())
                .isEqualTo(keptMessageIds(claim).getFirst());
        awaitMailOf(claim, mail -> mail.state() == Mail.State.SENT);
    }

    @Test
    void an_address_that_is_none_is_given_up_at_once_and_shown_to_staff() {
        var claim = shop.file("Ada", "ada@example.com\r\nBcc: all@example.com", Locale.ENGLISH)
                .claim();
        var mail = awaitMailOf(claim, one -> one.state() == Mail.State.FAILED);
        assertThat(mail.lastError()).startsWith("Not an e-mail address");
        assertThat(mailTo("all@example.com")).isEmpty();
    }

    @Test
    void a_name_or_shop_with_line_ends_adds_no_header() throws Exception {
        var email = someone();
        shop.file("Ada\r\nBcc: all@example.com", email, Locale.ENGLISH);
        assertThat(awaitMail(email, 1).getFirst().getHeader("Bcc")).isNull();
        assertThat(mailTo("all@example.com")).isEmpty();
    }

    @Test
    void an_agents_message_goes_out_by_mail_and_a_customer_by_phone_gets_none() throws Exception {
        var email = someone();
        var claim = shop.file("Ada", email, Locale.ENGLISH).claim();
        awaitMail(email, 1);
        messages.write(shop.merchant, claim.id(), Ids.next(), "It leaves us today.\nSorry again!", Shop.AGENT);
        assertThat(text(awaitMail(email, 2).getLast())).contains("It leaves us today.\nSorry again!");

        var byPhone = shop.file("Bob", null, Locale.ENGLISH).claim();
        await().until(() -> messages.all(shop.merchant, byPhone.id()).toList().size() == 1);
        assertThat(messages.all(shop.merchant, byPhone.id()).toList().getFirst().mail())
                .isNull();
    }

    @Test
    void an_offer_that_waits_for_approval_is_not_mailed() throws Exception {
        var email = someone();
        var claim = shop.file("Ada", email, Locale.ENGLISH).claim();
        shop.move(claim, Shop.AGENT, new ClaimCommand.Accept(null));
        shop.move(
                claim,
                Shop.AGENT,
                new ClaimCommand.MakeOffer(
                        Ids.next(), RemedyPlan.nothing(), true, Instant.now().plusSeconds(3600)));
        awaitMail(email, 1);
        await().during(Duration.ofSeconds(2)).until(() -> mailTo(email).size() == 1);
    }

    private void hearEverythingAgain(Claim claim) {
        transactions.run(
                shop.merchant,
                () -> shop.claims
                        .timeline(shop.merchant, claim.id())
                        .forEach(entry -> context.publishEvent(
                                new ClaimMoved(shop.merchant.value(), claim.id(), entry.sequence(), "Whatever"))));
    }

    private Mail awaitMailOf(Claim claim, Predicate<Mail> condition) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> messages.all(shop.merchant, claim.id())
                                .map(Message::mail)
                                .flatMap(Stream::ofNullable)
                                .filter(condition)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<String> keptMessageIds(Claim claim) {
        return transactions.call(
                shop.merchant,
                () -> jdbc.sql("SELECT message_id_header FROM correspondence.mail WHERE claim_id = ? ORDER BY id")
                        .param(claim.id())
                        .query(String.class)
                        .list());
    }

    private static List<MimeMessage> awaitMail(String email, int count) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> mailTo(email), mails -> mails.size() == count);
    }

    private static List<MimeMessage> mailTo(String email) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, email))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String email) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equals(email));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) throws MessagingException, IOException {
        return message.getContent().toString().replace("\r\n", "\n");
    }

    private static String someone() {
        return UUID.randomUUID() + "@example.com";
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
