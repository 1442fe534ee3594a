package org.redress.practice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.practice.Fact;
import org.redress.practice.Move;
import org.redress.practice.Part;
import org.redress.rehearsal.Lesson;

/** Texts whose keys are put together from the case and what is done in it. */
class PracticeWordsTest {
    private static final List<String> OF_A_CASE =
            List.of("title", "hint", "statement", "accepts", "declines", "truth", "model");

    private final Set<String> keys = keys();

    private static Set<String> keys() {
        var texts = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/words/practice.properties"))) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames();
    }

    @Test
    void every_case_is_told_from_its_title_to_its_good_answer() {
        for (var lesson : Lesson.values()) {
            for (var part : OF_A_CASE) {
                assertThat(keys).contains("practice." + lesson + "." + part);
            }
            assertThat(keys).contains("practice.brief." + lesson);
        }
    }

    @Test
    void every_fact_has_a_name_a_reason_and_whoever_is_asked_has_an_answer() {
        for (var fact : Fact.values()) {
            assertThat(keys).contains("practice.fact." + fact, "practice.why." + fact);
            if (fact.isAskedOfWarehouse()) {
                assertThat(keys).contains("practice.answer." + fact);
            }
        }
    }

    @Test
    void what_the_warehouse_says_of_one_case_belongs_to_a_case_and_a_question() {
        var questions = Arrays.stream(Fact.values())
                .filter(Fact::isAskedOfWarehouse)
                .map(Fact::name)
                .toList();
        assertThat(keys.stream().filter(key -> key.startsWith("practice.told.")))
                .isNotEmpty()
                .allSatisfy(key -> {
                    var parts = key.split("\\.", -1);
                    assertThat(Stream.of(Lesson.values()).map(Lesson::name)).contains(parts[2]);
                    assertThat(questions).contains(parts[3]);
                });
    }

    @Test
    void every_part_of_the_score_and_every_message_is_named() {
        for (var part : Part.values()) {
            assertThat(keys).contains("practice.part." + part);
        }
        Stream.of(Move.Kind.values())
                .filter(Move.Kind::isMessage)
                .forEach(kind -> assertThat(keys).contains("practice.by." + kind));
    }
}
