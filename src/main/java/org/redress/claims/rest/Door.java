package org.redress.claims.rest;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.Route;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Languages;
import org.redress.ui.Words;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Finds the claim that an address names, and shows claims with their files. */
@Component
class Door {
    private final Claims claims;
    private final Evidence evidence;
    private final MerchantTransactions transactions;
    private final Languages languages;

    Door(Claims claims, Evidence evidence, MerchantTransactions transactions, Languages languages) {
        this.claims = claims;
        this.evidence = evidence;
        this.transactions = transactions;
        this.languages = languages;
    }

    /** By id or by number. Another merchant's claim is as absent as one that never was. */
    Claim claim(Viewer viewer, String idOrNumber) {
        return Ids.parse(idOrNumber)
                .map(id -> claims.find(viewer.merchant(), id))
                .orElseGet(() -> claims.byNumber(viewer.merchant(), idOrNumber))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    ResponseEntity<ClaimWire> answer(Claim claim, Viewer viewer) {
        return ResponseEntity.ok()
                .eTag(Integer.toString(claim.version()))
                .body(wires(List.of(claim), viewer, claim.rejection() == null ? null : claims.routes(claim))
                        .getFirst());
    }

    /** In three queries, however many claims; a fourth where one follows another. */
    List<ClaimWire> wires(List<Claim> all, Viewer viewer) {
        return wires(all, viewer, null);
    }

    /** The words of the language that this request asks for. */
    Words words() {
        return languages.words(LocaleContextHolder.getLocale(), ZoneOffset.UTC);
    }

    private List<ClaimWire> wires(List<Claim> all, Viewer viewer, @Nullable List<Route> routes) {
        var words = words();
        var ids = all.stream().map(Claim::id).toList();
        return transactions.call(viewer.merchant(), () -> {
            var files = evidence.ofClaims(viewer.merchant(), ids);
            var reused = reused(viewer.merchant(), ids);
            var followed = claims.numbers(
                    viewer.merchant(),
                    all.stream().map(Claim::follows).flatMap(Stream::ofNullable).collect(Collectors.toSet()));
            return all.stream()
                    .map(claim -> ClaimWire.of(
                            claim,
                            files.getOrDefault(claim.id(), List.of()).stream()
                                    .map(file -> wire(file, reused))
                                    .toList(),
                            claim.follows() == null ? null : followed.get(claim.follows()),
                            claims.acts(claim, viewer),
                            routes,
                            words))
                    .toList();
        });
    }

    ClaimWire.File wire(MerchantId merchant, UUID claim, EvidenceItem file) {
        return wire(file, reused(merchant, List.of(claim)));
    }

    private static ClaimWire.File wire(EvidenceItem file, Map<EvidenceId, List<String>> reused) {
        return ClaimWire.File.of(file, reused.getOrDefault(file.id(), List.of()));
    }

    /** The numbers of other claims that hold the same file: a question for a person, never a refusal. */
    private Map<EvidenceId, List<String>> reused(MerchantId merchant, List<UUID> ids) {
        var others = evidence.reuse(merchant, ids);
        var numbers = claims.numbers(
                merchant, others.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        return others.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .flatMap(id -> Stream.ofNullable(numbers.get(id)))
                                .toList()));
    }
}
