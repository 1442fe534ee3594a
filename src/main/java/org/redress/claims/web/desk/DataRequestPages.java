package org.redress.claims.web.desk;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimPanel;
import org.redress.claims.Claims;
import org.redress.claims.ErasureRequest;
import org.redress.claims.Erasures;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Day;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.redress.ui.Languages;
import org.redress.ui.Panel;
import org.redress.ui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who asked for their data to be deleted, and is owed an answer; on the case page, that they did. */
@Controller
@Requires({Role.ADMIN})
@RequestMapping(DataRequestPages.PATH)
class DataRequestPages implements ClaimPanel {
    static final String PATH = "/desk/data-requests";
    private static final int ROWS = 20;
    private static final int ORDER = 45;

    private final Erasures erasures;
    private final Claims claims;
    private final Languages languages;
    private final Templates templates;

    DataRequestPages(Erasures erasures, Claims claims, Languages languages, Templates templates) {
        this.erasures = erasures;
        this.claims = claims;
        this.languages = languages;
        this.templates = templates;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Viewer viewer,
            Model model) {
        boolean open = !view.equals("answered");
        var found = erasures.page(viewer.merchant(), open, after, ROWS);
        var rows = found.items().stream()
                .map(request -> row(request, viewer, frame))
                .toList();
        model.addAttribute(
                "page",
                new DataRequestsPage(
                        frame, open, rows, found.next(), viewer.has(Role.AGENT) || viewer.has(Role.SUPERVISOR)));
        return "claims/data-requests";
    }

    /** What is proposed is said in the customer’s language, for it is they who read it. */
    private DataRequestsPage.Row row(ErasureRequest request, Viewer viewer, Frame frame) {
        var claim = claims.find(viewer.merchant(), request.claim()).orElseThrow();
        var keptUntil = erasures.keptUntil(claim);
        var words = languages.words(claim.filing().language(), frame.words().zone());
        return new DataRequestsPage.Row(
                request,
                claim.filing().language().getDisplayLanguage(frame.words().locale()),
                keptUntil,
                words.say("desk.data.proposal", keptUntil));
    }

    @PostMapping("/{id}/answer")
    String answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String keptUntil,
            @RequestParam(defaultValue = "") String message,
            Viewer viewer,
            RedirectAttributes redirect) {
        var known = Ids.parse(id).orElseThrow(() -> new Refused(Refusal.absent()));
        try {
            erasures.answer(viewer.merchant(), known, day(keptUntil), message, viewer.actor());
            Flash.done(redirect, Phrase.of("desk.data.done"));
        } catch (Refused refused) {
            var refusal = refused.refusal();
            if (refusal.kind() == Refusal.Kind.ABSENT) {
                throw refused;
            }
            Flash.refused(
                    redirect,
                    refusal.faults().isEmpty()
                            ? refusal.reason()
                            : refusal.faults().getFirst().message());
        }
        return "redirect:" + PATH;
    }

    private static LocalDate day(String text) {
        return Day.read(text)
                .orElseThrow(() -> new Refused(
                        Refusal.invalid("/keptUntil", "NOT_A_DATE", Phrase.of("claims.fault.kept-until", 10))));
    }

    @Override
    public Optional<Panel> forStaff(Claim claim, Viewer viewer, Frame frame) {
        var requests = erasures.ofClaim(claim.merchant(), claim.id());
        if (requests.isEmpty()) {
            return Optional.empty();
        }
        var page = new DataRequestPanelPage(frame, requests, viewer.has(Role.ADMIN));
        return Optional.of(new Panel(
                "data-request",
                frame.words().say("desk.data.panel"),
                ORDER,
                templates.content("claims/data-request", Map.of("page", page))));
    }

    @Override
    public Optional<Panel> forCustomer(Claim claim, String link, Frame frame) {
        return Optional.empty();
    }
}
