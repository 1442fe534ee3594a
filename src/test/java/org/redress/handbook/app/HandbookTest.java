package org.redress.handbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.claims.CauseCode;
import org.redress.handbook.Attempt;
import org.redress.handbook.Audience;
import org.redress.handbook.Causes;
import org.redress.handbook.Chapter;
import org.redress.handbook.Chapter.Part;
import org.redress.handbook.Question;
import org.redress.handbook.model.Screens;
import org.redress.ui.Languages;
import org.springframework.core.io.ClassPathResource;

/** What is written in the handbook: the same in both languages, complete, and without dead ends. */
class HandbookTest {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern ROW = Pattern.compile("[RFS][0-9]{1,2}");
    private static final int ROWS = 86;

    private final Shelf shelf = new Shelf();

    private List<Chapter> staff(Locale language) {
        return shelf.chapters(Audience.STAFF, language);
    }

    private static Set<String> anchors(Chapter chapter) {
        return chapter.headings().stream().map(Chapter.Heading::anchor).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void both_languages_have_the_same_chapters_sections_and_parts(Audience audience) {
        var english = shelf.chapters(audience, Languages.ENGLISH);
        var chinese = shelf.chapters(audience, Languages.CHINESE);
        assertThat(english).hasSizeGreaterThan(3);
        assertThat(chinese.stream().map(HandbookTest::shape))
                .containsExactlyElementsOf(
                        english.stream().map(HandbookTest::shape).toList());
        assertThat(chinese.stream().map(Chapter::title))
                .doesNotContainAnyElementsOf(
                        english.stream().map(Chapter::title).toList());
    }

    private static String shape(Chapter chapter) {
        var headings = chapter.headings().stream().map(Chapter.Heading::anchor).toList();
        var parts = chapter.parts().stream()
                .map(part -> switch (part) {
                    case Part.Prose _ -> "prose";
                    case Part.Picture(var name) -> "picture " + name;
                    case Part.Lines(var lines) ->
                        "lines " + lines.stream().map(line -> line.good()).toList();
                    case Part.Causes _ -> "causes";
                    case Part.Rules _ -> "rules";
                })
                .toList();
        return chapter.slug() + " " + chapter.sources() + " " + headings + " " + parts;
    }

    @Test
    void every_requirement_of_the_deck_is_in_a_chapter() {
        var named = staff(Languages.ENGLISH).stream()
                .flatMap(chapter -> chapter.sources().stream())
                .collect(Collectors.toSet());
        assertThat(named).allMatch(row -> ROW.matcher(row).matches());
        assertThat(named)
                .containsAll(IntStream.rangeClosed(1, ROWS)
                        .mapToObj(row -> "R" + row)
                        .toList());
        assertThat(named)
                .containsAll(
                        IntStream.rangeClosed(1, 12).mapToObj(row -> "F" + row).toList());
    }

    @Test
    void every_staff_chapter_is_illustrated_and_every_drawing_says_what_it_shows() {
        for (var chapter : staff(Languages.ENGLISH)) {
            var pictures = chapter.parts().stream()
                    .filter(Part.Picture.class::isInstance)
                    .map(part -> ((Part.Picture) part).name())
                    .toList();
            assertThat(pictures).as(chapter.slug()).isNotEmpty();
            for (var name : pictures) {
                assertThat(shelf.picture(name))
                        .contains("role=\"img\"", "<title id=\"drawing-" + name + "\">@{title}</title>")
                        .doesNotContain("style=", "<script", "#");
            }
        }
    }

    @Test
    void every_link_to_a_section_leads_to_one() {
        for (var language : Languages.ALL) {
            var there = new HashSet<String>();
            for (var chapter : staff(language)) {
                there.add("/desk/handbook/" + chapter.slug());
                anchors(chapter).forEach(anchor -> there.add("/desk/handbook/" + chapter.slug() + "#" + anchor));
            }
            shelf.chapters(Audience.CUSTOMERS, language).forEach(chapter -> there.add("/handbook/" + chapter.slug()));
            assertThat(links(language).stream().filter(link -> link.contains("/handbook/")))
                    .isNotEmpty()
                    .allMatch(there::contains);
        }
    }

    @Test
    void every_other_link_leads_to_a_screen_that_the_handbook_knows_a_section_about() {
        for (var language : Languages.ALL) {
            assertThat(links(language).stream().filter(link -> !link.contains("/handbook/")))
                    .hasSizeGreaterThan(20)
                    .allMatch(link -> shelf.about(link).isPresent());
        }
    }

    private List<String> links(Locale language) {
        return Stream.of(Audience.values())
                .flatMap(audience -> shelf.chapters(audience, language).stream())
                .flatMap(chapter -> chapter.parts().stream())
                .filter(Part.Prose.class::isInstance)
                .flatMap(part -> LINK.matcher(((Part.Prose) part).html()).results())
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void what_is_said_of_a_screen_is_a_section_of_a_chapter() throws IOException {
        var screens =
                Screens.read(new ClassPathResource("handbook/screens.tsv").getContentAsString(StandardCharsets.UTF_8));
        var there = staff(Languages.ENGLISH).stream()
                .flatMap(chapter -> anchors(chapter).stream().map(anchor -> chapter.slug() + "#" + anchor))
                .collect(Collectors.toSet());
        assertThat(screens.entries()).hasSizeGreaterThan(20);
        assertThat(screens.entries().stream().map(Screens.Entry::target)).allMatch(there::contains);
    }

    @Test
    void both_languages_ask_the_same_questions() {
        for (var chapter : staff(Languages.ENGLISH)) {
            var english = shelf.bank(chapter.slug(), Languages.ENGLISH);
            var chinese = shelf.bank(chapter.slug(), Languages.CHINESE);
            assertThat(chinese.stream().map(HandbookTest::shape))
                    .containsExactlyElementsOf(
                            english.stream().map(HandbookTest::shape).toList());
            assertThat(english.stream().map(Question::id)).doesNotHaveDuplicates();
            assertThat(english).hasSizeGreaterThan(Attempt.QUESTIONS);
            assertThat(english.stream().map(Question::anchor)).allMatch(anchors(chapter)::contains);
            assertThat(english.stream().flatMap(question -> question.sources().stream()))
                    .allMatch(row -> ROW.matcher(row).matches());
        }
    }

    private static String shape(Question question) {
        return question.id() + question.sources() + question.options().size() + question.right() + question.anchor();
    }

    @Test
    void the_right_answer_stands_at_no_place_more_often_than_by_half() {
        var places = new ArrayList<Integer>();
        for (var chapter : staff(Languages.ENGLISH)) {
            shelf.bank(chapter.slug(), Languages.ENGLISH).forEach(question -> places.add(question.right()));
        }
        for (int place = 0; place < 3; place++) {
            assertThat(java.util.Collections.frequency(places, place)).isBetween(places.size() / 6, places.size() / 2);
        }
    }

    @Test
    void every_cause_has_its_row_and_the_mechanisms_lead_back_to_it() {
        var chapter = shelf.chapter(Audience.STAFF, "causes", Languages.ENGLISH).orElseThrow();
        for (var cause : CauseCode.values()) {
            assertThat(chapter.sources()).contains(Causes.row(cause));
            for (var mechanism : Causes.mechanisms(cause)) {
                assertThat(Causes.fitting(mechanism)).contains(cause);
            }
        }
        assertThat(Causes.fitting("RC")).containsExactly(CauseCode.PE_04);
    }
}
