package org.redress.settlement.app;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.settlement.GoodsReturn;
import org.redress.settlement.Step;
import org.redress.settlement.Work;
import org.redress.settlement.model.GoodsBack;
import org.redress.settlement.store.ReturnLedger;
import org.redress.settlement.store.ReturnTable;
import org.springframework.stereotype.Component;

/** Once a label is out, its goods are expected: within the transaction that marks the label done. */
@Component
class Expecting {
    private final Claims claims;
    private final ReturnTable returns;
    private final ReturnLedger ledger;
    private final InstantSource clock;

    Expecting(Claims claims, ReturnTable returns, ReturnLedger ledger, InstantSource clock) {
        this.claims = claims;
        this.returns = returns;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** However often it is called, one label is one return; a step that is no label, or not done, is none. */
    void expect(Step step) {
        if (step.state() == Step.State.DONE && step.work() instanceof Work.ReturnLabel label) {
            claims.find(step.merchant(), step.claim()).ifPresent(claim -> expect(step, label, claim));
        }
    }

    /** A label that was taken back brings nothing; a step that is no label, or still stands, changes nothing. */
    void withdraw(Step step) {
        if (step.state() == Step.State.REVERSED && step.work() instanceof Work.ReturnLabel) {
            returns.withdraw(step.merchant(), step.id())
                    .ifPresent(back -> ledger.append(
                            back,
                            ReturnLedger.What.WITHDRAWN,
                            new Actor.Product(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS)));
        }
    }

    private void expect(Step step, Work.ReturnLabel label, Claim claim) {
        var expected = GoodsBack.expected(label.goods(), claim.filing().lines());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var awaited = new GoodsReturn(
                step.merchant(),
                Ids.next(),
                claim.id(),
                claim.number(),
                step.id(),
                label.orderNumber(),
                step.reference(),
                expected.goods(),
                expected.whole(),
                GoodsReturn.State.EXPECTED,
                List.of(),
                null,
                null,
                null,
                now,
                null,
                null,
                null,
                null);
        if (returns.insert(awaited)) {
            ledger.append(awaited, ReturnLedger.What.EXPECTED, new Actor.Product(), now);
        }
    }
}
