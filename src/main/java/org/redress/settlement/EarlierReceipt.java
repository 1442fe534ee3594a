package org.redress.settlement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceId;

/**
 * What somebody wrote down about a return, until it was put right.
 *
 * @param why it put right an earlier one itself; null of the first
 */
public record EarlierReceipt(
        Instant at,
        String by,
        List<GoodsReturn.Piece> pieces,
        @Nullable String note,
        @Nullable String why,
        @Nullable EvidenceId photo) {}
