package org.redress.traces;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.traces.TraceEvent.Moment;

/**
 * All that is recorded on the way of an order: its parcels, and the events that name it or one of them, the oldest
 * first. Events that were declared wrong are left out; they stay in the record.
 */
public record Trail(List<Parcel> parcels, List<TraceEvent> events) {
    public static final Trail EMPTY = new Trail(List.of(), List.of());

    public Stream<TraceEvent> of(Moment moment) {
        return events.stream().filter(event -> event.moment() == moment);
    }

    /** The parcel that carries this tracking number or SSCC, as a label spells it. */
    public Optional<Parcel> labelled(String text) {
        return parcels.stream().filter(parcel -> Labels.names(text, parcel)).findFirst();
    }
}
