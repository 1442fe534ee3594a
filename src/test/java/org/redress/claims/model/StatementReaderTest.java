package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.claims.StatementReading.Came;
import org.redress.claims.StatementReading.Suggestion;
import org.redress.kernel.Demand;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;

class StatementReaderTest {
    private static final Map<Sku, String> ORDER = order(
            "MUG-RED-350", "Stoneware mug, red, 350 ml",
            "BWL-BLU", "Cereal bowl, blue",
            "TEA-EGR-100", "Loose leaf tea, Earl Grey, 100 g");

    private static final Map<Sku, String> ORDER_ZH =
            order("BEI-RED-350", "手作陶瓷杯 红色 350毫升", "WAN-QIN-45", "家用饭碗 青花 4.5寸", "CHA-LJG-50", "春茶 西湖龙井 50克");

    private static Map<Sku, String> order(String... cells) {
        var names = new LinkedHashMap<Sku, String>();
        for (int i = 0; i < cells.length; i += 2) {
            names.put(new Sku(cells[i]), cells[i + 1]);
        }
        return names;
    }

    @Test
    void each_suggestion_holds_the_words_that_carried_it() {
        assertThat(StatementReader.problems("Hello! You’ve sent me the Wrong Size, sadly."))
                .extracting(Suggestion::value, Suggestion::words)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Problem.WRONG_VARIANT, "Wrong Size"));
        assertThat(StatementReader.demands("麻烦换一个对的就行"))
                .extracting(Suggestion::value, Suggestion::words)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Demand.EXCHANGE, "换一个"));
    }

    @Test
    void what_is_denied_is_not_said() {
        assertThat(problems("It is not broken.")).isEmpty();
        assertThat(problems("不是颜色不对")).isEmpty();
        assertThat(problems("没有破损")).isEmpty();
        assertThat(demands("I don’t want a refund")).isEmpty();
        assertThat(demands("不要退款")).isEmpty();
    }

    @Test
    void a_question_is_no_denial() {
        assertThat(problems("是不是发错了")).containsExactly(Problem.WRONG_ITEM);
        assertThat(demands("能不能换货")).containsExactly(Demand.EXCHANGE);
    }

    @Test
    void two_problems_are_both_named_and_neither_is_chosen() {
        assertThat(problems("One cup is missing. The plate is broken."))
                .containsExactlyInAnyOrder(Problem.MISSING_ITEM, Problem.DAMAGED);
    }

    @Test
    void damage_loss_and_delay_are_told_apart_from_a_wrong_shipment() {
        assertThat(problems("It arrived broken")).containsExactly(Problem.DAMAGED);
        assertThat(problems("still hasn't arrived")).containsExactly(Problem.NOT_RECEIVED);
        assertThat(problems("arrived two weeks late")).containsExactly(Problem.LATE);
        assertThat(problems("快递丢了")).containsExactly(Problem.NOT_RECEIVED);
    }

    @Test
    void a_slip_of_the_finger_is_forgiven_and_another_word_is_not() {
        assertThat(problems("recieved the wrogn colur")).containsExactly(Problem.WRONG_VARIANT);
        assertThat(problems("my broker came")).isEmpty();
    }

    @Test
    void traditional_characters_and_full_width_letters_are_read() {
        assertThat(problems("發錯貨了")).containsExactly(Problem.WRONG_ITEM);
        assertThat(problems("ｗｒｏｎｇ　ｓｉｚｅ")).containsExactly(Problem.WRONG_VARIANT);
    }

    @Test
    void the_language_is_that_of_most_words() {
        assertThat(StatementReader.language("收到的颜色不对")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(StatementReader.language("the 杯子 I ordered is red")).isEqualTo(Locale.ENGLISH);
        assertThat(StatementReader.language("订单 SO-1001 没收到")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(StatementReader.language("12345 !!")).isNull();
    }

    @Test
    void the_article_of_the_order_is_found_by_what_tells_it_from_the_others() {
        assertThat(article("the red mug is missing", ORDER)).isEqualTo("MUG-RED-350");
        assertThat(article("I ordered earl grey and got english breakfast", ORDER))
                .isEqualTo("TEA-EGR-100");
        assertThat(article("少了一个杯子", ORDER_ZH)).isEqualTo("BEI-RED-350");
        assertThat(article("发错货了，我买的是红色", ORDER_ZH)).isEqualTo("BEI-RED-350");
        assertThat(article("我买的是红色", ORDER)).isEqualTo("MUG-RED-350");
        assertThat(article("bwl-blu came broken", ORDER)).isEqualTo("BWL-BLU");
        assertThat(article("this is not right", ORDER)).isNull();
    }

    @Test
    void what_came_is_not_taken_for_what_was_ordered() {
        assertThat(article("I ordered the mug but you sent me a blue bowl", ORDER))
                .isEqualTo("MUG-RED-350");
        assertThat(came("I ordered the red mug but you sent me a blue one")).isEqualTo("blue");
        assertThat(came("我买的是大号，收到的是小号杯子")).isEqualTo("小号杯");
        assertThat(came("you sent me the wrong one")).isNull();
        assertThat(new WhatCame("got a blue one instead of red").sibling("Stoneware mug, red, 350 ml"))
                .contains("Stoneware mug, blue, 350 ml");
        assertThat(new WhatCame("收到的是蓝色的").sibling("手作陶瓷杯 红色 350毫升")).contains("手作陶瓷杯 蓝色 350毫升");
    }

    @Test
    void the_number_of_an_article_says_which_came() {
        var came = new WhatCame("Ordered 85123A but got 85123B").of(List.of(new Sku("85123A"), new Sku("85123B")));
        assertThat(came).isEqualTo(new Came(new Sku("85123B"), "85123B", null));
    }

    @Test
    void numbers_of_orders_are_told_from_all_else() {
        var numbers =
                new NamedNumbers("两个订单都错了 SO-1001 和so-1002, order SO 1003; call +44 20 7946 0958 or Ann@Example.org.");
        var known = Set.of("SO-1001", "SO-1002", "SO-1003");
        assertThat(numbers.inOrder(known)).containsExactly("SO-1001", "SO-1002", "SO-1003");
        assertThat(numbers.email()).isEqualTo("Ann@Example.org");
        assertThat(numbers.phone(known)).isEqualTo("+44 20 7946 0958");
        assertThat(new NamedNumbers("my order number is 99812").unknownOrders(Set.of()))
                .containsExactly("99812");
        assertThat(new NamedNumbers("订单号是HE-99812").unknownOrders(Set.of())).containsExactly("HE-99812");
        assertThat(new NamedNumbers("order HE-99812").unknownOrders(Set.of("HE-99812")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "ordered ",
                "收",
                "没收到",
                "不是",
                "@",
                "1",
                "1-",
                "a@",
                "got red ordered ",
                "\u202E",
                "\0",
                "\uD800",
                "'",
                "order 1234 ",
                "+1 ",
                "wrong .. ",
                "<wrong>",
                "ﷺ",
                "只收到1",
                "not not not "
            })
    void whatever_is_written_is_read_in_no_time(String piece) {
        var text = piece.repeat(10_000 / piece.length());
        assertTimeout(Duration.ofSeconds(2), () -> {
            StatementReader.problems(text);
            StatementReader.demands(text);
            StatementReader.language(text);
            NamedArticle.of(text, ORDER);
            new WhatCame(text).of(List.of());
            var numbers = new NamedNumbers(text);
            numbers.unknownOrders(numbers.candidates());
            numbers.email();
            numbers.phone(List.of());
        });
    }

    private static List<Problem> problems(String text) {
        return StatementReader.problems(text).stream().map(Suggestion::value).toList();
    }

    private static List<Demand> demands(String text) {
        return StatementReader.demands(text).stream().map(Suggestion::value).toList();
    }

    private static @Nullable String article(String text, Map<Sku, String> order) {
        var article = NamedArticle.of(text, order);
        return article == null ? null : article.value().value();
    }

    private static @Nullable String came(String text) {
        var came = new WhatCame(text).of(List.of());
        return came == null ? null : Objects.requireNonNull(came).words();
    }
}
