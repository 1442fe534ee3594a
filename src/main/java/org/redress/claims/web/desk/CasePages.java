package org.redress.claims.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Accounts;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimPanel;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.EventWords;
import org.redress.claims.Feelings;
import org.redress.claims.Promises;
import org.redress.claims.StatementReading;
import org.redress.claims.Statements;
import org.redress.claims.WholeFile;
import org.redress.claims.WholeFiles;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Ids;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Frame;
import org.redress.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
class CasePages {
    private final MerchantTransactions transactions;
    private final Claims claims;
    private final Feelings feelings;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Articles articles;
    private final Statements statements;
    private final List<ClaimPanel> panels;
    private final WholeFiles files;
    private final Promises promises;

    CasePages(
            MerchantTransactions transactions,
            Claims claims,
            Feelings feelings,
            Accounts accounts,
            Evidence evidence,
            Articles articles,
            Statements statements,
            List<ClaimPanel> panels,
            WholeFiles files,
            Promises promises) {
        this.transactions = transactions;
        this.claims = claims;
        this.feelings = feelings;
        this.accounts = accounts;
        this.evidence = evidence;
        this.articles = articles;
        this.statements = statements;
        this.panels = panels;
        this.files = files;
        this.promises = promises;
    }

    @GetMapping("/desk/claims/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String by,
            Frame frame,
            Viewer viewer,
            Model model) {
        model.addAttribute("identity", viewer.actor().identity());
        // One transaction for the whole page: everything on it sees the same moment.
        transactions.run(viewer.merchant(), () -> {
            var claim = claim(id, viewer);
            model.addAttribute("page", page(claim, Timeline.Kind.named(kind).orElse(null), by, frame, viewer));
            model.addAttribute("promises", strip(claim, frame));
        });
        return "claims/case";
    }

    @GetMapping("/desk/claims/{id}/file.{ending}")
    void file(
            @PathVariable String id,
            @PathVariable String ending,
            Viewer viewer,
            Words words,
            HttpServletResponse response)
            throws IOException {
        var form = WholeFile.Form.of(ending).orElseThrow(() -> new Refused(Refusal.absent()));
        files.send(files.forStaff(claim(id, viewer), viewer, words), form, response);
    }

    private PromisesStrip strip(Claim claim, Frame frame) {
        var now = frame.words().now();
        return new PromisesStrip(
                frame.words(),
                promises.of(claim.merchant(), claim.id()),
                clock -> promises.used(claim.merchant(), clock, now));
    }

    /** By id, as our links name it, or by the number that somebody typed. */
    private Claim claim(String id, Viewer viewer) {
        return Ids.parse(id)
                .map(known -> claims.find(viewer.merchant(), known))
                .orElseGet(() -> claims.byNumber(viewer.merchant(), id))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private CasePage page(Claim claim, Timeline.@Nullable Kind kind, String by, Frame frame, Viewer viewer) {
        var merchant = viewer.merchant();
        var dossier = claims.dossier(claim);
        var staff = accounts.all(merchant);
        var names = Accounts.names(staff);
        var timeline = new Timeline(
                EventWords.told(claims.timeline(merchant, claim.id())).reversed(), kind, by);
        var joined = joined(claim, dossier.others());
        var pictures = Stream.concat(
                        dossier.files().stream(), joined.values().stream().flatMap(List::stream))
                .toList();
        return new CasePage(
                frame,
                claim,
                dossier.order().orElse(null),
                dossier.verification(),
                dossier.assessment(),
                dossier.flags(),
                feelings.of(merchant, List.of(claim.id())).getOrDefault(claim.id(), List.of()),
                dossier.containments(),
                dossier.atOnce(),
                CasePage.ledger(dossier.verification(), frame.words()),
                dossier.files(),
                dossier.parcels(),
                twins(claim),
                dossier.choice(),
                dossier.stock(),
                timeline,
                claims.acts(claim, viewer),
                claim.assignee() == null ? null : names.get(claim.assignee()),
                staff.stream()
                        .filter(one -> one.canLogIn() && one.has(Role.AGENT))
                        .toList(),
                names,
                dossier.others().reversed(),
                joined,
                panels.stream()
                        .flatMap(panel -> panel.placedForStaff(claim, viewer, frame).stream())
                        .sorted(Comparator.comparingInt(placed -> placed.panel().order()))
                        .toList(),
                reading(claim),
                articles.of(
                        merchant, List.of(claim), dossier.choice().options(), dossier.products(), timeline.articles()),
                articles.byCode(merchant, pictures));
    }

    /** A letter or a call may leave order and lines out; then its words are all there is. */
    private @Nullable StatementReading reading(Claim claim) {
        var filing = claim.filing();
        if (filing.channel().asksForOrder()
                || filing.statement().isBlank()
                || (filing.orderNumber() != null && !filing.lines().isEmpty())) {
            return null;
        }
        return statements.read(claim.merchant(), filing.statement());
    }

    private Map<UUID, List<EvidenceItem>> joined(Claim claim, List<Claim> others) {
        var ids = others.stream()
                .filter(other -> other.state() instanceof ClaimState.Merged merged
                        && merged.into().equals(claim.id()))
                .map(Claim::id)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var files = evidence.ofClaims(claim.merchant(), ids);
        return ids.stream().collect(Collectors.toMap(id -> id, id -> files.getOrDefault(id, List.of())));
    }

    private Map<EvidenceId, List<CasePage.Twin>> twins(Claim claim) {
        var reused = evidence.likenesses(claim.merchant(), List.of(claim.id()));
        var numbers = claims.numbers(
                claim.merchant(),
                reused.values().stream()
                        .flatMap(others -> others.keySet().stream())
                        .collect(Collectors.toSet()));
        return reused.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        held -> held.getValue().entrySet().stream()
                                .filter(other -> numbers.containsKey(other.getKey()))
                                .map(other -> new CasePage.Twin(
                                        other.getKey(),
                                        Objects.requireNonNull(numbers.get(other.getKey())),
                                        other.getValue()))
                                .toList()));
    }
}
