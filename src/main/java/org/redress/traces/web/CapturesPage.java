package org.redress.traces.web;

import org.redress.kernel.Page;
import org.redress.traces.Capture;
import org.redress.ui.Frame;

public record CapturesPage(Frame frame, Page<Capture> captures) {
    public String href(Capture capture) {
        return CapturePages.PATH + "/" + capture.id();
    }

    public String state(Capture capture) {
        return frame.words().say("traces.capture.state", CapturePages.State.of(capture));
    }

    public String tone(Capture capture) {
        return CapturePages.State.of(capture).tone();
    }
}
