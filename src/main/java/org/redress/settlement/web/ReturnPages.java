package org.redress.settlement.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.settlement.GoodsReturn;
import org.redress.settlement.Receipt;
import org.redress.settlement.Returns;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Parcels that customers sent back, for whoever opens them. Who has role WAREHOUSE only sees no claim and no customer. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR, Role.WAREHOUSE})
@RequestMapping(ReturnPages.PATH)
class ReturnPages {
    static final String PATH = "/desk/returns";

    private static final int ROWS = 50;
    private static final String ASKED = "asked";
    private static final String KEPT = "kept";

    private final Returns returns;
    private final Evidence evidence;
    private final ReturnViews views;

    ReturnPages(Returns returns, Evidence evidence, ReturnViews views) {
        this.returns = returns;
        this.evidence = evidence;
        this.views = views;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "expected") String view,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Viewer viewer) {
        var received = view.equals("received");
        var found = returns.page(viewer.merchant(), received, after, ROWS);
        var shown = views.views(found.items(), List.of(), viewer, frame.words());
        return new ModelAndView(
                "settlement/returns", Map.of("page", new ReturnsPage(frame, received, shown, found.next())));
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable String id, Frame frame, Viewer viewer, Model model) {
        var back = known(id, viewer);
        var view = views.whole(
                back,
                returns.earlier(viewer.merchant(), back),
                returns.corrections(viewer.merchant(), List.of(back)),
                viewer,
                frame.words());
        var photo = model.getAttribute(KEPT) instanceof EvidenceId kept ? kept : null;
        return new ModelAndView(
                "settlement/return",
                Map.of("page", new ReturnPage(frame, view, photo, model.containsAttribute(ASKED))));
    }

    @PostMapping("/{id}/receipt")
    RedirectView receive(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            Viewer viewer,
            RedirectAttributes redirect) {
        var back = known(id, viewer);
        return done(back, new ReceiptForm(fields), photo, viewer, redirect, receipt -> {
            var received = returns.receive(viewer.merchant(), back.id(), receipt, viewer.actor());
            return Phrase.of("settlement.back.done." + Objects.requireNonNull(received.match()));
        });
    }

    @PostMapping("/{id}/amendment")
    RedirectView amend(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            Viewer viewer,
            RedirectAttributes redirect) {
        var back = known(id, viewer);
        var form = new ReceiptForm(fields);
        return done(back, form, photo, viewer, redirect, receipt -> {
            returns.amend(viewer.merchant(), back.id(), receipt, form.why(), form.seen(), viewer.actor());
            return Phrase.of("settlement.back.done.amended");
        });
    }

    /** A photo is kept where the rest is refused: nobody photographs a parcel twice. */
    private RedirectView done(
            GoodsReturn back,
            ReceiptForm form,
            @Nullable MultipartFile photo,
            Viewer viewer,
            RedirectAttributes redirect,
            Function<Receipt, Phrase> act) {
        var kept = form.photo();
        try {
            var sent = file(photo, viewer);
            kept = sent == null ? kept : sent;
            Flash.done(redirect, act.apply(form.receipt(kept)));
        } catch (Refused refused) {
            Flash.refusedAsTyped(redirect, reason(refused.refusal()));
            if (kept != null) {
                redirect.addFlashAttribute(KEPT, kept);
            }
            if (isAsked(refused.refusal())) {
                redirect.addFlashAttribute(ASKED, true);
            }
        }
        return see(PATH + "/" + back.id());
    }

    private static boolean isAsked(Refusal refusal) {
        return refusal.faults().stream().anyMatch(fault -> fault.code().equals(Returns.MORE_THAN_EXPECTED));
    }

    private @Nullable EvidenceId file(@Nullable MultipartFile photo, Viewer viewer) {
        if (photo == null || photo.isEmpty()) {
            return null;
        }
        try (var content = photo.getInputStream()) {
            var name = Objects.requireNonNullElse(photo.getOriginalFilename(), "");
            return evidence.receive(viewer.merchant(), name, content).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Phrase reason(Refusal refusal) {
        return refusal.faults().isEmpty()
                ? refusal.reason()
                : refusal.faults().getFirst().message();
    }

    private GoodsReturn known(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(known -> returns.find(viewer.merchant(), known))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    static RedirectView see(String path) {
        var there = new RedirectView(path, true, false);
        there.setStatusCode(HttpStatus.SEE_OTHER);
        there.setExposeModelAttributes(false);
        return there;
    }
}
