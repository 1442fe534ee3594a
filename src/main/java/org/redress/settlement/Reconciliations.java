package org.redress.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;

/** What partners say they did, held against what our ledger says. */
public interface Reconciliations {
    /** How many days back a day may be compared. */
    int DAYS_BACK = 90;

    /** The latest comparison with each partner, in the order of {@link PartnerRole}. */
    List<Comparison> latest(MerchantId merchant);

    /**
     * All of them, the latest first.
     *
     * @throws org.redress.kernel.Refused INVALID where {@code after} is no position of this list
     */
    Page<Comparison> page(MerchantId merchant, @Nullable String after, int limit);

    Optional<Comparison> find(MerchantId merchant, UUID comparison);

    /**
     * Starts to compare a day with every partner. A comparison of that day that is under way goes on at once.
     *
     * @throws org.redress.kernel.Refused INVALID where the day is still to come, or longer ago than {@link #DAYS_BACK}
     */
    List<Comparison> compare(MerchantId merchant, LocalDate day, Actor actor);

    /**
     * Differences, the latest first.
     *
     * @param comparison only those that this one saw last; null for all
     * @param closedToo whether those that are closed come too
     * @throws org.redress.kernel.Refused INVALID where {@code after} is no position of this list
     */
    Page<Difference> differences(
            MerchantId merchant, @Nullable UUID comparison, boolean closedToo, @Nullable String after, int limit);

    Optional<Difference> difference(MerchantId merchant, UUID id);

    /** Those of a claim that are open. */
    List<Difference> open(MerchantId merchant, UUID claim);

    /**
     * Says why a difference may stand. It comes back where the two sides change.
     *
     * @throws org.redress.kernel.Refused ABSENT; INVALID without a reason; CONFLICT {@code DIFFERENCE_CLOSED}
     */
    Difference close(MerchantId merchant, UUID difference, String reason, Actor actor);
}
