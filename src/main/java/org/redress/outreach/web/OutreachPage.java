package org.redress.outreach.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.outreach.Outreach.State;
import org.redress.ui.Frame;

/**
 * Whom to write to, who was written to, and what became of it.
 *
 * @param link of a customer who cannot be mailed, to pass on; told once
 * @param next where the next page starts, or null
 */
public record OutreachPage(
        Frame frame,
        State tab,
        List<OutreachView> all,
        @Nullable String link,
        @Nullable String next) {
    public boolean isAt(State state) {
        return tab == state;
    }
}
