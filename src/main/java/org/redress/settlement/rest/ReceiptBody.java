package org.redress.settlement.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.Phrase;
import org.redress.settlement.GoodsReturn;
import org.redress.settlement.Receipt;
import org.redress.ui.JsonBody;
import tools.jackson.databind.JsonNode;

/** What programs send about goods that came back. */
final class ReceiptBody {
    private ReceiptBody() {}

    /**
     * What came; no pieces only with {@code nothingCame}.
     *
     * @param uploadId of a photo, uploaded before
     */
    record NewReceipt(
            @Nullable List<NewPiece> pieces,
            @Nullable Boolean nothingCame,
            @Nullable UUID uploadId,
            @Nullable String note) {}

    /**
     * The whole receipt as it should have been.
     *
     * @param why what was wrong
     * @param receipts of the return, as the program has seen it
     */
    record NewAmendment(
            @Nullable List<NewPiece> pieces,
            @Nullable Boolean nothingCame,
            @Nullable UUID uploadId,
            @Nullable String note,
            String why,
            int receipts) {}

    record Amendment(Receipt receipt, String why, int receipts) {}

    /**
     * @param article SKU or barcode
     * @param foreign true where it is none of the merchant's articles
     * @param disposition left out: as the rule proposes
     */
    record NewPiece(
            String article,
            @Nullable Boolean foreign,
            int quantity,
            GoodsReturn.Condition condition,
            GoodsReturn.@Nullable Disposition disposition) {}

    static Receipt receipt(JsonNode json) {
        var body = JsonBody.of(json);
        var receipt = receipt(body);
        body.done();
        return receipt;
    }

    static Amendment amendment(JsonNode json) {
        var body = JsonBody.of(json);
        var receipt = receipt(body);
        var why = body.text("why", Receipt.LONGEST_NOTE);
        var receipts = body.number("receipts", 1, Integer.MAX_VALUE);
        body.done();
        return new Amendment(receipt, why, receipts);
    }

    /** A program counts what it scans: nobody asks it again. */
    private static Receipt receipt(JsonBody body) {
        var pieces = new ArrayList<Receipt.Piece>();
        for (var piece : body.objects("pieces", 0, Receipt.MOST_PIECES)) {
            pieces.add(new Receipt.Piece(
                    piece.text("article", Receipt.LONGEST_ARTICLE),
                    piece.flag("foreign", false),
                    piece.number("quantity", 1, Receipt.MOST_UNITS),
                    piece.choice("condition", GoodsReturn.Condition.class),
                    piece.choiceOrNull("disposition", GoodsReturn.Disposition.class)));
        }
        var nothing = body.flag("nothingCame", false);
        if (nothing && !pieces.isEmpty()) {
            body.fault(
                    "nothingCame", "NOTHING_AND_SOMETHING", Phrase.of("settlement.back.fault.NOTHING_AND_SOMETHING"));
        }
        if (!nothing && pieces.isEmpty() && body.isSound()) {
            body.fault("pieces", "NO_PIECES", Phrase.of("settlement.back.fault.NO_PIECES"));
        }
        var upload = body.idOrNull("uploadId");
        var note = body.textOrNull("note", Receipt.LONGEST_NOTE);
        return new Receipt(List.copyOf(pieces), upload == null ? null : new EvidenceId(upload), note, true);
    }
}
