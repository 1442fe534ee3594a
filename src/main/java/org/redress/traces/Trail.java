package org.redress.traces;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.traces.TraceEvent.Moment;

/**
 * All that is recorded on the way of an order: its parcels, and the events that name it or one of them, the oldest
 * first. Events that were declared wrong are left out; they stay in the record.
 *
 * @param inspections of goods that came back under the number of the claim that is asked about
 */
public record Trail(List<Parcel> parcels, List<TraceEvent> events, List<TraceEvent> inspections) {
    public static final Trail EMPTY = new Trail(List.of(), List.of(), List.of());

    public Stream<TraceEvent> of(Moment moment) {
        return events.stream().filter(event -> event.moment() == moment);
    }

    /** What is told of one of these parcels, and of the order before its goods were in any. */
    public Trail of(Parcel parcel) {
        return new Trail(
                List.of(parcel),
                events.stream().filter(event -> isAbout(event, parcel)).toList(),
                inspections);
    }

    private boolean isAbout(TraceEvent event, Parcel parcel) {
        return event.isOf(parcel)
                || (event.parcels().isEmpty() && event.trackingNumber() == null && !isForAnother(event, parcel));
    }

    /** Of an order in several parcels: what only another one is said to hold. */
    private boolean isForAnother(TraceEvent event, Parcel parcel) {
        return !event.goods().isEmpty()
                && event.goods().stream()
                        .map(TraceEvent.Goods::sku)
                        .allMatch(sku -> sku != null
                                && parcel.shipped(sku) == 0
                                && parcels.stream().anyMatch(other -> other.shipped(sku) > 0));
    }

    /** The parcel that carries this tracking number or SSCC, as a label spells it. */
    public Optional<Parcel> labelled(String text) {
        return parcels.stream().filter(parcel -> Labels.names(text, parcel)).findFirst();
    }
}
