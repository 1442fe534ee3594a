package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.Api;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.redress.testing.Visitor.Answer;
import org.redress.testing.Visitor.Field;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody tells it in their own words, to the form or to an agent; what is understood is a suggestion and no more. */
@RedressTest
class IntakeStory {
    private static final String WORDS =
            "You sent me the blue mug, I ordered the red one. Please just send the right one!";

    @LocalServerPort
    int port;

    private Api api;
    private String first;
    private String second;

    @BeforeEach
    void open() {
        api = Api.sample(port);
        var shop = new Shop(api);
        var run = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        first = "IN-" + run + "-1";
        second = "IN-" + run + "-2";
        shop.order(first);
        shop.order(second);
    }

    @Test
    void a_customer_s_own_words_fill_the_form_and_stay_changeable() {
        var goods = report(field("at", "GOODS"), field("go", "READ"), field("statement", WORDS));
        assertThat(goods.status()).isEqualTo(200);
        assertThat(goods.body())
                .contains("This is what we understood")
                .contains("<q>sent me the blue mug, I ordered the red</q>")
                .containsPattern("id=\"pick-0\"[^>]* checked")
                .containsPattern("id=\"p-0-WRONG_VARIANT\"[^>]* checked");
        assertThat(goods.field("cameSku.0")).isEqualTo("STORY-MUG-BLU");
        var wish = report(
                field("at", "GOODS"),
                field("go", "NEXT"),
                field("row", "0"),
                field("pick", "0"),
                field("sku.0", "STORY-MUG-RED"),
                field("problem.0", "WRONG_VARIANT"),
                field("cameSku.0", "STORY-MUG-BLU"),
                field("demand", goods.field("demand")),
                field("statement", WORDS));
        assertThat(wish.body()).contains("Suggested because you wrote").containsPattern("id=\"d-RESHIP\"[^>]* checked");
    }

    @Test
    void whoever_writes_and_goes_on_without_a_tap_sees_what_was_understood_first() {
        var goods = report(field("at", "GOODS"), field("go", "NEXT"), field("statement", WORDS));
        assertThat(goods.status()).isEqualTo(200);
        assertThat(goods.body()).containsPattern("id=\"pick-0\"[^>]* checked");
        var silent = report(field("at", "GOODS"), field("go", "NEXT"), field("statement", "Good morning"));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body()).contains("Good morning");
    }

    @Test
    void what_was_tapped_is_never_changed_by_words() {
        var goods = report(
                field("at", "GOODS"),
                field("go", "READ"),
                field("row", "0"),
                field("pick", "0"),
                field("sku.0", "STORY-MUG-RED"),
                field("problem.0", "DAMAGED"),
                field("demand", "REFUND"),
                field("statement", WORDS));
        assertThat(goods.body()).containsPattern("id=\"p-0-DAMAGED\"[^>]* checked");
        assertThat(goods.field("demand")).isEqualTo("REFUND");
    }

    @Test
    void words_that_name_somebody_else_s_order_tell_nothing_of_it() {
        var goods = report(
                field("at", "GOODS"),
                field("go", "READ"),
                field("contact", "eve@example.com"),
                field("statement", "My order " + second + ": you sent the wrong colour, the blue one"));
        assertThat(goods.body())
                .doesNotContain("Red mug")
                .doesNotContain("STORY-MUG")
                .containsPattern("id=\"p-u-WRONG_VARIANT\"[^>]* checked");
    }

    @Test
    void a_mail_about_two_orders_becomes_a_claim_for_each_and_only_once() {
        var agent = agent("en");
        var mail = "Hi, both my orders " + first + " and " + second.toLowerCase(Locale.ROOT)
                + " had the wrong colour in them. I’d like my money back. Ada, ada@example.com";
        var read = agent.post("/desk/claims/new", List.of(field("go", "READ"), field("statement", mail)));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.field("email")).isEqualTo("ada@example.com");
        assertThat(read.body())
                .contains("<q class=\"muted\">wrong colour</q>", "<q class=\"muted\">my money</q>")
                .containsPattern("name=\"take\" value=\"" + first + "\" checked")
                .containsPattern("name=\"take\" value=\"" + second + "\" checked")
                .containsPattern("<option value=\"REFUND\" selected");
        var register = register(
                mail,
                field("form", read.field("form")),
                field("email", "ada@example.com"),
                field("demand", "REFUND"),
                field("order", first),
                field("order", second),
                field("take", first),
                field("take", second),
                field("problem.0", "WRONG_VARIANT"),
                field("article.0", "STORY-MUG-RED"),
                field("units.0.STORY-MUG-RED", "1"),
                field("came.0", "STORY-MUG-BLU"));
        var filed = agent.post("/desk/claims/new", register);
        assertThat(filed.status()).isEqualTo(303);
        assertThat(agent.post("/desk/claims/new", register).next()).isEqualTo(filed.next());
        assertThat(items(first)).isEqualTo(1);
        assertThat(items(second)).isEqualTo(1);
        var claim = api.get("/api/v1/claims?order=" + first).is(200);
        assertThat(claim.text("/items/0/lines/0/received/sku")).isEqualTo("STORY-MUG-BLU");
        assertThat(claim.text("/items/0/demand")).isEqualTo("REFUND");
        assertThat(api.get("/api/v1/claims?order=" + second)
                        .body()
                        .at("/items/0/lines")
                        .size())
                .isZero();
    }

    @Test
    void a_call_that_names_no_order_is_taken_and_its_words_are_read_on_the_case() {
        var agent = agent("zh-CN");
        var words = "收到的颜色不对，我要退款，订单 " + first + "，电话13800138000";
        var shown = agent.post("/desk/claims/new", register(words, field("channel", "PHONE")));
        assertThat(shown.body()).contains("请核对后再登记");
        assertThat(shown.field("phone")).isEqualTo("13800138000");
        assertThat(shown.body())
                .containsPattern("<option value=\"REFUND\" selected")
                .containsPattern("<option value=\"zh[^\"]*\" selected");
        var filed = agent.post(
                "/desk/claims/new",
                register(
                        words,
                        field("seen", shown.field("seen")),
                        field("channel", "PHONE"),
                        field("phone", "13800138000")));
        assertThat(filed.status()).isEqualTo(303);
        var page = agent.get(filed.next());
        assertThat(page.body())
                .contains("原话要点", "颜色不对", "/desk/orders/" + first)
                .contains("<q class=\"muted\">我要退款</q>");
    }

    @Test
    void what_cannot_be_registered_says_why_and_keeps_what_was_typed() {
        var agent = agent("en");
        var nobody = agent.post("/desk/claims/new", register("It arrived broken"));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body()).contains("It arrived broken");
        var noArticle = agent.post(
                "/desk/claims/new",
                register(
                        "It arrived broken",
                        field("email", "ada@example.com"),
                        field("order", first),
                        field("take", first),
                        field("problem.0", "DAMAGED")));
        assertThat(noArticle.status()).isEqualTo(422);
        assertThat(noArticle.body()).contains("please tick the article");
        assertThat(items(first)).isZero();
    }

    @Test
    void an_address_that_is_none_is_told_and_nothing_is_registered() {
        var agent = agent("en");
        var wrong = agent.post(
                "/desk/claims/new",
                register("It arrived broken", field("email", "not-an-email"), field("number", first)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("not an e-mail address");
        assertThat(items(first)).isZero();
    }

    @Test
    void what_cannot_be_kept_is_refused() {
        var agent = agent("en");
        for (var text : List.of("x".repeat(10_001), "a\0b")) {
            var answer = agent.post("/desk/claims/new", register(text, field("email", "ada@example.com")));
            assertThat(answer.status()).isBetween(400, 422);
        }
        var marks = agent.post(
                "/desk/claims/new",
                List.of(field("go", "READ"), field("statement", "\u202Ebroken\u202C <script>alert(1)</script>")));
        assertThat(marks.status()).isEqualTo(200);
        assertThat(marks.body()).doesNotContain("<script>alert");
    }

    @Test
    void a_program_s_claim_says_what_the_program_said() {
        var claim = api.post("/api/v1/claims", """
                        {"orderNumber": "%s", "contact": {"email": "ada@example.com"}, "channel": "EMAIL",
                         "statement": "wrong colour, I want my money back", "demand": "RESHIP",
                         "lines": [{"sku": "STORY-MUG-RED", "quantity": 1, "problem": "DAMAGED"}]}
                        """.formatted(first)).is(201);
        var kept = api.get("/api/v1/claims/" + claim.text("/id")).is(200);
        assertThat(kept.text("/demand")).isEqualTo("RESHIP");
        assertThat(kept.text("/lines/0/problem")).isEqualTo("DAMAGED");
    }

    private int items(String order) {
        return api.get("/api/v1/claims?order=" + order)
                .is(200)
                .body()
                .at("/items")
                .size();
    }

    private static Field field(String name, String value) {
        return new Field(name, value);
    }

    private Answer report(Field... further) {
        var customer = Visitor.at(port, "en");
        customer.get("/shop/demo");
        var fields = new ArrayList<>(List.of(further));
        for (var usual : List.of(field("orderNumber", first), field("contact", "ada@example.com"))) {
            if (fields.stream().noneMatch(each -> each.name().equals(usual.name()))) {
                fields.add(usual);
            }
        }
        return customer.post("/shop/demo", fields);
    }

    private static List<Field> register(String statement, Field... further) {
        var fields = new ArrayList<>(List.of(field("go", "REGISTER"), field("statement", statement)));
        fields.addAll(Arrays.asList(further));
        return fields;
    }

    private Visitor agent(String language) {
        var agent = Visitor.at(port, language);
        agent.get("/login");
        agent.post("/login", List.of(field("email", "agent@example.com"), field("password", "agent")));
        agent.get("/desk/claims/new");
        return agent;
    }
}
