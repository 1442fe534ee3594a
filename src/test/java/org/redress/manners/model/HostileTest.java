package org.redress.manners.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.manners.Draft;
import org.redress.manners.Draft.Purpose;
import org.redress.manners.Matter.Others;
import org.redress.manners.Matter.Person;

/** Drafts made to be slow: what reading costs grows as the draft does, and no faster. */
class HostileTest {
    private static final ReadingCoach COACH = ReadingCoach.ofTheHouse();
    private static final int LENGTH = 10_000;

    static Stream<String> pieces() {
        return Stream.of(
                "you must have ",
                "will will will ",
                "we refund refund £9 by tomorrow ",
                "send return pay postage at your own ",
                "if you do not ",
                "a",
                "A ",
                "1",
                "1 ",
                "1-",
                "*",
                "1*",
                "x",
                "@",
                "a@",
                "a.",
                "[",
                "{",
                "_",
                "!",
                "\"",
                "“",
                ">\n",
                "\n",
                "(+",
                "0 ",
                "HE-",
                "Anna ",
                "Mr ",
                "您一定是",
                "不会再不会再",
                "退赔补给您",
                "三天",
                "王",
                "今天会",
                "，",
                "二十");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void twice_the_draft_costs_about_twice_the_looks(String piece) {
        for (var language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            long once = looks(piece, LENGTH / 2, language);
            long twice = looks(piece, LENGTH, language);
            assertThat(twice).as(language + " " + piece).isLessThan(3 * once + 10_000);
            assertThat(twice).as("looks a character").isLessThan(LENGTH * 1_500L);
        }
    }

    private static long looks(String piece, int length, Locale language) {
        var matter = Matters.with(new Others(
                List.of(
                        new Person("Anna Whitfield", "anna@post.example", "07700 900456", List.of("12 Mill Lane")),
                        new Person("王小梅", null, "13912345678", List.of("杭州市西湖区"))),
                Set.of("HE-20032"),
                Set.of("Piotr Nowak")));
        var draft = new Draft(piece.repeat(length / piece.length()), language, Purpose.OFFER);
        var reading = COACH.reading(draft, matter);
        COACH.rules().forEach(reading::advice);
        return reading.looks();
    }
}
