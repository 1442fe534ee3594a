package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.testing.Api;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer writes in a chat of the shop's; its program says it on the claim, and reads what the shop has said. */
@RedressTest
class ConversationOverRestStory {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    private MerchantId merchant;
    private Api api;
    private Api chat;
    private String claim;
    private String path;
    private String trackUrl;

    @BeforeEach
    void a_claim_is_filed_by_telephone() {
        merchant = OwnMerchant.found(merchants);
        api = OwnMerchant.key(context, port, merchant);
        chat = api.withKey(keys.create(merchant, "Chat", Set.of(Role.CUSTOMER_VOICE)));
        new Shop(api).order("CHAT-1");
        var filed = chat.post(
                        "/api/v1/claims",
                        Shop.filing("CHAT-1", 1)
                                .replace("\"email\": \"ada@example.com\"", "\"phone\": \"+44 20 7946 0000\""))
                .is(201);
        claim = filed.text("/id");
        trackUrl = filed.text("/trackUrl");
        path = "/api/v1/claims/" + claim + "/messages";
        await().atMost(Duration.ofSeconds(20)).until(() -> said(chat).size() == 1);
    }

    private static String body(String text) {
        return JsonMapper.shared().createObjectNode().put("text", text).toString();
    }

    private static String body(String text, UUID id) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("text", text)
                .put("id", id.toString())
                .toString();
    }

    private JsonNode said(Api as) {
        return as.get(path).is(200).body().at("/items");
    }

    @Test
    void what_the_customer_wrote_in_the_chat_stands_on_the_claim_as_theirs() {
        var answer = chat.post(path, body(" It is blue. \r\n<script>alert(1)</script> "))
                .is(201);
        assertThat(answer.text("/direction")).isEqualTo("INBOUND");
        assertThat(answer.text("/author")).isEqualTo("PROGRAM");
        assertThat(answer.text("/kind")).isEqualTo("NOTE");
        assertThat(answer.text("/text")).isEqualTo("It is blue. \n<script>alert(1)</script>");
        assertThat(answer.body().at("/delivery").isNull()).isTrue();

        var thread = said(chat);
        assertThat(thread).hasSize(2);
        assertThat(thread.at("/0/direction").asString()).isEqualTo("OUTBOUND");
        assertThat(thread.at("/0/author").asString()).isEqualTo("PRODUCT");
        assertThat(thread.at("/0/kind").asString()).isEqualTo("ACKNOWLEDGEMENT");
        assertThat(thread.at("/1")).isEqualTo(answer.body());
        var page = Visitor.at(port, "en").get(URI.create(trackUrl).getPath());
        assertThat(page.body()).contains("It is blue.", "&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void it_answers_what_was_asked() {
        api.post("/api/v1/claims/" + claim + "/information-request", "{\"what\": [], \"message\": \"Which colour?\"}")
                .is(200);
        chat.post(path, body("Blue.")).is(201);
        assertThat(api.get("/api/v1/claims/" + claim).text("/state")).isEqualTo("SUBMITTED");
        await().during(Duration.ofSeconds(1))
                .until(() -> said(chat).values().stream()
                                .filter(each -> each.at("/text").asString().equals("Blue."))
                                .count()
                        == 1);
    }

    @Test
    void a_request_sent_twice_says_it_once_and_the_same_key_with_other_words_is_refused() {
        var first = chat.post(path, body("Hello?"), "Idempotency-Key", "k-1").is(201);
        var again = chat.post(path, body("Hello?"), "Idempotency-Key", "k-1").is(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(chat.post(path, body("Goodbye."), "Idempotency-Key", "k-1").status())
                .isEqualTo(422);
        assertThat(said(chat)).hasSize(2);
    }

    @Test
    void an_id_of_the_program_s_own_says_it_once_and_stands_for_nothing_else() {
        var id = Ids.next();
        var first = chat.post(path, body("Hello?", id)).is(201);
        assertThat(first.text("/id")).isEqualTo(id.toString());
        assertThat(chat.post(path, body("Hello?", id)).is(201).body()).isEqualTo(first.body());
        No.names(chat.post(path, body("Goodbye.", id)), "/id", "TAKEN");
        new Shop(api).order("CHAT-2");
        var other = "/api/v1/claims/" + new Shop(api).claim("CHAT-2", 1) + "/messages";
        No.names(chat.post(other, body("Hello?", id)), "/id", "TAKEN");
        var ours = UUID.fromString(said(chat).at("/0/id").asString());
        No.names(chat.post(path, body(said(chat).at("/0/text").asString(), ours)), "/id", "TAKEN");
        assertThat(said(chat)).hasSize(2);
    }

    @Test
    void what_cannot_be_kept_is_refused_and_nothing_is_said() {
        No.names(chat.post(path, body("a\0b")), "/text", "BAD_CHARACTER");
        No.names(chat.post(path, "{\"text\": \"\\ud800\"}"), "/text", "BAD_CHARACTER");
        No.names(chat.post(path, body("y".repeat(10_001))), "/text", "TOO_LONG");
        No.names(chat.post(path, body(" \n ")), "/text", "BLANK");
        No.names(chat.post(path, "{}"), "/text", "MISSING");
        No.names(chat.post(path, "{\"text\": [\"a\"]}"), "/text", "NOT_TEXT");
        No.names(chat.post(path, "{\"text\": \"a\", \"id\": \"1\"}"), "/id", "NOT_AN_ID");
        No.names(chat.post(path, "{\"text\": \"a\", \"author\": \"STAFF\"}"), "/author", "UNKNOWN_FIELD");
        assertThat(said(chat)).hasSize(1);
        chat.post(path, body("😀".repeat(10_000))).is(201);
        assertThat(said(chat)).hasSize(2);
    }

    @Test
    void only_programs_that_speak_for_the_customer_say_something_and_others_read() {
        for (var role : Set.of(Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR)) {
            var key = api.withKey(keys.create(merchant, "Key", Set.of(role)));
            No.says(key.post(path, body("Hello?")), 403, "FORBIDDEN");
            assertThat(said(key)).hasSize(1);
        }
        var scanner = api.withKey(keys.create(merchant, "Scanner", Set.of(Role.WAREHOUSE)));
        No.says(scanner.get(path), 403, "FORBIDDEN");
        No.says(api.withKey("none").get(path), 401, "UNAUTHENTICATED");
    }

    @Test
    void another_merchant_s_claim_is_not_there() {
        var stranger = OwnMerchant.found(context, port);
        No.says(stranger.get(path), 404, "NOT_FOUND");
        No.says(stranger.post(path, body("Hello?")), 404, "NOT_FOUND");
        No.says(stranger.post(path, "{"), 400, "MALFORMED_JSON");
        assertThat(said(chat)).hasSize(1);
    }

    @Test
    void a_closed_claim_still_hears_what_its_customer_says() {
        chat.post("/api/v1/claims/" + claim + "/withdrawal", "{}").is(200);
        chat.post(path, body("Thank you all the same.")).is(201);
        assertThat(api.get("/api/v1/claims/" + claim).text("/state")).isEqualTo("CLOSED");
        assertThat(said(chat).values())
                .extracting(each -> each.at("/text").asString())
                .contains("Thank you all the same.");
    }

    @Test
    void after_twenty_in_an_hour_a_program_is_asked_to_wait_too() {
        for (int each = 0; each < 20; each++) {
            chat.post(path, body("Hello " + each)).is(201);
        }
        No.says(chat.post(path, body("Hello?")), 429, "TOO_MANY_MESSAGES");
        assertThat(said(chat)).hasSize(21);
    }

    @Test
    void a_long_conversation_is_read_page_by_page_each_message_once_and_in_order() {
        for (int each = 0; each < 6; each++) {
            chat.post(path, body("Hello " + each)).is(201);
        }
        var read = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = chat.get(path + "?limit=2&after=" + next).is(200).body();
            page.at("/items").forEach(read::add);
            next = page.at("/next").asString("");
        } while (!next.isEmpty());
        assertThat(read).hasSize(7).containsExactlyElementsOf(said(chat));

        No.names(chat.get(path + "?after=" + UUID.randomUUID()), "/after", "NOT_A_POSITION");
        No.names(chat.get(path + "?after=7"), "/after", "NOT_A_POSITION");
        No.names(chat.get(path + "?limit=201"), "/limit", "OUT_OF_RANGE");
    }
}
