package org.redress.investigation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.investigation.Task;
import org.redress.investigation.TaskWords;
import org.redress.investigation.Tasks;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.orders.Products;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A task for whoever holds its link, on a phone in the aisle: the question, an answer, thanks. */
@Controller
@RequestMapping("/task/{token}")
class TaskLinkPages {
    private static final String LATE = "taskLate";

    private final Tasks tasks;
    private final Merchants merchants;
    private final Products products;

    TaskLinkPages(Tasks tasks, Merchants merchants, Products products) {
        this.tasks = tasks;
        this.merchants = merchants;
        this.products = products;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Frame frame, Model model, HttpServletResponse response) {
        keepPrivate(response);
        var link = open(token);
        return link.expired()
                ? gone(link, frame)
                : page(token, link, frame, _ -> "", Map.of(), model.containsAttribute(LATE), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView answer(
            @PathVariable String token,
            @RequestParam Map<String, String> fields,
            Frame frame,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        keepPrivate(response);
        var link = open(token);
        if (link.expired()) {
            return gone(link, frame);
        }
        var form = new ReplyForm(fields);
        try {
            var task = task(link);
            var by = task.partner() == null ? form.text("by") : task.partner();
            tasks.answer(link.merchant(), link.task(), form.reply(task), form.text("note"), by);
        } catch (Refused refused) {
            var refusal = refused.refusal();
            if (refusal.kind() == Refusal.Kind.INVALID) {
                return page(token, link, frame, form::text, faults(refusal), false, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            if (!refusal.code().equals(Tasks.ANSWERED_ALREADY)) {
                Flash.refused(redirect, refusal.reason());
            } else if (!isKept(form, task(link))) {
                redirect.addFlashAttribute(LATE, true);
            }
        }
        return new ModelAndView(TaskPages.back("/task/" + token));
    }

    /** Whether the very same stands there already: somebody has tapped twice. */
    private static boolean isKept(ReplyForm form, Task task) {
        return form.reply(task).equals(task.reply())
                && (task.partner() != null || form.text("by").equals(task.endedBy()));
    }

    private static Map<String, Refusal.Fault> faults(Refusal refusal) {
        return refusal.faults().stream()
                .collect(Collectors.toMap(Refusal.Fault::pointer, Function.identity(), (first, _) -> first));
    }

    private Tasks.ByLink open(String token) {
        return tasks.open(token).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private Task task(Tasks.ByLink link) {
        return tasks.find(link.merchant(), link.task()).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private ModelAndView page(
            String token,
            Tasks.ByLink link,
            Frame frame,
            UnaryOperator<String> typed,
            Map<String, Refusal.Fault> faults,
            boolean late,
            HttpStatus status) {
        var task = task(link);
        var merchant = merchants.find(link.merchant());
        var known = products.find(link.merchant(), TaskWords.articles(List.of(task)));
        var here = frame.at(merchant.zone());
        var view = new TaskView(
                here,
                task,
                new TaskWords(task, known),
                "task",
                "/task/" + token,
                task.partner() == null,
                typed,
                faults);
        return shown(here, merchant, view, late, status);
    }

    private ModelAndView gone(Tasks.ByLink link, Frame frame) {
        var merchant = merchants.find(link.merchant());
        return shown(frame.at(merchant.zone()), merchant, null, false, HttpStatus.GONE);
    }

    private static ModelAndView shown(
            Frame frame, Merchant merchant, @Nullable TaskView view, boolean late, HttpStatus status) {
        var shown = new ModelAndView(
                "investigation/task", Map.of("page", new TaskPage(frame, merchant.name(), view, late)));
        shown.setStatus(status);
        return shown;
    }

    private static void keepPrivate(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
