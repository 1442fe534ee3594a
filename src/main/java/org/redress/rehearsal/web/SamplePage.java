package org.redress.rehearsal.web;

import java.util.List;
import org.redress.rehearsal.SampleTour;
import org.redress.ui.Frame;

/** What {@code rehearsal/sample.jte} shows. */
public record SamplePage(Frame frame, String portal, List<SampleTour.Stop> stops) {
    public String photo(String name) {
        return "/sample/photos/" + name;
    }

    /** Key of the caption of a photograph. */
    public String caption(String name) {
        return "rehearsal.photo." + name.replace(".jpg", "");
    }
}
