package org.redress.correspondence.web;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.correspondence.MessageTemplate;
import org.redress.correspondence.MessageTemplates;
import org.redress.correspondence.TemplateVersion;
import org.redress.kernel.Actor;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.manners.Draft;
import org.redress.ui.Choice;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.redress.ui.Languages;
import org.redress.ui.NavEntry;
import org.redress.ui.Problem;
import org.redress.ui.Words;
import org.springframework.context.annotation.Bean;
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

/** The texts that messages begin with: to read, to write, to compare, to restore. */
@Controller
@Requires({Role.ADMIN, Role.SUPERVISOR})
@RequestMapping(TemplatePages.PATH)
class TemplatePages {
    static final String PATH = "/admin/messages";

    /** In the place of a key: a template that is not there yet. */
    private static final String NEW = "new";

    private final MessageTemplates templates;
    private final TemplatePreviews previews;
    private final InstantSource clock;

    TemplatePages(MessageTemplates templates, TemplatePreviews previews, InstantSource clock) {
        this.templates = templates;
        this.previews = previews;
        this.clock = clock;
    }

    @Bean
    static NavEntry messageTemplatesNavEntry() {
        return new NavEntry("templates.nav", PATH, 61, Role.SUPERVISOR.authority(), Role.ADMIN.authority());
    }

    @GetMapping
    ModelAndView list(Frame frame, Viewer viewer) {
        var words = frame.words();
        var rows = templates.all(viewer.merchant()).stream()
                .map(template -> new TemplatesPage.Row(
                        template.name(words.locale()),
                        path(template.key(), words.locale()),
                        purpose(template, words.locale()),
                        Languages.ALL.stream()
                                .map(language -> text(template, language, words))
                                .toList()))
                .toList();
        return new ModelAndView("correspondence/templates", Map.of("page", new TemplatesPage(frame, rows)));
    }

    private static Draft.Purpose purpose(MessageTemplate template, Locale language) {
        return template.in(language)
                .or(() -> template.texts().values().stream().findFirst())
                .map(text -> text.latest().purpose())
                .orElse(Draft.Purpose.REPLY);
    }

    private static TemplatesPage.Text text(MessageTemplate template, Locale language, Words words) {
        var href = path(template.key(), language);
        var code = language.getLanguage();
        var text = template.in(language);
        if (text.isEmpty()) {
            return new TemplatesPage.Text(code, href, words.say("templates.state.none"), "unknown");
        }
        var latest = text.get().latest();
        if (!latest.equals(text.get().inForce())) {
            var later = words.say("templates.state.later", latest.number(), latest.inForce());
            return new TemplatesPage.Text(code, href, later, "unknown");
        }
        if (latest.retired()) {
            return new TemplatesPage.Text(code, href, words.say("templates.state.retired"), "quiet");
        }
        return latest.isShipped()
                ? new TemplatesPage.Text(code, href, words.say("templates.state.shipped"), "quiet")
                : new TemplatesPage.Text(code, href, words.say("templates.state.version", latest.number()), "yours");
    }

    @GetMapping("/{template}/{language}")
    ModelAndView show(
            Frame frame,
            Viewer viewer,
            @PathVariable String template,
            @PathVariable String language,
            @RequestParam(defaultValue = "false") boolean sparse) {
        var place = place(template, language, viewer);
        return page(frame, viewer, place, form(place), sparse, null);
    }

    /** What stands in the form of a template as it is now; of a new one that of the other language. */
    private static MessageTemplates.Form form(Place place) {
        var last = place.last();
        if (last != null) {
            return new MessageTemplates.Form(last.name(), last.purpose().name(), last.body(), "");
        }
        return new MessageTemplates.Form("", place.purpose().name(), "", "");
    }

    @PostMapping("/{template}/{language}")
    ModelAndView save(
            Frame frame,
            Viewer viewer,
            @PathVariable String template,
            @PathVariable String language,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        var place = place(template, language, viewer);
        var form = typed(typed);
        try {
            var saved = templates.save(
                    viewer.merchant(), place.isNew() ? null : template, place.language(), form, seen, viewer.actor());
            Flash.done(
                    redirect,
                    saved.isInForce(clock.instant())
                            ? Phrase.of("templates.saved", saved.number())
                            : Phrase.of("templates.saved.later", saved.number(), saved.inForce()));
            return see(path(saved.template(), place.language()));
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.ABSENT) {
                throw refused;
            }
            return page(frame, viewer, place, form, sparse(typed), refused.refusal());
        }
    }

    /** The preview alone for htmx, else the page with it. */
    @PostMapping("/{template}/{language}/preview")
    ModelAndView preview(
            Frame frame,
            Viewer viewer,
            @PathVariable String template,
            @PathVariable String language,
            @RequestParam Map<String, String> typed) {
        var place = place(template, language, viewer);
        var form = typed(typed);
        if (frame.partial()) {
            var preview = previews.of(viewer.merchant(), place.language(), form, sparse(typed), frame.words());
            return new ModelAndView("correspondence/_preview", Map.of("w", frame.words(), "preview", preview));
        }
        return page(frame, viewer, place, form, sparse(typed), null);
    }

    /** For whoever reloads, or changes the language, after a preview. */
    @GetMapping("/{template}/{language}/preview")
    ModelAndView look(Viewer viewer, @PathVariable String template, @PathVariable String language) {
        return see(path(template, place(template, language, viewer).language()));
    }

    @PostMapping("/{template}/{language}/restoration")
    ModelAndView restore(
            Viewer viewer,
            @PathVariable String template,
            @PathVariable String language,
            @RequestParam int version,
            @RequestParam int seen,
            RedirectAttributes redirect) {
        var place = place(template, language, viewer);
        return attempt(place, redirect, () -> {
            var restored =
                    templates.restore(viewer.merchant(), template, place.language(), version, seen, viewer.actor());
            return Phrase.of("templates.restored", restored.number());
        });
    }

    @PostMapping("/{template}/{language}/retirement")
    ModelAndView retire(
            Viewer viewer,
            @PathVariable String template,
            @PathVariable String language,
            @RequestParam int seen,
            RedirectAttributes redirect) {
        var place = place(template, language, viewer);
        return attempt(place, redirect, () -> {
            templates.retire(viewer.merchant(), template, place.language(), seen, viewer.actor());
            return Phrase.of("templates.retired");
        });
    }

    private static ModelAndView attempt(Place place, RedirectAttributes redirect, Supplier<Phrase> act) {
        try {
            Flash.done(redirect, act.get());
        } catch (Refused refused) {
            if (refused.refusal().kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            Flash.refused(redirect, refused.refusal().reason());
        }
        return see(path(place.key(), place.language()));
    }

    /** @param with the version to compare with; left out, the last one, and of the last the one before */
    @GetMapping("/{template}/{language}/versions/{number}")
    ModelAndView version(
            Frame frame,
            Viewer viewer,
            @PathVariable String template,
            @PathVariable String language,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer with) {
        var place = place(template, language, viewer);
        var version = place.version(number).orElseThrow(TemplatePages::absent);
        var last = place.versions().getFirst();
        var other = with == null
                ? number == last.number() ? place.version(number - 1).orElse(last) : last
                : place.version(with).orElseThrow(TemplatePages::absent);
        var words = frame.words();
        var older = version.number() < other.number() ? version : other;
        var newer = version.number() < other.number() ? other : version;
        var page = new TemplateVersionPage(
                frame,
                version,
                path(template, place.language()),
                place.versions().stream()
                        .filter(each -> each.number() != number)
                        .map(each -> new Choice(String.valueOf(each.number()), called(each, words)))
                        .toList(),
                other.number(),
                last.number(),
                called(older, words),
                called(newer, words),
                templates.compare(older.body(), newer.body()));
        return new ModelAndView("correspondence/templateVersion", Map.of("page", page));
    }

    private static String called(TemplateVersion version, Words words) {
        return version.isShipped()
                ? words.say("templates.version.shipped")
                : words.say("templates.version.number", version.number());
    }

    /**
     * A template in a language, as the address names it.
     *
     * @param template null for one that is not there yet
     * @param versions the newest first
     */
    private record Place(
            String key, Locale language, @Nullable MessageTemplate template, List<TemplateVersion> versions) {
        boolean isNew() {
            return template == null;
        }

        @Nullable
        TemplateVersion last() {
            return versions.isEmpty() ? null : versions.getFirst();
        }

        Optional<TemplateVersion> version(int number) {
            return versions.stream().filter(each -> each.number() == number).findFirst();
        }

        Draft.Purpose purpose() {
            return template == null ? Draft.Purpose.REPLY : TemplatePages.purpose(template, language);
        }
    }

    private Place place(String template, String language, Viewer viewer) {
        var known = Languages.ALL.stream()
                .filter(each -> each.getLanguage().equals(language))
                .findFirst()
                .orElseThrow(TemplatePages::absent);
        if (template.equals(NEW)) {
            return new Place(NEW, known, null, List.of());
        }
        var found = templates.find(viewer.merchant(), template).orElseThrow(TemplatePages::absent);
        return new Place(template, known, found, templates.versions(viewer.merchant(), template, known));
    }

    private ModelAndView page(
            Frame frame,
            Viewer viewer,
            Place place,
            MessageTemplates.Form form,
            boolean sparse,
            @Nullable Refusal refusal) {
        var words = frame.words();
        var merchant = viewer.merchant();
        var last = place.last();
        var template = place.template();
        var page = new TemplatePage(
                frame,
                path(place.key(), place.language()),
                template == null ? words.say("templates.new") : template.name(place.language()),
                Languages.ALL.stream()
                        .map(language -> new TemplatePage.Tab(
                                words.say("templates.language." + language.getLanguage()),
                                path(place.key(), language),
                                language.equals(place.language())))
                        .toList(),
                form,
                last == null ? 0 : last.number(),
                refusal == null || refusal.kind() == Refusal.Kind.INVALID ? null : words.say(refusal.reason()),
                refusal == null ? Map.of() : faults(refusal, words),
                Arrays.stream(Draft.Purpose.values())
                        .map(purpose -> new Choice(purpose.name(), words.say("templates.purpose", purpose)))
                        .toList(),
                previews.of(merchant, place.language(), form, sparse, words),
                template == null ? null : beside(template, place.language(), words),
                templates.example(merchant, place.language()).entrySet().stream()
                        .map(each -> new TemplatePage.Gap("{{" + each.getKey().word() + "}}", each.getValue()))
                        .toList(),
                place.versions().stream()
                        .map(each -> new TemplatePage.Version(
                                each,
                                by(each, words),
                                path(place.key(), place.language()) + "/versions/" + each.number(),
                                each.equals(last)))
                        .toList(),
                last != null && !last.retired());
        var view = new ModelAndView("correspondence/template", Map.of("page", page));
        view.setStatus(refusal == null ? HttpStatus.OK : Problem.of(refusal).status());
        return view;
    }

    private static TemplatePage.Beside beside(MessageTemplate template, Locale language, Words words) {
        var other = Languages.ALL.stream()
                .filter(each -> !each.equals(language))
                .findFirst()
                .orElseThrow();
        return new TemplatePage.Beside(
                words.say("templates.language." + other.getLanguage()),
                other.toLanguageTag(),
                path(template.key(), other),
                template.in(other).map(text -> text.latest().body()).orElse(null));
    }

    private static String by(TemplateVersion version, Words words) {
        return switch (version.author()) {
            case Actor.Staff(var _, var name) -> name;
            case Actor.Program(var _, var name) -> name;
            case Actor.Product(), Actor.Customer() -> words.say("templates.versions.shipped");
        };
    }

    private static Map<String, String> faults(Refusal refusal, Words words) {
        var faults = new LinkedHashMap<String, String>();
        refusal.faults().forEach(fault -> faults.putIfAbsent(fault.pointer().substring(1), words.say(fault.message())));
        return faults;
    }

    private static MessageTemplates.Form typed(Map<String, String> typed) {
        return new MessageTemplates.Form(
                typed.getOrDefault("name", ""),
                typed.getOrDefault("purpose", ""),
                typed.getOrDefault("body", ""),
                typed.getOrDefault("from", ""));
    }

    private static boolean sparse(Map<String, String> typed) {
        return typed.getOrDefault("sparse", "").equals("true");
    }

    private static String path(String template, Locale language) {
        return PATH + "/" + template + "/" + language.getLanguage();
    }

    private static Refused absent() {
        return new Refused(Refusal.absent());
    }

    private static ModelAndView see(String path) {
        var view = new RedirectView(path, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
