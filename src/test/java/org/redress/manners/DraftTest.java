package org.redress.manners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static Locale language(String text) {
        return new Draft(text, Draft.Purpose.REPLY).language();
    }

    @Test
    void a_draft_is_in_the_language_of_most_of_its_words() {
        assertThat(language("We send you “红色马克杯” again, at our cost.")).isEqualTo(Locale.ENGLISH);
        assertThat(language("您订的 MUG-RED-350 明天补发，运费由我们承担。")).isEqualTo(Locale.CHINESE);
        assertThat(language("")).isEqualTo(Locale.ENGLISH);
    }
}
