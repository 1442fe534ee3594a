package org.redress.settlement.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Step;
import org.redress.settlement.StockCorrection;
import org.redress.settlement.Trouble;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.StockBook;
import org.redress.settlement.model.StockMachine;
import org.redress.settlement.store.CorrectionTable;
import org.redress.settlement.store.ReturnLedger;
import org.redress.settlement.store.ReturnLedger.What;
import org.redress.settlement.store.ReturnTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells one correction to the warehouse's books: takes it, tells it outside of any transaction, writes down the answer. */
@Component
class StockRunner {
    private static final Logger log = LoggerFactory.getLogger(StockRunner.class);

    private final MerchantTransactions transactions;
    private final CorrectionTable corrections;
    private final ReturnTable returns;
    private final ReturnLedger ledger;
    private final Bookkeeping bookkeeping;
    private final StockBook book;
    private final InstantSource clock;

    StockRunner(
            MerchantTransactions transactions,
            CorrectionTable corrections,
            ReturnTable returns,
            ReturnLedger ledger,
            Bookkeeping bookkeeping,
            StockBook book,
            InstantSource clock) {
        this.transactions = transactions;
        this.corrections = corrections;
        this.returns = returns;
        this.ledger = ledger;
        this.bookkeeping = bookkeeping;
        this.book = book;
        this.clock = clock;
    }

    /** When to come back; empty where nothing is left to do. */
    Optional<Instant> run(MerchantId merchant, UUID id) {
        var now = now();
        var held = transactions.call(merchant, () -> corrections.hold(merchant, id, now, now.plus(StepRunner.HOLD)));
        if (held.isEmpty()) {
            return transactions.call(merchant, () -> corrections.comeBackAt(merchant, id));
        }
        var outcome = tell(held.get());
        var after = transactions.call(merchant, () -> recorded(held.get(), outcome));
        return after.state().isUnderWay() ? Optional.of(after.nextAt()) : Optional.empty();
    }

    private Outcome tell(StockCorrection correction) {
        try {
            return correction.reference() == null
                    ? book.correct(correction.merchant(), correction.key(), correction)
                    : book.status(correction.merchant(), correction.key());
        } catch (RuntimeException fault) {
            log.error("Stock correction {} could not be told", correction.id(), fault);
            return new Outcome.Unreachable(
                    new Trouble(Trouble.Kind.OUR_FAULT, fault.getClass().getSimpleName()));
        }
    }

    private StockCorrection recorded(StockCorrection held, Outcome outcome) {
        returns.holdClaim(held.merchant(), held.claim());
        var now = now();
        var after = StockMachine.after(
                held, outcome, now, ThreadLocalRandom.current().nextDouble());
        if (!corrections.update(after, held.version())) {
            return held;
        }
        var product = new Actor.Product();
        ledger.append(after, what(outcome), product, now);
        if (!after.state().isUnderWay()) {
            ended(after, now);
        }
        return after;
    }

    private void ended(StockCorrection correction, Instant now) {
        var back = returns.find(correction.merchant(), correction.returned()).orElseThrow();
        if (correction.receipt() < back.receipts()) {
            bookkeeping.teach(back, now);
        } else if (correction.state() == Step.State.DONE
                && returns.settle(correction.merchant(), correction.returned(), now)) {
            ledger.appendSettled(correction, now, new Actor.Product());
        }
    }

    private static What what(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Confirmed _ -> What.CONFIRMED;
            case Outcome.Pending _ -> What.PENDING;
            case Outcome.Refused _ -> What.REFUSED;
            case Outcome.Unreachable _ -> What.UNREACHABLE;
            case Outcome.NotAsked _, Outcome.Unknown() -> What.UNKNOWN;
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
