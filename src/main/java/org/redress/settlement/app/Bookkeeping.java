package org.redress.settlement.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.settlement.GoodsReturn;
import org.redress.settlement.Step;
import org.redress.settlement.StockCorrection;
import org.redress.settlement.model.StockEffects;
import org.redress.settlement.model.StockMachine;
import org.redress.settlement.store.CorrectionTable;
import org.redress.settlement.store.ReturnLedger;
import org.redress.settlement.store.ReturnTable;
import org.springframework.stereotype.Component;

/**
 * Has the warehouse's books told what they still lack after what came back. What they have learned is put right by a further
 * correction; what they refused or were never asked for is void. Nothing is put right before it is known whether they took
 * it: else a correction could be told that corrects nothing.
 */
@Component
class Bookkeeping {
    private final ReturnTable returns;
    private final CorrectionTable corrections;
    private final ReturnLedger ledger;
    private final ReceiptReading reading;
    private final Claims claims;
    private final StockQueue queue;

    Bookkeeping(
            ReturnTable returns,
            CorrectionTable corrections,
            ReturnLedger ledger,
            ReceiptReading reading,
            Claims claims,
            StockQueue queue) {
        this.returns = returns;
        this.corrections = corrections;
        this.ledger = ledger;
        this.reading = reading;
        this.claims = claims;
        this.queue = queue;
    }

    /** However often it is called: what was told is not told again. The caller holds the claim's returns. */
    void teach(GoodsReturn received, Instant now) {
        var told = told(received, now);
        if (told.stream()
                .anyMatch(correction ->
                        isOutdated(correction, received) && correction.state().isUnderWay())) {
            return;
        }
        var claim = claims.find(received.merchant(), received.claim()).orElseThrow();
        var effects = new ArrayList<>(StockEffects.ofMistake(
                claim.filing().lines(), pieces(claim), reading.onOrder(received, claim), ofMistake(told)));
        effects.addAll(StockEffects.ofGoods(received.pieces(), ofGoods(told, received)));
        effects.forEach(effect -> add(received, effect, now));
        if (returns.settle(received.merchant(), received.id(), now)) {
            ledger.append(received, ReturnLedger.What.SETTLED, new Actor.Product(), now);
        }
    }

    private List<GoodsReturn.Piece> pieces(Claim claim) {
        return returns.ofClaim(claim.merchant(), claim.id()).stream()
                .flatMap(each -> each.pieces().stream())
                .toList();
    }

    /** All that the books were told for the claim, or may have been. */
    private List<StockCorrection> told(GoodsReturn received, Instant now) {
        var told = new ArrayList<StockCorrection>();
        for (var correction : corrections.ofClaim(received.merchant(), received.claim())) {
            var gone = correction.state() == Step.State.REVERSED
                    || (isVoid(correction, received) && withdraw(correction, now));
            if (!gone) {
                told.add(correction);
            }
        }
        return told;
    }

    private static boolean isOutdated(StockCorrection correction, GoodsReturn received) {
        return correction.returned().equals(received.id()) && correction.receipt() < received.receipts();
    }

    private static boolean isVoid(StockCorrection correction, GoodsReturn received) {
        var unasked = correction.state() == Step.State.PENDING && correction.attempts() == 0;
        return isOutdated(correction, received) && (unasked || correction.state() == Step.State.FAILED);
    }

    /** False where somebody asks for it in this moment: then its end is waited for. */
    private boolean withdraw(StockCorrection correction, Instant now) {
        var withdrawn = StockMachine.withdrawn(correction, now);
        if (!corrections.update(withdrawn, correction.version())) {
            return false;
        }
        ledger.append(withdrawn, ReturnLedger.What.WITHDRAWN, new Actor.Product(), now);
        return true;
    }

    private static List<StockEffects.Effect> ofMistake(List<StockCorrection> told) {
        return told.stream()
                .filter(correction -> correction.reason() != StockCorrection.Reason.CAME_BACK)
                .map(Bookkeeping::effect)
                .toList();
    }

    private static List<StockEffects.Effect> ofGoods(List<StockCorrection> told, GoodsReturn received) {
        return told.stream()
                .filter(correction -> correction.reason() == StockCorrection.Reason.CAME_BACK)
                .filter(correction -> correction.returned().equals(received.id()))
                .map(Bookkeeping::effect)
                .toList();
    }

    private static StockEffects.Effect effect(StockCorrection told) {
        return new StockEffects.Effect(told.sku(), told.units(), told.stock(), told.reason());
    }

    private void add(GoodsReturn received, StockEffects.Effect effect, Instant now) {
        var correction = new StockCorrection(
                received.merchant(),
                Ids.next(),
                received.id(),
                received.receipts(),
                received.claim(),
                received.claimNumber(),
                effect.sku(),
                effect.units(),
                effect.stock(),
                effect.reason(),
                Step.State.PENDING,
                null,
                0,
                0,
                null,
                now,
                now,
                null,
                1);
        corrections.insert(correction);
        ledger.append(correction, ReturnLedger.What.STAGED, new Actor.Product(), now);
        queue.add(correction.merchant(), correction.id(), correction.version(), now);
    }
}
