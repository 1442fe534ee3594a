package org.redress.claims.rest;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Adds a file to a claim, at any time. */
@RestController
@Requires({Role.AGENT, Role.INTEGRATOR, Role.CUSTOMER_VOICE})
class EvidenceResource {
    private final Claims claims;
    private final Evidence evidence;
    private final MerchantTransactions transactions;
    private final Door door;

    EvidenceResource(Claims claims, Evidence evidence, MerchantTransactions transactions, Door door) {
        this.claims = claims;
        this.evidence = evidence;
        this.transactions = transactions;
        this.door = door;
    }

    @PostMapping(path = "/api/v1/claims/{id}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ClaimWire.File add(Step step, @RequestPart MultipartFile file, @RequestPart String kind) throws IOException {
        var viewer = step.viewer();
        if (!ClaimAct.ADD_EVIDENCE.isOpenTo(viewer)) {
            throw new Refused(Refusal.forbidden());
        }
        var claim = step.claim();
        var shows = kind(kind);
        try (var content = file.getInputStream()) {
            return transactions.call(viewer.merchant(), () -> {
                var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
                var received = evidence.receive(viewer.merchant(), name, content);
                var attached = evidence.attach(viewer.merchant(), claim.id(), Map.of(received.id(), shows));
                claims.handle(viewer, claim.id(), new ClaimCommand.AddEvidence(Set.of(received.id())), step.seen());
                return door.wire(viewer.merchant(), claim.id(), attached.getFirst());
            });
        }
    }

    private static EvidenceKind kind(String text) {
        return Arrays.stream(EvidenceKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new Refused(Refusal.invalid("/kind", "NOT_A_CHOICE", Phrase.of("claims.fault.evidence-kind"))));
    }
}
