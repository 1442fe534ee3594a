package org.redress.investigation.rest;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Origin;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.EventWords;
import org.redress.investigation.Holds;
import org.redress.investigation.Task;
import org.redress.investigation.Task.State;
import org.redress.investigation.TaskWords;
import org.redress.investigation.Tasks;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.orders.Products;
import org.redress.ui.JsonBody;
import org.redress.ui.Takes;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Questions to people who can look. A key with role WAREHOUSE only sees those to the warehouse. */
@RestController
@RequestMapping("/api/v1")
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR})
class TaskResource {
    private final Tasks tasks;
    private final Holds holds;
    private final Claims claims;
    private final Products products;
    private final Origin origin;

    TaskResource(Tasks tasks, Holds holds, Claims claims, Products products, Origin origin) {
        this.tasks = tasks;
        this.holds = holds;
        this.claims = claims;
        this.products = products;
        this.origin = origin;
    }

    @GetMapping("/claims/{id}/tasks")
    List<TaskWire> ofClaim(@PathVariable String id, Viewer viewer, Words words) {
        return wires(tasks.ofClaim(viewer.merchant(), claim(id, viewer).id()), viewer, words);
    }

    @PostMapping("/claims/{id}/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    @Takes(TaskBody.NewTask.class)
    @Requires({Role.AGENT, Role.SUPERVISOR})
    ResponseEntity<TaskWire.OpenedWire> open(
            @PathVariable String id, @RequestBody JsonNode body, Viewer viewer, Words words) {
        var claim = claim(id, viewer);
        var opened = tasks.open(viewer.merchant(), claim.id(), TaskBody.opening(body), viewer.actor());
        var wire = wires(List.of(opened.task()), viewer, words).getFirst();
        return ResponseEntity.created(URI.create("/api/v1/claims/" + claim.id() + "/tasks"))
                .body(new TaskWire.OpenedWire(wire, origin.url() + opened.path()));
    }

    /** Puts the orders at risk aside that have not left. */
    @PostMapping("/claims/{id}/holds")
    @Requires({Role.AGENT, Role.SUPERVISOR})
    @Takes(value = Takes.Nothing.class, optional = true)
    List<TaskWire> hold(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode body,
            Viewer viewer,
            Words words) {
        JsonBody.nothing(body);
        return wires(holds.hold(viewer.merchant(), claim(id, viewer).id(), viewer.actor()), viewer, words);
    }

    /** Lets them go on. */
    @PostMapping("/claims/{id}/releases")
    @Requires({Role.AGENT, Role.SUPERVISOR})
    @Takes(value = Takes.Nothing.class, optional = true)
    List<TaskWire> release(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode body,
            Viewer viewer,
            Words words) {
        JsonBody.nothing(body);
        return wires(holds.release(viewer.merchant(), claim(id, viewer).id(), viewer.actor()), viewer, words);
    }

    @GetMapping("/tasks")
    @Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR, Role.WAREHOUSE})
    Page<TaskWire> list(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit,
            Viewer viewer,
            Words words) {
        var page = tasks.page(viewer.merchant(), state(state), Task.Asked.openTo(viewer), after, limit(limit));
        return new Page<>(wires(page.items(), viewer, words), page.next());
    }

    private static State state(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? State.OPEN : State.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw new Refused(Refusal.invalid("/state", "NOT_A_CHOICE", Phrase.of("investigation.task.fault.state")));
        }
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Page.USUAL;
        }
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > Page.LARGEST) {
            throw new Refused(Refusal.invalid("/limit", "OUT_OF_RANGE", Phrase.of("json.range", 1, Page.LARGEST)));
        }
        return number;
    }

    @PostMapping("/tasks/{id}/answer")
    @Takes(TaskBody.Answer.class)
    @Requires({Role.AGENT, Role.SUPERVISOR, Role.WAREHOUSE})
    TaskWire answer(@PathVariable String id, @RequestBody JsonNode body, Viewer viewer, Words words) {
        UUID known = Ids.parse(id).orElseThrow(TaskResource::absent);
        if (tasks.find(viewer.merchant(), known)
                .filter(task -> task.isOpenTo(viewer))
                .isEmpty()) {
            throw absent();
        }
        var told = TaskBody.answer(body);
        var answered =
                tasks.answer(viewer.merchant(), known, told.reply(), told.note(), EventWords.name(viewer.actor()));
        return wires(List.of(answered), viewer, words).getFirst();
    }

    private Claim claim(String id, Viewer viewer) {
        return Ids.parse(id)
                .map(known -> claims.find(viewer.merchant(), known))
                .orElseGet(() -> claims.byNumber(viewer.merchant(), id))
                .orElseThrow(TaskResource::absent);
    }

    private static Refused absent() {
        return new Refused(Refusal.absent());
    }

    private List<TaskWire> wires(Collection<Task> all, Viewer viewer, Words words) {
        var known = products.find(viewer.merchant(), TaskWords.articles(all));
        return all.stream().map(task -> TaskWire.of(task, known, words)).toList();
    }
}
