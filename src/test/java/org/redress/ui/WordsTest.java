package org.redress.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordsTest {
    /** A Monday, noon in Berlin. */
    private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");

    private final Words english = words(Languages.ENGLISH);
    private final Words chinese = words(Languages.CHINESE);

    @Test
    void money_is_written_as_the_language_writes_it() {
        assertThat(english.money(money(1250, "GBP"))).isEqualTo("£12.50");
        assertThat(chinese.money(money(1250, "GBP"))).isEqualTo("£12.50");
        assertThat(chinese.money(money(880000, "CNY"))).isEqualTo("¥8,800.00");
        assertThat(english.money(money(8800, "CNY"))).isEqualTo("CN¥88.00");
        assertThat(english.money(money(1200, "JPY"))).isEqualTo("¥1,200");
        assertThat(english.money(money(-100, "EUR"))).isEqualTo("-€1.00");
    }

    @Test
    void a_time_is_said_in_the_zone_of_the_reader() {
        assertThat(english.time(Instant.parse("2026-11-24T14:00:00Z"))).isEqualTo("Tue 24 Nov, 15:00");
        assertThat(chinese.time(Instant.parse("2026-11-24T14:00:00Z"))).isEqualTo("11月24日周二 15:00");
        assertThat(english.time(Instant.parse("2027-01-04T22:59:00Z"))).isEqualTo("Mon 4 Jan 2027, 23:59");
        assertThat(chinese.time(Instant.parse("2027-01-04T22:59:00Z"))).isEqualTo("2027年1月4日周一 23:59");
    }

    @Test
    void a_date_has_its_year() {
        assertThat(english.date(NOW)).isEqualTo("23 Nov 2026");
        assertThat(chinese.date(NOW)).isEqualTo("2026年11月23日");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT30S   | in a moment | 马上",
                "-PT30S  | just now    | 刚刚",
                "PT40M   | in 40 min   | 40 分钟后",
                "-PT5H   | 5 h ago     | 5 小时前",
                "PT47H   | in 47 h     | 47 小时后",
                "-P3D    | 3 days ago  | 3 天前",
            })
    void a_distance_is_said_roughly(Duration distance, String inEnglish, String inChinese) {
        assertThat(english.fromNow(NOW.plus(distance))).isEqualTo(inEnglish);
        assertThat(chinese.fromNow(NOW.plus(distance))).isEqualTo(inChinese);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT2H   | by today 14:00 (in 2 h)             | 今天 14:00 前（还剩 2 小时）",
                "PT27H  | by tomorrow 15:00 (in 27 h)         | 明天 15:00 前（还剩 27 小时）",
                "P3D    | by Thursday 12:00 (in 3 days)       | 周四 12:00 前（还剩 3 天）",
                "P10D   | by Thu 3 Dec, 12:00 (in 10 days)    | 12月3日周四 12:00 前（还剩 10 天）",
                "-PT40M | since today 11:20 (40 min late)     | 今天 11:20 已到期（超时 40 分钟）",
                "-P1D   | since yesterday 12:00 (24 h late)   | 昨天 12:00 已到期（超时 24 小时）",
            })
    void a_promise_says_until_when_and_how_long_that_is(Duration distance, String inEnglish, String inChinese) {
        assertThat(english.due(NOW.plus(distance))).isEqualTo(inEnglish);
        assertThat(chinese.due(NOW.plus(distance))).isEqualTo(inChinese);
    }

    @Test
    void the_part_of_the_time_that_is_used_stays_between_nothing_and_all() {
        assertThat(english.used(NOW.minusSeconds(50), NOW.plusSeconds(50))).isEqualTo(50);
        assertThat(english.used(NOW.plusSeconds(5), NOW.plusSeconds(50))).isZero();
        assertThat(english.used(NOW.minusSeconds(50), NOW.minusSeconds(5))).isEqualTo(100);
        assertThat(english.used(NOW, NOW)).isEqualTo(100);
    }

    @Test
    void urgency_begins_two_hours_before() {
        assertThat(english.urgency(NOW.plus(Duration.ofHours(3)))).isEqualTo("calm");
        assertThat(english.urgency(NOW.plus(Duration.ofHours(1)))).isEqualTo("soon");
        assertThat(english.urgency(NOW.minusSeconds(1))).isEqualTo("late");
    }

    @Test
    void gaps_are_filled_in_the_same_language() {
        var phrase = Phrase.of("time.in", Phrase.of("time.days", 3));
        assertThat(english.say(phrase)).isEqualTo("in 3 days");
        assertThat(chinese.say(phrase)).isEqualTo("3 天后");
        assertThat(english.say("time.in", money(500, "GBP"))).isEqualTo("in £5.00");
        assertThat(english.say("time.in", 12345)).isEqualTo("in 12,345");
        assertThat(english.say("time.in", NOW)).isEqualTo("in Mon 23 Nov, 12:00");
        assertThat(english.say("time.in", List.of("a", "b", "c"))).isEqualTo("in a, b, and c");
        assertThat(chinese.say("time.in", List.of("甲", "乙"))).isEqualTo("甲和乙后");
    }

    @Test
    void one_is_told_apart_from_many() {
        assertThat(english.say("time.days", 1)).isEqualTo("1 day");
        assertThat(english.say("time.days", 2)).isEqualTo("2 days");
    }

    @Test
    void sizes_and_shares_are_short() {
        assertThat(english.size(2_400_000)).isEqualTo("2.4 MB");
        assertThat(english.size(1)).isEqualTo("1 kB");
        assertThat(english.percent(0.123)).isEqualTo("12%");
    }

    @Test
    void a_text_that_stands_in_no_language_is_a_fault() {
        assertThatThrownBy(() -> english.say("no.such.text")).isInstanceOf(NoSuchMessageException.class);
        assertThat(english.knows("no.such.text")).isFalse();
        assertThat(english.knows("time.in")).isTrue();
    }

    @Test
    void the_nearest_language_is_the_first_accepted_that_is_ours() {
        assertThat(Languages.nearest(List.of(Locale.FRENCH, Locale.TRADITIONAL_CHINESE, Locale.UK)))
                .isEqualTo(Languages.CHINESE);
        assertThat(Languages.nearest(List.of(Locale.UK, Locale.CHINA))).isEqualTo(Languages.ENGLISH);
        assertThat(Languages.nearest(List.of(Locale.FRENCH))).isEqualTo(Languages.ENGLISH);
    }

    private static Money money(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    private static Words words(Locale locale) {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("words/ui");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
        return new Words(texts, locale, ZoneId.of("Europe/Berlin"), NOW);
    }
}
