package org.redress.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Browser;
import org.redress.access.CustomerLinks;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimFilter;
import org.redress.claims.ClaimMoved;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.correspondence.Message.Direction;
import org.redress.correspondence.Message.Kind;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
class MessagesIT {
    private static final Actor CUSTOMER = new Actor.Customer();

    @Autowired
    ApplicationContext context;

    @Autowired
    Messages messages;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    CustomerLinks links;

    @Autowired
    Merchants merchants;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(context);
    }

    @Test
    void whoever_files_a_claim_is_acknowledged_at_once_in_their_language() {
        var claim =
                shop.file("李雷", "lilei@example.com", Locale.SIMPLIFIED_CHINESE).claim();
        var message = awaitMessages(claim, 1).getFirst();
        assertThat(message.kind()).isEqualTo(Kind.ACKNOWLEDGEMENT);
        assertThat(message.language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(message.body()).contains(claim.number(), "A-1", "您订购的是“MUG-RED”，收到的却是“a blue mug”。", "接下来");
    }

    @Test
    void without_a_mail_server_nothing_waits_to_be_mailed() {
        var claim = shop.file("Ada", "ada@example.com", Locale.ENGLISH).claim();
        assertThat(awaitMessages(claim, 1).getFirst().mail()).isNull();
        assertThat(mails()).isZero();
    }

    @Test
    void what_happens_stands_in_the_thread_in_its_order() {
        var claim = shop.filed();
        shop.offer(claim);
        var offer = shop.claims
                .find(shop.merchant, claim.id())
                .orElseThrow()
                .offers()
                .getLast();
        shop.move(claim, CUSTOMER, new ClaimCommand.DeclineOffer(offer.id(), "I need it by Friday."));
        var thread = awaitMessages(claim, 5);
        assertThat(thread)
                .extracting(Message::kind)
                .containsExactly(Kind.ACKNOWLEDGEMENT, Kind.DECISION, Kind.OFFER, Kind.NOTE, Kind.ACKNOWLEDGEMENT);
        assertThat(thread.get(2).body()).contains("Send the right goods (1 × MUG-RED)", "£5.00");
        assertThat(thread.get(3).direction()).isEqualTo(Direction.INBOUND);
        assertThat(thread.get(3).body()).isEqualTo("I need it by Friday.");
    }

    @Test
    void the_same_event_heard_again_says_nothing_new() {
        var claim = shop.filed();
        shop.move(claim, Shop.AGENT, new ClaimCommand.Accept(null));
        awaitMessages(claim, 2);
        hearAgain(claim, 1);
        hearAgain(claim, 2);
        await().during(Duration.ofSeconds(1)).until(() -> thread(claim).size() == 2);
    }

    @Test
    void a_customers_message_answers_what_was_asked_and_is_shown_once() {
        var claim = shop.filed();
        shop.move(claim, Shop.AGENT, new ClaimCommand.AskInformation(List.of("ITEM_BARCODE"), "Which colour?"));
        awaitMessages(claim, 2);
        messages.write(shop.merchant, claim.id(), Ids.next(), "It is blue.", CUSTOMER);
        assertThat(shop.claims.find(shop.merchant, claim.id()).orElseThrow().state())
                .isEqualTo(new ClaimState.Submitted());
        assertThat(thread(claim)).last().extracting(Message::body).isEqualTo("It is blue.");
        hearAgain(claim, 3);
        await().during(Duration.ofSeconds(1)).until(() -> thread(claim).size() == 3);
    }

    @Test
    void who_wrote_is_found_by_staff_wherever_the_claim_stands_until_somebody_answers() {
        var claim = shop.filed();
        shop.offer(claim);
        awaitMessages(claim, 3);
        assertThat(unanswered()).isEmpty();
        messages.write(shop.merchant, claim.id(), Ids.next(), "What does this offer mean?", CUSTOMER);
        assertThat(unanswered()).containsExactly(claim.id());
        assertThat(shop.claims
                        .counts(shop.merchant, List.of(ClaimFilter.ALL.onlyUnanswered()))
                        .getFirst()
                        .atLeast())
                .isEqualTo(1);
        messages.write(shop.merchant, claim.id(), Ids.next(), "Hello?", CUSTOMER);
        assertThat(unanswered()).containsExactly(claim.id());
        messages.write(shop.merchant, claim.id(), Ids.next(), "It means two parcels.", Shop.AGENT);
        assertThat(unanswered()).isEmpty();

        shop.move(claim, CUSTOMER, new ClaimCommand.Withdraw(null));
        messages.write(shop.merchant, claim.id(), Ids.next(), "On second thoughts, no.", CUSTOMER);
        assertThat(unanswered()).containsExactly(claim.id());
    }

    @Test
    void what_answers_a_question_of_ours_moves_the_claim_and_waits_for_nothing_more() {
        var claim = shop.filed();
        shop.move(claim, Shop.AGENT, new ClaimCommand.AskInformation(List.of("ITEM_BARCODE"), "Which colour?"));
        messages.write(shop.merchant, claim.id(), Ids.next(), "It is blue.", CUSTOMER);
        assertThat(unanswered()).isEmpty();
    }

    private List<UUID> unanswered() {
        var search = new ClaimSearch(ClaimFilter.ALL.onlyUnanswered(), ClaimSearch.Sort.DUE, null, 10);
        return shop.claims.search(shop.merchant, search).items().stream()
                .map(Claim::id)
                .toList();
    }

    @Test
    void what_is_written_on_a_merged_claim_stands_where_it_goes_on() {
        var filed = shop.file("Ada", null, Locale.ENGLISH);
        var first = shop.filed();
        shop.claims.merge(shop.merchant, filed.claim().id(), first.id(), Shop.AGENT, null);
        var customer = new Browser(port);
        customer.get(filed.trackPath());
        var answer = customer.post(filed.trackPath() + "/messages", "message", "Are you there?");
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).endsWith("#messages").doesNotContain(filed.trackPath());
        assertThat(customer.get(location).body()).contains("Are you there?", first.number());
        assertThat(thread(first)).extracting(Message::body).contains("Are you there?");
        assertThat(thread(filed.claim())).extracting(Message::body).doesNotContain("Are you there?");
        assertThat(unanswered()).containsExactly(first.id());

        var chat = new Actor.Program(Ids.next(), "Chat");
        var id = Ids.next();
        // What was said before they were merged is answered as it stands, if it is said again.
        var other = shop.filed();
        messages.hear(shop.merchant, other.id(), id, "By chat.", chat);
        shop.claims.merge(shop.merchant, other.id(), first.id(), Shop.AGENT, null);
        assertThat(messages.hear(shop.merchant, other.id(), id, "By chat.", chat)
                        .claim())
                .isEqualTo(other.id());
        id = Ids.next();
        assertThat(messages.hear(shop.merchant, filed.claim().id(), id, "By chat.", chat)
                        .claim())
                .isEqualTo(first.id());
    }

    @Test
    void a_form_sent_twice_says_it_once() {
        var claim = shop.filed();
        awaitMessages(claim, 1);
        var draft = Ids.next();
        messages.write(shop.merchant, claim.id(), draft, "Hello?", CUSTOMER);
        messages.write(shop.merchant, claim.id(), draft, "Hello?", CUSTOMER);
        assertThat(thread(claim)).hasSize(2);
    }

    @Test
    void of_many_messages_at_the_same_moment_no_more_than_twenty_an_hour_are_taken() throws Exception {
        var claim = shop.filed();
        awaitMessages(claim, 1);
        try (var senders = Executors.newFixedThreadPool(8)) {
            var sent = senders.invokeAll(Collections.nCopies(25, (Callable<Boolean>) () -> {
                try {
                    messages.write(shop.merchant, claim.id(), Ids.next(), "Hello?", CUSTOMER);
                    return true;
                } catch (Refused refused) {
                    assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.TOO_MANY);
                    return false;
                }
            }));
            assertThat(sent.stream().filter(MessagesIT::isDone)).hasSize(20);
        }
        messages.write(shop.merchant, claim.id(), Ids.next(), "We are on it.", Shop.AGENT);
        assertThat(thread(claim)).hasSize(22);
    }

    private static boolean isDone(Future<Boolean> sent) {
        return sent.resultNow();
    }

    @Test
    void another_merchants_claim_is_not_there() {
        var claim = shop.filed();
        var other = new Shop(context);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> messages.write(other.merchant, claim.id(), Ids.next(), "Hello?", Shop.AGENT))
                .matches(refused -> refused.refusal().kind() == Refusal.Kind.ABSENT);
        awaitMessages(claim, 1);
        assertThat(messages.all(other.merchant, claim.id()).toList()).isEmpty();

        var agent = new Browser(port).loggedIn("agent@example.com", "agent");
        agent.get("/desk/claims");
        assertThat(agent.post("/desk/claims/" + claim.id() + "/messages", "message", "Hello?")
                        .statusCode())
                .isEqualTo(404);
        assertThat(thread(claim)).hasSize(1);
    }

    @Test
    void a_customer_writes_by_their_link_and_sees_it_among_the_messages() {
        var filed = shop.file("Ada", null, Locale.ENGLISH);
        awaitMessages(filed.claim(), 1);
        var customer = new Browser(port);
        var page = customer.get(filed.trackPath());
        assertThat(page.body()).contains("Hearth &amp; Harbour", filed.claim().number());

        var answer = customer.post(
                filed.trackPath() + "/messages",
                "draft",
                Ids.next().toString(),
                "message",
                "<script>alert(1)</script>");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(filed.trackPath() + "#messages");
        assertThat(customer.get(filed.trackPath()).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void a_message_that_is_too_long_is_refused_and_kept_in_the_form() {
        var filed = shop.file("Ada", null, Locale.ENGLISH);
        awaitMessages(filed.claim(), 1);
        var customer = new Browser(port);
        customer.get(filed.trackPath());
        var words = "y".repeat(10_001);
        var answer = customer.post(filed.trackPath() + "/messages", "message", words);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words, "there is room for 10,000", "aria-invalid=\"true\"");

        var blank = customer.post(filed.trackPath() + "/messages", "message", "  ");
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(thread(filed.claim())).hasSize(1);
    }

    @Test
    void a_message_without_the_forms_token_is_refused() {
        var filed = shop.file("Ada", null, Locale.ENGLISH);
        var stranger = new Browser(port);
        assertThat(stranger.post(filed.trackPath() + "/messages", "message", "Hello?")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_expired_or_unknown_link_opens_nothing() {
        var filed = shop.file("Ada", null, Locale.ENGLISH);
        awaitMessages(filed.claim(), 1);
        var expired =
                links.issue(shop.merchant, filed.claim().id(), Instant.now().minusSeconds(1));
        var customer = new Browser(port);
        customer.get(filed.trackPath());

        var late = customer.post(expired + "/messages", "message", "Hello?");
        assertThat(late.statusCode()).isEqualTo(404);
        assertThat(late.body())
                .contains("This link is too old")
                .doesNotContain(filed.claim().number());
        assertThat(customer.post("/track/unknown/messages", "message", "Hello?").statusCode())
                .isEqualTo(404);
        assertThat(thread(filed.claim())).hasSize(1);
    }

    @Test
    void an_agent_writes_on_the_case_page_and_the_customer_reads_it_as_the_shops() {
        var demo = merchants.bySlug("demo").orElseThrow().id();
        var filed = shop.claims.file(demo, shop.filed().filing(), CUSTOMER);
        await().until(() -> messages.all(demo, filed.claim().id()).toList().size() == 1);
        var agent = new Browser(port).loggedIn("agent@example.com", "agent");
        var casePage = "/desk/claims/" + filed.claim().id();
        assertThat(agent.get(casePage).body()).contains("Write to the customer");

        assertThat(agent.post(casePage + "/messages", "message", "It leaves us today.")
                        .statusCode())
                .isEqualTo(303);
        assertThat(agent.get(casePage).body()).contains("It leaves us today.", "Robin Hale", "Your message is sent.");
        assertThat(new Browser(port).get(filed.trackPath()).body())
                .contains("It leaves us today.")
                .doesNotContain("Robin Hale");
        assertThat(agent.post(casePage + "/messages", "message", " ").statusCode())
                .isEqualTo(422);
    }

    @Test
    void what_needs_no_answer_waits_no_longer_unless_more_was_written_meanwhile() {
        var demo = merchants.bySlug("demo").orElseThrow().id();
        var claim =
                shop.claims.file(demo, shop.filed().filing(), CUSTOMER).claim().id();
        messages.write(demo, claim, Ids.next(), "Thank you!", CUSTOMER);
        var agent = new Browser(port).loggedIn("agent@example.com", "agent");
        var page = agent.get("/desk/claims/" + claim).body();
        assertThat(page).contains("waits for an answer", "No answer needed");
        var told = page.replaceAll("(?s).*/no-reply\".*?name=\"told\" value=\"([^\"]*)\".*", "$1");
        messages.write(demo, claim, Ids.next(), "And when does it come?", CUSTOMER);
        agent.post("/desk/claims/" + claim + "/messages/no-reply", "told", told);
        var again = agent.get("/desk/claims/" + claim).body();
        assertThat(again).contains("More has been written since", "And when does it come?", "No answer needed");
        var read = again.replaceAll("(?s).*/no-reply\".*?name=\"told\" value=\"([^\"]*)\".*", "$1");
        agent.post("/desk/claims/" + claim + "/messages/no-reply", "told", read);
        assertThat(agent.get("/desk/claims/" + claim).body()).doesNotContain("No answer needed");
    }

    private void hearAgain(Claim claim, int sequence) {
        transactions.run(
                shop.merchant,
                () -> context.publishEvent(new ClaimMoved(shop.merchant.value(), claim.id(), sequence, "Whatever")));
    }

    private List<Message> thread(Claim claim) {
        return messages.all(shop.merchant, claim.id()).toList();
    }

    private List<Message> awaitMessages(Claim claim, int count) {
        return await().until(() -> thread(claim), thread -> thread.size() == count);
    }

    private int mails() {
        return transactions.call(
                shop.merchant,
                () -> jdbc.sql("SELECT count(*) FROM correspondence.mail")
                        .query(Integer.class)
                        .single());
    }
}
