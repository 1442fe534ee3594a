package org.redress.settlement.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.access.Merchants;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Step;
import org.redress.settlement.Trouble;
import org.redress.settlement.Work;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.Payments;
import org.redress.settlement.model.StepMachine;
import org.redress.settlement.model.Warehouse;
import org.redress.settlement.store.EffectLedger;
import org.redress.settlement.store.StepTable;
import org.redress.ui.Languages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs one step: takes it, asks the other side outside of any transaction, and writes down the answer together with the
 * report to the claim. Whatever dies in between, the next run asks again under the same key.
 */
@Component
class StepRunner {
    /** Longer than any call takes, so that nobody else takes a step that is being run. */
    static final Duration HOLD = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(StepRunner.class);

    private final MerchantTransactions transactions;
    private final StepTable steps;
    private final EffectLedger ledger;
    private final Payments payments;
    private final Warehouse warehouse;
    private final Claims claims;
    private final Expecting expecting;
    private final Merchants merchants;
    private final Languages languages;
    private final InstantSource clock;

    StepRunner(
            MerchantTransactions transactions,
            StepTable steps,
            EffectLedger ledger,
            Payments payments,
            Warehouse warehouse,
            Claims claims,
            Expecting expecting,
            Merchants merchants,
            Languages languages,
            InstantSource clock) {
        this.transactions = transactions;
        this.steps = steps;
        this.ledger = ledger;
        this.payments = payments;
        this.warehouse = warehouse;
        this.claims = claims;
        this.expecting = expecting;
        this.merchants = merchants;
        this.languages = languages;
        this.clock = clock;
    }

    /** When to come back; empty where nothing is left to do. */
    Optional<Instant> run(MerchantId merchant, UUID id) {
        var now = now();
        var held = transactions.call(merchant, () -> steps.hold(merchant, id, now, now.plus(HOLD)));
        if (held.isEmpty()) {
            return transactions.call(merchant, () -> steps.comeBackAt(merchant, id));
        }
        var outcome = ask(held.get());
        var after = transactions.call(merchant, () -> recorded(held.get(), outcome));
        return after.state().isUnderWay() ? Optional.of(after.nextAt()) : Optional.empty();
    }

    private Outcome ask(Step step) {
        var merchant = step.merchant();
        var key = step.key();
        var asked = step.reference() != null;
        try {
            return switch (step.work()) {
                case Work.Refund refund ->
                    asked ? payments.status(merchant, key) : payments.refund(merchant, key, refund);
                case Work.Reshipment reshipment ->
                    asked ? warehouse.status(merchant, key) : warehouse.reship(merchant, key, reshipment);
                case Work.ReturnLabel label ->
                    asked ? warehouse.status(merchant, key) : warehouse.returnLabel(merchant, key, label);
                case Work.Impossible impossible -> new Outcome.Refused(Trouble.of(impossible.why()));
            };
        } catch (RuntimeException fault) {
            log.error("Step {} of claim {} could not be asked for", step.id(), step.claim(), fault);
            return new Outcome.Unreachable(
                    new Trouble(Trouble.Kind.OUR_FAULT, fault.getClass().getSimpleName()));
        }
    }

    private Step recorded(Step held, Outcome outcome) {
        var all = steps.lockOffer(held.merchant(), held.offer());
        var now = now();
        var after = StepMachine.after(
                held, outcome, now, ThreadLocalRandom.current().nextDouble());
        if (!steps.update(after, held.version())) {
            // Our time was over and somebody else has taken it: the same key brings them the same answer.
            return held;
        }
        ledger.append(after, what(outcome), new Actor.Product(), now);
        expecting.expect(after);
        report(after, all);
        return after;
    }

    private static EffectLedger.What what(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Confirmed _ -> EffectLedger.What.CONFIRMED;
            case Outcome.Pending _ -> EffectLedger.What.PENDING;
            case Outcome.Refused _ -> EffectLedger.What.REFUSED;
            case Outcome.Unreachable _ -> EffectLedger.What.UNREACHABLE;
            case Outcome.Unknown() -> EffectLedger.What.UNKNOWN;
        };
    }

    /** A remedy is carried out when all its steps are. */
    private void report(Step after, List<Step> before) {
        switch (after.state()) {
            case DONE -> {
                Supplier<Stream<Step>> others = () -> before.stream()
                        .filter(step -> step.position() == after.position()
                                && !step.id().equals(after.id()));
                if (others.get().allMatch(step -> step.state() == Step.State.DONE)) {
                    var references = Stream.concat(others.get(), Stream.of(after))
                            .map(Step::reference)
                            .flatMap(Stream::ofNullable)
                            .collect(Collectors.joining(", "));
                    tell(after, new ClaimCommand.RecordStepDone(after.offer(), after.position(), references));
                }
            }
            case FAILED -> tell(after, new ClaimCommand.RecordStepFailed(after.offer(), after.position(), why(after)));
            case PENDING, RUNNING, REVERSED -> {}
        }
    }

    private void tell(Step step, ClaimCommand command) {
        claims.handle(step.merchant(), step.claim(), command, new Actor.Product(), null);
    }

    /** The claim's ledger keeps a sentence: in the merchant's language. */
    private String why(Step step) {
        var merchant = merchants.find(step.merchant());
        var trouble = Optional.ofNullable(step.lastError()).orElse(Trouble.of(Trouble.Kind.REFUSED));
        return languages.words(merchant.language(), merchant.zone()).say(trouble.sentence());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
