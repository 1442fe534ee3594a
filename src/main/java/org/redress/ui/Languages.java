package org.redress.ui;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The two languages of the product, and {@link Words} for a reader who is not on a page: a mail, a REST answer. */
@Component
public class Languages {
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final List<Locale> ALL = List.of(ENGLISH, CHINESE);

    private final MessageSource texts;
    private final InstantSource clock;

    Languages(MessageSource texts, InstantSource clock) {
        this.texts = texts;
        this.clock = clock;
    }

    public Words words(Locale locale, ZoneId zone) {
        return new Words(texts, nearest(locale), zone, clock.instant());
    }

    Words words(Locale locale, ZoneId zone, Instant now) {
        return new Words(texts, nearest(locale), zone, now);
    }

    /** The first that is one of ours, else English. */
    public static Locale nearest(List<Locale> wanted) {
        return wanted.stream()
                .filter(locale -> locale.getLanguage().equals("zh")
                        || locale.getLanguage().equals("en"))
                .findFirst()
                .map(Languages::nearest)
                .orElse(ENGLISH);
    }

    /** The language tag of a customer or an order, such as {@code zh-CN}; English where it is none of ours. */
    public static Locale nearest(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }
}
