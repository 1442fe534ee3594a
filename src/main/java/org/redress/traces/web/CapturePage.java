package org.redress.traces.web;

import org.redress.traces.Capture;
import org.redress.ui.Frame;

public record CapturePage(Frame frame, Capture capture) {
    public String href() {
        return CapturePages.PATH + "/" + capture.id();
    }

    public String state() {
        return frame.words().say("traces.capture.state", CapturePages.State.of(capture));
    }

    public String tone() {
        return CapturePages.State.of(capture).tone();
    }
}
