package org.redress.replay.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.claims.Decision;
import org.redress.claims.Decisions;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.remedy.Policies;
import org.redress.remedy.PolicySet;
import org.redress.replay.PastClaims;
import org.redress.replay.Replay;
import org.redress.replay.model.Comparison;
import org.redress.replay.model.Tallies;
import org.redress.replay.store.ReplayTable;
import org.redress.replay.store.ReplayTable.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tries rules on claims page by page: while one is judged, on all cores, the next is read. What a page changes and how far
 * the run is stand in one transaction, so that a run which died goes on where it was, and one that stops keeps what it has.
 */
@Component
class ReplayWork {
    private static final Logger log = LoggerFactory.getLogger(ReplayWork.class);
    private static final int PAGE = 4_000;

    /** Claims that are made up take longer to read than to judge, and somebody may want to stop. */
    private static final int PAGE_MADE_UP = 250;

    private static final Duration LATER = Duration.ofSeconds(2);

    private final MerchantTransactions transactions;
    private final Merchants merchants;
    private final Policies policies;
    private final ReplayTable runs;
    private final Sources sources;
    private final InstantSource clock;
    private final Semaphore atWork = new Semaphore(1);
    private final Executor ahead = Executors.newVirtualThreadPerTaskExecutor();

    ReplayWork(
            MerchantTransactions transactions,
            Merchants merchants,
            Policies policies,
            ReplayTable runs,
            Sources sources,
            InstantSource clock) {
        this.transactions = transactions;
        this.merchants = merchants;
        this.policies = policies;
        this.runs = runs;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Does nothing where the run is over already.
     *
     * @return when to come again, where another run is at work: each takes all cores, and other work wants to be done
     */
    Optional<Instant> carryOn(MerchantId id, UUID run) {
        if (!atWork.tryAcquire()) {
            return Optional.of(clock.instant().plus(LATER));
        }
        try {
            goOn(id, run);
            return Optional.empty();
        } finally {
            atWork.release();
        }
    }

    private void goOn(MerchantId id, UUID run) {
        var progress = transactions.call(id, () -> runs.progress(id, run)).orElseThrow();
        if (!progress.run().isUnderWay()) {
            return;
        }
        var source = sources.find(progress.run().source());
        var rules = rules(id, progress);
        if (source.isEmpty() || rules.isEmpty()) {
            end(id, run, Replay.State.FAILED);
            return;
        }
        new Attempt(merchants.find(id), source.get(), rules.get(), progress).carryOut();
    }

    /** After too many attempts: what was done stands. */
    void giveUp(MerchantId merchant, UUID run) {
        log.error("Replay {} of merchant {} is given up after repeated failures", run, merchant);
        end(merchant, run, Replay.State.FAILED);
    }

    private void end(MerchantId merchant, UUID run, Replay.State state) {
        transactions.run(merchant, () -> runs.end(merchant, run, state, clock.instant()));
    }

    /** The rules as they were when the run began; empty where somebody has changed them while it had died. */
    private Optional<PolicySet> rules(MerchantId merchant, ReplayTable.Progress progress) {
        var policy = progress.run().policy();
        if (policy == null) {
            return Optional.of(policies.ofProduct(progress.run().area()));
        }
        return policies.find(merchant, policy)
                .filter(whole -> Integer.valueOf(whole.version().version()).equals(progress.policyVersion()))
                .flatMap(_ -> policies.open(merchant, policy));
    }

    /** @param written the change, ready to be kept; null where there is none */
    private record Tried(Comparison comparison, @Nullable Written written) {}

    private final class Attempt {
        private final Merchant merchant;
        private final PastClaims source;
        private final PolicySet rules;
        private final Replay run;
        private final Days days;
        private final @Nullable Money cap;
        private final Tallies tallies;
        private Decisions.@Nullable Place last;
        private long done;
        private long changed;

        Attempt(Merchant merchant, PastClaims source, PolicySet rules, ReplayTable.Progress progress) {
            this.merchant = merchant;
            this.source = source;
            this.rules = rules;
            this.run = progress.run();
            ZoneId zone = merchant.zone();
            this.days = Days.of(run.from(), run.to(), zone);
            this.cap = merchant.instantLane().on() ? merchant.instantLane().cap() : null;
            this.tallies = new Tallies(run.tallies());
            this.last = progress.last();
            this.done = run.done();
            this.changed = progress.changed();
        }

        void carryOut() {
            if (done == 0) {
                var total = source.count(merchant.id(), run.area(), days.from(), days.until());
                transactions.run(merchant.id(), () -> runs.count(merchant.id(), run.id(), total));
            }
            var next = read(last);
            while (true) {
                var page = await(next);
                if (page.isEmpty()) {
                    end(merchant.id(), run.id(), Replay.State.DONE);
                    return;
                }
                last = page.getLast().place();
                next = read(last);
                if (!take(page)) {
                    return;
                }
            }
        }

        private CompletableFuture<List<Decision>> read(Decisions.@Nullable Place after) {
            return CompletableFuture.supplyAsync(
                    () -> source.page(
                            merchant.id(),
                            run.area(),
                            days.from(),
                            days.until(),
                            after,
                            source.onRecord() ? PAGE : PAGE_MADE_UP),
                    ahead);
        }

        private static List<Decision> await(CompletableFuture<List<Decision>> page) {
            try {
                return page.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        private Tried tried(Decision decision) {
            var comparison = Comparison.of(decision, rules, cap);
            var change = comparison.change();
            return new Tried(comparison, change == null ? null : runs.written(change));
        }

        /** @return whether the run goes on */
        private boolean take(List<Decision> page) {
            var tried = page.parallelStream().map(this::tried).toList();
            tried.forEach(each -> tallies.add(each.comparison()));
            var changes = tried.stream()
                    .flatMap(each -> Stream.ofNullable(each.written()))
                    .toList();
            var before = changed;
            changed += changes.size();
            var seen = done;
            done += page.size();
            var place = page.getLast().place();
            return transactions.call(merchant.id(), () -> {
                if (!runs.advance(merchant.id(), run.id(), seen, done, changed, place, tallies.all())) {
                    return false;
                }
                if (!changes.isEmpty()) {
                    runs.add(merchant.id(), run.id(), before, changes);
                }
                var state = runs.find(merchant.id(), run.id()).orElseThrow().state();
                if (state == Replay.State.STOPPING) {
                    runs.end(merchant.id(), run.id(), Replay.State.STOPPED, clock.instant());
                }
                return state == Replay.State.RUNNING;
            });
        }
    }
}
