package org.redress.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Accounts;
import org.redress.access.Browser;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.claims.Claim;
import org.redress.claims.Filed;
import org.redress.claims.RecordPart;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Refused;
import org.redress.testing.RedressTest;
import org.redress.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Two people who have much to say to each other. */
@RedressTest
class LongConversationIT {
    private static final int LETTERS = 120;

    /** Of the page of a claim, with who reads it and whose shop it is; 40 when this was written. */
    private static final int MOST_STATEMENTS = 45;

    private static final Pattern SHOWN = Pattern.compile("id=\"m-([0-9a-f-]{36})\"");
    private static final Pattern FURTHER = Pattern.compile("rel=\"next\" href=\"([^\"]+/messages\\?after=[^\"]+)\"");

    @Autowired
    ApplicationContext context;

    @Autowired
    Messages messages;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    private Shop shop;
    private Filed filed;

    @BeforeEach
    void they_have_written_for_weeks() {
        shop = new Shop(context);
        filed = shop.file("Ada", null, Locale.ENGLISH);
        await().until(() -> messages.all(shop.merchant, claim().id()).toList().size() == 1);
        transactions.run(
                shop.merchant,
                () -> IntStream.range(0, LETTERS)
                        .forEach(number -> jdbc.sql("""
                                INSERT INTO correspondence.message
                                       (merchant_id, id, claim_id, direction, author, kind, body, language, at)
                                VALUES (?, ?, ?, ?, ?::jsonb, 'NOTE', ?, 'en', now() + ? * interval '1 second')""")
                                .params(
                                        shop.merchant.value(),
                                        Ids.next(),
                                        claim().id(),
                                        number % 3 == 0 ? "INBOUND" : "OUTBOUND",
                                        number % 3 == 0 ? "{\"@type\": \"Customer\"}" : "{\"@type\": \"Product\"}",
                                        "Letter " + number,
                                        // Three at the same moment each: a page may end between them.
                                        number / 3)
                                .update()));
    }

    private Claim claim() {
        return filed.claim();
    }

    @Test
    void page_by_page_from_either_end_everything_is_read_once() {
        var forwards = messages.all(shop.merchant, claim().id()).toList();
        assertThat(forwards).hasSize(LETTERS + 1).doesNotHaveDuplicates();
        assertThat(forwards.getLast().at()).isAfterOrEqualTo(forwards.getFirst().at());

        var backwards = new ArrayList<Message>();
        var page = messages.newest(shop.merchant, claim().id(), null, 7);
        backwards.addAll(page.items());
        while (page.next() != null) {
            page = messages.newest(shop.merchant, claim().id(), page.next(), 7);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(7);
            backwards.addAll(0, page.items());
        }
        assertThat(backwards).isEqualTo(forwards);
        assertThat(messages.newest(shop.merchant, claim().id(), null, Page.USUAL)
                        .items())
                .isEqualTo(forwards.subList(forwards.size() - Page.USUAL, forwards.size()));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        messages.newest(shop.merchant, claim().id(), Ids.next().toString(), 7))
                .matches(refused -> refused.refusal().code().equals("INVALID"));
    }

    @Test
    void a_customer_reads_back_to_the_beginning_by_links_alone() {
        readsBack(new Browser(port), filed.trackPath());
    }

    @Test
    void so_does_an_agent() {
        readsBack(agent(), "/desk/claims/" + claim().id());
    }

    private void readsBack(Browser reader, String path) {
        var read = new ArrayList<String>();
        var page = reader.get(path).body();
        for (int pages = 1; pages <= 3; pages++) {
            var shown = shown(page);
            assertThat(shown).hasSize(pages < 3 ? Page.USUAL : LETTERS + 1 - 2 * Page.USUAL);
            read.addAll(0, shown);
            var further = FURTHER.matcher(page);
            assertThat(further.find()).isEqualTo(pages < 3);
            if (pages < 3) {
                var answer = reader.get(further.group(1));
                assertThat(answer.statusCode()).isEqualTo(200);
                page = answer.body();
                assertThat(page).contains("href=\"" + path + "#messages\"");
            }
        }
        assertThat(read)
                .isEqualTo(messages.all(shop.merchant, claim().id())
                        .map(message -> message.id().toString())
                        .toList());
    }

    private static List<String> shown(String page) {
        return SHOWN.matcher(page).results().map(found -> found.group(1)).toList();
    }

    @Test
    void earlier_messages_are_for_those_who_may_see_the_claim() {
        var last = messages.all(shop.merchant, claim().id()).toList().getLast().id();
        var warehouse = signedIn(Role.WAREHOUSE);
        assertThat(warehouse
                        .get("/desk/claims/" + claim().id() + "/messages?after=" + last)
                        .statusCode())
                .isEqualTo(403);
        assertThat(signedIn(Role.SUPERVISOR)
                        .get("/desk/claims/" + claim().id() + "/messages?after=" + last)
                        .statusCode())
                .isEqualTo(200);
        var other = new Shop(context).filed();
        assertThat(agent().get("/desk/claims/" + other.id() + "/messages?after=" + last)
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Browser(port)
                        .get("/track/unknown/messages?after=" + last)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_exported_is_whole() {
        for (var part : context.getBeansOfType(RecordPart.class).values()) {
            if (part.name().equals("messages")) {
                assertThat(json.readTree(json.writeValueAsString(part.forStaff(claim())))
                                .size())
                        .isEqualTo(LETTERS + 1);
                assertThat(json.writeValueAsString(part.forCustomer(claim())))
                        .startsWith("[")
                        .contains("Letter 0", "Letter " + (LETTERS - 1));
            }
        }
    }

    @Test
    void the_page_of_a_claim_reads_its_messages_once_and_of_its_templates_the_names() {
        var agent = agent();
        agent.get("/desk/claims/" + claim().id());
        try (var asked = new Statements()) {
            agent.get("/desk/claims/" + claim().id());
            assertThat(asked.all().stream().filter(sql -> sql.contains("FROM correspondence.message ")))
                    .hasSize(1)
                    .allMatch(sql -> sql.endsWith("LIMIT ?"));
            assertThat(asked.all().stream().filter(sql -> sql.contains("FROM correspondence.template_version")))
                    .hasSize(1)
                    .noneMatch(sql -> sql.contains("body"));
            assertThat(asked.all()).as("a page that asks more has a reason").hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        }
        var customer = new Browser(port);
        customer.get(filed.trackPath());
        try (var asked = new Statements()) {
            customer.get(filed.trackPath());
            assertThat(asked.all().stream().filter(sql -> sql.contains("FROM correspondence.message ")))
                    .hasSize(1);
        }
    }

    @Test
    void whoever_writes_reads_the_messages_once_and_the_coach_a_few() {
        var agent = agent();
        agent.get("/desk/claims/" + claim().id());
        var path = "/desk/claims/" + claim().id() + "/messages";
        try (var asked = new Statements()) {
            agent.post(path + "/coach", "message", "We look into it.");
            assertThat(threads(asked)).hasSize(1);
            asked.forget();
            var answer = agent.post(
                    path, "draft", Ids.next().toString(), "message", "We look into it.", "read", "true", "told", "");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(threads(asked)).hasSize(1);
            asked.forget();
            agent.get(path + "/draft?template=acknowledgement", "Accept", "text/html");
            assertThat(threads(asked)).hasSize(1);
            assertThat(asked.all().stream()
                            .filter(sql ->
                                    sql.contains("FROM correspondence.template_version") && sql.contains("body")))
                    .hasSize(1);
        }
    }

    @Test
    void whoever_read_what_was_said_long_ago_is_told_that_others_wrote_since() {
        var agent = agent();
        agent.get("/desk/claims/" + claim().id());
        var first = messages.all(shop.merchant, claim().id()).findFirst().orElseThrow();
        var answer = agent.post(
                "/desk/claims/" + claim().id() + "/messages",
                "draft",
                Ids.next().toString(),
                "message",
                "We look into it.",
                "told",
                first.id().toString());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("has written while you were writing");
        assertThat(messages.all(shop.merchant, claim().id())).hasSize(LETTERS + 1);
    }

    /** The readings of the conversation. */
    private static List<String> threads(Statements asked) {
        return asked.all().stream()
                .filter(sql -> sql.contains("FROM correspondence.message LEFT JOIN correspondence.mail"))
                .toList();
    }

    private Browser agent() {
        return signedIn(Role.AGENT);
    }

    private Browser signedIn(Role role) {
        var email = UUID.randomUUID() + "@example.org";
        var path = context.getBean(Accounts.class).invite(shop.merchant, email, "Jo Park", Set.of(role));
        context.getBean(OneTimeLinks.class)
                .choosePassword(path.substring("/password/".length()), "a few words in a row");
        return new Browser(port).loggedIn(email, "a few words in a row");
    }
}
