package org.redress.claims.web.desk;

import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Promises;
import org.redress.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@Requires(Role.SUPERVISOR)
class WatchPages {
    static final String PATH = "/desk/watch";

    private final Promises promises;

    WatchPages(Promises promises) {
        this.promises = promises;
    }

    @GetMapping(PATH)
    String show(Frame frame, Viewer viewer, Model model) {
        model.addAttribute("page", new WatchPage(frame, promises.watch(viewer.merchant())));
        return "claims/watch";
    }
}
