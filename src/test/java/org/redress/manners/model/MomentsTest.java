package org.redress.manners.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seen from Tuesday, 24 November 2026. */
class MomentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tomorrow|2026-11-25",
                "the day after tomorrow|2026-11-26",
                "on Friday|2026-11-27",
                "by Monday, 30 November|2026-11-30",
                "next Friday|2026-12-04",
                "next week|2026-12-06",
                "by the end of the week|2026-11-29",
                "by the end of the month|2026-11-30",
                "on 26 November|2026-11-26",
                "on the 26th of November|2026-11-26",
                "on the 26th|2026-11-26",
                "on November 26th, 2026|2026-11-26",
                "between 26–28 November|2026-11-28",
                "on 5 January|2027-01-05",
                "2026-11-26|2026-11-26",
                "26/11/2026|2026-11-26",
                "not later than 27/11|2026-11-27",
                "on 12/03|2026-12-03",
                "26.11.2026|2026-11-26",
                "within 24 hours|2026-11-25",
                "within three days|2026-11-27",
                "within 3 to 5 working days|2026-12-01",
                "in two weeks|2026-12-08",
                "within a week|2026-12-01",
                "in a couple of days|2026-11-26",
                "明天|2026-11-25",
                "后天|2026-11-26",
                "周五前|2026-11-27",
                "本周五|2026-11-27",
                "下周一|2026-11-30",
                "下星期三|2026-12-02",
                "下周|2026-12-06",
                "11月26日|2026-11-26",
                "11月26日至28日|2026-11-28",
                "2026年11月26日|2026-11-26",
                "十一月二十六日|2026-11-26",
                "26号|2026-11-26",
                "3日到|2026-12-03",
                "11月30日送，或当天退|2026-11-30",
                "三日内|2026-11-27",
                "三天内|2026-11-27",
                "3-5个工作日内|2026-12-01",
                "两个工作日之内|2026-11-26",
                "24小时内|2026-11-25",
                "一周以内|2026-12-01",
                "两个星期后|2026-12-08",
                "月底|2026-11-30"
            })
    void a_day_or_a_span_is_read_by_its_last_day(String said, LocalDate day) {
        assertThat(isBefore(said, day)).as("before " + day).isFalse();
        assertThat(isBefore(said, day.plusDays(1)))
                .as("before " + day.plusDays(1))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"today", "this afternoon", "within two hours", "half an hour", "今天", "半小时内", "两小时内", "30分钟内"})
    void today_is_before_tomorrow(String said) {
        assertThat(isBefore(said, Matters.TODAY.plusDays(1))).isTrue();
        assertThat(isBefore(said, Matters.TODAY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three days ago",
                "last Friday",
                "you waited for two weeks",
                "on 12 November",
                "2026-11-12",
                "one of the days",
                "soon",
                "24/7",
                "1/2 of them",
                "as soon as possible",
                "may",
                "3天前",
                "等了三天",
                "上周五",
                "11月12日",
                "尽快",
                "一个杯子",
                "第三天"
            })
    void what_is_past_or_no_day_is_no_promise(String said) {
        var text = Text.of(said);
        Moments.mark(text, Matters.TODAY, null);
        assertThat(text.hasMark("day")).isFalse();
    }

    private static boolean isBefore(String said, LocalDate soonest) {
        var text = Text.of("It comes " + said + ".");
        Moments.mark(text, Matters.TODAY, soonest);
        assertThat(text.hasMark("day")).as(said).isTrue();
        return text.hasMark("too-soon");
    }
}
