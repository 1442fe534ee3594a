package org.redress.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;
import org.springframework.context.MessageSource;

/** Says things in the reader's language and time zone. Made for one request; templates call it {@code w}. */
public final class Words {
    private final MessageSource texts;
    private final Locale locale;
    private final ZoneId zone;
    private final Instant now;

    Words(MessageSource texts, Locale locale, ZoneId zone, Instant now) {
        this.texts = texts;
        this.locale = locale;
        this.zone = zone;
        this.now = now;
    }

    /** @throws org.springframework.context.NoSuchMessageException where the key stands in no language */
    public String say(String key, Object... gaps) {
        var said = new Object[gaps.length];
        for (int i = 0; i < gaps.length; i++) {
            said[i] = inWords(gaps[i]);
        }
        return texts.getMessage(key, said, locale);
    }

    public String say(Phrase phrase) {
        return say(phrase.key(), phrase.gaps().toArray());
    }

    /** The text of one constant of an enum: key {@code prefix.CONSTANT}. */
    public String say(String prefix, Enum<?> constant) {
        return say(prefix + "." + constant.name());
    }

    private Object inWords(Object gap) {
        return switch (gap) {
            case Phrase phrase -> say(phrase);
            case Money money -> money(money);
            case Instant at -> time(at);
            case Integer number -> String.format(locale, "%,d", number);
            case Long number -> String.format(locale, "%,d", number);
            default -> gap.toString();
        };
    }

    /** "£12.50", "¥88.00". */
    public String money(Money money) {
        var format = java.text.NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.amount());
    }

    /** Weekday, day and time: "Tue, 24 Nov, 15:00" or "11月24日周二 15:00". */
    public String time(Instant at) {
        var pattern = locale.getLanguage().equals("zh") ? "M月d日EEE HH:mm" : "EEE, d MMM, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(zone));
    }

    /** The day with its year, in the usual form of the language. */
    public String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    /** "in 40 min", "3 days ago". */
    public String fromNow(Instant at) {
        var distance = Duration.between(now, at);
        var key = distance.isNegative() ? "time.ago" : "time.in";
        return say(key, span(distance.abs()));
    }

    private String span(Duration distance) {
        if (distance.toMinutes() < 1) {
            return say("time.moment");
        }
        if (distance.toHours() < 1) {
            return say("time.minutes", distance.toMinutes());
        }
        if (distance.toDays() < 1) {
            return say("time.hours", distance.toHours());
        }
        return say("time.days", distance.toDays());
    }

    public boolean isPast(Instant at) {
        return at.isBefore(now);
    }

    public Instant now() {
        return now;
    }

    public Locale locale() {
        return locale;
    }

    /** For the {@code lang} attribute: {@code en} or {@code zh-CN}. */
    public String language() {
        return locale.toLanguageTag();
    }
}
