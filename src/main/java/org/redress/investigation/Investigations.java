package org.redress.investigation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.kernel.MerchantId;

/** Where claims went wrong, from all that is on record now. */
public interface Investigations {
    Investigation of(Claim claim);

    /** The same for a page, with where and when it happened; at most one query more. */
    Exhibit exhibit(Claim claim);

    /** What confirmed causes have taught, by warehouse; a warehouse without any is absent. */
    List<Learned> learned(MerchantId merchant);

    /** Forgets what was learned of a warehouse: the usual numbers stand again. */
    void forget(MerchantId merchant, String warehouse);

    /**
     * What is believed of a warehouse.
     *
     * @param cases how many were confirmed; a cause that stands for two mechanisms is half a case of each
     */
    record Learned(
            String warehouse,
            double cases,
            @Nullable Instant resetAt,
            List<Belief> mechanisms,
            List<ClueBelief> clues) {}

    /** @param usual before anything was learned */
    record Belief(Mechanism mechanism, double cases, double usual, double now) {}

    /** By mechanism P(clue is true), where at least one case has told of it. */
    record ClueBelief(Clue clue, Map<Mechanism, Belief> byMechanism) {}
}
