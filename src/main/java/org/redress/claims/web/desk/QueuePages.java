package org.redress.claims.web.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Claims;
import org.redress.claims.Owed;
import org.redress.claims.web.desk.QueuePage.View;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Actor;
import org.redress.kernel.Page;
import org.redress.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
class QueuePages {
    private static final String DESK = "/desk";

    private final MerchantTransactions transactions;
    private final Claims claims;
    private final Evidence evidence;
    private final Articles articles;

    QueuePages(MerchantTransactions transactions, Claims claims, Evidence evidence, Articles articles) {
        this.transactions = transactions;
        this.claims = claims;
        this.evidence = evidence;
        this.articles = articles;
    }

    /** Leads everybody to where their work is. */
    @GetMapping(DESK)
    @Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.WAREHOUSE})
    String desk(Viewer viewer) {
        var home = viewer.home();
        return "redirect:" + (home.equals(DESK) ? "/desk/claims" : home);
    }

    @GetMapping("/desk/claims")
    String queue(
            @RequestParam(defaultValue = "ours") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String after,
            Frame frame,
            Viewer viewer,
            Model model) {
        // One transaction for the whole page: claims, photos and names see the same moment.
        model.addAttribute(
                "page", transactions.call(viewer.merchant(), () -> page(view(view), q.strip(), after, frame, viewer)));
        return "claims/queue";
    }

    private QueuePage page(View view, String text, @Nullable String after, Frame frame, Viewer viewer) {
        var page = claims.search(viewer.merchant(), search(view, text, after, viewer));
        var ids = page.items().stream().map(Claim::id).toList();
        var files = evidence.ofClaims(viewer.merchant(), ids);
        var pressing = claims.pressing(viewer.merchant(), page.items());
        var names = articles.of(viewer.merchant(), page.items(), List.of(), Map.of());
        var rows = page.items().stream()
                .map(claim -> new QueuePage.Row(
                        claim,
                        Swap.of(claim, names, frame.words()),
                        files.getOrDefault(claim.id(), List.of()).stream()
                                .filter(EvidenceItem::isPicture)
                                .findFirst()
                                .orElse(null),
                        customer(claim),
                        pressing.get(claim.id())))
                .toList();
        return new QueuePage(frame, view, text, rows, viewer.has(Role.SUPERVISOR), page.next());
    }

    static ClaimSearch search(View view, String text, @Nullable String after, Viewer viewer) {
        var words = text.isEmpty() ? null : text;
        return switch (view) {
            case OURS -> search(null, ours(viewer), words, ClaimSearch.Sort.DUE, after);
            case MINE -> search(account(viewer), Set.of(), words, ClaimSearch.Sort.DUE, after);
            case SENIORS ->
                new ClaimSearch(null, null, ours(viewer), null, words, true, ClaimSearch.Sort.DUE, after, Page.USUAL);
            case CUSTOMER -> search(null, Set.of(Owed.Party.CUSTOMER), words, ClaimSearch.Sort.DUE, after);
            case ALL -> search(null, Set.of(), words, ClaimSearch.Sort.FILED, after);
        };
    }

    private static Set<Owed.Party> ours(Viewer viewer) {
        return viewer.has(Role.SUPERVISOR)
                ? EnumSet.of(Owed.Party.AGENT, Owed.Party.SUPERVISOR)
                : EnumSet.of(Owed.Party.AGENT);
    }

    private static ClaimSearch search(
            @Nullable UUID assignee,
            Set<Owed.Party> owedBy,
            @Nullable String text,
            ClaimSearch.Sort sort,
            @Nullable String after) {
        return new ClaimSearch(null, assignee, owedBy, null, text, sort, after, Page.USUAL);
    }

    private static UUID account(Viewer viewer) {
        return viewer.actor() instanceof Actor.Staff(var account, var _) ? account : new UUID(0, 0);
    }

    static View view(String name) {
        return Stream.of(View.values())
                .filter(view -> view.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(View.OURS);
    }

    static String customer(Claim claim) {
        var contact = claim.filing().contact();
        return Stream.of(contact.name(), contact.email(), contact.phone())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
