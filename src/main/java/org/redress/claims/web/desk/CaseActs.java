package org.redress.claims.web.desk;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.access.Accounts;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.CauseCode;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.claims.Offer;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.remedy.RemedyPlan;
import org.redress.ui.Flash;
import org.redress.ui.JsonBody;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** What an agent does on the case page. Each act is one command; the page then shows where the claim stands. */
@Controller
@RequestMapping("/desk/claims/{id}")
@Requires({Role.AGENT, Role.SUPERVISOR})
class CaseActs {
    private final Claims claims;
    private final Evidence evidence;
    private final Accounts accounts;
    private final MerchantTransactions transactions;

    CaseActs(Claims claims, Evidence evidence, Accounts accounts, MerchantTransactions transactions) {
        this.claims = claims;
        this.evidence = evidence;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @PostMapping("/acceptance")
    RedirectView accept(
            @PathVariable String id, @RequestParam Integer seen, Viewer viewer, RedirectAttributes redirect) {
        return act(id, seen, viewer, redirect, Phrase.of("desk.done.accepted"), () -> new ClaimCommand.Accept(null));
    }

    @PostMapping("/rejection")
    RedirectView reject(
            @PathVariable String id,
            @RequestParam Integer seen,
            @RequestParam String reason,
            Viewer viewer,
            RedirectAttributes redirect) {
        return act(
                id,
                seen,
                viewer,
                redirect,
                Phrase.of("desk.done.declined"),
                () -> new ClaimCommand.Reject(text(reason)));
    }

    /** A second person looks at it before the customer hears of it. */
    @PostMapping("/rejection/review")
    RedirectView reviewRejection(
            @PathVariable String id,
            @RequestParam Integer seen,
            @RequestParam boolean confirmed,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            RedirectAttributes redirect) {
        return act(
                id,
                seen,
                viewer,
                redirect,
                Phrase.of(confirmed ? "desk.done.rejection-confirmed" : "desk.done.rejection-overruled"),
                () -> new ClaimCommand.ReviewRejection(confirmed, textOrNull(note)));
    }

    @PostMapping("/separation")
    RedirectView separate(
            @PathVariable String id, @RequestParam Integer seen, Viewer viewer, RedirectAttributes redirect) {
        return act(id, seen, viewer, redirect, Phrase.of("desk.done.separated"), () -> new ClaimCommand.Separate());
    }

    @PostMapping("/information-request")
    RedirectView ask(
            @PathVariable String id,
            @RequestParam Integer seen,
            @RequestParam(defaultValue = "") List<EvidenceKind> what,
            @RequestParam String message,
            Viewer viewer,
            RedirectAttributes redirect) {
        var kinds = what.stream().map(Enum::name).toList();
        return act(
                id,
                seen,
                viewer,
                redirect,
                Phrase.of("desk.done.asked"),
                () -> new ClaimCommand.AskInformation(kinds, text(message)));
    }

    @PostMapping("/information")
    RedirectView inform(
            @PathVariable String id,
            @RequestParam Integer seen,
            @RequestParam String message,
            Viewer viewer,
            RedirectAttributes redirect) {
        return act(
                id,
                seen,
                viewer,
                redirect,
                Phrase.of("desk.done.answered"),
                () -> new ClaimCommand.ProvideInformation(text(message)));
    }

    @PostMapping("/cause")
    RedirectView cause(
            @PathVariable String id,
            @RequestParam Integer seen,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            RedirectAttributes redirect) {
        return act(
                id,
                seen,
                viewer,
                redirect,
                Phrase.of("desk.done.cause"),
                () -> new ClaimCommand.RecordCause(cause(code), textOrNull(note)),
                (before, after) -> causeBefore(before.cause(), after));
    }

    /** A cause that names people needs its reason again, and is not recorded by a key. */
    private static Flash.@Nullable Undo causeBefore(@Nullable CauseCode before, Claim after) {
        return before == null || before.blamesStaff() ? null : undo(after, "cause", Map.of("code", before.name()));
    }

    private static CauseCode cause(String code) {
        return Arrays.stream(CauseCode.values())
                .filter(cause -> cause.name().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> new Refused(Refusal.invalid("code", "NOT_A_CHOICE", Phrase.of("claims.fault.cause"))));
    }

    @PostMapping("/offers")
    RedirectView offer(
            @PathVariable String id,
            @RequestParam Integer seen,
            @RequestParam(defaultValue = "") String option,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            RedirectAttributes redirect) {
        return attempt(id, redirect, () -> {
            if (!ClaimAct.MAKE_OFFER.isOpenTo(viewer)) {
                throw new Refused(Refusal.forbidden());
            }
            var after = claims.offer(
                    viewer.merchant(), id(id), plan(viewer, id, option), textOrNull(note), viewer.actor(), seen);
            var offer = after.currentOffer();
            boolean waits = offer != null && offer.state() == Offer.State.AWAITING_APPROVAL;
            return new Done(
                    Phrase.of(waits ? "desk.done.offer-waits" : "desk.done.offered"),
                    offer == null ? null : undo(after, "offers/" + offer.id() + "/withdrawal", Map.of()));
        });
    }

    private RemedyPlan plan(Viewer viewer, String id, String option) {
        return claims.remedyOptions(viewer.merchant(), id(id))
                .option(option)
                .orElseThrow(() -> new Refused(Refusal.conflict("OPTION_GONE", Phrase.of("claims.fault.option"))))
                .plan();
    }

    @PostMapping("/offers/{offer}/approval")
    RedirectView approve(
            @PathVariable String id,
            @PathVariable UUID offer,
            @RequestParam Integer seen,
            @RequestParam boolean approved,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            RedirectAttributes redirect) {
        return act(
                id,
                seen,
                viewer,
                redirect,
                Phrase.of(approved ? "desk.done.approved" : "desk.done.not-approved"),
                () -> new ClaimCommand.DecideApproval(offer, approved, textOrNull(note)));
    }

    @PostMapping("/offers/{offer}/withdrawal")
    RedirectView withdrawOffer(
            @PathVariable String id,
            @PathVariable UUID offer,
            @RequestParam Integer seen,
            Viewer viewer,
            RedirectAttributes redirect) {
        return act(
                id,
                seen,
                viewer,
                redirect,
                Phrase.of("desk.done.offer-withdrawn"),
                () -> new ClaimCommand.WithdrawOffer(offer));
    }

    @PostMapping("/escalation")
    RedirectView escalate(
            @PathVariable String id,
            @RequestParam Integer seen,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes redirect) {
        return act(
                id,
                seen,
                viewer,
                redirect,
                Phrase.of("desk.done.escalated"),
                () -> new ClaimCommand.Escalate(textOrNull(reason)));
    }

    @PostMapping("/closure")
    RedirectView close(
            @PathVariable String id, @RequestParam Integer seen, Viewer viewer, RedirectAttributes redirect) {
        return act(
                id,
                seen,
                viewer,
                redirect,
                Phrase.of("desk.done.closed"),
                () -> new ClaimCommand.Close(),
                (_, after) -> undo(after, "reopening", Map.of()));
    }

    @PostMapping("/reopening")
    RedirectView reopen(
            @PathVariable String id,
            @RequestParam Integer seen,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes redirect) {
        return act(
                id,
                seen,
                viewer,
                redirect,
                Phrase.of("desk.done.reopened"),
                () -> new ClaimCommand.Reopen(textOrNull(reason)));
    }

    /** Takes it oneself, gives it to somebody, or back to the queue. */
    @PostMapping("/assignment")
    RedirectView assign(
            @PathVariable String id,
            @RequestParam Integer seen,
            @RequestParam(defaultValue = "") String account,
            Viewer viewer,
            RedirectAttributes redirect) {
        var assignee = assignee(account, viewer);
        return act(
                id,
                seen,
                viewer,
                redirect,
                assigned(assignee, viewer),
                () -> new ClaimCommand.Assign(assignee),
                (before, after) -> undo(
                        after,
                        "assignment",
                        Map.of("account", before.assignee() == null ? "" : String.valueOf(before.assignee()))));
    }

    private Phrase assigned(@Nullable UUID assignee, Viewer viewer) {
        if (assignee == null) {
            return Phrase.of("desk.done.unassigned");
        }
        var name = accounts.find(viewer.merchant(), assignee).map(Account::name).orElse("");
        return isSelf(assignee, viewer) ? Phrase.of("desk.done.taken") : Phrase.of("desk.done.assigned", name);
    }

    private static boolean isSelf(UUID account, Viewer viewer) {
        return viewer.actor() instanceof Actor.Staff(var own, var _) && own.equals(account);
    }

    private static @Nullable UUID assignee(String account, Viewer viewer) {
        if (account.equals("me")) {
            return viewer.actor() instanceof Actor.Staff(var own, var _) ? own : null;
        }
        return account.isEmpty() ? null : Ids.parse(account).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    @PostMapping("/evidence")
    RedirectView addEvidence(
            @PathVariable String id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "OTHER") EvidenceKind kind,
            Viewer viewer,
            RedirectAttributes redirect) {
        return attempt(
                id,
                redirect,
                () -> transactions.call(viewer.merchant(), () -> {
                    var claim = claims.find(viewer.merchant(), id(id)).orElseThrow(() -> new Refused(Refusal.absent()));
                    add(claim, file, kind, viewer);
                    return Done.forGood(Phrase.of("desk.done.added"));
                }));
    }

    private void add(Claim claim, MultipartFile file, EvidenceKind kind, Viewer viewer) {
        try (var content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            var received = evidence.receive(viewer.merchant(), name, content);
            evidence.attach(viewer.merchant(), claim.id(), Map.of(received.id(), kind));
            claims.handle(viewer, claim.id(), new ClaimCommand.AddEvidence(Set.of(received.id())), null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** @param undo what takes it back, or null */
    private record Done(Phrase says, Flash.@Nullable Undo undo) {
        static Done forGood(Phrase says) {
            return new Done(says, null);
        }
    }

    /** What takes an act back, by the claim before and after it. */
    private interface Undoing {
        Flash.@Nullable Undo of(Claim before, Claim after);
    }

    /** The opposite act on the version that was just made: nothing is undone that somebody has built upon. */
    static Flash.Undo undo(Claim after, String act, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("seen", String.valueOf(after.version()));
        return new Flash.Undo("/desk/claims/" + after.id() + "/" + act, Map.copyOf(all));
    }

    private RedirectView act(
            String id,
            Integer seen,
            Viewer viewer,
            RedirectAttributes redirect,
            Phrase done,
            Supplier<ClaimCommand> command) {
        return act(id, seen, viewer, redirect, done, command, (_, _) -> null);
    }

    private RedirectView act(
            String id,
            Integer seen,
            Viewer viewer,
            RedirectAttributes redirect,
            Phrase done,
            Supplier<ClaimCommand> command,
            Undoing undoing) {
        return attempt(id, redirect, () -> {
            var before = claims.find(viewer.merchant(), id(id)).orElseThrow(() -> new Refused(Refusal.absent()));
            var after = claims.handle(viewer, id(id), command.get(), seen);
            return new Done(done, undoing.of(before, after));
        });
    }

    /** The page says what was done; a refused act says why, with what was typed, and nothing has changed. */
    private static RedirectView attempt(String id, RedirectAttributes redirect, Supplier<Done> work) {
        var place = "";
        try {
            var done = work.get();
            Flash.done(redirect, done.says(), done.undo());
        } catch (Refused refused) {
            var refusal = refused.refusal();
            if (refusal.kind() == Refusal.Kind.ABSENT || refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refused;
            }
            var reason = refusal.faults().isEmpty()
                    ? refusal.reason()
                    : refusal.faults().getFirst().message();
            Flash.refusedAsTyped(redirect, reason);
            place = Meanwhile.PLACE;
        }
        var back = new RedirectView("/desk/claims/" + id(id) + place);
        back.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
        return back;
    }

    private static UUID id(String id) {
        return Ids.parse(id).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static @Nullable String textOrNull(String text) {
        return text.isBlank() ? null : text(text);
    }

    /** What somebody wrote: not empty, not endless, and storable. */
    private static String text(String text) {
        if (text.isBlank()) {
            throw new Refused(Refusal.invalid("text", "BLANK", Phrase.of("desk.fault.text-missing")));
        }
        if (text.codePointCount(0, text.length()) > Filing.LONGEST_TEXT || !JsonBody.isStorable(text)) {
            throw new Refused(
                    Refusal.invalid("text", "TOO_LONG", Phrase.of("desk.fault.text-long", Filing.LONGEST_TEXT)));
        }
        return text.strip();
    }
}
