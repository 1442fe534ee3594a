package org.redress.traces.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.traces.Captures;
import org.redress.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping(CapturePages.PATH)
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
class CapturePages {
    static final String PATH = ParcelPages.PATH + "/captures";

    private final Captures captures;

    CapturePages(Captures captures) {
        this.captures = captures;
    }

    @GetMapping
    ModelAndView list(Frame frame, Viewer viewer, @RequestParam(required = false) @Nullable String after) {
        var page = captures.page(viewer.merchant(), after, Page.USUAL);
        return new ModelAndView("traces/captures", Map.of("page", new CapturesPage(frame, page)));
    }

    /** The page asks for its own fragment every second while the job goes on; without scripts one reloads it. */
    @GetMapping("/{id}")
    ModelAndView capture(Frame frame, Viewer viewer, @PathVariable String id) {
        var capture = Ids.parse(id)
                .flatMap(known -> captures.find(viewer.merchant(), known))
                .orElseThrow(() -> new Refused(Refusal.absent()));
        return new ModelAndView(
                frame.partial() ? "traces/_capture" : "traces/capture",
                Map.of("page", new CapturePage(frame, capture)));
    }

    /** Word of {@code traces.capture.state}, and its colour. */
    enum State {
        RUNNING("yours"),
        DONE("agrees"),
        PARTLY("differs"),
        NOTHING("differs");

        private final String tone;

        State(String tone) {
            this.tone = tone;
        }

        static State of(org.redress.traces.Capture capture) {
            if (capture.isRunning()) {
                return RUNNING;
            }
            if (capture.success()) {
                return DONE;
            }
            return capture.kept() > 0 ? PARTLY : NOTHING;
        }

        String tone() {
            return tone;
        }
    }
}
