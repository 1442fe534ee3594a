package org.redress.outreach.web;

import java.util.List;
import org.redress.claims.Claim;
import org.redress.ui.Frame;

/** The customers that one claim has led to. */
public record OutreachPanelPage(Frame frame, Claim claim, List<OutreachView> all) {
    private static final int SHOWN = 8;

    public List<OutreachView> first() {
        return all.stream().limit(SHOWN).toList();
    }

    public int others() {
        return all.size() - first().size();
    }
}
