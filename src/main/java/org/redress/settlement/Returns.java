package org.redress.settlement;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;

/** What customers send back, each under a label of ours. */
public interface Returns {
    /** The second receipt of the same return is refused with this code. */
    String RECEIVED_ALREADY = "RECEIVED_ALREADY";

    /** Expected ones the longest awaited first, received ones the latest first. */
    Page<GoodsReturn> page(MerchantId merchant, boolean received, @Nullable String after, int limit);

    Optional<GoodsReturn> find(MerchantId merchant, UUID id);

    List<GoodsReturn> ofClaim(MerchantId merchant, UUID claim);

    /** What the warehouse's books were told, or are to be told, because of these; one query. */
    List<StockCorrection> corrections(MerchantId merchant, Collection<GoodsReturn> returns);

    /**
     * Writes down what came, as a fact: for the claim, for the records of the warehouse, and for its books. Nothing that
     * the customer was given is taken back for it.
     *
     * @throws org.redress.kernel.Refused ABSENT; INVALID with the pieces at fault; CONFLICT {@link #RECEIVED_ALREADY}
     */
    GoodsReturn receive(MerchantId merchant, UUID id, Receipt receipt, Actor actor);

    /**
     * Tells a correction again that the warehouse said no to, under the same key.
     *
     * @throws org.redress.kernel.Refused ABSENT, or CONFLICT {@code CORRECTION_NOT_FAILED}
     */
    StockCorrection tellAgain(MerchantId merchant, UUID claim, UUID correction, Actor actor);
}
