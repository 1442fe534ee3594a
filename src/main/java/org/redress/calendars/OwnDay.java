package org.redress.calendars;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that is not as its week or the public holidays say: a day off, or one that is worked for it.
 *
 * @param shifts in their order; empty on a day off
 */
public record OwnDay(LocalDate day, List<Shift> shifts, String name) {
    public boolean isOff() {
        return shifts.isEmpty();
    }
}
