package org.redress.claims;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Phrase;

/**
 * What somebody had before them when they turned a claim down, frozen (domain.md F6): whatever comes in later, this stays.
 *
 * @param checks each with what it said then
 * @param files that were on the claim
 * @param version of the claim
 */
public record CaseSeen(Verdict verdict, List<Check> checks, List<File> files, int version) {
    /** Records of ours that a customer is told of. What might read as a suspicion stays with staff. */
    private static final Set<Verification.Code> RECORDS = EnumSet.of(
            Verification.Code.WEIGHT,
            Verification.Code.WAREHOUSE_RECORD,
            Verification.Code.RETURN_INSPECTION,
            Verification.Code.CARRIER_RECORD);

    /** What was looked at, as the customer is told: their files and those of our records that said something. */
    public List<Phrase> lookedAt() {
        return Stream.concat(
                        files.stream().map(file -> Phrase.of("claims.evidence." + file.kind())),
                        checks.stream()
                                .filter(check -> RECORDS.contains(check.code())
                                        && check.outcome() != Verification.Outcome.UNKNOWN)
                                .map(check -> Phrase.of("claims.looked-at." + check.code())))
                .toList();
    }

    public record Check(Verification.Code code, Verification.Outcome outcome) {}

    /** @param sha256 by which anybody can tell that it is the same file */
    public record File(UUID id, EvidenceKind kind, String sha256) {}
}
