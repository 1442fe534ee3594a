package org.redress.claims.rest;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Accounts;
import org.redress.access.Origin;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Owed;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Takes;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Files and reads claims. */
@RestController
@RequestMapping("/api/v1/claims")
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR, Role.CUSTOMER_VOICE})
class ClaimResource {
    private final Claims claims;
    private final Door door;
    private final Accounts accounts;
    private final Origin origin;
    private final MerchantTransactions transactions;

    ClaimResource(Claims claims, Door door, Accounts accounts, Origin origin, MerchantTransactions transactions) {
        this.claims = claims;
        this.door = door;
        this.accounts = accounts;
        this.origin = origin;
        this.transactions = transactions;
    }

    record FiledWire(UUID id, String number, ClaimState.Name state, String trackUrl) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Takes(FilingBody.class)
    @Requires({Role.AGENT, Role.INTEGRATOR, Role.CUSTOMER_VOICE})
    ResponseEntity<FiledWire> file(@RequestBody JsonNode body, Viewer viewer, Locale language) {
        var filed = claims.file(viewer.merchant(), FilingBody.read(body, language), viewer.actor());
        var claim = filed.claim();
        return ResponseEntity.created(URI.create("/api/v1/claims/" + claim.id()))
                .body(new FiledWire(
                        claim.id(), claim.number(), claim.state().name(), origin.url() + filed.trackPath()));
    }

    @GetMapping
    Page<ClaimWire> list(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String assignee,
            @RequestParam @Nullable String owedBy,
            @RequestParam @Nullable String order,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String sort,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit,
            Viewer viewer) {
        var search = new ClaimSearch(
                filter("state", state, ClaimState.Name::valueOf),
                filter("assignee", assignee, text -> Ids.parse(text).orElseThrow(IllegalArgumentException::new)),
                Stream.ofNullable(filter("owedBy", owedBy, Owed.Party::valueOf)).collect(Collectors.toSet()),
                order,
                q,
                sort(sort),
                after,
                limit(limit));
        var page = claims.search(viewer.merchant(), search);
        return new Page<>(door.wires(page.items(), viewer), page.next());
    }

    private static <T> @Nullable T filter(String name, @Nullable String text, Function<String, T> parse) {
        try {
            return text == null || text.isEmpty() ? null : parse.apply(text);
        } catch (IllegalArgumentException unknown) {
            throw new Refused(Refusal.invalid("/" + name, "NOT_A_CHOICE", Phrase.of("claims.fault.filter", name)));
        }
    }

    private static ClaimSearch.Sort sort(@Nullable String sort) {
        if (sort == null || sort.isEmpty()) {
            return ClaimSearch.Sort.FILED;
        }
        if (!sort.equals("dueAt")) {
            throw new Refused(Refusal.invalid("/sort", "NOT_A_CHOICE", Phrase.of("claims.fault.filter", "sort")));
        }
        return ClaimSearch.Sort.DUE;
    }

    private static int limit(@Nullable String limit) {
        var number = filter("limit", limit, Integer::valueOf);
        if (number == null) {
            return Page.USUAL;
        }
        if (number < 1 || number > Page.LARGEST) {
            throw new Refused(Refusal.invalid("/limit", "OUT_OF_RANGE", Phrase.of("claims.fault.filter", "limit")));
        }
        return number;
    }

    @GetMapping("/{id}")
    ResponseEntity<ClaimWire> find(@PathVariable String id, Viewer viewer) {
        return door.answer(door.claim(viewer, id), viewer);
    }

    @GetMapping("/{id}/timeline")
    List<EntryWire> timeline(@PathVariable String id, Viewer viewer, Words words) {
        var claim = door.claim(viewer, id);
        var staff = Accounts.names(accounts.all(viewer.merchant()));
        return claims.timeline(viewer.merchant(), claim.id()).stream()
                .map(entry -> EntryWire.of(entry, words, staff))
                .toList();
    }

    @GetMapping("/{id}/verification")
    VerificationWire verification(@PathVariable String id, Viewer viewer, Words words) {
        // The law's flags are for those who decide, never for the customer, whoever speaks for them.
        if (!viewer.has(Role.AGENT) && !viewer.has(Role.SUPERVISOR) && !viewer.has(Role.ADMIN)) {
            var verification = transactions.call(viewer.merchant(), () -> claims.verification(door.claim(viewer, id)));
            return VerificationWire.of(verification, null, words);
        }
        var dossier = transactions.call(viewer.merchant(), () -> claims.dossier(door.claim(viewer, id)));
        return VerificationWire.of(dossier.verification(), dossier.flags(), words);
    }

    @GetMapping("/{id}/remedy-options")
    List<OptionWire> options(@PathVariable String id, Viewer viewer, Words words) {
        var claim = door.claim(viewer, id);
        return claims.remedyOptions(viewer.merchant(), claim.id()).options().stream()
                .map(option -> OptionWire.of(option, words))
                .toList();
    }
}
