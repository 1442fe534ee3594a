package org.redress.settlement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.ReturnMatch;
import org.redress.remedy.Remedy;
import org.redress.settlement.GoodsReturn;
import org.redress.settlement.Step;
import org.redress.settlement.StockCorrection;
import org.redress.ui.Words;

/**
 * A return. It names no customer.
 *
 * @param expectedWhole whether {@code expected} names all that comes back
 * @param match null until it was received
 * @param receipts how often somebody has said what was in it
 * @param amended null where the first receipt still stands
 * @param corrections what the warehouse's books are told
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReturnWire(
        UUID id,
        UUID claimId,
        String claimNumber,
        @Nullable String label,
        GoodsReturn.State state,
        List<Units> expected,
        boolean expectedWhole,
        Instant expectedAt,
        List<Piece> pieces,
        @Nullable ReturnMatch match,
        @Nullable UUID photo,
        @Nullable String note,
        @Nullable Instant receivedAt,
        @Nullable String receivedBy,
        @Nullable Instant settledAt,
        int receipts,
        @Nullable Amendment amended,
        List<Correction> corrections) {
    record Amendment(String why, Instant at, String by) {
        private static @Nullable Amendment of(GoodsReturn.@Nullable Amendment amendment) {
            return amendment == null ? null : new Amendment(amendment.why(), amendment.at(), amendment.by());
        }
    }

    record Units(String sku, int quantity) {
        private static Units of(Remedy.Goods goods) {
            return new Units(goods.sku().value(), goods.quantity());
        }
    }

    /** @param ours false where the article is none of the merchant's */
    record Piece(
            String sku,
            boolean ours,
            int quantity,
            GoodsReturn.Condition condition,
            GoodsReturn.Disposition disposition) {
        private static Piece of(GoodsReturn.Piece piece) {
            return new Piece(
                    piece.sku().value(), piece.ours(), piece.quantity(), piece.condition(), piece.disposition());
        }
    }

    /** @param units more or fewer than booked */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Correction(
            UUID id,
            String sku,
            int units,
            StockCorrection.Stock stock,
            StockCorrection.Reason reason,
            Step.State state,
            @Nullable String reference,
            @Nullable String lastError,
            @Nullable Instant doneAt) {
        private static Correction of(StockCorrection correction, Words words) {
            return new Correction(
                    correction.id(),
                    correction.sku().value(),
                    correction.units(),
                    correction.stock(),
                    correction.reason(),
                    correction.state(),
                    correction.reference(),
                    correction.lastError() == null
                            ? null
                            : words.say(correction.lastError().sentence()),
                    correction.doneAt());
        }
    }

    static ReturnWire of(GoodsReturn back, Collection<StockCorrection> corrections, Words words) {
        return new ReturnWire(
                back.id(),
                back.claim(),
                back.claimNumber(),
                back.label(),
                back.state(),
                back.expected().stream().map(Units::of).toList(),
                back.expectedWhole(),
                back.expectedAt(),
                back.pieces().stream().map(Piece::of).toList(),
                back.match(),
                back.photo() == null ? null : back.photo().value(),
                back.note(),
                back.receivedAt(),
                back.receivedBy(),
                back.settledAt(),
                back.receipts(),
                Amendment.of(back.amended()),
                corrections.stream()
                        .filter(correction -> correction.returned().equals(back.id()))
                        .map(correction -> Correction.of(correction, words))
                        .toList());
    }
}
