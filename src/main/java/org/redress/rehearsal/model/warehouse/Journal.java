package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Action;
import org.redress.traces.TraceEvent.Moment;

/** What is on record of a season, as events. Their ids count on, so that the same season has the same. */
final class Journal {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Plan plan;
    private final List<TraceEvent> events = new ArrayList<>();
    private long count;

    Journal(Plan plan) {
        this.plan = plan;
    }

    private Note note(Moment moment, String step, Action action, long second) {
        count++;
        return new Note(
                new UUID((long) plan.number() << 32 | VERSION_7, VARIANT | count),
                moment,
                step,
                action,
                plan.at(second));
    }

    Note putaway(long second) {
        return note(Moment.PUTAWAY, "stocking", Action.OBSERVE, second);
    }

    Note count(long second) {
        return note(Moment.STOCKTAKE, "cycle_counting", Action.OBSERVE, second);
    }

    Note labelling(long second) {
        return note(Moment.LABELLING, "commissioning", Action.ADD, second);
    }

    Note pick(long second) {
        return note(Moment.PICK, "picking", Action.OBSERVE, second);
    }

    Note pack(long second) {
        return note(Moment.PACK, "packing", Action.ADD, second);
    }

    Note handOver(long second) {
        return note(Moment.HAND_OVER, "shipping", Action.OBSERVE, second);
    }

    Note transit(long second) {
        return note(Moment.TRANSIT, "arriving", Action.OBSERVE, second);
    }

    Note delivery(long second) {
        return note(Moment.DELIVERY, "accepting", Action.OBSERVE, second);
    }

    Note inspection(long second) {
        return note(Moment.INSPECTION, "inspecting", Action.OBSERVE, second);
    }

    void write(Note note) {
        events.add(note.event());
    }

    List<TraceEvent> events() {
        events.sort(Comparator.comparing(TraceEvent::at));
        return List.copyOf(events);
    }
}
