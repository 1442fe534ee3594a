package org.redress.ui;

import java.util.List;

/** What the codes of problems mean: the statuses, and in the lead the one that was asked for. */
public record CodesPage(Frame frame, String title, String lead, List<Meaning> meanings) {
    public record Meaning(int status, String title, String text) {}
}
