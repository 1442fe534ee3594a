package org.redress.calendars.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.redress.calendars.OwnDay;
import org.redress.calendars.Shift;

/** The holidays and make-up days that the State Council of China arranges for each year, as far as they are known here. */
public final class StateCouncil {
    private static final String FILE = "/calendars/state-council.tsv";

    private static final List<Arranged> ALL = read();

    private StateCouncil() {}

    private record Arranged(LocalDate day, boolean off, String chinese, String english) {}

    public static List<Year> years() {
        return ALL.stream()
                .map(each -> Year.from(each.day()))
                .distinct()
                .sorted()
                .toList();
    }

    /** @param worked the shifts of a make-up day */
    public static List<OwnDay> days(Year year, List<Shift> worked, Locale language) {
        boolean chinese = language.getLanguage().equals("zh");
        return ALL.stream()
                .filter(each -> Year.from(each.day()).equals(year))
                .map(each -> new OwnDay(
                        each.day(), each.off() ? List.of() : worked, chinese ? each.chinese() : each.english()))
                .toList();
    }

    private static List<Arranged> read() {
        try (var file = Objects.requireNonNull(StateCouncil.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(StateCouncil::arranged)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Arranged> arranged(String line) {
        var parts = List.of(line.split("\t", -1));
        return LocalDate.parse(parts.get(0))
                .datesUntil(LocalDate.parse(parts.get(1)).plusDays(1))
                .map(day -> new Arranged(day, parts.get(2).equals("off"), parts.get(3), parts.get(4)));
    }
}
