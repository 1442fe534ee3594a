package org.redress.settlement.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.settlement.GoodsReturn;
import org.redress.settlement.Returns;
import org.redress.ui.Takes;
import org.redress.ui.Words;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What customers send back, for the programs of the warehouse. */
@RestController
@RequestMapping("/api/v1")
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR, Role.WAREHOUSE})
class ReturnResource {
    private final Returns returns;
    private final Claims claims;

    ReturnResource(Returns returns, Claims claims) {
        this.returns = returns;
        this.claims = claims;
    }

    @GetMapping("/claims/{id}/returns")
    List<ReturnWire> ofClaim(@PathVariable String id, Viewer viewer, Words words) {
        var claim = claim(id, viewer);
        return wires(returns.ofClaim(viewer.merchant(), claim.id()), viewer, words);
    }

    /** Those expected, or with {@code state=RECEIVED} those that came. */
    @GetMapping("/returns")
    Page<ReturnWire> list(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit,
            Viewer viewer,
            Words words) {
        var page = returns.page(viewer.merchant(), isReceived(state), after, limit(limit));
        return new Page<>(wires(page.items(), viewer, words), page.next());
    }

    private List<ReturnWire> wires(List<GoodsReturn> all, Viewer viewer, Words words) {
        var corrections = returns.corrections(viewer.merchant(), all);
        return all.stream().map(back -> ReturnWire.of(back, corrections, words)).toList();
    }

    private static boolean isReceived(@Nullable String state) {
        return switch (state) {
            case "RECEIVED" -> true;
            case "EXPECTED", "" -> false;
            case null -> false;
            default ->
                throw new Refused(Refusal.invalid("/state", "NOT_A_CHOICE", Phrase.of("settlement.back.fault.view")));
        };
    }

    static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Page.USUAL;
        }
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > Page.LARGEST) {
            throw new Refused(Refusal.invalid("/limit", "OUT_OF_RANGE", Phrase.of("json.range", 1, Page.LARGEST)));
        }
        return number;
    }

    @PostMapping("/returns/{id}/receipt")
    @Takes(ReceiptBody.NewReceipt.class)
    @Requires({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATOR, Role.WAREHOUSE})
    ReturnWire receive(@PathVariable String id, @RequestBody JsonNode body, Viewer viewer, Words words) {
        var known = known(id, viewer);
        var received = returns.receive(viewer.merchant(), known, ReceiptBody.receipt(body), viewer.actor());
        return wires(List.of(received), viewer, words).getFirst();
    }

    /** Puts right what was written down at receipt. */
    @PostMapping("/returns/{id}/amendment")
    @Takes(ReceiptBody.NewAmendment.class)
    @Requires({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATOR, Role.WAREHOUSE})
    ReturnWire amend(@PathVariable String id, @RequestBody JsonNode body, Viewer viewer, Words words) {
        var known = known(id, viewer);
        var amendment = ReceiptBody.amendment(body);
        var amended = returns.amend(
                viewer.merchant(), known, amendment.receipt(), amendment.why(), amendment.receipts(), viewer.actor());
        return wires(List.of(amended), viewer, words).getFirst();
    }

    /** Before the body is read: nobody learns from its faults whether another merchant has such a return. */
    private UUID known(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(known -> returns.find(viewer.merchant(), known))
                .orElseThrow(ReturnResource::absent)
                .id();
    }

    private Claim claim(String id, Viewer viewer) {
        return Ids.parse(id)
                .map(known -> claims.find(viewer.merchant(), known))
                .orElseGet(() -> claims.byNumber(viewer.merchant(), id))
                .orElseThrow(ReturnResource::absent);
    }

    private static Refused absent() {
        return new Refused(Refusal.absent());
    }
}
