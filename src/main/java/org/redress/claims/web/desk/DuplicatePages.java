package org.redress.claims.web.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Claims about the same line of an order, and what joins them. */
@Controller
@RequestMapping("/desk/claims/{id}/duplicates")
@Requires({Role.AGENT, Role.SUPERVISOR})
class DuplicatePages {
    private final Claims claims;
    private final Evidence evidence;
    private final Articles articles;
    private final MerchantTransactions transactions;

    DuplicatePages(Claims claims, Evidence evidence, Articles articles, MerchantTransactions transactions) {
        this.claims = claims;
        this.evidence = evidence;
        this.articles = articles;
        this.transactions = transactions;
    }

    @GetMapping
    String show(@PathVariable String id, Frame frame, Viewer viewer, Model model) {
        model.addAttribute("page", transactions.call(viewer.merchant(), () -> page(claim(id, viewer), frame, viewer)));
        return "claims/duplicates";
    }

    private DuplicatesPage page(Claim claim, Frame frame, Viewer viewer) {
        var others = others(claim, viewer);
        var all = Stream.concat(Stream.of(claim), others.stream()).toList();
        var files =
                evidence.ofClaims(viewer.merchant(), all.stream().map(Claim::id).toList());
        var names = articles.of(viewer.merchant(), all, List.of(), Map.of());
        return new DuplicatesPage(
                frame,
                claim,
                all.stream()
                        .map(one -> column(one, claim, files, names, frame.words(), viewer))
                        .toList());
    }

    private DuplicatesPage.Column column(
            Claim one, Claim claim, Map<UUID, List<EvidenceItem>> files, Names names, Words words, Viewer viewer) {
        return new DuplicatesPage.Column(
                one.id(),
                one.number(),
                one,
                one.filedAt(),
                Contacts.masked(one.filing().contact()),
                one.filing().lines().stream()
                        .map(line -> line(line, names, words))
                        .toList(),
                files.getOrDefault(one.id(), List.of()),
                !one.id().equals(claim.id())
                        && claims.acts(one, viewer).contains(ClaimAct.MERGE)
                        && claim.state().name() != org.redress.claims.ClaimState.Name.CLOSED);
    }

    private static String line(Filing.Line line, Names names, Words words) {
        var problem = words.say("claims.problem", line.problem());
        var sku = line.sku();
        return sku == null
                ? problem
                : words.say(
                        "claims.plan.goods", problem, words.say("claims.plan.units", line.quantity(), names.of(sku)));
    }

    /** Those on the same order that speak of an article of this claim, or of the parcel as a whole. */
    private List<Claim> others(Claim claim, Viewer viewer) {
        var order = claim.filing().orderNumber();
        if (order == null) {
            return List.of();
        }
        var search = new ClaimSearch(null, null, Set.of(), order, null, ClaimSearch.Sort.FILED, null, Page.LARGEST);
        var mine = skus(claim);
        return claims.search(viewer.merchant(), search).items().reversed().stream()
                .filter(other -> !other.id().equals(claim.id()))
                .filter(other -> mine.isEmpty()
                        || skus(other).isEmpty()
                        || skus(other).stream().anyMatch(mine::contains))
                .toList();
    }

    private static Set<Sku> skus(Claim claim) {
        var lines = claim.filing().lines();
        return lines.stream().anyMatch(line -> line.sku() == null)
                ? Set.of()
                : lines.stream()
                        .map(Filing.Line::sku)
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.toSet());
    }

    @PostMapping("/{other}/merge")
    RedirectView merge(
            @PathVariable String id,
            @PathVariable String other,
            @RequestParam Integer seen,
            Viewer viewer,
            RedirectAttributes redirect) {
        if (!ClaimAct.MERGE.isOpenTo(viewer)) {
            throw new Refused(Refusal.forbidden());
        }
        var into = claim(id, viewer);
        try {
            var merged = claims.merge(viewer.merchant(), claim(other, viewer).id(), into.id(), viewer.actor(), seen);
            Flash.done(redirect, Phrase.of("desk.done.merged"), CaseActs.undo(merged, "separation", Map.of()));
        } catch (Refused refused) {
            var refusal = refused.refusal();
            if (refusal.kind() == Refusal.Kind.ABSENT) {
                throw refused;
            }
            Flash.refusedAsTyped(redirect, refusal.reason());
        }
        var back = new RedirectView("/desk/claims/" + into.id() + "/duplicates");
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return back;
    }

    private Claim claim(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(known -> claims.find(viewer.merchant(), known))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
