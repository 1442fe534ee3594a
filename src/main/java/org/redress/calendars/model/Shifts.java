package org.redress.calendars.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.redress.calendars.Shift;

/** Shifts as people write them: {@code 09:00-12:00, 13:00-18:00}. */
public final class Shifts {
    /** Of one day. */
    public static final int MOST = 8;

    private static final Pattern SHIFT =
            Pattern.compile("(\\d{1,2})[:：](\\d{2})\\s*[-–—~～至]\\s*(\\d{1,2})[:：](\\d{2})");

    private static final Pattern BETWEEN = Pattern.compile("[,;，；、\\n]");

    private Shifts() {}

    /** What was written. */
    public sealed interface Read {
        /** @param shifts in their order; empty where nothing was written */
        record Understood(List<Shift> shifts) implements Read {}

        /** @param code why not */
        record Not(String code) implements Read {}
    }

    public static Read read(String text) {
        if (text.isBlank()) {
            return new Read.Understood(List.of());
        }
        var shifts = new ArrayList<Shift>();
        for (var part : BETWEEN.split(text.strip(), MOST + 2)) {
            var written = SHIFT.matcher(part.strip());
            if (!written.matches()) {
                return new Read.Not("NO_SHIFT");
            }
            var from = minute(written.group(1), written.group(2));
            var to = minute(written.group(3), written.group(4));
            if (from.isEmpty() || to.isEmpty()) {
                return new Read.Not("NO_TIME");
            }
            if (to.get() <= from.get()) {
                return new Read.Not("ENDS_BEFORE");
            }
            shifts.add(new Shift(from.get(), to.get()));
        }
        if (shifts.size() > MOST) {
            return new Read.Not("MANY_SHIFTS");
        }
        shifts.sort(Comparator.comparingInt(Shift::from));
        for (int i = 1; i < shifts.size(); i++) {
            if (shifts.get(i).from() < shifts.get(i - 1).to()) {
                return new Read.Not("OVERLAP");
            }
        }
        return new Read.Understood(List.copyOf(shifts));
    }

    private static Optional<Integer> minute(String hour, String minute) {
        int at = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        return Integer.parseInt(minute) > 59 || at > Shift.DAY ? Optional.empty() : Optional.of(at);
    }
}
