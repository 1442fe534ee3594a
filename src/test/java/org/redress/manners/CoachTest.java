package org.redress.manners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.manners.Draft.Purpose;
import org.redress.manners.model.ReadingCoach;

/** The drafts that the rules were tuned on, and those that they were studied on. How well they do on drafts never seen is measured by {@code script/bench coach}. */
class CoachTest {
    private static final Coach COACH = ReadingCoach.ofTheHouse();

    static Stream<Locale> languages() {
        return Stream.of(Locale.ENGLISH, Locale.CHINESE);
    }

    @TestFactory
    Stream<DynamicTest> of_each_draft_the_coach_says_what_there_is_to_say_and_no_more() {
        return languages()
                .flatMap(language -> drafts(language).stream())
                .map(draft -> DynamicTest.dynamicTest(
                        draft.id(), () -> assertThat(draft.said(COACH)).isEqualTo(draft.labels())));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void of_every_draft_that_leaks_the_coach_tells(Locale language) {
        for (var set : List.of("tuning", "study")) {
            assertThat(drafts(set, language))
                    .filteredOn(draft -> draft.labels().stream().anyMatch(CoachTest::isLock))
                    .hasSizeGreaterThan(10)
                    .filteredOn(draft -> COACH.read(draft.draft(), draft.matter()).stream()
                            .noneMatch(advice -> advice.rule().isLock()))
                    .extracting(LabelledDraft::id)
                    .isEmpty();
        }
    }

    /** Close calls may be read otherwise than they are labelled, but few. */
    @ParameterizedTest
    @MethodSource("languages")
    void on_the_drafts_that_were_studied_little_is_missed_and_little_said_amiss(Locale language) {
        int right = 0;
        int missed = 0;
        int amiss = 0;
        for (var draft : drafts("study", language)) {
            var said = draft.said(COACH);
            for (var rule : COACH.rules()) {
                boolean isDue = draft.labels().contains(rule.name());
                boolean isSaid = said.contains(rule.name());
                right += isDue && isSaid ? 1 : 0;
                missed += isDue && !isSaid ? 1 : 0;
                amiss += !isDue && isSaid ? 1 : 0;
            }
        }
        assertThat((double) right / (right + missed)).as("recall").isGreaterThan(0.95);
        assertThat((double) right / (right + amiss)).as("precision").isGreaterThan(0.94);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void of_one_rule_at_most_twenty_pieces_of_advice_are_given(Locale language) {
        var insult = language.equals(Locale.CHINESE) ? "您一定是弄错了。" : "You must have clicked wrong. ";
        var advice = COACH.read(
                new Draft(insult.repeat(300), language, Purpose.REPLY),
                drafts(language).getFirst().matter());
        assertThat(advice)
                .filteredOn(each -> each.rule().name().equals("BLAMES"))
                .hasSize(20);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_rule_speaks_at_least_once_and_good_drafts_are_left_in_peace(Locale language) {
        var spoken = new HashSet<String>();
        drafts(language).forEach(draft -> spoken.addAll(draft.said(COACH)));
        assertThat(spoken)
                .containsExactlyInAnyOrderElementsOf(
                        COACH.rules().stream().map(Rule::name).toList());
        assertThat(drafts(language))
                .hasSizeGreaterThanOrEqualTo(60)
                .filteredOn(draft -> draft.labels().isEmpty())
                .hasSizeGreaterThanOrEqualTo(10);
    }

    /** The letter around it thanks, restates, says sorry, names the remedy and the day, and what the customer can do. */
    @ParameterizedTest
    @MethodSource("languages")
    void of_a_part_of_a_letter_only_that_is_missed_which_the_letter_does_not_say_by_itself(Locale language) {
        var missed = new HashMap<Purpose, Set<String>>();
        for (var each : drafts(language)) {
            for (var purpose : Purpose.values()) {
                var part = new Draft(language.equals(Locale.CHINESE) ? "不行。" : "No.", language, purpose).asPart();
                COACH.read(part, each.matter()).stream()
                        .filter(advice -> advice.rule().kind() == Rule.Kind.MISSING)
                        .forEach(advice -> missed.computeIfAbsent(purpose, _ -> new HashSet<>())
                                .add(advice.rule().name()));
            }
        }
        assertThat(missed)
                .isEqualTo(Map.of(Purpose.DECLINE, Set.of("GIVES_REASON"), Purpose.REPLY, Set.of("ACKNOWLEDGES")));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_part_of_a_letter_is_read_for_all_else_like_a_whole_one(Locale language) {
        for (var each : drafts(language)) {
            assertThat(besidesMissing(each.draft().asPart(), each.matter()))
                    .as(each.id())
                    .isEqualTo(besidesMissing(each.draft(), each.matter()));
        }
    }

    private static List<Advice> besidesMissing(Draft draft, Matter matter) {
        return COACH.read(draft, matter).stream()
                .filter(advice -> advice.rule().kind() != Rule.Kind.MISSING)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your photo shows the blue mug that you ordered.",
                "The label on your photo says blue mug, the same article as in your order.",
                "The number on your photo is that of the article you ordered.",
                "The parcel weighed 0.9 kg, as much as the mug that you ordered.",
                "您订的是42码，照片里的鞋也是42码。",
                "打包时称重0.9公斤，与所订商品重量相符。",
            })
    void a_reason_for_a_no_is_heard_as_one(String reason) {
        var part = new Draft(reason, Purpose.DECLINE).asPart();
        assertThat(COACH.read(part, drafts(part.language()).getFirst().matter()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void what_is_said_stands_where_the_advice_says(Locale language) {
        for (var each : drafts(language)) {
            for (var advice : COACH.read(each.draft(), each.matter())) {
                if (advice.from() < 0) {
                    assertThat(advice.said()).isEmpty();
                } else {
                    assertThat(each.draft().text().substring(advice.from(), advice.to()))
                            .as(each.id())
                            .isEqualTo(advice.said())
                            .isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void who_asks_for_leaks_alone_hears_of_all_of_them_and_of_nothing_else(Locale language) {
        for (var each : drafts(language)) {
            assertThat(COACH.leaks(each.draft(), each.matter()))
                    .as(each.id())
                    .isEqualTo(COACH.read(each.draft(), each.matter()).stream()
                            .filter(advice -> advice.rule().isLock())
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void the_gravest_comes_first(Locale language) {
        var draft = drafts(language).getFirst();
        var hostile = language.equals(Locale.CHINESE)
                ? "您一定弄错了！！！王小梅收到了您的杯子，明天就能送到。"
                : "You must have clicked wrong!!! Anna Whitfield has it, and it will arrive tomorrow.";
        var kinds = COACH.read(new Draft(hostile, language, Purpose.OFFER), draft.matter()).stream()
                .map(advice -> advice.rule().kind())
                .distinct()
                .toList();
        assertThat(kinds).isEqualTo(List.of(Rule.Kind.LEAKS, Rule.Kind.PROMISES, Rule.Kind.HURTS, Rule.Kind.MISSING));
    }

    @Test
    void an_empty_draft_lacks_everything_and_hurts_nobody() {
        var matter = drafts(Locale.ENGLISH).getFirst().matter();
        for (var text : List.of("", " \n\n", "…", "😀", "\u0000", "“", ">")) {
            assertThat(COACH.read(new Draft(text, Locale.ENGLISH, Purpose.OFFER), matter))
                    .as(text)
                    .isNotEmpty()
                    .allMatch(advice -> advice.rule().kind() == Rule.Kind.MISSING);
        }
    }

    @Test
    void a_town_beside_somebody_tells_of_them_and_a_name_with_what_they_have_does_both() {
        assertThat(leaks("Your mug went to another customer in Leeds.")).containsExactly("TELLS_OF_OTHER");
        assertThat(leaks("Your mug went to Leeds.")).containsExactly("LEAKS_CUSTOMER");
        assertThat(leaks("Anna Whitfield has your mug.")).containsExactlyInAnyOrder("LEAKS_CUSTOMER", "TELLS_OF_OTHER");
        assertThat(leaks("Dear Anna Whitfield, thank you.")).containsExactly("LEAKS_CUSTOMER");
        assertThat(leaks("It left our Leeds warehouse.")).isEmpty();
    }

    private static Set<String> leaks(String text) {
        var matter = drafts(Locale.ENGLISH).stream()
                .filter(draft -> draft.id().equals("tune-en-060"))
                .findFirst()
                .orElseThrow()
                .matter();
        return COACH.read(new Draft(text, Locale.ENGLISH, Purpose.REPLY), matter).stream()
                .filter(Advice::isLock)
                .map(advice -> advice.rule().name())
                .collect(Collectors.toSet());
    }

    private static boolean isLock(String name) {
        return COACH.rules().stream()
                .anyMatch(rule -> rule.isLock() && rule.name().equals(name));
    }

    private static List<LabelledDraft> drafts(Locale language) {
        return drafts("tuning", language);
    }

    private static List<LabelledDraft> drafts(String set, Locale language) {
        return LabelledDraft.read(set, language).orElseThrow();
    }
}
