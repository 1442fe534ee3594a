package org.redress.evidence;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.redress.kernel.MerchantId;

/** The files of a merchant's claims. */
public interface Evidence {
    /**
     * Takes a file in: its type is found from its content, its size is checked, and a job is staged to read it.
     *
     * @param fileName as the sender calls it, for people only
     * @throws org.redress.kernel.Refused TOO_LARGE, UNSUPPORTED
     */
    EvidenceItem receive(MerchantId merchant, String fileName, InputStream content);

    /**
     * Gives waiting files to a claim, each with what it shows. A file that has a claim already stays with it.
     *
     * @throws org.redress.kernel.Refused where an id is unknown or belongs to another claim
     */
    List<EvidenceItem> attach(MerchantId merchant, UUID claim, Map<EvidenceId, EvidenceKind> files);

    List<EvidenceItem> ofClaim(MerchantId merchant, UUID claim);

    Optional<EvidenceItem> find(MerchantId merchant, EvidenceId id);

    /** The files of many claims at once, for a list; one query. */
    Map<UUID, List<EvidenceItem>> ofClaims(MerchantId merchant, List<UUID> claims);
}
