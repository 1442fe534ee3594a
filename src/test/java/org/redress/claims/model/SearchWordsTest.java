package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
    private static final String TOLD = """
            K7QM-29XF
            R-1042
            Ada Byrne
            Ada.Byrne@example.com
            I ordered red mugs and blue ones came. 我买的是红色杯子，收到的是蓝色的。
            """;

    private static boolean isFound(String asked) {
        return isFound(asked, TOLD);
    }

    private static boolean isFound(String asked, String told) {
        var words = SearchWords.of(told);
        return SearchWords.asked(asked).stream().anyMatch(words::containsAll);
    }

    @ParameterizedTest
    @CsvSource({
        "k7qm-29xf",
        "K7QM29XF",
        "r-1042",
        "R1042",
        "1042",
        "ada",
        "BYRNE ada",
        "ada.byrne@example.com",
        "mug",
        "Mugs",
        "blue ordered",
        "红色",
        "杯子",
        "杯",
        "红色杯子",
        "蓝色",
        "紅色",
        "收到蓝色"
    })
    void a_claim_is_found_by(String asked) {
        assertThat(isFound(asked)).as(asked).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"green", "R-1043", "blue green", "绿色", "红色盘子", "grace@example.com"})
    void a_claim_is_not_found_by(String asked) {
        assertThat(isFound(asked)).as(asked).isFalse();
    }

    @Test
    void a_number_in_the_midst_of_chinese_is_found_and_a_figure_of_a_claim_s_number_is_not() {
        assertThat(isFound("R-1042", "我的订单R-1042发错了")).isTrue();
        assertThat(isFound("1042", "我的订单R-1042发错了")).isTrue();
        assertThat(isFound("7")).isFalse();
        assertThat(isFound("29XF")).isTrue();
    }

    @Test
    void the_most_exact_reading_of_chinese_is_by_words_and_the_last_by_characters() {
        var asked = SearchWords.asked("红色杯子");
        assertThat(asked.getFirst()).containsExactlyInAnyOrder("红色", "杯子");
        assertThat(asked.getLast()).containsExactlyInAnyOrder("红", "色", "杯", "子");
    }

    @Test
    void what_has_no_word_asks_nothing() {
        assertThat(SearchWords.asked(null)).isEmpty();
        assertThat(SearchWords.asked(" ,;。 ")).isEmpty();
    }

    @Test
    void a_phone_is_found_however_its_beginning_is_written() {
        var words = SearchWords.of(Sample.filing("+44 7700 900123"), "K7QM-29XF", List.of());
        for (var asked : List.of("07700900123", "+447700900123", "(07700) 900 123", "7700 900123")) {
            assertThat(SearchWords.asked(asked)).as(asked).anyMatch(words::containsAll);
        }
        assertThat(SearchWords.asked("07700900124")).noneMatch(words::containsAll);
    }

    @Test
    void articles_and_numbers_of_a_claim_are_among_its_words() {
        var words = SearchWords.of(Sample.filing(), "K7QM-29XF", Set.of("Weekender bag"));
        assertThat(words).contains("bag", "weekend", "a1", "k7qm29xf", "mug", "red", "ada@examplecom");
    }

    @Test
    void a_very_long_statement_is_cut_and_not_refused() {
        assertThat(SearchWords.of("杯子 mug ".repeat(100_000)))
                .contains("mug", "杯子")
                .hasSizeLessThan(10);
        var many = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            many.append("w").append(i).append(' ');
        }
        assertThat(SearchWords.of(many.toString())).hasSize(1_000);
        assertThat(SearchWords.of("x".repeat(15_000))).allMatch(word -> word.length() <= 40);
    }
}
