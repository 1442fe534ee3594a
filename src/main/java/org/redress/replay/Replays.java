package org.redress.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Evenness;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.remedy.Area;

/** Rules tried on past claims, and how alike decisions were. */
public interface Replays {
    /** Name of the source that holds the merchant's own claims. */
    String RECORD = "record";

    /** The names of what rules can be tried on, the merchant's own claims first. */
    List<String> sources();

    /**
     * Begins to try rules. Goes on by itself, also after a crash.
     *
     * @param policy the merchant's version, or null for the product's own rules of the area
     * @throws org.redress.kernel.Refused INVALID {@code TO_BEFORE_FROM}, {@code TOO_LONG}, {@code NOT_A_CHOICE}; CONFLICT
     *     {@code UNDER_WAY} where the merchant has too many under way; ABSENT
     */
    Replay start(
            MerchantId merchant,
            Area area,
            @Nullable UUID policy,
            String source,
            LocalDate from,
            LocalDate to,
            Actor actor);

    Optional<Replay> find(MerchantId merchant, UUID id);

    /** The newest first. */
    Page<Replay> page(MerchantId merchant, @Nullable String after, int limit);

    /** Claims that came out otherwise, in the order they were tried; all effects where null. */
    Page<Change> changes(
            MerchantId merchant, UUID id, Change.@Nullable Effect effect, @Nullable String after, int limit);

    /** Stops a run after the page at hand; one that is over stays as it is. */
    Replay stop(MerchantId merchant, UUID id);

    /**
     * Forgets a run that is over, with its changes.
     *
     * @throws org.redress.kernel.Refused CONFLICT {@code UNDER_WAY}; ABSENT
     */
    void forget(MerchantId merchant, UUID id);

    /** Whether the claims of a source have pages. */
    boolean isOnRecord(String source);

    /** How alike decisions on the same facts were, on these days. */
    Evenness evenness(MerchantId merchant, LocalDate from, LocalDate to);
}
