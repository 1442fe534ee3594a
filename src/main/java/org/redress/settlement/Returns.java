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

    /** More came than should, and it is asked whether that was counted. */
    String MORE_THAN_EXPECTED = "MORE_THAN_EXPECTED";

    /** Expected ones the longest awaited first, received ones the latest first. */
    Page<GoodsReturn> page(MerchantId merchant, boolean received, @Nullable String after, int limit);

    Optional<GoodsReturn> find(MerchantId merchant, UUID id);

    List<GoodsReturn> ofClaim(MerchantId merchant, UUID claim);

    /** What was written down at receipt before it was put right, the oldest first. */
    List<EarlierReceipt> earlier(MerchantId merchant, GoodsReturn back);

    /** What the warehouse's books were told, or are to be told, because of these; one query. */
    List<StockCorrection> corrections(MerchantId merchant, Collection<GoodsReturn> returns);

    /**
     * Writes down what came, as a fact: for the claim, for the records of the warehouse, and for its books. Nothing that
     * the customer was given is taken back for it.
     *
     * @throws org.redress.kernel.Refused ABSENT; INVALID with the pieces at fault, or {@link #MORE_THAN_EXPECTED} where
     *     more came than should and nobody has counted again; CONFLICT {@link #RECEIVED_ALREADY}
     */
    GoodsReturn receive(MerchantId merchant, UUID id, Receipt receipt, Actor actor);

    /**
     * Puts right what was written down at receipt. The books are told what differs, the record of the warehouse has the
     * earlier look declared wrong (EPCIS 2.0, {@code errorDeclaration}), and all that was written stays in the ledger.
     *
     * @param why at most {@link Receipt#LONGEST_NOTE} characters
     * @param seen {@link GoodsReturn#receipts()} as whoever amends it saw them
     * @throws org.redress.kernel.Refused ABSENT; INVALID with what is at fault; CONFLICT {@code NOT_RECEIVED};
     *     STALE where somebody else was first
     */
    GoodsReturn amend(MerchantId merchant, UUID id, Receipt receipt, String why, int seen, Actor actor);

    /**
     * Tells a correction again that the warehouse said no to, under the same key.
     *
     * @throws org.redress.kernel.Refused ABSENT, or CONFLICT {@code CORRECTION_NOT_FAILED}
     */
    StockCorrection tellAgain(MerchantId merchant, UUID claim, UUID correction, Actor actor);
}
