package org.redress.claims.rest;

import java.util.List;
import org.redress.access.Accounts;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimRecord;
import org.redress.claims.Claims;
import org.redress.claims.Dossier;
import org.redress.claims.RecordPart;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a claim as {@code GET /claims/{id}}, {@code /timeline} and {@code /verification} answer with it. */
@Component
class WrittenRecord implements ClaimRecord {
    private final Claims claims;
    private final Accounts accounts;
    private final Door door;
    private final List<RecordPart> parts;
    private final JsonMapper json;

    WrittenRecord(Claims claims, Accounts accounts, Door door, List<RecordPart> parts, JsonMapper json) {
        this.claims = claims;
        this.accounts = accounts;
        this.door = door;
        this.parts = parts;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    private record Written(ClaimWire claim, List<EntryWire> timeline, VerificationWire verification) {}

    @Override
    public String json(Claim claim, Dossier dossier, Viewer viewer, Words words) {
        var staff = Accounts.names(accounts.all(claim.merchant()));
        ObjectNode written = json.valueToTree(new Written(
                door.wires(List.of(claim), viewer).getFirst(),
                claims.timeline(claim.merchant(), claim.id()).stream()
                        .map(entry -> EntryWire.of(entry, words, staff))
                        .toList(),
                // The law's flags are for those who decide and do not leave the house.
                VerificationWire.of(dossier.verification(), null, words)));
        parts.forEach(part -> written.putPOJO(part.name(), part.forStaff(claim)));
        return json.writeValueAsString(written);
    }
}
