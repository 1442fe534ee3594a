package org.redress.ui;

import java.text.ListFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;
import org.springframework.context.MessageSource;

/** Says things in the reader's language and time zone. Made for one request; templates call it {@code w}. */
public final class Words {
    private static final Duration SOON = Duration.ofHours(2);

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

    /**
     * Fills the gaps of a text. Money, times, lists and phrases are said in this language; numbers stay numbers, so
     * that a text may choose by them: {@code {0,choice,1#1 day|1<{0} days}}.
     *
     * @throws org.springframework.context.NoSuchMessageException where the key stands in no language
     */
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

    /** Whether a text stands under this key. */
    public boolean knows(String key) {
        return !"".equals(texts.getMessage(key, null, "", locale));
    }

    private Object inWords(Object gap) {
        return switch (gap) {
            case Phrase phrase -> say(phrase);
            case Money money -> money(money);
            case Instant at -> time(at);
            case LocalDate day -> date(day);
            case Duration span -> span(span);
            case Collection<?> items -> list(items);
            case Number number -> number;
            default -> gap.toString();
        };
    }

    /** "£12.50", "¥88.00"; the amount of a currency that is not at home in this language is told apart: "CN¥88.00". */
    public String money(Money money) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.amount());
    }

    /** "1,204". */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A share between 0 and 1 as "12%". */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /** "2.4 MB". */
    public String size(long bytes) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        if (bytes < 1_000_000) {
            return number(Math.ceilDiv(bytes, 1_000)) + " kB";
        }
        return format.format(bytes / 1_000_000.0) + " MB";
    }

    /** "a, b and c". */
    public String list(Collection<?> items) {
        List<String> said = items.stream().map(item -> inWords(item).toString()).toList();
        return said.isEmpty()
                ? ""
                : ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(said);
    }

    /** Weekday, day and time, with the year where it is not this one: "Tue 24 Nov, 15:00" or "11月24日周二 15:00". */
    public String time(Instant at) {
        var there = at.atZone(zone);
        var thisYear = there.getYear() == now.atZone(zone).getYear();
        if (isChinese()) {
            return there.format(pattern(thisYear ? "M月d日EEE HH:mm" : "yyyy年M月d日EEE HH:mm"));
        }
        return there.format(pattern(thisYear ? "EEE d MMM, HH:mm" : "EEE d MMM yyyy, HH:mm"));
    }

    /** The day with its year: "24 Nov 2026" or "2026年11月24日". */
    public String date(Instant at) {
        return date(at.atZone(zone).toLocalDate());
    }

    public String date(LocalDate day) {
        return day.format(pattern(isChinese() ? "yyyy年M月d日" : "d MMM yyyy"));
    }

    /** As one says it today: "today 15:00", "tomorrow 9:30", "Tuesday 15:00", further away as {@link #time}. Not for mail. */
    public String moment(Instant at) {
        var there = at.atZone(zone);
        var clock = there.format(pattern("HH:mm"));
        var days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), there.toLocalDate());
        if (days >= -1 && days <= 1) {
            return say(days == 0 ? "time.today" : days == 1 ? "time.tomorrow" : "time.yesterday", clock);
        }
        return days > 1 && days < 7
                ? say("time.weekday", there.format(pattern(isChinese() ? "EEE" : "EEEE")), clock)
                : time(at);
    }

    /** A promise: "by Tuesday 15:00 (in 2 h)"; a broken one: "since Tuesday 15:00 (2 h late)". */
    public String due(Instant at) {
        var key = isPast(at) ? "due.late" : "due.open";
        return say(key, moment(at), span(Duration.between(now, at).abs()));
    }

    /** "in 40 min", "3 days ago". */
    public String fromNow(Instant at) {
        var distance = Duration.between(now, at);
        if (distance.abs().toMinutes() < 1) {
            return say(distance.isNegative() ? "time.just-now" : "time.at-once");
        }
        return say(distance.isNegative() ? "time.ago" : "time.in", span(distance.abs()));
    }

    /** "40 min", "3 h", "2 days"; never negative, at least a minute. */
    public String span(Duration distance) {
        if (distance.toHours() < 1) {
            return say("time.minutes", Math.max(1, distance.toMinutes()));
        }
        return distance.toHours() < 48 ? say("time.hours", distance.toHours()) : say("time.days", distance.toDays());
    }

    /** How much of the time between is used up, 0 to 100. */
    public int used(Instant since, Instant until) {
        var whole = Duration.between(since, until).toSeconds();
        var gone = Duration.between(since, now).toSeconds();
        return whole <= 0 ? 100 : Math.clamp(gone * 100 / whole, 0, 100);
    }

    /** {@code late}, {@code soon} (within two hours) or {@code calm}: a style, always beside the words. */
    public String urgency(Instant at) {
        if (isPast(at)) {
            return "late";
        }
        return at.isBefore(now.plus(SOON)) ? "soon" : "calm";
    }

    /** The same words for a place. */
    public Words in(ZoneId place) {
        return new Words(texts, locale, place, now);
    }

    public boolean isPast(Instant at) {
        return at.isBefore(now);
    }

    /** The reader's day. */
    public LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    public Instant now() {
        return now;
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    /** For the {@code lang} attribute: {@code en} or {@code zh-CN}. */
    public String language() {
        return locale.toLanguageTag();
    }

    private boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
