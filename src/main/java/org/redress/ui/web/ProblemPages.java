package org.redress.ui.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.CodesPage;
import org.redress.ui.Frame;
import org.redress.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Where the {@code type} of a problem leads: what its code means, for whoever writes a program against us. */
@Controller
class ProblemPages {
    private static final List<Integer> STATUSES =
            List.of(400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 429, 500, 503);

    @GetMapping("/problems")
    ModelAndView all(Frame frame) {
        var words = frame.words();
        return page(new CodesPage(frame, words.say("problems.title"), words.say("problems.lead"), meanings(words)));
    }

    @GetMapping("/problems/{code}")
    ModelAndView one(@PathVariable String code, Frame frame) {
        if (!code.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new Refused(Refusal.absent());
        }
        var words = frame.words();
        var name = code.toUpperCase(Locale.ROOT).replace('-', '_');
        var key = "problems.code." + name;
        var lead = words.say(words.knows(key) ? key : "problems.code");
        return page(new CodesPage(frame, name, lead, meanings(words)));
    }

    private static ModelAndView page(CodesPage page) {
        return new ModelAndView("ui/problems", Map.of("page", page));
    }

    private static List<CodesPage.Meaning> meanings(Words words) {
        return STATUSES.stream()
                .map(status -> new CodesPage.Meaning(
                        status, words.say("problem.title." + status), words.say("problems.meaning." + status)))
                .toList();
    }
}
