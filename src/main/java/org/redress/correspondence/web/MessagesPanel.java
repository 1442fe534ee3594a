package org.redress.correspondence.web;

import java.util.Map;
import java.util.Optional;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimPanel;
import org.redress.ui.Frame;
import org.redress.ui.Panel;
import org.redress.ui.Templates;
import org.springframework.stereotype.Component;

/** The thread on the tracking page and on the case page. */
@Component
class MessagesPanel implements ClaimPanel {
    static final String ID = "messages";
    private static final int ORDER = 300;

    private final Threads threads;
    private final Templates templates;

    MessagesPanel(Threads threads, Templates templates) {
        this.threads = threads;
        this.templates = templates;
    }

    @Override
    public Column column() {
        return Column.WHAT_HAPPENED;
    }

    @Override
    public Optional<Panel> forStaff(Claim claim, Viewer viewer, Frame frame) {
        return panel(threads.forStaff(claim, viewer, frame, Typed.nothing()));
    }

    @Override
    public Optional<Panel> forCustomer(Claim claim, String link, Frame frame) {
        return panel(threads.forCustomer(claim, link, frame, Typed.nothing()));
    }

    private Optional<Panel> panel(MessageThread thread) {
        return Optional.of(new Panel(
                ID,
                thread.frame().words().say("correspondence.thread.title"),
                ORDER,
                templates.content("correspondence/_thread", Map.of("thread", thread))));
    }
}
