package org.redress.correspondence.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.correspondence.Message;
import org.redress.correspondence.MessageTemplates;
import org.redress.correspondence.Start;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.manners.Draft;
import org.redress.ui.Frame;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** A message begun with a template: the script asks for its text, a browser without one gets the composer filled. */
@Controller
@RequestMapping("/desk/claims/{id}/messages/draft")
@Requires(Role.AGENT)
class TemplateDrafts {
    private final Claims claims;
    private final MessageTemplates templates;
    private final Threads threads;
    private final Coaching coaching;

    TemplateDrafts(Claims claims, MessageTemplates templates, Threads threads, Coaching coaching) {
        this.claims = claims;
        this.templates = templates;
        this.threads = threads;
        this.coaching = coaching;
    }

    /**
     * @param text plain
     * @param missing what is not known, in the reader’s language
     */
    record Begun(String text, Draft.Purpose purpose, List<String> missing) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Begun draft(Frame frame, Viewer viewer, @PathVariable String id, @RequestParam(defaultValue = "") String template) {
        var claim = claim(id, viewer);
        return begun(claim, () -> threads.last(claim), template, viewer, frame);
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(
            Frame frame, Viewer viewer, @PathVariable String id, @RequestParam(defaultValue = "") String template) {
        var claim = claim(id, viewer);
        var said = threads.last(claim);
        var begun = begun(claim, () -> said, template, viewer, frame);
        var typed = Typed.begun(begun.text(), begun.missing())
                .coached(coaching.read(claim, said, begun.text(), begun.purpose()));
        return new ModelAndView(
                "correspondence/composeForStaff",
                Map.of(
                        "page",
                        ComposePage.of(
                                claim, threads.forStaff(claim, said, viewer, frame, typed), threads.shop(claim))));
    }

    /** Without a template it begins with nothing. */
    private Begun begun(Claim claim, Supplier<Page<Message>> said, String template, Viewer viewer, Frame frame) {
        if (template.isBlank()) {
            return new Begun("", coaching.read(claim, said.get(), "", null).purpose(), List.of());
        }
        var start = templates.begin(viewer, claim.id(), template);
        return new Begun(start.drafted().text(), start.purpose(), missing(start, frame));
    }

    private static List<String> missing(Start start, Frame frame) {
        var words = frame.words();
        return Stream.concat(
                        start.fits() ? Stream.of() : Stream.of(words.say("correspondence.begin.unfitting")),
                        start.drafted().missing().stream().map(words::say))
                .toList();
    }

    private Claim claim(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(known -> claims.find(viewer.merchant(), known))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
