package org.redress.remedy.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.remedy.Area;
import org.redress.remedy.Policies;
import org.redress.remedy.PolicyLink;
import org.redress.remedy.PolicyTab;
import org.redress.remedy.PolicyVersion;
import org.redress.remedy.RuleChange;
import org.redress.remedy.RuleTable;
import org.redress.ui.Day;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.redress.ui.NavEntry;
import org.redress.ui.Problem;
import org.redress.ui.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** How remedies are decided: the tables to read, drafts to write, and the second person's word. */
@Controller
@Requires({Role.SUPERVISOR, Role.ADMIN})
@RequestMapping(PolicyPages.PATH)
class PolicyPages {
    static final String PATH = "/desk/policies";

    private static final int LONGEST_NOTE = 1_000;

    private final Policies policies;
    private final List<PolicyLink> links;
    private final List<PolicyTab> tabs;
    private final InstantSource clock;

    PolicyPages(Policies policies, List<PolicyLink> links, List<PolicyTab> tabs, InstantSource clock) {
        this.policies = policies;
        this.links = List.copyOf(links);
        this.tabs = List.copyOf(tabs);
        this.clock = clock;
    }

    @Bean
    static NavEntry policiesNavEntry() {
        return new NavEntry("remedy.nav", PATH, 60, Role.SUPERVISOR.authority(), Role.ADMIN.authority());
    }

    @GetMapping
    String overview(Frame frame, Viewer viewer, Model model) {
        var now = clock.instant();
        model.addAttribute(
                "page",
                new PolicyPage.Overview(
                        frame,
                        tabs,
                        Arrays.stream(Area.values())
                                .map(area -> policies.inForce(viewer.merchant(), area, now))
                                .toList(),
                        policies.versions(viewer.merchant())));
        return "remedy/policies";
    }

    @GetMapping("/{id}")
    String version(@PathVariable String id, Frame frame, Viewer viewer, Model model) {
        var whole = whole(id, viewer);
        var tables = policies.read(whole.tables());
        model.addAttribute(
                "page",
                new PolicyPage.Tables(
                        frame,
                        whole.version().area(),
                        whole,
                        tables,
                        PATH + "/" + id + "/tables.dmn",
                        people(whole),
                        mayReview(whole, viewer),
                        links,
                        changes(whole.version(), tables, viewer)));
        return "remedy/policy";
    }

    /** Of one that is not in force yet. */
    private List<RuleChange> changes(PolicyVersion version, List<RuleTable> tables, Viewer viewer) {
        if (version.state() != PolicyVersion.State.DRAFT && version.state() != PolicyVersion.State.IN_REVIEW) {
            return List.of();
        }
        var merchant = viewer.merchant();
        var now = policies.inForce(merchant, version.area(), clock.instant()).id();
        var today = now == null
                ? policies.shipped(version.area())
                : policies.find(merchant, now).map(PolicyVersion.Whole::tables).orElseThrow();
        return RuleChange.between(policies.read(today), tables);
    }

    private static Map<String, String> people(PolicyVersion.Whole whole) {
        var people = new HashMap<String, String>();
        whole.entries().forEach(entry -> {
            var name = switch (entry.actor()) {
                case Actor.Staff(var _, var said) -> said;
                case Actor.Program(var _, var said) -> said;
                case Actor.Customer _, Actor.Product _ -> "";
            };
            people.put(entry.actor().identity(), name);
        });
        return people;
    }

    private static boolean mayReview(PolicyVersion.Whole whole, Viewer viewer) {
        var self = viewer.actor().identity();
        return !whole.version().author().equals(self)
                && whole.entries().stream()
                        .filter(entry -> entry.what() == PolicyVersion.What.DRAFTED
                                || entry.what() == PolicyVersion.What.CHANGED)
                        .noneMatch(entry -> entry.actor().identity().equals(self));
    }

    /** The product's own tables of an area, or the law's. */
    @GetMapping("/shipped/{name}")
    String shipped(@PathVariable String name, Frame frame, Model model) {
        model.addAttribute(
                "page",
                new PolicyPage.Tables(
                        frame,
                        name.equals("law") ? null : area(name),
                        null,
                        policies.read(shippedText(name)),
                        PATH + "/shipped/" + name + "/tables.dmn",
                        Map.of(),
                        false,
                        List.of(),
                        List.of()));
        return "remedy/policy";
    }

    @GetMapping("/shipped/{name}/tables.dmn")
    ResponseEntity<byte[]> shippedFile(@PathVariable String name) {
        return file("redress-" + name, shippedText(name));
    }

    @GetMapping("/{id}/tables.dmn")
    ResponseEntity<byte[]> file(@PathVariable String id, Viewer viewer) {
        var whole = whole(id, viewer);
        return file(whole.version().name(), whole.tables());
    }

    private static ResponseEntity<byte[]> file(String name, String tables) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".dmn")
                                .build()
                                .toString())
                .body(tables.getBytes(StandardCharsets.UTF_8));
    }

    private String shippedText(String name) {
        return name.equals("law") ? policies.law() : policies.shipped(area(name));
    }

    private static Area area(String name) {
        return Arrays.stream(Area.values())
                .filter(area -> area.code().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    @PostMapping
    RedirectView draft(
            @RequestParam String area,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer,
            RedirectAttributes redirect) {
        try {
            var draft = policies.draft(viewer.merchant(), area(area), text(file), note(note), viewer.actor());
            Flash.done(redirect, Phrase.of("remedy.done.drafted", draft.name()));
            return back(PATH + "/" + draft.id());
        } catch (Refused refused) {
            Flash.refusedAsTyped(redirect, reason(refused));
            return back(PATH);
        }
    }

    @PostMapping("/{id}/tables")
    RedirectView change(
            @PathVariable String id,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer,
            RedirectAttributes redirect) {
        return attempt(id, redirect, () -> {
            var tables = text(file);
            if (tables == null) {
                throw new Refused(Refusal.invalid("file", "MISSING", Phrase.of("remedy.refusal.no-file")));
            }
            policies.change(viewer.merchant(), id(id), tables, note(note), viewer.actor(), seen);
            return Phrase.of("remedy.done.changed");
        });
    }

    /** The tables as tables, while they are a draft. */
    @GetMapping("/{id}/editor")
    ModelAndView editor(@PathVariable String id, Frame frame, Viewer viewer) {
        var whole = whole(id, viewer);
        var version = whole.version();
        return version.state() == PolicyVersion.State.DRAFT
                ? editor(frame, version, version.version(), whole.tables(), version.note(), null)
                : new ModelAndView(back(PATH + "/" + version.id()));
    }

    /** Whatever becomes of it, the tables stay in the browser as they were sent. */
    @PostMapping("/{id}/editor")
    ModelAndView edit(
            @PathVariable String id,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String tables,
            Frame frame,
            Viewer viewer,
            RedirectAttributes redirect) {
        var text = tables.replace("\r\n", "\n");
        try {
            var version = policies.change(viewer.merchant(), id(id), text, note(note), viewer.actor(), seen);
            if (frame.partial()) {
                return editor(frame, version, version.version(), text, version.note(), null);
            }
            Flash.done(redirect, Phrase.of("remedy.done.changed"));
            return new ModelAndView(back(PATH + "/" + version.id()));
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.ABSENT) {
                throw refused;
            }
            var version = whole(id, viewer).version();
            return editor(frame, version, seen, text, note, refused.refusal());
        }
    }

    private ModelAndView editor(
            Frame frame, PolicyVersion version, int seen, String text, String note, @Nullable Refusal refusal) {
        var words = frame.words();
        var page = new PolicyPage.Editor(
                frame,
                version,
                seen,
                text,
                note,
                policies.read(text),
                refusal == null ? null : words.say(refusal.reason()),
                refusal == null
                        ? List.of()
                        : refusal.faults().stream()
                                .map(fault -> place(fault, words))
                                .toList(),
                frame.partial() && refusal == null);
        var view = new ModelAndView(frame.partial() ? "remedy/_findings" : "remedy/editor", Map.of("page", page));
        if (refusal != null) {
            view.setStatus(Problem.of(refusal).status());
        }
        return view;
    }

    /** The place of a fault of the tables, as {@code /tables/goods/3}. */
    private static PolicyPage.Place place(Refusal.Fault fault, Words words) {
        var parts = fault.pointer().split("/", -1);
        boolean ofTables = fault.pointer().startsWith("/tables/");
        return new PolicyPage.Place(
                ofTables ? parts[2] : null,
                ofTables && parts.length > 3 ? Integer.valueOf(parts[3]) : null,
                words.say(fault.message()));
    }

    @PostMapping("/{id}/review-request")
    RedirectView handIn(
            @PathVariable String id,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Viewer viewer,
            RedirectAttributes redirect) {
        return attempt(id, redirect, () -> {
            policies.handIn(viewer.merchant(), id(id), day(from), to.isBlank() ? null : day(to), viewer.actor(), seen);
            return Phrase.of("remedy.done.handed-in");
        });
    }

    @PostMapping("/{id}/review")
    RedirectView review(
            @PathVariable String id,
            @RequestParam int seen,
            @RequestParam boolean approved,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            RedirectAttributes redirect) {
        return attempt(id, redirect, () -> {
            policies.review(
                    viewer.merchant(), id(id), approved, note.isBlank() ? null : note(note), viewer.actor(), seen);
            return Phrase.of(approved ? "remedy.done.approved" : "remedy.done.sent-back");
        });
    }

    @PostMapping("/{id}/end")
    RedirectView end(@PathVariable String id, @RequestParam int seen, Viewer viewer, RedirectAttributes redirect) {
        return attempt(id, redirect, () -> {
            policies.end(viewer.merchant(), id(id), null, viewer.actor(), seen);
            return Phrase.of("remedy.done.ended");
        });
    }

    private static RedirectView attempt(String id, RedirectAttributes redirect, Supplier<Phrase> work) {
        try {
            Flash.done(redirect, work.get());
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.ABSENT) {
                throw refused;
            }
            Flash.refusedAsTyped(redirect, reason(refused));
        }
        return back(PATH + "/" + id(id));
    }

    /** The first of the findings, and how many more there are. */
    private static Phrase reason(Refused refused) {
        var faults = refused.refusal().faults();
        if (faults.isEmpty()) {
            return refused.refusal().reason();
        }
        var first = faults.getFirst().message();
        return faults.size() == 1 ? first : Phrase.of("remedy.refusal.and-more", first, faults.size() - 1);
    }

    private static RedirectView back(String path) {
        var back = new RedirectView(path);
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return back;
    }

    private PolicyVersion.Whole whole(String id, Viewer viewer) {
        return policies.find(viewer.merchant(), id(id)).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static UUID id(String id) {
        return Ids.parse(id).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static @Nullable String text(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return null;
        }
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String note(String note) {
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            throw new Refused(Refusal.invalid("note", "TOO_LONG", Phrase.of("remedy.refusal.note", LONGEST_NOTE)));
        }
        return note.strip();
    }

    private static LocalDate day(String text) {
        return Day.read(text)
                .orElseThrow(() -> new Refused(Refusal.invalid("from", "NOT_A_DAY", Phrase.of("json.day"))));
    }
}
