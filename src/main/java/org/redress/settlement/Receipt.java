package org.redress.settlement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceId;

/**
 * What somebody found in goods that came back, as they enter it.
 *
 * @param pieces none where nothing was in it
 * @param photo a file received before, without a claim; or null
 * @param counted whether it is certain also where more came than should: somebody has counted again, or scanned each
 */
public record Receipt(
        List<Piece> pieces,
        @Nullable EvidenceId photo,
        @Nullable String note,
        boolean counted) {
    public static final int MOST_PIECES = 20;
    public static final int MOST_UNITS = 100_000;
    public static final int LONGEST_NOTE = 2_000;
    public static final int LONGEST_ARTICLE = 64;

    /**
     * @param article SKU or barcode, as scanned or typed
     * @param foreign whether it is none of the merchant's articles; otherwise one that nobody knows is refused
     * @param disposition null: as the rule proposes
     */
    public record Piece(
            String article,
            boolean foreign,
            int quantity,
            GoodsReturn.Condition condition,
            GoodsReturn.@Nullable Disposition disposition) {}
}
