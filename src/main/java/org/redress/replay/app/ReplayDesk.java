package org.redress.replay.app;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.claims.Decisions;
import org.redress.claims.Evenness;
import org.redress.database.Jobs;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.remedy.Area;
import org.redress.remedy.Policies;
import org.redress.remedy.PolicyVersion;
import org.redress.replay.Change;
import org.redress.replay.PastClaims;
import org.redress.replay.Replay;
import org.redress.replay.Replays;
import org.redress.replay.store.ReplayTable;
import org.springframework.stereotype.Service;

@Service
class ReplayDesk implements Replays {
    /** Runs of a merchant at a time: each takes all cores. */
    private static final int MOST_UNDER_WAY = 2;

    private static final long MOST_YEARS = 10;

    /** Claims that are not on record are made up first. */
    private static final long MOST_YEARS_MADE_UP = 2;

    private final MerchantTransactions transactions;
    private final Merchants merchants;
    private final Policies policies;
    private final Decisions decisions;
    private final Sources sources;
    private final ReplayTable runs;
    private final Jobs jobs;
    private final InstantSource clock;

    ReplayDesk(
            MerchantTransactions transactions,
            Merchants merchants,
            Policies policies,
            Decisions decisions,
            Sources sources,
            ReplayTable runs,
            Jobs jobs,
            InstantSource clock) {
        this.transactions = transactions;
        this.merchants = merchants;
        this.policies = policies;
        this.decisions = decisions;
        this.sources = sources;
        this.runs = runs;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public List<String> sources() {
        return sources.names();
    }

    @Override
    public boolean isOnRecord(String source) {
        return sources.find(source).map(PastClaims::onRecord).orElse(false);
    }

    @Override
    public Replay start(
            MerchantId merchant,
            Area area,
            @Nullable UUID policy,
            String source,
            LocalDate from,
            LocalDate to,
            Actor actor) {
        var past = sources.find(source)
                .orElseThrow(() ->
                        new Refused(Refusal.invalid("source", "NOT_A_CHOICE", Phrase.of("replay.refusal.source"))));
        checkPeriod(from, to, past.onRecord() ? MOST_YEARS : MOST_YEARS_MADE_UP);
        var version = policy == null ? null : version(merchant, area, policy);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var run = new Replay(
                Ids.next(),
                area,
                policy,
                version == null ? policies.ofProduct(area).version() : name(version),
                source,
                from,
                to,
                Replay.State.RUNNING,
                0,
                0,
                List.of(),
                name(actor),
                now,
                null);
        transactions.run(merchant, () -> {
            runs.hold(merchant);
            if (runs.underWay(merchant) >= MOST_UNDER_WAY) {
                throw new Refused(Refusal.conflict("UNDER_WAY", Phrase.of("replay.refusal.under-way")));
            }
            runs.add(merchant, run, version == null ? null : version.version());
            jobs.promise(ReplayJob.TASK.getTaskName(), ReplayJob.name(merchant, run.id()), now);
        });
        return run;
    }

    private static void checkPeriod(LocalDate from, LocalDate to, long years) {
        if (to.isBefore(from)) {
            throw new Refused(Refusal.invalid("to", "TO_BEFORE_FROM", Phrase.of("replay.refusal.to-before-from")));
        }
        if (from.plusYears(years).isBefore(to)) {
            throw new Refused(Refusal.invalid("to", "TOO_LONG", Phrase.of("replay.refusal.too-long", years)));
        }
    }

    private PolicyVersion version(MerchantId merchant, Area area, UUID policy) {
        var version = policies.find(merchant, policy)
                .map(PolicyVersion.Whole::version)
                .orElseThrow(() -> new Refused(Refusal.absent()));
        if (version.area() != area) {
            throw new Refused(
                    Refusal.invalid("policy", "OTHER_AREA", Phrase.of("replay.refusal.area", version.name())));
        }
        return version;
    }

    /** Of a draft also which state of it was tried. */
    private static String name(PolicyVersion version) {
        return version.state() == PolicyVersion.State.DRAFT ? version.name() + "/" + version.version() : version.name();
    }

    private static String name(Actor actor) {
        return switch (actor) {
            case Actor.Staff(var _, var name) -> name;
            case Actor.Program(var _, var name) -> name;
            case Actor.Customer _, Actor.Product _ -> "";
        };
    }

    @Override
    public Optional<Replay> find(MerchantId merchant, UUID id) {
        return transactions.call(merchant, () -> runs.find(merchant, id));
    }

    @Override
    public Page<Replay> page(MerchantId merchant, @Nullable String after, int limit) {
        var last = after == null ? null : Ids.parse(after).orElse(null);
        var found = transactions.call(merchant, () -> runs.page(merchant, last, limit + 1));
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).id().toString());
    }

    @Override
    public Page<Change> changes(
            MerchantId merchant, UUID id, Change.@Nullable Effect effect, @Nullable String after, int limit) {
        var found = transactions.call(merchant, () -> runs.changes(merchant, id, effect, position(after), limit + 1));
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, limit),
                        String.valueOf(found.get(limit - 1).position()));
    }

    /** One that is not ours starts anew. */
    private static long position(@Nullable String after) {
        return after != null && after.matches("[0-9]{1,15}") ? Long.parseLong(after) : 0;
    }

    @Override
    public Replay stop(MerchantId merchant, UUID id) {
        return transactions.call(merchant, () -> {
            runs.stop(merchant, id);
            return runs.find(merchant, id).orElseThrow(() -> new Refused(Refusal.absent()));
        });
    }

    @Override
    public void forget(MerchantId merchant, UUID id) {
        transactions.run(merchant, () -> {
            if (runs.find(merchant, id)
                    .orElseThrow(() -> new Refused(Refusal.absent()))
                    .isUnderWay()) {
                throw new Refused(Refusal.conflict("UNDER_WAY", Phrase.of("replay.refusal.not-over")));
            }
            runs.forget(merchant, id);
        });
    }

    @Override
    public Evenness evenness(MerchantId merchant, LocalDate from, LocalDate to) {
        checkPeriod(from, to, MOST_YEARS);
        var days = Days.of(from, to, merchants.find(merchant).zone());
        return decisions.evenness(merchant, days.from(), days.until());
    }
}
