package org.redress.handbook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.claims.CauseCode;
import org.redress.handbook.Ask;
import org.redress.handbook.CaseStudy;
import org.redress.handbook.Causes;
import org.redress.handbook.Drawn;
import org.redress.handbook.model.Draw;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.remedy.Remedy;
import org.redress.testing.RedressTest;
import org.redress.ui.Languages;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever can be drawn of a case is said in both languages. */
@RedressTest
class CaseWordsIT {
    /** So many draws show every option of every question: of at most 21 causes four are shown at a time. */
    private static final int DRAWS = 60;

    @Autowired
    Languages languages;

    private static List<CaseStudy> studies(boolean simulated) {
        var studies = new ArrayList<CaseStudy>();
        for (var cause : CauseCode.values()) {
            for (var mechanism : Causes.mechanisms(cause)) {
                var facts = List.of(Phrase.of("handbook.found." + mechanism));
                studies.add(new CaseStudy.OfCause(simulated, facts, mechanism, cause));
            }
        }
        var kinds = List.of(Remedy.Kind.RESHIP, Remedy.Kind.EXCHANGE, Remedy.Kind.REFUND);
        kinds.forEach(kind -> studies.add(new CaseStudy.OfRemedy(simulated, List.of(), kind)));
        Stream.of(
                        Problem.WRONG_ITEM,
                        Problem.WRONG_VARIANT,
                        Problem.WRONG_QUANTITY,
                        Problem.MISSING_ITEM,
                        Problem.EXTRA_ITEM)
                .forEach(problem -> studies.add(new CaseStudy.OfGoods(simulated, List.of(), problem)));
        for (boolean enough : List.of(true, false)) {
            var fact = Phrase.of("handbook.case.barcode." + enough);
            studies.add(new CaseStudy.OfPhotos(simulated, List.of(fact), enough));
        }
        for (var moment : CaseStudy.Moment.values()) {
            studies.add(new CaseStudy.OfMoment(simulated, List.of(moment.said()), moment));
        }
        for (var problem : List.of(Problem.WRONG_ITEM, Problem.WRONG_VARIANT, Problem.MISSING_ITEM)) {
            kinds.stream()
                    .filter(kind -> problem != Problem.MISSING_ITEM || kind != Remedy.Kind.EXCHANGE)
                    .forEach(kind -> studies.add(new CaseStudy.OfWords(simulated, List.of(), problem, kind)));
        }
        return studies;
    }

    private static List<Drawn.FromCase> drawn(Ask ask) {
        var drawn = new ArrayList<Drawn.FromCase>();
        for (boolean simulated : List.of(true, false)) {
            for (var study : studies(simulated)) {
                for (int seed = 0; seed < DRAWS; seed++) {
                    Draw.test(seed, List.of(), List.of(ask), List.of(study))
                            .forEach(each -> drawn.add((Drawn.FromCase) each));
                }
            }
        }
        return drawn;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void every_question_every_answer_and_every_reason_is_said(String language) {
        var words = languages.words(Locale.forLanguageTag(language), ZoneOffset.UTC);
        var cases = new CaseWords(words);
        var shown = new HashSet<String>();
        for (var ask : Ask.values()) {
            assertThat(cases.question(ask)).isNotBlank();
            var all = drawn(ask);
            assertThat(all).as(ask.name()).isNotEmpty();
            for (var drawn : all) {
                assertThat(cases.options(drawn))
                        .as("%s", drawn.options())
                        .hasSize(4)
                        .doesNotHaveDuplicates()
                        .noneMatch(option -> option.isBlank() || option.contains("{"));
                assertThat(cases.why(drawn)).isNotBlank().doesNotContain("{");
                drawn.facts().forEach(fact -> assertThat(words.say(fact)).isNotBlank());
                drawn.options().forEach(option -> shown.add(ask + "." + option));
            }
        }
        assertThat(shown)
                .contains(
                        "EVIDENCE.ITEM_BARCODE",
                        "EVIDENCE.OUTER_LABEL",
                        "EVIDENCE.PACKING_SLIP",
                        "EVIDENCE.NOTHING",
                        "PROMISE.DECISION",
                        "PROMISE.EXECUTION",
                        "PROMISE.STANDS_STILL",
                        "PROMISE.NONE_YET",
                        "CONCERNS.COLLEAGUE");
        Arrays.stream(CauseCode.values()).forEach(cause -> assertThat(shown).contains("CAUSE." + cause));
        Arrays.stream(Causes.Place.values()).forEach(place -> assertThat(shown).contains("PLACE." + place));
        Arrays.stream(Causes.Reach.values()).forEach(reach -> assertThat(shown).contains("CONCERNS." + reach));
        Arrays.stream(CaseStudy.Moment.values())
                .forEach(moment -> assertThat(shown).contains("NEXT." + moment));
    }
}
