package org.redress.handbook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.kernel.Money;
import org.redress.manners.Advice;
import org.redress.manners.Coach;
import org.redress.manners.Draft;
import org.redress.manners.Matter;
import org.redress.manners.Rule;
import org.redress.manners.model.ReadingCoach;

/** The draft that is right is the one that the coach prefers. */
class CaseQuestionsTest {
    private static final Coach COACH = ReadingCoach.ofTheHouse();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle(
                "words/handbook",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Matter matter(Locale language) {
        boolean isChinese = language.getLanguage().equals("zh");
        return new Matter(
                new Matter.Person("Carol Hughes", null, null, List.of()),
                Set.of(),
                List.of(isChinese ? "商品" : "article"),
                null,
                false,
                true,
                TODAY,
                TODAY.plusDays(2),
                new Money(2_500, Currency.getInstance("GBP")),
                Matter.Others.nobody());
    }

    private static List<Advice> said(String language, String problem, String flaw, String kind) {
        var texts = texts(language);
        var then = texts.getString("handbook.case.DRAFT.then." + kind);
        var text = new MessageFormat(texts.getString("handbook.case.DRAFT." + problem + "." + flaw))
                .format(new Object[] {then});
        var locale = Locale.of(language);
        return COACH.read(new Draft(text, locale, Draft.Purpose.OFFER), matter(locale));
    }

    static Stream<Arguments> drafts() {
        return Stream.of("en", "zh")
                .flatMap(language -> Stream.of("RESHIP", "EXCHANGE", "REFUND")
                        .flatMap(kind -> Stream.of("WRONG", "MISSING")
                                .filter(problem -> !kind.equals("EXCHANGE") || !problem.equals("MISSING"))
                                .map(problem -> Arguments.of(language, problem, kind))));
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void the_draft_to_send_is_the_one_that_the_coach_has_least_to_say_about(
            String language, String problem, String kind) {
        var good = said(language, problem, "GOOD", kind);
        assertThat(good).extracting(advice -> advice.rule().name()).isSubsetOf("GIVES_REASON");
        for (var flaw : List.of("BLAMES", "COLD", "VAGUE")) {
            assertThat(said(language, problem, flaw, kind)).as(flaw).hasSizeGreaterThan(good.size() + 1);
        }
        assertThat(said(language, problem, "BLAMES", kind))
                .anyMatch(advice -> advice.rule().kind() == Rule.Kind.HURTS);
        assertThat(said(language, problem, "COLD", kind))
                .anyMatch(advice -> advice.rule().name().equals("APOLOGISES"));
        assertThat(said(language, problem, "VAGUE", kind))
                .anyMatch(advice -> advice.rule().name().equals("NAMES_DATE"));
    }
}
