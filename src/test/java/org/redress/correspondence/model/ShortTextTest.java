package org.redress.correspondence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.correspondence.Message;
import org.redress.kernel.Phrase;

class ShortTextTest {
    /** With a link of 75 characters behind it, two parts of a text message (GSM 03.38 and UCS-2). */
    private static final int ENGLISH = 150;

    private static final int CHINESE = 58;

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static String say(Phrase phrase, Locale language) {
        var words = ResourceBundle.getBundle("words/correspondence", language, NO_OTHER_LANGUAGE);
        return MessageFormat.format(words.getString(phrase.key()), phrase.gaps().toArray());
    }

    @ParameterizedTest
    @EnumSource(Message.Kind.class)
    void it_names_shop_and_claim_is_short_and_leads_to_the_link(Message.Kind kind) {
        var phrase = ShortText.of(kind, "Quay Street", "C7K2-9QXM");
        var english = say(phrase, Locale.ENGLISH);
        assertThat(english).startsWith("Quay Street: ").contains("C7K2-9QXM").endsWith(":");
        assertThat(english.length()).isLessThanOrEqualTo(ENGLISH);
        var chinese = say(phrase, Locale.SIMPLIFIED_CHINESE);
        assertThat(chinese).startsWith("【Quay Street】").contains("C7K2-9QXM").endsWith("：");
        assertThat(chinese.length()).isLessThanOrEqualTo(CHINESE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Message.Kind.class,
            names = {"WARNING", "INFORMATION_REQUEST"})
    void what_cannot_wait_sounds_like_nothing_else(Message.Kind kind) {
        for (var other : Message.Kind.values()) {
            if (other != kind) {
                assertThat(ShortText.of(other, "S", "C")).isNotEqualTo(ShortText.of(kind, "S", "C"));
            }
        }
    }
}
