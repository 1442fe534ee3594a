package org.redress.manners.model;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks days and spans in a text, as seen from today: {@code #today}, {@code #later} (after today, or a span such as
 * {@code within two hours}), {@code #day} (either), and {@code #too-soon} where the last day that it leaves lies before the
 * earliest on which a promise can be kept. What is past is not marked.
 */
final class Moments {
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("january", 1),
            Map.entry("jan", 1),
            Map.entry("february", 2),
            Map.entry("feb", 2),
            Map.entry("march", 3),
            Map.entry("mar", 3),
            Map.entry("april", 4),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("june", 6),
            Map.entry("jun", 6),
            Map.entry("july", 7),
            Map.entry("jul", 7),
            Map.entry("august", 8),
            Map.entry("aug", 8),
            Map.entry("september", 9),
            Map.entry("sep", 9),
            Map.entry("sept", 9),
            Map.entry("october", 10),
            Map.entry("oct", 10),
            Map.entry("november", 11),
            Map.entry("nov", 11),
            Map.entry("december", 12),
            Map.entry("dec", 12));
    private static final Map<String, Integer> WEEKDAYS = Map.ofEntries(
            Map.entry("monday", 1),
            Map.entry("tuesday", 2),
            Map.entry("wednesday", 3),
            Map.entry("thursday", 4),
            Map.entry("friday", 5),
            Map.entry("saturday", 6),
            Map.entry("sunday", 7),
            Map.entry("mon", 1),
            Map.entry("tue", 2),
            Map.entry("tues", 2),
            Map.entry("wed", 3),
            Map.entry("thu", 4),
            Map.entry("thurs", 4),
            Map.entry("fri", 5));
    private static final Map<String, Integer> CHINESE_WEEKDAYS =
            Map.of("一", 1, "二", 2, "三", 3, "四", 4, "五", 5, "六", 6, "日", 7, "天", 7, "末", 7);
    private static final String CHINESE_BEGINNINGS = "今明后大月年本这下上周星礼当次隔半";
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");
    private static final Set<String> TO = Set.of("to", "-", "or", "and", "至", "到", "~");
    private static final Set<String> BEFORE_PAST = Set.of(
            "for",
            "last",
            "past",
            "been",
            "waited",
            "waiting",
            "previous",
            "after",
            "了",
            "近",
            "最",
            "去",
            "已",
            "第",
            "待",
            "间");
    private static final Set<String> AFTER_PAST =
            Set.of("ago", "old", "late", "earlier", "已", "前", "没", "了", "来", "以", "多", "还", "都", "无");
    /** After 三日: then it is a span and no day of the month. */
    private static final Set<String> IN_DAYS = Set.of("内", "之", "以", "后", "达", "左", "游");

    private static final int FAR = 366;

    /** @param to the word after its last */
    private record Moment(LocalDate day, int to, boolean isSpan) {
        Moment(LocalDate day, int to) {
            this(day, to, false);
        }
    }

    private final Text text;
    private final LocalDate today;
    /** The day that was named last, and in which sentence: 当天 after it is the same. */
    private @Nullable LocalDate named;

    private int sentence = -1;

    private Moments(Text text, LocalDate today) {
        this.text = text;
        this.today = today;
    }

    static void mark(Text text, LocalDate today, @Nullable LocalDate soonest) {
        var moments = new Moments(text, today);
        for (int at = 0; at < text.size(); at++) {
            var moment = moments.at(at);
            if (moment == null) {
                continue;
            }
            int from = at;
            moments.remember(at, moment);
            at = moment.to() - 1;
            if (moment.day().isBefore(today)) {
                continue;
            }
            boolean isLater = moment.isSpan() || moment.day().isAfter(today);
            text.mark("day", from, moment.to());
            text.mark(isLater ? "later" : "today", from, moment.to());
            if (soonest != null && moment.day().isBefore(soonest)) {
                text.mark("too-soon", from, moment.to());
            }
        }
    }

    private void remember(int at, Moment moment) {
        named = moment.day();
        sentence = text.word(at).sentence();
    }

    private LocalDate sameDay(int at) {
        return named != null && text.word(at).sentence() == sentence ? named : today;
    }

    private @Nullable Moment at(int at) {
        var form = text.form(at);
        if (form.isEmpty() || !canBegin(form)) {
            return null;
        }
        var named = Character.isIdeographic(form.codePointAt(0)) ? chineseName(at) : englishName(at);
        if (named != null) {
            return named;
        }
        var date = date(at);
        return date != null ? date : span(at);
    }

    /** Most characters of Chinese begin no day: they are passed over at a glance. */
    private static boolean canBegin(String form) {
        return !Character.isIdeographic(form.codePointAt(0))
                || CHINESE_BEGINNINGS.contains(form)
                || Numerals.isChinese(form);
    }

    private @Nullable Moment englishName(int at) {
        var form = text.form(at);
        return switch (form) {
            case "today", "tonight" -> new Moment(today, at + 1);
            case "tomorrow", "tmrw" -> new Moment(today.plusDays(1), at + 1);
            case "day" ->
                text.form(at + 1).equals("after") && text.form(at + 2).equals("tomorrow")
                        ? new Moment(today.plusDays(2), at + 3)
                        : null;
            case "this" ->
                switch (text.form(at + 1)) {
                    case "afternoon", "evening" -> new Moment(today, at + 2);
                    case "week" -> new Moment(endOfWeek(), at + 2, true);
                    case "month" -> new Moment(endOfMonth(today), at + 2, true);
                    default -> weekday(at + 1, false);
                };
            case "next", "coming" ->
                switch (text.form(at + 1)) {
                    case "week" -> new Moment(endOfWeek().plusWeeks(1), at + 2);
                    case "month" -> new Moment(endOfMonth(today.plusMonths(1)), at + 2);
                    default -> weekday(at + 1, form.equals("next"));
                };
            case "end" -> endOf(at);
            case "last" -> pastWeekday(at);
            default -> weekday(at, false);
        };
    }

    private @Nullable Moment pastWeekday(int at) {
        var next = text.form(at + 1);
        boolean isPast =
                WEEKDAYS.containsKey(next) || next.equals("week") || next.equals("month") || MONTHS.containsKey(next);
        return isPast ? new Moment(today.minusDays(1), at + 2) : null;
    }

    private @Nullable Moment endOf(int at) {
        if (!text.form(at + 1).equals("of")) {
            return null;
        }
        boolean hasArticle = Set.of("the", "this", "next").contains(text.form(at + 2));
        int unit = hasArticle ? at + 3 : at + 2;
        boolean isNext = hasArticle && text.form(at + 2).equals("next");
        return switch (text.form(unit)) {
            case "day", "today", "business" -> new Moment(today, unit + 1, true);
            case "tomorrow" -> new Moment(today.plusDays(1), unit + 1);
            case "week" -> new Moment(endOfWeek().plusWeeks(isNext ? 1 : 0), unit + 1, true);
            case "month" -> new Moment(endOfMonth(today.plusMonths(isNext ? 1 : 0)), unit + 1, true);
            default -> {
                var month = MONTHS.get(text.form(unit));
                yield month == null ? null : new Moment(endOfMonth(nearest(month, 1)), unit + 1);
            }
        };
    }

    private @Nullable Moment weekday(int at, boolean isOfNextWeek) {
        var day = WEEKDAYS.get(text.form(at));
        if (day == null) {
            return null;
        }
        // A date after it says which Monday is meant.
        int dateAt = text.form(at + 1).equals(",") ? at + 2 : at + 1;
        var date = date(text.form(dateAt).equals("the") ? dateAt + 1 : dateAt);
        if (date != null) {
            return date;
        }
        return new Moment(
                isOfNextWeek ? ofNextWeek(day) : today.with(TemporalAdjusters.next(DayOfWeek.of(day))), at + 1);
    }

    private @Nullable Moment chineseName(int at) {
        var two = text.form(at) + text.form(at + 1);
        return switch (two) {
            case "今天", "今日", "今晚", "今夜" -> new Moment(today, at + 2);
            case "当天", "当日", "当晚" -> new Moment(sameDay(at), at + 2);
            case "明天", "明日", "明早", "明晚", "次日", "隔天" -> new Moment(today.plusDays(1), at + 2);
            case "后天", "后日" -> new Moment(today.plusDays(2), at + 2);
            case "大后" -> text.form(at + 2).equals("天") ? new Moment(today.plusDays(3), at + 3) : null;
            case "月底" -> new Moment(endOfMonth(today), at + 2, true);
            case "年底" -> new Moment(today.withMonth(12).withDayOfMonth(31), at + 2, true);
            default -> chineseWeek(at);
        };
    }

    private @Nullable Moment chineseWeek(int at) {
        var which = text.form(at);
        boolean isNamed = Set.of("本", "这", "下", "上").contains(which);
        int week = isNamed ? at + 1 : at;
        if (isNamed && text.form(week).equals("个")) {
            week++;
        }
        int day;
        if (text.form(week).equals("周")) {
            day = week + 1;
        } else if (Set.of("星期", "礼拜").contains(text.form(week) + text.form(week + 1))) {
            day = week + 2;
        } else if (isNamed && text.form(week).equals("月")) {
            var end = endOfMonth(
                    which.equals("下") ? today.plusMonths(1) : which.equals("上") ? today.minusMonths(1) : today);
            return new Moment(end, week + 1, true);
        } else {
            return null;
        }
        var number = CHINESE_WEEKDAYS.get(text.form(day));
        if (number == null) {
            return switch (which) {
                case "本", "这" -> new Moment(endOfWeek(), day, true);
                case "下" -> new Moment(endOfWeek().plusWeeks(1), day);
                case "上" -> new Moment(today.minusDays(1), day);
                default -> null;
            };
        }
        var date = switch (which) {
            case "本", "这" -> endOfWeek().minusDays(7 - number);
            case "下" -> ofNextWeek(number);
            case "上" -> ofNextWeek(number).minusWeeks(2);
            default -> today.with(TemporalAdjusters.next(DayOfWeek.of(number)));
        };
        return new Moment(date, day + 1);
    }

    private @Nullable Moment date(int at) {
        var form = text.form(at);
        if (MONTHS.containsKey(form)) {
            return monthFirst(at, MONTHS.get(form));
        }
        if (form.isEmpty() || !Character.isDigit(form.charAt(0))) {
            return chineseDate(at);
        }
        if (form.indexOf('.') > 0) {
            return dotted(form, at);
        }
        int number = small(form);
        if (number < 0) {
            return null;
        }
        var apart = text.form(at + 1);
        if ((apart.equals("-") || apart.equals("/")) && text.form(at + 3).equals(apart)) {
            int second = small(text.form(at + 2));
            int third = small(text.form(at + 4));
            return number > 1000 ? day(number, second, third, at + 5) : day(third, second, number, at + 5);
        }
        if (apart.equals("/")) {
            return slashed(number, small(text.form(at + 2)), at + 3);
        }
        int to = at + 1;
        if (ORDINALS.contains(text.form(to))) {
            to++;
        }
        if (TO.contains(text.form(to)) && small(text.form(to + 1)) > 0) {
            int last = to + 2;
            if (ORDINALS.contains(text.form(last))) {
                last++;
            }
            if (MONTHS.containsKey(text.form(last))) {
                return date(to + 1);
            }
        }
        if (text.form(to).equals("of")) {
            to++;
        }
        var month = MONTHS.get(text.form(to));
        if (month == null) {
            // “on the 26th”
            boolean isOfThisMonth = at + 2 == to && text.form(at - 1).equals("the") && number <= 31;
            return isOfThisMonth ? coming(number, to) : chineseDate(at);
        }
        return inYear(month, number, to + 1);
    }

    /** {@code 27/11} or {@code 11/27}, whichever is nearer; {@code 24/7} and {@code 1/2} are no days. */
    private @Nullable Moment slashed(int first, int second, int to) {
        if (Math.min(first, second) < 1 || Math.max(first, second) < 10 || (first == 24 && second == 7)) {
            return null;
        }
        var dayFirst = second > 12 ? null : day(nearest(second, first).getYear(), second, first, to);
        var monthFirst = first > 12 ? null : day(nearest(first, second).getYear(), first, second, to);
        if (dayFirst == null || monthFirst == null) {
            return dayFirst == null ? monthFirst : dayFirst;
        }
        return away(dayFirst) <= away(monthFirst) ? dayFirst : monthFirst;
    }

    private long away(Moment moment) {
        return Math.abs(ChronoUnit.DAYS.between(today, moment.day()));
    }

    private @Nullable Moment monthFirst(int at, int month) {
        int number = small(text.form(at + 1));
        if (number < 1 || number > 31) {
            return null;
        }
        int to = at + 2;
        if (ORDINALS.contains(text.form(to))) {
            to++;
        }
        if (text.form(to).equals("-") && small(text.form(to + 1)) > 0) {
            return inYear(month, small(text.form(to + 1)), to + 2);
        }
        return inYear(month, number, to);
    }

    private @Nullable Moment inYear(int month, int number, int to) {
        int year = text.form(to).equals(",") ? to + 1 : to;
        if (text.form(year).length() == 4 && small(text.form(year)) > 2000) {
            return day(small(text.form(year)), month, number, year + 1);
        }
        return day(nearest(month, number).getYear(), month, number, to);
    }

    private @Nullable Moment dotted(String form, int at) {
        var parts = List.of(form.split("[.]", 4));
        if (parts.size() != 3) {
            return null;
        }
        int first = small(parts.get(0));
        return first > 1000
                ? day(first, small(parts.get(1)), small(parts.get(2)), at + 1)
                : day(small(parts.get(2)), small(parts.get(1)), first, at + 1);
    }

    /** {@code 2026年11月25日}, {@code 11月25日}, {@code 25号}, {@code 十一月二十五日}. */
    private @Nullable Moment chineseDate(int at) {
        var first = Numerals.at(text, at).orElse(null);
        if (first == null) {
            return null;
        }
        int year = 0;
        var month = first;
        if (text.form(first.to()).equals("年") && first.whole() > 2000) {
            year = first.whole();
            month = Numerals.at(text, first.to() + 1).orElse(null);
        }
        if (month == null || !text.form(month.to()).equals("月")) {
            boolean isDay = text.form(first.to()).equals("号")
                    || (text.form(first.to()).equals("日") && !IN_DAYS.contains(text.form(first.to() + 1)));
            return isDay && first.whole() > 0 && first.whole() <= 31 ? coming(first.whole(), first.to() + 1) : null;
        }
        var number = Numerals.at(text, month.to() + 1).orElse(null);
        if (number == null || month.whole() > 12) {
            return null;
        }
        var unit = text.form(number.to());
        if (TO.contains(unit) || (unit.equals("日") && TO.contains(text.form(number.to() + 1)))) {
            var last =
                    Numerals.at(text, number.to() + (unit.equals("日") ? 2 : 1)).orElse(null);
            if (last != null && Set.of("日", "号").contains(text.form(last.to()))) {
                number = last;
                unit = "日";
            }
        }
        int to = unit.equals("日") || unit.equals("号") ? number.to() + 1 : number.to();
        return day(
                year > 0 ? year : nearest(month.whole(), number.whole()).getYear(), month.whole(), number.whole(), to);
    }

    /** {@code within 3 to 5 working days}, {@code in two hours}, {@code 三个工作日内}: the last day of it. */
    private @Nullable Moment span(int at) {
        if (text.form(at).equals("半") || text.form(at).equals("half")) {
            return halfSpan(at);
        }
        var number = Numerals.at(text, at).orElse(null);
        if (number == null
                || (BEFORE_PAST.contains(text.form(at - 1))
                        && !text.form(at - 2).equals("allow"))) {
            return null;
        }
        if (TO.contains(text.form(number.to()))) {
            var last = Numerals.at(text, number.to() + 1).orElse(null);
            number = last != null ? last : number;
        }
        int count = Math.min(FAR, number.whole());
        int unit = number.to();
        if (text.form(unit).equals("个")) {
            unit++;
        }
        if (text.form(unit).equals("couple") && text.form(unit + 1).equals("of")) {
            count = 2;
            unit += 2;
        }
        boolean isWorking = false;
        if (Set.of("working", "business", "week").contains(text.form(unit))
                && text.form(unit + 1).startsWith("day")) {
            isWorking = true;
            unit++;
        } else if (text.form(unit).equals("calendar")) {
            unit++;
        } else if (text.form(unit).equals("工") && text.form(unit + 1).equals("作")) {
            isWorking = true;
            unit += 2;
        }
        var day = switch (text.form(unit)) {
            case "minute", "minutes", "min", "mins", "hour", "hours", "hrs", "h" ->
                text.form(unit).startsWith("m") ? today : today.plusDays(count / 24);
            case "day", "days", "天", "日" -> isWorking ? workingDays(count) : today.plusDays(count);
            case "week", "weeks", "周" -> today.plusWeeks(count);
            case "month", "months", "月" -> today.plusMonths(count);
            case "分" -> text.form(unit + 1).equals("钟") ? today : null;
            case "小" -> text.form(unit + 1).equals("时") ? today.plusDays(count / 24) : null;
            case "钟" -> text.form(unit + 1).equals("头") ? today.plusDays(count / 24) : null;
            case "星", "礼" -> today.plusWeeks(count);
            default -> null;
        };
        if (day == null) {
            return null;
        }
        int to = unit + (Set.of("分", "小", "钟", "星", "礼").contains(text.form(unit)) ? 2 : 1);
        // “a day” and “one month” alone say how often or how long, not until when.
        boolean isBare = text.form(at).equals("a")
                || text.form(at).equals("an")
                || text.form(at).equals("one");
        boolean isOnce = isBare && !Set.of("within", "in").contains(text.form(at - 1));
        return isOnce || isPast(to) ? null : new Moment(day, to, true);
    }

    /** Whether what follows a span puts it behind us: “ago”, 前, 以来, but not 以内. */
    private boolean isPast(int to) {
        boolean isWithin = text.form(to).equals("以") && !text.form(to + 1).equals("来");
        return AFTER_PAST.contains(text.form(to)) && !isWithin;
    }

    private @Nullable Moment halfSpan(int at) {
        if (text.form(at).equals("half")) {
            int unit = text.form(at + 1).equals("an") || text.form(at + 1).equals("a") ? at + 2 : at + 1;
            return Set.of("hour", "day").contains(text.form(unit)) ? new Moment(today, unit + 1, true) : null;
        }
        return switch (text.form(at + 1) + text.form(at + 2)) {
            case "小时", "个小" -> new Moment(today, at + (text.form(at + 1).equals("个") ? 4 : 3), true);
            case "天内", "天之" -> new Moment(today, at + 2, true);
            default -> null;
        };
    }

    private LocalDate workingDays(int count) {
        var day = today;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() > 5 ? 0 : 1;
        }
        return day;
    }

    private LocalDate endOfWeek() {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    private LocalDate ofNextWeek(int day) {
        return endOfWeek().plusDays(day);
    }

    private static LocalDate endOfMonth(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }

    /** The day of that number in this month, or in the next where it is well past. */
    private @Nullable Moment coming(int number, int to) {
        var month = number + 14 < today.getDayOfMonth() ? today.plusMonths(1) : today;
        return day(month.getYear(), month.getMonthValue(), number, to);
    }

    /** That date in the year in which it lies nearest to today. */
    private LocalDate nearest(int month, int number) {
        var sound = Math.clamp(number, 1, 28);
        var here = LocalDate.of(today.getYear(), month, sound);
        long away = ChronoUnit.DAYS.between(today, here);
        return away < -FAR / 2 ? here.plusYears(1) : away > FAR / 2 ? here.minusYears(1) : here;
    }

    private static @Nullable Moment day(int year, int month, int number, int to) {
        try {
            return new Moment(LocalDate.of(year < 100 && year > 0 ? 2000 + year : year, month, number), to);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static int small(String form) {
        return form.isEmpty() || form.length() > 4 || !form.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(form);
    }
}
