package org.redress.investigation.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Origin;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.EventWords;
import org.redress.investigation.Task;
import org.redress.investigation.Task.State;
import org.redress.investigation.TaskWords;
import org.redress.investigation.Tasks;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.orders.Products;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
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
import org.springframework.web.servlet.view.RedirectView;

/** The questions that are open, for whoever can look. Who has role WAREHOUSE only sees these and nothing else. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR, Role.WAREHOUSE})
@RequestMapping(TaskPages.PATH)
class TaskPages {
    static final String PATH = "/desk/tasks";
    private static final int ROWS = 50;
    private static final String LINK = "taskLink";

    private final Tasks tasks;
    private final Products products;
    private final Origin origin;

    TaskPages(Tasks tasks, Products products, Origin origin) {
        this.tasks = tasks;
        this.products = products;
        this.origin = origin;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Viewer viewer,
            Model model) {
        var shown = state(state == null ? view : state);
        var found = tasks.page(viewer.merchant(), shown, Task.Asked.openTo(viewer), after, ROWS);
        var known = products.find(viewer.merchant(), TaskWords.articles(found.items()));
        List<TaskView> views = found.items().stream()
                .map(task -> view(task, new TaskWords(task, known), frame))
                .toList();
        var link = model.getAttribute(LINK) instanceof String told ? told : null;
        var page = new TasksPage(frame, shown, views, directs(viewer), link, found.next());
        return new ModelAndView("investigation/tasks", Map.of("page", page));
    }

    /** As a tab names it, or as outside clients do. */
    private static State state(String view) {
        return switch (view.toLowerCase(Locale.ROOT)) {
            case "answered" -> State.ANSWERED;
            case "cancelled" -> State.CANCELLED;
            default -> State.OPEN;
        };
    }

    private static TaskView view(Task task, TaskWords says, Frame frame) {
        var id = task.id().toString();
        return new TaskView(frame, task, says, id, PATH + "/" + id, false, field -> frame.typed(id, field), Map.of());
    }

    private static boolean directs(Viewer viewer) {
        return viewer.has(Role.AGENT) || viewer.has(Role.SUPERVISOR);
    }

    @PostMapping("/{id}")
    RedirectView answer(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            Viewer viewer,
            RedirectAttributes redirect) {
        var task = task(id, viewer);
        var form = new ReplyForm(fields);
        try {
            tasks.answer(
                    viewer.merchant(), task.id(), form.reply(task), form.text("note"), EventWords.name(viewer.actor()));
            Flash.done(redirect, Phrase.of("investigation.task.done.answered"));
        } catch (Refused refused) {
            Flash.refusedAsTyped(redirect, reason(refused.refusal()));
        }
        return back(PATH);
    }

    private static Phrase reason(Refusal refusal) {
        return refusal.faults().isEmpty()
                ? refusal.reason()
                : refusal.faults().getFirst().message();
    }

    @PostMapping("/{id}/cancel")
    @Requires({Role.AGENT, Role.SUPERVISOR})
    RedirectView cancel(@PathVariable String id, Viewer viewer, RedirectAttributes redirect) {
        var task = task(id, viewer);
        try {
            tasks.cancel(viewer.merchant(), task.id(), viewer.actor());
            Flash.done(redirect, Phrase.of("investigation.task.done.cancelled"));
        } catch (Refused refused) {
            Flash.refused(redirect, refused.refusal().reason());
        }
        return back(PATH);
    }

    @PostMapping("/{id}/link")
    @Requires({Role.AGENT, Role.SUPERVISOR})
    RedirectView link(@PathVariable String id, Viewer viewer, RedirectAttributes redirect) {
        var task = task(id, viewer);
        redirect.addFlashAttribute(LINK, origin.url() + tasks.link(viewer.merchant(), task.id()));
        return back(PATH);
    }

    private Task task(String id, Viewer viewer) {
        UUID known = Ids.parse(id).orElseThrow(() -> new Refused(Refusal.absent()));
        return tasks.find(viewer.merchant(), known)
                .filter(task -> task.isOpenTo(viewer))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    static RedirectView back(String path) {
        var back = new RedirectView(path, true, false);
        back.setStatusCode(HttpStatus.SEE_OTHER);
        back.setExposeModelAttributes(false);
        return back;
    }
}
