package org.redress.manners.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.manners.Draft;
import org.redress.manners.Draft.Purpose;
import org.redress.manners.Rule;
import org.redress.manners.Rule.Kind;

class RulebookTest {
    private static final ReadingCoach COACH = ReadingCoach.ofTheHouse();

    @ParameterizedTest
    @ValueSource(strings = {"manners", "manners_zh"})
    void every_rule_says_what_it_means_why_and_how_it_looks(String file) throws IOException {
        var words = words(file);
        for (var rule : COACH.rules()) {
            for (var end : new String[] {"", ".why", ".good", ".bad"}) {
                assertThat(words.getProperty(rule.words() + end))
                        .as(rule.name() + end)
                        .isNotBlank();
            }
        }
    }

    @Test
    void no_text_is_left_of_a_rule_that_is_gone() throws IOException {
        var names = COACH.rules().stream().map(Rule::name).toList();
        assertThat(words("manners").keySet())
                .map(key -> key.toString().split("[.]", -1)[2])
                .allMatch(names::contains);
    }

    @Test
    void every_rule_names_its_sources() {
        assertThat(COACH.rules())
                .hasSize(25)
                .allSatisfy(rule ->
                        assertThat(rule.sources()).isNotEmpty().allMatch(source -> source.matches("[RFS][0-9]{1,2}")));
    }

    @Test
    void only_what_belongs_to_somebody_else_is_a_lock() {
        assertThat(COACH.rules())
                .filteredOn(Rule::isLock)
                .extracting(Rule::name)
                .allMatch(name -> name.startsWith("LEAKS") || name.startsWith("TELLS"));
        assertThat(COACH.rules()).filteredOn(Rule::isLock).hasSize(4);
    }

    /** What the handbook shows as bad is heard by the rule that it is shown under. */
    @ParameterizedTest
    @ValueSource(strings = {"manners", "manners_zh"})
    void bad_lines_of_what_hurts_are_heard_and_good_ones_are_not(String file) throws IOException {
        var words = words(file);
        var language = file.endsWith("_zh") ? Locale.CHINESE : Locale.ENGLISH;
        for (var rule : COACH.rules()) {
            if (rule.kind() != Kind.HURTS && rule.kind() != Kind.PROMISES) {
                continue;
            }
            assertThat(isHeard(rule, words.getProperty(rule.words() + ".bad"), language))
                    .as(rule.name())
                    .isTrue();
            assertThat(isHeard(rule, words.getProperty(rule.words() + ".good"), language))
                    .as(rule.name())
                    .isFalse();
        }
    }

    private static boolean isHeard(Rule rule, String text, Locale language) {
        return COACH.read(new Draft(text, language, Purpose.REPLY), Matters.mug(language)).stream()
                .anyMatch(advice -> advice.rule().equals(rule));
    }

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(RulebookTest.class.getResourceAsStream("/words/" + file + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
