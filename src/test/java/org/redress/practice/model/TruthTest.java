package org.redress.practice.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.rehearsal.Lesson;

class TruthTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALLERGEN | Please do not eat them. | true",
                "ALLERGEN | Keep them away from whoever has an allergy. | true",
                "ALLERGEN | 请不要食用，先放在一边。 | true",
                "ALLERGEN | There are no allergens, you can eat it. | false",
                "ALLERGEN | We are sorry about your allergy. | false",
                "ALLERGEN | 没有过敏原，可以放心食用，请不要担心。 | false",
                "OWN_MISTAKE | You may return it within 14 days. | true",
                "OWN_MISTAKE | 您可以在七天内无理由退货。 | true",
                "OWN_MISTAKE | You ordered this one, so we cannot return it and you have to keep it. | false",
                "OWN_MISTAKE | 这是您订的，我们不能退货。 | false",
            })
    void what_has_to_be_said_is_not_said_by_its_contrary(Lesson lesson, String words, boolean said) {
        var must = Objects.requireNonNull(Truth.of(lesson).mustSay());
        assertThat(must.matcher(words).find()).isEqualTo(said);
    }
}
