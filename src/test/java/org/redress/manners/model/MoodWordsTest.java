package org.redress.manners.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.manners.Mood;
import org.springframework.core.io.ClassPathResource;

class MoodWordsTest {
    private static final List<String> LINES = lines();
    private static final MoodWords MOODS = new MoodWords(LINES);

    private static List<String> lines() {
        try {
            return new ClassPathResource("manners/moods.tsv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void every_phrase_of_the_list_is_heard_within_a_sentence() {
        var phrases = LINES.stream().filter(line -> line.charAt(0) != '#').toList();
        assertThat(phrases).hasSizeGreaterThan(100).allSatisfy(line -> {
            var cells = line.split("\t", -1);
            var phrase = cells[2].replace("*", "");
            var sentence = cells[1].equals("zh") ? "你好，" + phrase + "了。" : "Well, " + phrase + ".";
            assertThat(MOODS.read(sentence)).extracting(Mood.Sign::mood).contains(Mood.valueOf(cells[0]));
        });
    }

    @Test
    void words_within_words_are_not_heard() {
        assertThat(MOODS.read("The scampi and the warmest wishes arrived, and the strangest jug."))
                .isEmpty();
        assertThat(MOODS.read("Good day, a blue mug came instead of a red one."))
                .isEmpty();
        assertThat(MOODS.read("您好，我订的是红色杯子，收到的是蓝色的。")).isEmpty();
    }

    @Test
    void each_mood_is_heard_once_and_the_gravest_first() {
        var signs = MOODS.read("I am FURIOUS and fed up. My  lawyer will write. I have severe ALLERGIES!");
        assertThat(signs).extracting(Mood.Sign::mood).containsExactly(Mood.FRAIL, Mood.AUTHORITY, Mood.UPSET);
        assertThat(signs).extracting(Mood.Sign::words).containsExactly("allergies", "lawyer", "furious");
    }

    @Test
    void full_width_letters_and_digits_are_read_like_others() {
        assertThat(MOODS.read("我要打１２３１５")).extracting(Mood.Sign::mood).containsExactly(Mood.AUTHORITY);
    }
}
