package org.redress.manners.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.manners.Rule;
import org.redress.manners.model.PhraseLine.Hit;

class PhrasebookTest {
    private static final ReadingCoach COACH = ReadingCoach.ofTheHouse();

    static Stream<Locale> languages() {
        return Stream.of(Locale.ENGLISH, Locale.CHINESE);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_line_is_found_in_its_own_example(Locale language) {
        assertThat(COACH.phrasebook(language).lines())
                .isNotEmpty()
                .filteredOn(line -> !isFound(line, line.example(), language))
                .extracting(PhraseLine::source)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void no_line_is_found_in_the_sentence_that_it_excuses(Locale language) {
        assertThat(COACH.phrasebook(language).lines())
                .filteredOn(line -> !line.innocent().isEmpty() && isFound(line, line.innocent(), language))
                .extracting(PhraseLine::source)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_line_speaks_for_a_rule_or_a_topic(Locale language) {
        var rules = COACH.rules().stream().map(Rule::name).toList();
        assertThat(COACH.phrasebook(language).lines())
                .extracting(PhraseLine::rule)
                .allMatch(
                        rule -> rule.equals("-") || rule.startsWith("ASKS ") || rules.contains(rule.split(" ", 2)[0]));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatever_can_be_asked_can_be_answered(Locale language) {
        var rules = COACH.phrasebook(language).lines().stream()
                .map(PhraseLine::rule)
                .toList();
        assertThat(rules)
                .filteredOn(rule -> rule.startsWith("ASKS "))
                .allMatch(rule -> rules.contains(rule.replace("ASKS ", "ANSWERS ")));
    }

    @Test
    void gaps_stay_within_a_clause_and_choices_may_be_left_out() {
        assertThat(ends("you must .. wait", "You must, as I said, wait")).isFalse();
        assertThat(ends("you must .. wait", "You must really wait")).isTrue();
        assertThat(ends("you must .... wait", "You must, as I said, wait")).isTrue();
        assertThat(ends("you must .... wait", "You must. We wait")).isFalse();
        assertThat(ends("you [must|can] wait*", "You waited")).isTrue();
        assertThat(ends("you (must|can) wait*", "You waited")).isFalse();
        assertThat(ends("do not", "Don’t")).isTrue();
    }

    @Test
    void a_phrase_that_nobody_can_read_is_no_phrase() {
        for (var broken : List.of("(you", "you)", "@nothing", "you||me")) {
            assertThatThrownBy(() -> Phrase.of(broken, Map.of(), false))
                    .as(broken)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static boolean ends(String phrase, String text) {
        return Phrase.of(phrase, Map.of(), false).end(Text.of(text), 0) > 0;
    }

    private static boolean isFound(PhraseLine line, String text, Locale language) {
        var marked = ReadingCoach.marked(text, Matters.mug(language));
        return COACH.phrasebook(language).find(marked, text).getOrDefault(line.rule(), List.<Hit>of()).stream()
                .map(Hit::line)
                .anyMatch(line::equals);
    }
}
