package org.redress.settlement.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Comparison;
import org.redress.settlement.Difference;
import org.redress.settlement.Effect;
import org.redress.settlement.Step;
import org.redress.settlement.Trouble;
import org.redress.settlement.model.Listing;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.Partner;
import org.redress.settlement.model.Reconciliation;
import org.redress.settlement.store.ComparisonTable;
import org.redress.settlement.store.DifferenceTable;
import org.redress.settlement.store.StepTable;
import org.redress.settlement.store.StepTable.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds one day of one partner's book against ours. Both are read in the order of keys and part by part, so that it takes
 * little memory however much was done; nobody is asked anything within a transaction. Whoever dies over it begins again.
 */
@Component
class Comparing {
    private static final Logger log = LoggerFactory.getLogger(Comparing.class);

    private final MerchantTransactions transactions;
    private final Merchants merchants;
    private final Claims claims;
    private final StepTable steps;
    private final ComparisonTable comparisons;
    private final DifferenceTable differences;
    private final Partners partners;
    private final StepRunner runner;
    private final InstantSource clock;

    Comparing(
            MerchantTransactions transactions,
            Merchants merchants,
            Claims claims,
            StepTable steps,
            ComparisonTable comparisons,
            DifferenceTable differences,
            Partners partners,
            StepRunner runner,
            InstantSource clock) {
        this.transactions = transactions;
        this.merchants = merchants;
        this.claims = claims;
        this.steps = steps;
        this.comparisons = comparisons;
        this.differences = differences;
        this.partners = partners;
        this.runner = runner;
        this.clock = clock;
    }

    /** When to try again; empty where it is over. */
    Optional<Instant> run(MerchantId merchant, UUID id) {
        return transactions
                .call(merchant, () -> comparisons.begin(merchant, id))
                .flatMap(comparison -> {
                    try {
                        return new Walk(comparison).walk();
                    } catch (Unanswered unanswered) {
                        return later(comparison, unanswered.why);
                    } catch (RuntimeException fault) {
                        log.error("Comparison {} with {} broke off", id, comparison.partner(), fault);
                        return later(
                                comparison,
                                new Trouble(
                                        Trouble.Kind.OUR_FAULT, fault.getClass().getSimpleName()));
                    }
                });
    }

    private Optional<Instant> later(Comparison comparison, Trouble why) {
        transactions.run(comparison.merchant(), () -> comparisons.troubled(comparison, why));
        return Optional.of(now().plus(Reconciliation.pause(comparison.tries())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A partner gave no answer of which anything could be said. */
    private static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Trouble why;

        Unanswered(Trouble why) {
            super(why.kind().name(), null, false, false);
            this.why = why;
        }
    }

    /** What was seen in one part of the list. */
    private record Seen(
            Difference.Kind kind,
            @Nullable Effect ours,
            @Nullable Effect theirs,
            @Nullable Step step) {}

    private final class Walk {
        private final Comparison comparison;
        private final MerchantId merchant;
        private final Partner partner;
        private final Period period;
        private final DoneHere done;
        private final List<Seen> seen = new ArrayList<>();
        private @Nullable Effect before;
        private int compared;
        private int differ;

        Walk(Comparison comparison) {
            this.comparison = comparison;
            this.merchant = comparison.merchant();
            this.partner = partners.partner(comparison.partner());
            var zone = merchants.find(merchant).zone();
            var day = comparison.day();
            var end = day.plusDays(1).atStartOfDay(zone).toInstant();
            var now = now();
            this.period = new Period(day.atStartOfDay(zone).toInstant(), end.isAfter(now) ? now : end);
            this.done = new DoneHere(merchant, period, Reconciliation.works(comparison.partner()));
        }

        Optional<Instant> walk() {
            String after = null;
            do {
                switch (partner.effects(merchant, period.from(), period.to(), after)) {
                    case Listing.NotKept() -> {
                        end(Comparison.State.NOT_COMPARABLE);
                        return Optional.empty();
                    }
                    case Listing.Unreachable(var why) -> throw new Unanswered(why);
                    case Listing.Part(var effects, var next) -> {
                        var until = before;
                        part(effects);
                        if (next != null && !isFurther(until, effects)) {
                            throw unreadable(next);
                        }
                        after = next;
                    }
                }
            } while (after != null);
            unlistedBefore(null);
            keep();
            end(Comparison.State.DONE);
            return Optional.empty();
        }

        /** A list that goes on has to get somewhere: else it never ends. */
        private static boolean isFurther(@Nullable Effect until, List<Effect> effects) {
            return !effects.isEmpty()
                    && (until == null || effects.getLast().key().compareTo(until.key()) > 0);
        }

        private void part(List<Effect> effects) {
            var ours = ours(effects);
            for (var theirs : effects) {
                if ((before != null && before.key().compareTo(theirs.key()) > 0) || !period.holds(theirs.at())) {
                    throw unreadable(theirs.key());
                }
                unlistedBefore(theirs.key());
                done.pass(theirs.key());
                compare(theirs, ours.get(theirs.key()));
                before = theirs;
            }
            keep();
        }

        /** Read after the list was, so that we know at least as much as it does. */
        private Map<String, Step> ours(List<Effect> effects) {
            var keys = effects.stream()
                    .map(Effect::key)
                    .flatMap(key -> Ids.parse(key).filter(id -> id.toString().equals(key)).stream())
                    .distinct()
                    .toList();
            return transactions.call(merchant, () -> steps.withKeys(merchant, keys)).stream()
                    .collect(Collectors.toMap(Step::key, Function.identity()));
        }

        private void compare(Effect listed, @Nullable Step step) {
            compared++;
            var ours = step == null ? null : Reconciliation.ours(step).orElse(null);
            var theirs = listed;
            var found = Reconciliation.differences(theirs, before, ours, now());
            if (found.stream().anyMatch(Reconciliation::isPassing)) {
                theirs = Reconciliation.asked(listed, partner.status(merchant, listed.key()));
                found = Reconciliation.differences(theirs, before, ours, now());
            }
            for (var kind : found) {
                seen.add(new Seen(kind, ours, theirs, step));
            }
        }

        /** What we say was done and the list has passed over. */
        private void unlistedBefore(@Nullable String key) {
            for (var step = done.before(key); step.isPresent(); step = done.before(key)) {
                unlisted(step.get());
            }
        }

        private void unlisted(Step step) {
            compared++;
            var outcome = partner.status(merchant, step.key());
            switch (outcome) {
                case Outcome.Unreachable(var why) -> throw new Unanswered(why);
                case Outcome.NotAsked _ -> throw new Unanswered(Trouble.of(Trouble.Kind.CIRCUIT_OPEN));
                case Outcome.Confirmed _, Outcome.Pending _, Outcome.Refused _, Outcome.Unknown() ->
                    Reconciliation.unlisted(outcome)
                            .ifPresent(kind -> seen.add(
                                    new Seen(kind, Reconciliation.ours(step).orElse(null), null, step)));
            }
            if (seen.size() >= DoneHere.PART) {
                keep();
            }
        }

        private void keep() {
            var found = List.copyOf(seen);
            seen.clear();
            if (found.isEmpty()) {
                return;
            }
            transactions.run(
                    merchant,
                    () -> found.stream()
                            .map(this::difference)
                            .filter(differences::see)
                            .forEach(_ -> differ++));
            found.stream()
                    .filter(each -> each.kind() == Difference.Kind.DONE_THERE_ONLY)
                    .flatMap(each -> Stream.ofNullable(each.step()))
                    .forEach(step -> runner.askAgain(merchant, step.id()));
        }

        private Difference difference(Seen each) {
            var claim = Optional.ofNullable(each.step()).map(Step::claim);
            var side = Optional.ofNullable(each.theirs()).or(() -> Optional.ofNullable(each.ours()));
            return new Difference(
                    merchant,
                    Ids.next(),
                    comparison.id(),
                    comparison.partner(),
                    comparison.day(),
                    side.orElseThrow().key(),
                    each.kind(),
                    each.ours(),
                    each.theirs(),
                    claim.orElse(null),
                    claim.flatMap(id -> claims.find(merchant, id))
                            .map(Claim::number)
                            .orElse(null),
                    now(),
                    null,
                    null,
                    null);
        }

        private void end(Comparison.State state) {
            transactions.run(merchant, () -> {
                var now = now();
                if (state == Comparison.State.DONE) {
                    differences.closeUnseen(comparison, now);
                }
                comparisons.end(comparison, state, compared, differ, now);
            });
        }

        private static Unanswered unreadable(String place) {
            return new Unanswered(new Trouble(Trouble.Kind.UNREADABLE_ANSWER, place));
        }
    }

    /** Our own steps that were done in the period, in the order of keys, a part at a time. */
    private final class DoneHere {
        private static final int PART = 500;

        private final MerchantId merchant;
        private final Period period;
        private final List<String> works;
        private List<Step> part = List.of();
        private int at;
        private boolean atEnd;

        DoneHere(MerchantId merchant, Period period, List<String> works) {
            this.merchant = merchant;
            this.period = period;
            this.works = works;
        }

        /** Takes the next one, if its key is before this one; null for any. */
        Optional<Step> before(@Nullable String key) {
            var next = peek();
            if (next == null || (key != null && next.key().compareTo(key) >= 0)) {
                return Optional.empty();
            }
            at++;
            return Optional.of(next);
        }

        /** It stands in the list. */
        void pass(String key) {
            var next = peek();
            if (next != null && next.key().equals(key)) {
                at++;
            }
        }

        private @Nullable Step peek() {
            if (at == part.size() && !atEnd) {
                var last = part.isEmpty() ? null : part.getLast().id();
                part = transactions.call(merchant, () -> steps.doneIn(merchant, period, works, last, PART));
                at = 0;
                atEnd = part.size() < PART;
            }
            return at < part.size() ? part.get(at) : null;
        }
    }
}
