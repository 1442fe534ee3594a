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
import org.redress.orders.Orders;
import org.redress.settlement.Step;
import org.redress.settlement.Trouble;
import org.redress.settlement.Work;
import org.redress.settlement.app.Boundary.Place;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.StepMachine;
import org.redress.settlement.model.Steps;
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
    private final Partners partners;
    private final Orders orders;
    private final Stopping stopping;
    private final Boundary boundary;
    private final StepQueue queue;
    private final Claims claims;
    private final Expecting expecting;
    private final Merchants merchants;
    private final Languages languages;
    private final InstantSource clock;

    StepRunner(
            MerchantTransactions transactions,
            StepTable steps,
            EffectLedger ledger,
            Partners partners,
            Orders orders,
            Stopping stopping,
            Boundary boundary,
            StepQueue queue,
            Claims claims,
            Expecting expecting,
            Merchants merchants,
            Languages languages,
            InstantSource clock) {
        this.transactions = transactions;
        this.steps = steps;
        this.ledger = ledger;
        this.partners = partners;
        this.orders = orders;
        this.stopping = stopping;
        this.boundary = boundary;
        this.queue = queue;
        this.claims = claims;
        this.expecting = expecting;
        this.merchants = merchants;
        this.languages = languages;
        this.clock = clock;
    }

    /** A step that is ours to run; a refund that no longer fits into what was paid is not asked for. */
    private record Held(Step step, boolean fits) {}

    /** When to come back; empty where nothing is left to do. */
    Optional<Instant> run(MerchantId merchant, UUID id) {
        boundary.pass(Place.BEFORE_HOLD, merchant);
        var held = transactions.call(merchant, () -> hold(merchant, id));
        if (held.isEmpty()) {
            return transactions.call(merchant, () -> steps.comeBackAt(merchant, id));
        }
        boundary.pass(Place.HELD, merchant);
        var outcome = ask(held.get());
        boundary.pass(Place.ANSWERED, merchant);
        var after = transactions.call(merchant, () -> recorded(held.get().step(), outcome));
        boundary.pass(Place.COMMITTED, merchant);
        return after.isOpen() ? Optional.of(after.nextAt()) : Optional.empty();
    }

    /** The other side is said to have done what we wait for or gave up: it is asked, as always, and what it answers counts. */
    void askAgain(MerchantId merchant, UUID id) {
        var step = transactions.call(merchant, () -> steps.find(merchant, id)).orElseThrow();
        if (step.state().isUnderWay()) {
            transactions.run(merchant, () -> {
                var now = now();
                if (steps.wake(merchant, id, now)) {
                    queue.add(merchant, id, step.version(), now);
                }
            });
        } else if (step.state() == Step.State.FAILED && fateOf(step) instanceof Outcome.Confirmed fact) {
            transactions.run(merchant, () -> {
                var all = steps.lockOffer(merchant, step.offer());
                all.stream()
                        .filter(each -> each.id().equals(id) && each.state() == Step.State.FAILED)
                        .forEach(standing -> late(standing, fact, all));
            });
        }
    }

    private Outcome fateOf(Step step) {
        try {
            return partners.status(step);
        } catch (RuntimeException fault) {
            log.error("Step {} of claim {} could not be asked about", step.id(), step.claim(), fault);
            return new Outcome.Unknown();
        }
    }

    private Optional<Held> hold(MerchantId merchant, UUID id) {
        var now = now();
        var first = steps.find(merchant, id)
                .filter(step -> step.work() instanceof Work.Refund && step.attempts() == 0 && step.stop() == null);
        first.ifPresent(step -> steps.holdOrder(merchant, step.work().orderNumber()));
        return steps.hold(merchant, id, now, now.plus(HOLD)).map(step -> new Held(step, first.isEmpty() || fits(step)));
    }

    private boolean fits(Step step) {
        return !(step.work() instanceof Work.Refund refund)
                || orders.find(step.merchant(), refund.orderNumber())
                        .map(order -> Steps.fits(order, steps.refundsAsked(step), refund))
                        .orElse(true);
    }

    private Outcome ask(Held held) {
        var step = held.step();
        if (!held.fits()) {
            return new Outcome.Refused(Trouble.of(Trouble.Kind.NOT_ENOUGH_LEFT));
        }
        try {
            return partners.ask(step);
        } catch (RuntimeException fault) {
            log.error("Step {} of claim {} could not be asked for", step.id(), step.claim(), fault);
            return new Outcome.Unreachable(
                    new Trouble(Trouble.Kind.OUR_FAULT, fault.getClass().getSimpleName()));
        }
    }

    private Step recorded(Step held, Outcome outcome) {
        var all = steps.lockOffer(held.merchant(), held.offer());
        var now = now();
        var standing = all.stream()
                .filter(step -> step.id().equals(held.id()))
                .findFirst()
                .orElse(held);
        if (standing.version() != held.version()) {
            // Our time was over and somebody else has taken it: the same key brings them the same answer.
            return isLate(held, standing, outcome) ? late(standing, (Outcome.Confirmed) outcome, all) : standing;
        }
        var chance = ThreadLocalRandom.current().nextDouble();
        var cancelled = held.stop() == Step.Stop.CANCEL;
        var after = cancelled
                ? StepMachine.afterCancel(standing, outcome, now, chance)
                : StepMachine.after(standing, outcome, now, chance);
        steps.update(after, held.version());
        boundary.pass(Place.ROW_WRITTEN, held.merchant());
        ledger.append(after, cancelled ? whatOfCancel(outcome) : what(outcome), new Actor.Product(), now);
        boundary.pass(Place.LEDGER_WRITTEN, held.merchant());
        expecting.expect(after);
        expecting.withdraw(after);
        report(after, all);
        tellOverdue(after, now);
        boundary.pass(Place.REPORTED, held.merchant());
        return after;
    }

    /** Others have given the step up, and now we hear that it was done. */
    private static boolean isLate(Step held, Step standing, Outcome outcome) {
        return outcome instanceof Outcome.Confirmed
                && held.stop() != Step.Stop.CANCEL
                && standing.state() == Step.State.FAILED;
    }

    /** Money that has moved is written down, whatever was decided meanwhile. */
    private Step late(Step standing, Outcome.Confirmed fact, List<Step> all) {
        var now = now();
        var done = StepMachine.late(standing, fact, now);
        steps.update(done, standing.version());
        ledger.append(done, EffectLedger.What.LATE, new Actor.Product(), now);
        stopping.late(done, with(done, all));
        return done;
    }

    private static List<Step> with(Step changed, List<Step> all) {
        return all.stream()
                .map(step -> step.id().equals(changed.id()) ? changed : step)
                .toList();
    }

    private static EffectLedger.What whatOfCancel(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Confirmed _ -> EffectLedger.What.REVERSED;
            case Outcome.Refused _ -> EffectLedger.What.KEPT;
            default -> what(outcome);
        };
    }

    private static EffectLedger.What what(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Confirmed _ -> EffectLedger.What.CONFIRMED;
            case Outcome.Pending _ -> EffectLedger.What.PENDING;
            case Outcome.Refused _ -> EffectLedger.What.REFUSED;
            case Outcome.Unreachable _ -> EffectLedger.What.UNREACHABLE;
            case Outcome.NotAsked _ -> EffectLedger.What.NOT_ASKED;
            case Outcome.Unknown() -> EffectLedger.What.UNKNOWN;
        };
    }

    /** A remedy is carried out when all its steps are. */
    private void report(Step after, List<Step> before) {
        if (after.stop() != null) {
            stopping.end(after.merchant(), after.claim(), with(after, before));
            return;
        }
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

    /** Once: the claim is the agent's, who may press the other side. We keep asking. */
    private void tellOverdue(Step step, Instant now) {
        var since = step.askedAt();
        if (since != null && step.isOverdue(now) && !ledger.isOverdueTold(step, since)) {
            ledger.append(step, EffectLedger.What.OVERDUE, new Actor.Product(), now);
            var merchant = merchants.find(step.merchant());
            var reason = languages
                    .words(merchant.language(), merchant.zone())
                    .say("settlement.overdue", Duration.between(since, now));
            tell(step, new ClaimCommand.RecordStepFailed(step.offer(), step.position(), reason));
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
