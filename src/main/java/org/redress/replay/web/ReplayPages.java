package org.redress.replay.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.remedy.Area;
import org.redress.remedy.Policies;
import org.redress.replay.Change;
import org.redress.replay.Replay;
import org.redress.replay.Replays;
import org.redress.sheets.Download;
import org.redress.sheets.SheetWriter;
import org.redress.ui.Day;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Rules tried on past claims: begin a run, watch it, stop it, read what it would have changed. */
@Controller
@Requires({Role.SUPERVISOR, Role.ADMIN})
@RequestMapping(ReplayPages.PATH)
class ReplayPages {
    static final String PATH = "/desk/policies/replays";

    private static final int CHANGES = 20;
    private static final int FILE_PAGE = 1_000;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> COLUMNS = List.of(
            "number",
            "filed",
            "effect",
            "before",
            "before.cost",
            "before.how",
            "after",
            "after.cost",
            "after.how",
            "why");

    private final Replays replays;
    private final Policies policies;
    private final Products products;
    private final InstantSource clock;

    ReplayPages(Replays replays, Policies policies, Products products, InstantSource clock) {
        this.replays = replays;
        this.policies = policies;
        this.products = products;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView overview(
            Frame frame,
            Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String policy) {
        var versions = policies.versions(viewer.merchant());
        var today = LocalDate.ofInstant(clock.instant(), frame.words().zone());
        var chosen = Ids.parse(policy)
                .flatMap(id -> versions.stream()
                        .filter(version -> version.id().equals(id))
                        .findFirst())
                .map(ReplayPage::value)
                .orElse("");
        return new ModelAndView(
                "replay/replays",
                Map.of(
                        "page",
                        new ReplayPage.Overview(
                                frame,
                                replays.page(viewer.merchant(), after, Page.USUAL),
                                versions,
                                replays.sources(),
                                typed(frame, "policy", chosen),
                                typed(frame, "source", Replays.RECORD),
                                typed(frame, "from", today.minusYears(1).toString()),
                                typed(frame, "to", today.toString()))));
    }

    private static String typed(Frame frame, String field, String otherwise) {
        var typed = frame.typed("replays", field);
        return typed.isEmpty() ? otherwise : typed;
    }

    @PostMapping
    RedirectView start(
            Viewer viewer,
            @RequestParam(defaultValue = "") String policy,
            @RequestParam(defaultValue = Replays.RECORD) String source,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes redirect) {
        try {
            var choice = List.of(policy.split(":", 2));
            var run = replays.start(
                    viewer.merchant(),
                    area(choice.getFirst()),
                    choice.size() == 1 ? null : id(choice.getLast()),
                    source,
                    day(from, "from"),
                    day(to, "to"),
                    viewer.actor());
            return seeOther(PATH + "/" + run.id());
        } catch (Refused refused) {
            var faults = refused.refusal().faults();
            Flash.refusedAsTyped(
                    redirect,
                    faults.isEmpty()
                            ? refused.refusal().reason()
                            : faults.getFirst().message());
            return seeOther(PATH);
        }
    }

    private static Area area(String name) {
        return Arrays.stream(Area.values())
                .filter(area -> area.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Refused(Refusal.invalid("policy", "NOT_A_CHOICE", Phrase.of("replay.refusal.policy"))));
    }

    static LocalDate day(String text, String field) {
        return Day.read(text)
                .orElseThrow(() -> new Refused(Refusal.invalid(field, "NOT_A_DAY", Phrase.of("json.day"))));
    }

    /** The page asks for its own fragment while the run goes on; without scripts one reloads it. */
    @GetMapping("/{id}")
    ModelAndView run(
            Frame frame,
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String effect,
            @RequestParam(required = false) @Nullable String after) {
        var run = find(viewer.merchant(), id);
        var wanted = effect(effect);
        var changes = run.isUnderWay()
                ? new Page<Change>(List.of(), null)
                : replays.changes(viewer.merchant(), run.id(), wanted, after, CHANGES);
        var page = page(frame, viewer.merchant(), run, wanted, changes);
        return new ModelAndView(frame.partial() ? "replay/_run" : "replay/replay", Map.of("page", page));
    }

    private ReplayPage.Run page(
            Frame frame, MerchantId merchant, Replay run, Change.@Nullable Effect effect, Page<Change> changes) {
        return new ReplayPage.Run(
                frame, run, replays.isOnRecord(run.source()), effect, changes, names(merchant, changes.items()));
    }

    private Map<Sku, Product> names(MerchantId merchant, List<Change> changes) {
        var skus = new LinkedHashSet<Sku>();
        changes.forEach(change -> {
            skus.addAll(change.before().plan().skus());
            skus.addAll(change.after().plan().skus());
        });
        return skus.isEmpty() ? Map.of() : products.find(merchant, skus);
    }

    private static Change.@Nullable Effect effect(String name) {
        return Arrays.stream(Change.Effect.values())
                .filter(effect -> effect.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/{id}/stop")
    RedirectView stop(@PathVariable String id, Viewer viewer) {
        return seeOther(PATH + "/" + replays.stop(viewer.merchant(), id(id)).id());
    }

    @PostMapping("/{id}/removal")
    RedirectView forget(@PathVariable String id, Viewer viewer, RedirectAttributes redirect) {
        try {
            replays.forget(viewer.merchant(), id(id));
            Flash.done(redirect, Phrase.of("replay.forgotten"));
            return seeOther(PATH);
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.ABSENT) {
                throw refused;
            }
            Flash.refused(redirect, refused.refusal().reason());
            return seeOther(PATH + "/" + id(id));
        }
    }

    /** Every claim that came out otherwise, as a file. */
    @GetMapping("/{id}/changes.{ending}")
    void file(
            @PathVariable String id,
            @PathVariable String ending,
            Frame frame,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        var run = find(viewer.merchant(), id);
        var words = frame.words();
        Download.send(
                response,
                "replay-" + run.policyName(),
                ending,
                words.say("replay.changes"),
                COLUMNS.stream()
                        .map(column -> words.say("replay.column." + column))
                        .toList(),
                writer -> write(frame, viewer.merchant(), run, writer));
    }

    private void write(Frame frame, MerchantId merchant, Replay run, SheetWriter writer) throws IOException {
        @Nullable String after = null;
        do {
            var changes = replays.changes(merchant, run.id(), null, after, FILE_PAGE);
            var page = page(frame, merchant, run, null, changes);
            for (var change : changes.items()) {
                writer.row(row(page, change));
            }
            after = changes.next();
        } while (after != null);
    }

    private static List<@Nullable Object> row(ReplayPage.Run page, Change change) {
        var w = page.frame().words();
        var row = new ArrayList<@Nullable Object>(COLUMNS.size());
        row.add(change.number());
        row.add(clock(change.filedAt(), w));
        row.add(w.say("replay.effect", change.effect()));
        row.add(page.plan(change.before()));
        row.add(change.before().cost().amount());
        row.add(page.how(change.before()));
        row.add(page.plan(change.after()));
        row.add(change.after().cost().amount());
        row.add(page.how(change.after()));
        row.add(page.why(change));
        return row;
    }

    private static String clock(Instant at, Words words) {
        return CLOCK.format(at.atZone(words.zone()));
    }

    private Replay find(MerchantId merchant, String id) {
        return replays.find(merchant, id(id)).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static UUID id(String id) {
        return Ids.parse(id).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static RedirectView seeOther(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
