package org.redress.traces;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.Sscc;
import org.redress.traces.TraceEvent.Action;

/** What was in a parcel at a moment: what was put in until then, less what was taken out (EPCIS 2.0, AggregationEvent). */
public final class Contents {
    private Contents() {}

    /**
     * Units by article as the events spell it; a number is null where an event did not say how many.
     *
     * @param events of the parcel, the oldest first
     */
    public static Map<String, @Nullable Integer> at(Collection<TraceEvent> events, Sscc parcel, Instant moment) {
        var inside = new LinkedHashMap<String, @Nullable Integer>();
        events.stream()
                .filter(event -> !event.at().isAfter(moment) && isOf(event, parcel))
                .forEach(event -> apply(event, inside));
        return inside;
    }

    private static boolean isOf(TraceEvent event, Sscc parcel) {
        return (event.moment() == TraceEvent.Moment.PACK || event.moment() == TraceEvent.Moment.UNPACK)
                && !event.parcels().isEmpty()
                && event.parcels().getFirst().equals(parcel);
    }

    private static void apply(TraceEvent event, Map<String, @Nullable Integer> inside) {
        if (event.action() == Action.DELETE && event.goods().isEmpty()) {
            inside.clear();
        }
        for (var goods : event.goods()) {
            if (event.action() == Action.DELETE) {
                remove(goods, inside);
            } else if (event.action() == Action.ADD) {
                add(goods, inside);
            }
        }
    }

    private static void add(TraceEvent.Goods goods, Map<String, @Nullable Integer> inside) {
        var before = inside.getOrDefault(goods.uri(), 0);
        var added = goods.quantity();
        inside.put(goods.uri(), before == null || added == null ? null : Integer.valueOf(before + added));
    }

    private static void remove(TraceEvent.Goods goods, Map<String, @Nullable Integer> inside) {
        var before = inside.get(goods.uri());
        var taken = goods.quantity();
        if (before == null || taken == null || taken >= before) {
            inside.remove(goods.uri());
        } else {
            inside.put(goods.uri(), before - taken);
        }
    }
}
