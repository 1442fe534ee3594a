package org.redress.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.redress.testing.PostOffice.HELP;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimFilter;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.correspondence.PostItem.LeftOut;
import org.redress.correspondence.PostItem.Nature;
import org.redress.correspondence.PostItem.State;
import org.redress.correspondence.PostItem.Why;
import org.redress.correspondence.app.Mailbox;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.SampleFiles;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.Money;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.testing.OwnMerchant;
import org.redress.testing.PostOffice;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Mail comes in and goes out by real SMTP and IMAP servers. */
@RedressTest
class MailroomIT {
    private static final PostOffice POST_OFFICE = PostOffice.open();
    private static final String WRONG =
            "Hello,\n\nthe wrong mug came, I would like the right one. My order is SO-1001.\n";

    @Autowired
    ApplicationContext context;

    @Autowired
    Messages messages;

    @Autowired
    Post post;

    @Autowired
    Evidence evidence;

    @Autowired
    Claims claims;

    @LocalServerPort
    int port;

    private Shop shop;

    @DynamicPropertySource
    static void mailServers(DynamicPropertyRegistry settings) {
        POST_OFFICE.settings(settings);
        settings.add("redress.mail.imap.largest", () -> "400KB");
    }

    @AfterAll
    static void stop() {
        POST_OFFICE.close();
    }

    @BeforeEach
    void open() {
        shop = new Shop(context);
    }

    @Test
    void a_mailed_photo_becomes_a_claim_is_answered_and_the_reply_stands_on_it_once() throws Exception {
        var ada = someone();
        order("SO-1001", ada);
        send(
                ada,
                address(),
                new Mail("Wrong mug")
                        .text(WRONG)
                        .file("mug.jpg", "image/jpeg", picture())
                        .id("<first@example.com>"));
        var filed = awaitPost(ada, State.FILED);
        var claim = claim(filed);
        assertThat(claim.filing().channel()).isEqualTo(Channel.EMAIL);
        assertThat(claim.filing().orderNumber()).isEqualTo("SO-1001");
        assertThat(claim.filing().contact().email()).isEqualTo(ada);
        assertThat(claim.filing().statement()).startsWith("Wrong mug\n\nHello,");
        assertThat(files(claim)).extracting(EvidenceItem::mediaType).containsExactly("image/jpeg");

        var answer = awaitMail(ada, 1).getFirst();
        assertThat(answer.getHeader("In-Reply-To")).containsExactly("<first@example.com>");
        assertThat(answer.getContent().toString()).contains("by replying to this e-mail");
        var replyTo = replyTo(answer);
        assertThat(replyTo).matches("help\\+[0-9a-f]{32}@shop\\.example");

        send(ada, replyTo, new Mail("Re: whatever").text("Any news?\n\nOn 28 Nov 2026, Hearth wrote:\n> Hello"));
        awaitPost(ada, State.ON_CLAIM);
        assertThat(said(claim)).contains("Any news?");

        unread();
        send(
                ada,
                replyTo,
                new Mail("Re: again")
                        .text("And a photo.")
                        .file("label.png", "image/png", SampleFiles.plain(40, 40, 7)));
        await().until(() -> said(claim).contains("And a photo."));
        assertThat(said(claim)).filteredOn(text -> text.equals("Any news?")).hasSize(1);
        assertThat(files(claim)).hasSize(2);
        assertThat(page(Set.of(State.FILED))).hasSize(1);
    }

    @Test
    void a_claim_is_answered_by_reference_where_the_address_lost_its_token() throws Exception {
        var ada = someone();
        var claim = shop.file("Ada", ada, Locale.ENGLISH).claim();
        var first = awaitMail(ada, 1).getFirst();
        send(
                ada.toUpperCase(Locale.ROOT),
                HELP,
                new Mail("Re").text("By reference").answers(first.getMessageID()));
        await().until(() -> said(claim).contains("By reference"));
    }

    @Test
    void a_forged_sender_is_not_the_customer_until_an_agent_says_so() throws Exception {
        var ada = someone();
        var claim = shop.file("Ada", ada, Locale.ENGLISH).claim();
        var replyTo = replyTo(ada);
        var other = someone();
        send(
                other,
                replyTo,
                new Mail("Re")
                        .text("Send it to my new address")
                        .file("x.png", "image/png", SampleFiles.plain(30, 30, 1)));
        var kept = awaitPost(other, State.UNSORTED);
        assertThat(kept.why()).isEqualTo(Why.OTHER_SENDER);
        assertThat(kept.claim()).isEqualTo(claim.id());
        assertThat(said(claim)).doesNotContain("Send it to my new address");
        assertThat(files(claim)).isEmpty();

        post.assign(shop.merchant, kept.id(), claim.number().toLowerCase(Locale.ROOT), Shop.AGENT);
        var noted = messages.all(shop.merchant, claim.id())
                .filter(message -> message.body().contains("Send it to my new address"))
                .findFirst()
                .orElseThrow();
        assertThat(noted.body()).startsWith("From " + other.charAt(0) + "…@example.com, by e-mail:");
        assertThat(noted.author()).isEqualTo(Shop.AGENT);
        assertThat(noted.isFromCustomer()).isTrue();
        assertThat(files(claim)).hasSize(1);
        assertThatThrownBy(() -> post.assign(shop.merchant, kept.id(), claim.number(), Shop.AGENT))
                .isInstanceOf(Refused.class);
        assertThat(post.find(shop.merchant, kept.id()).orElseThrow().kept()).isFalse();
    }

    @Test
    void a_number_in_the_subject_counts_from_the_customers_address_only() throws Exception {
        var ada = someone();
        var claim = shop.file("Ada", ada, Locale.ENGLISH).claim();
        send(ada, address(), new Mail("About " + claim.number()).text("It is me"));
        await().until(() -> said(claim).contains("It is me"));
        var other = someone();
        send(other, address(), new Mail("About " + claim.number()).text("It is not me"));
        assertThat(awaitPost(other, State.UNSORTED).why()).isEqualTo(Why.OTHER_SENDER);

        var neighbour = new Shop(context);
        send(ada, address(neighbour), new Mail("About " + claim.number()).text("When do you open?"));
        var there = await().until(
                        () -> post.page(neighbour.merchant, Set.of(State.UNSORTED), null, 9)
                                .items(),
                        items -> items.size() == 1)
                .getFirst();
        assertThat(there.why()).isEqualTo(Why.UNCLEAR);
        assertThat(there.claim()).isNull();
        assertThat(said(claim)).doesNotContain("It is not me", "When do you open?");
        assertThat(post.find(shop.merchant, there.id())).isEmpty();
    }

    @Test
    void a_program_moves_nothing_and_is_not_answered() throws Exception {
        var ada = someone();
        var claim = shop.file("Ada", ada, Locale.ENGLISH).claim();
        shop.move(claim, Shop.AGENT, new ClaimCommand.AskInformation(List.of("ITEM"), "A photo, please."));
        var replyTo = replyTo(ada);
        awaitMail(ada, 2);
        send(ada, replyTo, new Mail("Re").text("I am away until Monday.").header("Auto-Submitted", "auto-replied"));
        var noted = awaitPost(ada, State.NOTED);
        assertThat(noted.nature()).isEqualTo(Nature.AUTOMATIC);
        assertThat(noted.claim()).isEqualTo(claim.id());
        assertThat(claims.find(shop.merchant, claim.id()).orElseThrow().state())
                .isInstanceOf(ClaimState.NeedsInformation.class);
        assertThat(said(claim)).doesNotContain("I am away until Monday.");
        assertThat(POST_OFFICE.passedTo(ada)).hasSize(2);

        send(ada, replyTo, new Mail("Re").text("Here you are."));
        await().until(() -> said(claim).contains("Here you are."));
        assertThat(claims.find(shop.merchant, claim.id()).orElseThrow().state())
                .isInstanceOf(ClaimState.Submitted.class);
    }

    @Test
    void two_robots_that_answer_each_other_come_to_an_end() throws Exception {
        var robot = someone();
        for (int i = 0; i < 6; i++) {
            send(robot, address(), new Mail("Ticket " + i).text("The wrong mug came, number " + i));
        }
        await().until(() -> page(Set.of(State.values())).size() == 6);
        assertThat(page(Set.of(State.FILED))).hasSize(3);
        assertThat(page(Set.of(State.UNSORTED))).extracting(PostItem::why).containsOnly(Why.TOO_MANY);
        awaitMail(robot, 3);
        await().during(Duration.ofSeconds(1))
                .until(() -> POST_OFFICE.passedTo(robot).size() == 3);

        send(HELP, address(), new Mail("Re").text("The wrong mug came back to ourselves"));
        assertThat(awaitPost(HELP, State.NOTED).nature()).isEqualTo(Nature.AUTOMATIC);
    }

    @Test
    void a_bounce_fails_its_mail_and_a_strange_one_changes_nothing() throws Exception {
        var ada = someone();
        var claim = shop.file("Ada", ada, Locale.ENGLISH).claim();
        var sent = awaitMail(ada, 1).getFirst().getMessageID();
        bounce("delayed", "4.4.1 later", sent);
        await().until(() -> mailOf(claim).lastError() != null);
        assertThat(mailOf(claim).state()).isEqualTo(Message.Mail.State.SENT);
        bounce("failed", "550 5.1.1 No such user", sent);
        await().until(() -> mailOf(claim).state() == Message.Mail.State.FAILED);
        assertThat(mailOf(claim).lastError()).isEqualTo("550 5.1.1 No such user");

        deliver(report("failed", "550 Never", "<nobody@shop.example>").replace("To: " + HELP, "To: " + address()));
        var strange = awaitPost("mailer-daemon@mx.example", State.UNSORTED);
        assertThat(strange.why()).isEqualTo(Why.STRANGE_REPORT);
    }

    @Test
    void who_answers_a_closed_claim_is_heard_and_an_agent_reopens_it() throws Exception {
        var ada = someone();
        var claim = shop.file("Ada", ada, Locale.ENGLISH).claim();
        var replyTo = replyTo(ada);
        shop.move(claim, new Actor.Customer(), new ClaimCommand.Withdraw(null));
        send(ada, replyTo, new Mail("Re").text("It is wrong after all."));
        var heard = awaitPost(ada, State.UNSORTED);
        assertThat(heard.why()).isEqualTo(Why.CLAIM_CLOSED);
        assertThat(said(claim)).contains("It is wrong after all.");
        assertThat(heard.canMove()).isFalse();
        post.reopen(shop.merchant, heard.id(), Shop.AGENT);
        assertThat(claims.find(shop.merchant, claim.id()).orElseThrow().state())
                .isInstanceOf(ClaimState.Submitted.class);
        assertThat(page(Set.of(State.UNSORTED))).isEmpty();
    }

    @Test
    void a_number_in_the_text_counts_from_the_customers_address_and_is_nothing_from_another() throws Exception {
        var ada = someone();
        var claim = shop.file("Ada", ada, Locale.ENGLISH).claim();
        send(ada, address(), new Mail("Any news?").text("My claim is " + claim.number() + ", the wrong mug."));
        awaitPost(ada, State.ON_CLAIM);
        assertThat(said(claim)).anyMatch(text -> text.contains("the wrong mug"));

        var other = someone();
        send(other, address(), new Mail("Any news?").text("My claim is " + claim.number() + ", the wrong mug came."));
        assertThat(claim(awaitPost(other, State.FILED)).id()).isNotEqualTo(claim.id());
    }

    @Test
    void a_photo_alone_waits_for_somebody_and_thanks_that_are_set_aside_wait_no_longer() throws Exception {
        var ada = someone();
        var claim = shop.file("Ada", ada, Locale.ENGLISH).claim();
        var replyTo = replyTo(ada);
        send(ada, replyTo, new Mail("Re").file("mug.jpg", "image/jpeg", picture()));
        awaitPost(ada, State.ON_CLAIM);
        assertThat(unanswered()).containsExactly(claim.id());
        messages.write(shop.merchant, claim.id(), Ids.next(), "Thank you for the photo.", Shop.AGENT);
        assertThat(unanswered()).isEmpty();

        shop.move(claim, new Actor.Customer(), new ClaimCommand.Withdraw(null));
        send(ada, replyTo, new Mail("Re").text("Thank you!"));
        var thanks = awaitPost(ada, State.UNSORTED);
        assertThat(unanswered()).containsExactly(claim.id());
        post.setAside(shop.merchant, thanks.id(), "Thanks", Shop.AGENT);
        assertThat(unanswered()).isEmpty();
    }

    private List<UUID> unanswered() {
        return claims
                .search(
                        shop.merchant,
                        new ClaimSearch(ClaimFilter.ALL.onlyUnanswered(), ClaimSearch.Sort.DUE, null, 10))
                .items()
                .stream()
                .map(Claim::id)
                .toList();
    }

    @Test
    void what_is_too_large_is_taken_as_far_as_it_goes_and_its_sender_is_told() throws Exception {
        var ada = someone();
        var noise = new byte[500_000];
        new Random(3).nextBytes(noise);
        send(ada, address(), new Mail("Wrong mug").text(WRONG).file("huge.jpg", "image/jpeg", noise));
        var filed = awaitPost(ada, State.FILED);
        assertThat(filed.complete()).isFalse();
        assertThat(filed.bytes()).isGreaterThan(500_000);
        assertThat(filed.enclosures()).extracting(PostItem.Enclosure::leftOut).containsExactly(LeftOut.TOO_LARGE);
        var claim = claim(filed);
        await().until(() -> said(claim).stream()
                .anyMatch(text -> text.contains("too large to be taken whole") && text.contains("• huge.jpg")));
        assertThat(awaitMail(ada, 2))
                .anySatisfy(mail -> assertThat(mail.getContent().toString()).contains("huge.jpg"));
        assertThat(files(claim)).isEmpty();
    }

    @Test
    void a_file_of_another_kind_is_named_and_a_logo_is_left_out_in_silence() throws Exception {
        var ada = someone();
        send(
                ada,
                address(),
                new Mail("Wrong mug")
                        .text(WRONG)
                        .file("invoice.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                        .inline("logo.png", SampleFiles.plain(10, 10, 3)));
        var filed = awaitPost(ada, State.FILED);
        assertThat(filed.enclosures())
                .extracting(PostItem.Enclosure::leftOut)
                .containsExactly(LeftOut.TYPE, LeftOut.DECORATION);
        try (var source = post.source(shop.merchant, filed.id()).orElseThrow()) {
            assertThat(new String(source.readAllBytes(), StandardCharsets.US_ASCII))
                    .contains(Base64.getEncoder().encodeToString("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        }
        assertThat(said(claim(filed))).anyMatch(text -> text.contains("• invoice.pdf") && !text.contains("logo.png"));
    }

    @Test
    void an_order_of_somebody_else_is_not_told() throws Exception {
        order("SO-1001", someone());
        var stranger = someone();
        send(stranger, address(), new Mail("Wrong mug").text(WRONG));
        var claim = claim(awaitPost(stranger, State.FILED));
        assertThat(claim.filing().orderNumber()).isNull();
        assertThat(claim.filing().lines()).isEmpty();
        assertThat(awaitMail(stranger, 1).getFirst().getContent().toString()).doesNotContain("MUG-RED");
    }

    @Test
    void whatever_state_a_mail_is_in_it_is_filed_or_waits_for_somebody() throws Exception {
        var chinese = someone();
        deliver(
                raw(
                        chinese,
                        "=?gb2312?B?" + Base64.getEncoder().encodeToString("发错货了".getBytes(Charset.forName("GB18030")))
                                + "?=",
                        "Content-Type: text/plain; charset=gb2312",
                        "您好，收到的杯子颜色不对。"),
                Charset.forName("GB18030"));
        assertThat(claim(awaitPost(chinese, State.FILED)).filing().statement()).isEqualTo("发错货了\n\n您好，收到的杯子颜色不对。");

        var script = someone();
        deliver(
                raw(
                        script,
                        "<script>alert(1)</script> wrong mug\u202E",
                        "Content-Type: text/html",
                        "<p>The wrong mug came</p><script>alert(2)</script>"),
                StandardCharsets.UTF_8);
        assertThat(awaitPost(script, State.FILED).text()).isEqualTo("The wrong mug came");

        var broken = someone();
        deliver(
                raw(broken, "x", "Content-Type: multipart/mixed; boundary=\"", "--nothing\u0000"),
                StandardCharsets.UTF_8);
        awaitPost(broken, State.UNSORTED);

        var empty = someone();
        deliver(raw(empty, "", "X-Nothing: 1", ""), StandardCharsets.UTF_8);
        assertThat(awaitPost(empty, State.UNSORTED).why()).isEqualTo(Why.EMPTY);

        var many = someone();
        var recipients = java.util.stream.IntStream.range(0, 500)
                .mapToObj(i -> "u" + i + "@example.com")
                .collect(Collectors.joining(",\r\n "));
        deliver(raw(many, "Hi", "Cc: " + recipients, "The wrong mug came"), StandardCharsets.UTF_8);
        awaitPost(many, State.FILED);
        assertThat(POST_OFFICE.passedTo("u1@example.com")).isEmpty();

        deliver(raw("a@example.com, b@example.com", "two", "X-A: b", "The wrong mug came"), StandardCharsets.UTF_8);
        await().until(() -> page(Set.of(State.UNSORTED)).stream().anyMatch(item -> item.why() == Why.NO_SENDER));
    }

    @Test
    void a_file_that_is_no_picture_makes_no_claim_of_words_that_say_nothing_of_one() throws Exception {
        var seller = someone();
        var offer = new Mail("Our catalogue")
                .text("Please find attached our prices for spring.")
                .file("prices.pdf", "application/pdf", "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        send(seller, address(), offer);
        assertThat(awaitPost(seller, State.UNSORTED).why()).isEqualTo(Why.UNCLEAR);

        var phone = someone();
        var photo =
                new Mail("Look").text("See for yourselves.").file("IMG_1.JPG", "application/octet-stream", picture());
        send(phone, address(), photo);
        awaitPost(phone, State.FILED);
    }

    @Test
    void a_server_that_dies_after_filing_and_before_marking_files_once() throws Exception {
        var ada = someone();
        var mailbox = context.getBean(Mailbox.class);
        var room = context.getBean(org.redress.correspondence.app.Mailroom.class);
        send(ada, address(), new Mail("Wrong mug").text(WRONG));
        awaitPost(ada, State.FILED);
        unread();
        assertThatThrownBy(() -> mailbox.collect(mail -> {
                    room.take(mail);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        unread();
        await().until(MailroomIT::allRead);
        assertThat(page(Set.of(State.values()))).hasSize(1);
        assertThat(claims.search(
                                shop.merchant,
                                new ClaimSearch(null, null, Set.of(), null, null, ClaimSearch.Sort.FILED, null, 10))
                        .items())
                .hasSize(1);
    }

    @Test
    void an_agent_sorts_the_post_on_its_pages() throws Exception {
        var ada = someone();
        send(ada, address(), new Mail("<b>Opening</b> hours").text("When do you open?"));
        var kept = awaitPost(ada, State.UNSORTED);
        assertThat(kept.why()).isEqualTo(Why.UNCLEAR);
        var page = OwnMerchant.staff(context, port, shop.merchant, "Jo Park", Role.AGENT);
        try {
            page.navigate("http://127.0.0.1:" + port + "/desk/post");
            assertThat(page.locator("nav a[href='/desk/post'][aria-current=page]")
                            .count())
                    .isEqualTo(1);
            page.getByText("<b>Opening</b> hours").click();
            assertThat(page.locator(".said").first().textContent()).isEqualTo("When do you open?");
            page.locator("form[action$='/assignment'] [name=number]").fill("2222-2222");
            page.locator("form[action$='/assignment'] button").click();
            assertThat(page.locator("#flash").textContent()).contains("no claim with this number");
            assertThat(page.locator("form[action$='/assignment'] [name=number]").inputValue())
                    .isEqualTo("2222-2222");
            page.locator("form[action$='/setting-aside'] [name=reason]").fill("Not about an order");
            page.locator("form[action$='/setting-aside'] button").click();
            assertThat(page.locator("#flash").textContent()).contains("set aside");
            page.locator("form[action$='/filing'] button").click();
            assertThat(page.locator("#flash").textContent()).contains("It is claim");
        } finally {
            page.context().close();
        }
        var filed = post.find(shop.merchant, kept.id()).orElseThrow();
        assertThat(filed.state()).isEqualTo(State.FILED);
        assertThat(claim(filed).filing().contact().email()).isEqualTo(ada);

        var warehouse = OwnMerchant.staff(context, port, shop.merchant, "Sam", Role.WAREHOUSE);
        try {
            assertThat(warehouse
                            .navigate("http://127.0.0.1:" + port + "/desk/post/" + kept.id())
                            .status())
                    .isEqualTo(403);
        } finally {
            warehouse.context().close();
        }
    }

    // What is sent.

    private static final class Mail {
        private final String subject;
        private final StringBuilder headers = new StringBuilder();
        private final StringBuilder parts = new StringBuilder();

        Mail(String subject) {
            this.subject = subject;
        }

        Mail text(String text) {
            parts.append("--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n")
                    .append(text.replace("\n", "\r\n"))
                    .append("\r\n");
            return this;
        }

        Mail file(String name, String type, byte[] content) {
            return part("attachment", name, type, content);
        }

        Mail inline(String name, byte[] content) {
            return part("inline", name, "image/png", content);
        }

        private Mail part(String how, String name, String type, byte[] content) {
            parts.append(
                    "--b\r\nContent-Type: %s; name=\"%s\"\r\nContent-Disposition: %s; filename=\"%s\"\r\nContent-Transfer-Encoding: base64\r\n\r\n%s\r\n"
                            .formatted(
                                    type,
                                    name,
                                    how,
                                    name,
                                    Base64.getMimeEncoder().encodeToString(content)));
            return this;
        }

        Mail header(String name, String value) {
            headers.append(name).append(": ").append(value).append("\r\n");
            return this;
        }

        Mail id(String id) {
            return header("Message-ID", id);
        }

        Mail answers(String id) {
            return header("In-Reply-To", id).header("References", id);
        }

        String source(String from, String to) {
            var id = headers.indexOf("Message-ID") < 0 ? "Message-ID: <" + UUID.randomUUID() + "@example.com>\r\n" : "";
            return "From: Ada Lovelace <" + from + ">\r\nTo: " + to + "\r\nSubject: " + subject + "\r\n" + id + headers
                    + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + parts + "--b--\r\n";
        }
    }

    private static void send(String from, String to, Mail mail) throws Exception {
        deliver(mail.source(from, to));
    }

    private static void deliver(String source) throws Exception {
        deliver(source, StandardCharsets.UTF_8);
    }

    private static void deliver(String source, Charset charset) throws Exception {
        POST_OFFICE.deliver(new Untouched(POST_OFFICE.session("somebody@example.com"), source.getBytes(charset)));
    }

    /** Sent as it is. */
    private static final class Untouched extends MimeMessage {
        Untouched(Session session, byte[] source) throws MessagingException {
            super(session, new ByteArrayInputStream(source));
        }

        @Override
        public void saveChanges() {
            // Nothing of it is put right.
        }
    }

    private String raw(String from, String subject, String header, String body) {
        return "From: " + from + "\r\nTo: " + address() + "\r\nSubject: " + subject + "\r\nMessage-ID: <"
                + UUID.randomUUID() + "@example.com>\r\n" + header + "\r\n\r\n" + body + "\r\n";
    }

    private static void bounce(String action, String words, String about) throws Exception {
        deliver(report(action, words, about));
    }

    private static String report(String action, String words, String about) {
        return """
                From: Mail Delivery <mailer-daemon@mx.example>
                To: %s
                Subject: Undelivered
                Message-ID: <%s@mx.example>
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                Sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; ada@example.com
                Action: %s
                Status: 5.1.1
                Diagnostic-Code: smtp; %s
                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                --b--
                """.formatted(HELP, UUID.randomUUID(), action, words, about).replace("\n", "\r\n");
    }

    private static byte[] picture() {
        return SampleFiles.picture("jpg", 200, 150, UUID.randomUUID().toString());
    }

    // What became of it.

    private static String someone() {
        return UUID.randomUUID() + "@example.com";
    }

    private String address() {
        return address(shop);
    }

    /** Of a merchant, by the name in its addresses. */
    private String address(Shop whose) {
        return "help+" + context.getBean(Merchants.class).find(whose.merchant).slug() + "@shop.example";
    }

    private List<PostItem> page(Set<State> states) {
        return post.page(shop.merchant, states, null, 50).items();
    }

    private PostItem awaitPost(String sender, State state) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> page(Set.of(state)).stream()
                                .filter(item -> sender.equals(item.sender()))
                                .toList(),
                        items -> !items.isEmpty())
                .getFirst();
    }

    private Claim claim(PostItem item) {
        return claims.find(shop.merchant, java.util.Objects.requireNonNull(item.claim()))
                .orElseThrow();
    }

    private List<EvidenceItem> files(Claim claim) {
        return evidence.ofClaim(shop.merchant, claim.id());
    }

    private List<String> said(Claim claim) {
        return messages.all(shop.merchant, claim.id()).map(Message::body).toList();
    }

    private Message.Mail mailOf(Claim claim) {
        return messages.all(shop.merchant, claim.id())
                .map(Message::mail)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private String replyTo(String email) throws MessagingException {
        return replyTo(awaitMail(email, 1).getFirst());
    }

    private static String replyTo(MimeMessage mail) throws MessagingException {
        return mail.getReplyTo()[0] instanceof InternetAddress one ? one.getAddress() : "";
    }

    private static List<MimeMessage> awaitMail(String email, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> POST_OFFICE.passedTo(email), mails -> mails.size() >= count);
    }

    private interface InFolder<T extends @Nullable Object> {
        T in(Folder folder) throws MessagingException;
    }

    private static <T extends @Nullable Object> T inbox(InFolder<T> work) {
        try {
            var store = Session.getInstance(new Properties()).getStore("imap");
            store.connect("127.0.0.1", POST_OFFICE.imapPort(), "help", "secret");
            try (store) {
                var folder = store.getFolder("INBOX");
                folder.open(Folder.READ_WRITE);
                return work.in(folder);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As after a crash, or a restored mailbox. */
    private static void unread() {
        inbox(folder -> {
            folder.setFlags(folder.getMessages(), new Flags(Flags.Flag.SEEN), false);
            return true;
        });
    }

    private static boolean allRead() {
        return inbox(folder -> folder.getUnreadMessageCount() == 0);
    }

    private void order(String number, String email) {
        var gbp = Currency.getInstance("GBP");
        var none = new Money(0, gbp);
        context.getBean(Orders.class)
                .put(
                        shop.merchant,
                        List.of(new Order(
                                number,
                                "shop",
                                Instant.now().minus(Duration.ofDays(3)),
                                gbp,
                                new Order.Customer("Ada Lovelace", email, null, "en"),
                                new Order.Address("Ada", "1 Quay Street", "London", null, "E1", "GB"),
                                List.of(new Order.Line(1, new Sku("MUG-RED"), 1, new Money(1200, gbp), none)),
                                none,
                                none,
                                none,
                                List.of())));
    }

    // Who is a customer of two merchants.

    @Test
    void an_answer_by_one_merchants_address_stands_there_whatever_mail_of_another_merchant_it_names() throws Exception {
        var ada = someone();
        var both = customerOfTwo(ada);
        send(
                ada,
                replyTo(both.here().mail()),
                new Mail("Re").text("To you alone").answers(both.there().mail().getMessageID()));
        await().until(() -> said(both.here()).contains("To you alone"));
        assertThat(awaitPost(ada, State.ON_CLAIM).claim())
                .isEqualTo(both.here().claim().id());
        assertNothingCameTo(both.there());
        assertNothingIsShown(both.there(), both.here());
    }

    @Test
    void an_answer_by_a_mail_that_it_names_stands_with_the_merchant_who_sent_that_whoever_is_addressed()
            throws Exception {
        var ada = someone();
        var both = customerOfTwo(ada);
        send(
                ada,
                address(both.there().shop()),
                new Mail("Re")
                        .text("To whoever wrote it")
                        .answers(both.here().mail().getMessageID()));
        await().until(() -> said(both.here()).contains("To whoever wrote it"));
        assertNothingCameTo(both.there());

        // Both addresses in one mail: the one that only a mail of theirs knows counts.
        send(
                ada,
                address(both.there().shop()) + ", " + replyTo(both.here().mail()),
                new Mail("Re").text("To you, and a copy to the others"));
        await().until(() -> said(both.here()).contains("To you, and a copy to the others"));
        assertNothingCameTo(both.there());
        assertNothingIsShown(both.there(), both.here());
    }

    /** A claim with a merchant, and the first mail that they wrote about it. */
    private record Written(Shop shop, Claim claim, MimeMessage mail) {}

    private record Both(Written here, Written there) {}

    private Both customerOfTwo(String email) {
        var here = shop.file("Ada", email, Locale.ENGLISH).claim();
        var first = awaitMail(email, 1).getFirst();
        var neighbour = new Shop(context);
        var there = neighbour.file("Ada", email, Locale.ENGLISH).claim();
        return new Both(
                new Written(shop, here, first),
                new Written(neighbour, there, awaitMail(email, 2).getLast()));
    }

    private List<String> said(Written with) {
        return messages.newest(with.shop().merchant, with.claim().id(), null, 50).items().stream()
                .map(Message::body)
                .toList();
    }

    private void assertNothingCameTo(Written with) {
        assertThat(post.page(with.shop().merchant, Set.of(State.values()), null, 9)
                        .items())
                .isEmpty();
        assertThat(said(with)).noneMatch(text -> text.startsWith("To "));
    }

    private void assertNothingIsShown(Written of, Written at) {
        assertThat(said(at)).noneMatch(text -> text.contains(of.claim().number()));
        assertThat(page(Set.of(State.values()))).isNotEmpty().allSatisfy(item -> {
            assertThat(item.claim()).isEqualTo(at.claim().id());
            assertThat(item.text()).doesNotContain(of.claim().number());
        });
    }
}
