package org.redress.evidence;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.kernel.MerchantId;

/** The files of a merchant's claims. */
public interface Evidence {
    /**
     * Takes a file in: its type is found from its content, its size is checked, and a job is staged to read it. The
     * stream is read once, in small pieces, and not closed.
     *
     * @param fileName as the sender calls it, for people only
     * @throws org.redress.kernel.Refused TOO_LARGE (over 20 MB or 50 megapixels, 100 MB for a video), UNSUPPORTED where
     *     the content is no picture or video that we take, INVALID where it is empty or broke off
     */
    EvidenceItem receive(MerchantId merchant, String fileName, InputStream content);

    /**
     * Gives waiting files to a claim, each with what it shows. A file that has a claim already stays with it.
     *
     * @throws org.redress.kernel.Refused INVALID where an id is unknown or belongs to another claim; nothing is attached
     */
    List<EvidenceItem> attach(MerchantId merchant, UUID claim, Map<EvidenceId, EvidenceKind> files);

    /** Oldest first. */
    List<EvidenceItem> ofClaim(MerchantId merchant, UUID claim);

    Optional<EvidenceItem> find(MerchantId merchant, EvidenceId id);

    /** The files of many claims at once, for a list; one query. Claims without a file are absent from the answer. */
    Map<UUID, List<EvidenceItem>> ofClaims(MerchantId merchant, List<UUID> claims);

    /**
     * The other claims that hold the same file or a picture like it, by file of these claims; one query. Files that stand
     * in one claim alone are absent from the answer. A hint for a person and never a proof: the same article on the same
     * table can look alike, and a photo that is turned or cut is not found.
     */
    Map<EvidenceId, Map<UUID, Likeness>> likenesses(MerchantId merchant, List<UUID> claims);

    /** As {@link #likenesses}, without how alike they are. */
    default Map<EvidenceId, List<UUID>> reuse(MerchantId merchant, List<UUID> claims) {
        return likenesses(merchant, claims).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        others -> List.copyOf(others.getValue().keySet())));
    }

    /**
     * An upright JPEG without any metadata, for people to look at. Empty until the file is read, and where nothing of
     * it can be shown (a broken file; a video or an HEIC photo on a server that cannot convert it). The caller closes it.
     */
    Optional<InputStream> picture(MerchantId merchant, EvidenceId id, PictureSize size);

    /**
     * The file as it was received, to the last byte: its SHA-256 is that of the item. For whoever hands on the whole record,
     * for it may hold what a camera noted. Empty where it is deleted. The caller closes it.
     */
    Optional<InputStream> original(MerchantId merchant, EvidenceId id);

    /** A video as it came, but for the places that its camera noted. Empty for anything else. The caller closes it. */
    Optional<InputStream> video(MerchantId merchant, EvidenceId id);
}
