package org.redress.traces.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.traces.Contents;
import org.redress.traces.Parcel;
import org.redress.traces.ParcelLink;
import org.redress.traces.Scale;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.ui.Frame;
import org.springframework.web.util.UriUtils;

/**
 * @param siblings the other parcels of the order
 * @param events of the parcel and of its order before it was packed, the oldest first
 * @param scale what the warehouse's scale usually says
 */
public record ParcelPage(Frame frame, Parcel parcel, List<Parcel> siblings, List<TraceEvent> events, Scale scale) {

    public String href(Parcel other) {
        return ParcelLink.to(other);
    }

    /** Where the order is looked for: it may be one that we were never told. */
    public String orderHref() {
        return "/desk/orders?q=" + UriUtils.encode(parcel.orderNumber(), StandardCharsets.UTF_8);
    }

    /**
     * An article of the parcel: what its record says of it, and what the packing events say.
     *
     * @param packed null where nothing tells
     */
    public record Row(String article, int shipped, @Nullable Integer packed) {
        public boolean differs() {
            return packed != null && packed != shipped;
        }
    }

    /** By article: first those of the record, then those that only events name. */
    public List<Row> rows() {
        var packed = packed();
        var rows = new ArrayList<Row>();
        for (var line : parcel.lines()) {
            var article = line.sku().value();
            rows.add(new Row(article, line.quantity(), packed == null ? null : packed.getOrDefault(article, 0)));
            if (packed != null) {
                packed.remove(article);
            }
        }
        if (packed != null) {
            packed.forEach((article, units) -> rows.add(new Row(article, 0, units)));
        }
        return rows;
    }

    public boolean hasContents() {
        return packed() != null;
    }

    /** Null where no event says what was put in, or one does not say how many. */
    private @Nullable Map<String, Integer> packed() {
        if (events.isEmpty()) {
            return null;
        }
        var inside = inside(events.getLast());
        if (inside.isEmpty() || inside.containsValue(null)) {
            return null;
        }
        var units = new LinkedHashMap<String, Integer>();
        inside.forEach((article, quantity) -> units.merge(article, quantity == null ? 0 : quantity, Integer::sum));
        return units;
    }

    /** Units by article that were in the parcel once this had happened. */
    public Map<String, @Nullable Integer> inside(TraceEvent event) {
        var sscc = parcel.sscc();
        var inside = new LinkedHashMap<String, @Nullable Integer>();
        if (sscc != null) {
            Contents.at(events, sscc, event.at()).forEach((uri, units) -> {
                var before = inside.getOrDefault(article(uri), 0);
                inside.put(article(uri), before == null || units == null ? null : Integer.valueOf(before + units));
            });
        }
        return inside;
    }

    /** Whether the event may have changed what is inside. */
    public boolean changes(TraceEvent event) {
        return (event.moment() == Moment.PACK || event.moment() == Moment.UNPACK)
                && !inside(event).isEmpty();
    }

    private String article(String uri) {
        return events.stream()
                .flatMap(event -> event.goods().stream())
                .filter(goods -> goods.uri().equals(uri))
                .findFirst()
                .map(ParcelPage::article)
                .orElse(uri);
    }

    /** The merchant's own number, else the GTIN, else as the event writes it. */
    public static String article(TraceEvent.Goods goods) {
        var sku = goods.sku();
        if (sku != null) {
            return sku.value();
        }
        var gtin = goods.gtin();
        return gtin == null ? goods.uri() : gtin.digits();
    }

    /** Colour and shape of an event on the line: where something went wrong, or nobody made sure. */
    public static String tone(TraceEvent event) {
        if (event.trouble() != null
                || event.scan() == TraceEvent.Scan.OVERRIDE
                || "damaged".equals(event.disposition())) {
            return "differs";
        }
        if (event.shortPick() || event.scan() == TraceEvent.Scan.NONE) {
            return "unknown";
        }
        return event.moment() == Moment.DELIVERY ? "agrees" : "";
    }

    /** How far a weight is from what was expected, in plain words; empty where there is nothing to compare. */
    public String weight(@Nullable Integer weighed, boolean ofBench) {
        var expected = parcel.expectedWeightGrams();
        if (expected == null || weighed == null) {
            return "";
        }
        var usual = ofBench ? scale : Scale.USUAL;
        int more = weighed - expected;
        var far = Scale.isOff(usual.deviation(expected, weighed, 0)) ? "off" : "fits";
        return frame.words().say("traces.weight." + far, Math.abs(more), Integer.signum(more));
    }

    public boolean isOff(@Nullable Integer weighed, boolean ofBench) {
        var expected = parcel.expectedWeightGrams();
        return expected != null
                && weighed != null
                && Scale.isOff((ofBench ? scale : Scale.USUAL).deviation(expected, weighed, 0));
    }
}
