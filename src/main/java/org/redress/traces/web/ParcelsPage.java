package org.redress.traces.web;

import org.redress.kernel.Page;
import org.redress.traces.Parcel;
import org.redress.traces.ParcelLink;
import org.redress.ui.Frame;

/** @param looked what was looked for, blank for all */
public record ParcelsPage(Frame frame, String looked, Page<Parcel> parcels) {
    public String href(Parcel parcel) {
        return ParcelLink.to(parcel);
    }

    public int units(Parcel parcel) {
        return parcel.lines().stream().mapToInt(Parcel.Line::quantity).sum();
    }
}
