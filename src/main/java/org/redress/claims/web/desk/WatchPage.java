package org.redress.claims.web.desk;

import java.util.List;
import org.redress.claims.Claim;
import org.redress.claims.Promises;
import org.redress.claims.Promises.Late;
import org.redress.ui.Frame;

/** What somebody has to look at now. */
public record WatchPage(Frame frame, Promises.Watch watch) {

    /** One list of promises. */
    public record Part(String key, List<Late> rows) {}

    public List<Part> promises() {
        return List.of(new Part("desk.watch.broken", watch.broken()), new Part("desk.watch.warned", watch.warned()));
    }

    /** One list of claims. */
    public record Stuck(String key, List<Claim> rows) {}

    public List<Stuck> claims() {
        return List.of(new Stuck("desk.watch.lost", watch.lost()), new Stuck("desk.watch.unowned", watch.unowned()));
    }
}
