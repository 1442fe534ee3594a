package org.redress.traces.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Page;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.traces.Parcel;
import org.redress.traces.ParcelLink;
import org.redress.traces.Traces;
import org.redress.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping(ParcelPages.PATH)
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
class ParcelPages {
    static final String PATH = ParcelLink.PATH;

    private final Traces traces;

    ParcelPages(Traces traces) {
        this.traces = traces;
    }

    @GetMapping
    ModelAndView list(
            Frame frame,
            Viewer viewer,
            @RequestParam(name = "q", defaultValue = "") String looked,
            @RequestParam(required = false) @Nullable String after) {
        var found = traces.search(viewer.merchant(), looked, after, Page.USUAL);
        return new ModelAndView("traces/parcels", Map.of("page", new ParcelsPage(frame, looked.strip(), found)));
    }

    @GetMapping("/{trackingNumber}")
    ModelAndView parcel(Frame frame, Viewer viewer, @PathVariable String trackingNumber) {
        var merchant = viewer.merchant();
        var parcel = traces.parcel(merchant, trackingNumber).orElseThrow(() -> new Refused(Refusal.absent()));
        var trail = traces.trail(merchant, parcel.orderNumber());
        var scale = traces.scale(merchant, parcel.warehouse());
        var page = new ParcelPage(
                frame,
                parcel,
                siblings(trail.parcels(), parcel),
                trail.of(parcel).events(),
                scale);
        return new ModelAndView("traces/parcel", Map.of("page", page));
    }

    @GetMapping(params = "number")
    ModelAndView numbered(Frame frame, Viewer viewer, @RequestParam String number) {
        return parcel(frame, viewer, number);
    }

    private static List<Parcel> siblings(List<Parcel> ofOrder, Parcel parcel) {
        return ofOrder.stream()
                .filter(other -> !other.trackingNumber().equals(parcel.trackingNumber()))
                .toList();
    }
}
