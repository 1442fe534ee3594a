package org.redress.outreach.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.outreach.Outreach.State;
import org.redress.ui.Frame;

/**
 * Whom to write to, who was written to, and what became of it.
 *
 * @param told the link of a customer who cannot be mailed, to pass on; once
 * @param next where the next page starts, or null
 */
public record OutreachPage(
        Frame frame,
        State tab,
        List<OutreachView> all,
        @Nullable Told told,
        @Nullable String next) {
    /** A link and whose it is. */
    public record Told(String link, OutreachView whose) {}

    public boolean isAt(State state) {
        return tab == state;
    }
}
