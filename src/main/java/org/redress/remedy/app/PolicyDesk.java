package org.redress.remedy.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.remedy.Area;
import org.redress.remedy.Finding;
import org.redress.remedy.Policies;
import org.redress.remedy.PolicySet;
import org.redress.remedy.PolicyVersion;
import org.redress.remedy.PolicyVersion.State;
import org.redress.remedy.PolicyVersion.What;
import org.redress.remedy.RuleTable;
import org.redress.remedy.dmn.PolicyFile;
import org.redress.remedy.store.PolicyTable;
import org.springframework.stereotype.Component;

/** Does what {@link Policies} promises. Compiled rules are kept: the text of an active version never changes. */
@Component
class PolicyDesk implements Policies {
    private static final int MOST_OPEN = 200;

    private final MerchantTransactions transactions;
    private final PolicyTable policies;
    private final Merchants merchants;
    private final InstantSource clock;

    /** By version and change, so that a draft is read anew after each. */
    private final Cache<String, PolicySet> open =
            Caffeine.newBuilder().maximumSize(MOST_OPEN).build();

    PolicyDesk(MerchantTransactions transactions, PolicyTable policies, Merchants merchants, InstantSource clock) {
        this.transactions = transactions;
        this.policies = policies;
        this.merchants = merchants;
        this.clock = clock;
    }

    @Override
    public PolicySet inForce(MerchantId merchant, Area area, Instant at) {
        var day = LocalDate.ofInstant(at, merchants.find(merchant).zone());
        return transactions
                .call(merchant, () -> policies.inForce(merchant, area, day).flatMap(id -> open(merchant, id)))
                .orElseGet(() -> PolicyFile.shipped(area));
    }

    @Override
    public PolicySet ofProduct(Area area) {
        return PolicyFile.shipped(area);
    }

    @Override
    public Optional<PolicySet> open(MerchantId merchant, UUID id) {
        return transactions.call(
                merchant,
                () -> policies.find(merchant, id)
                        .map(policy -> open.get(
                                id + " " + policy.version(),
                                _ -> PolicyFile.open(
                                        policy.area(),
                                        policy.name(),
                                        Objects.requireNonNullElse(policy.from(), LocalDate.EPOCH),
                                        id,
                                        policies.tables(merchant, id)))));
    }

    @Override
    public List<PolicyVersion> versions(MerchantId merchant) {
        return transactions.call(merchant, () -> policies.all(merchant));
    }

    @Override
    public Optional<PolicyVersion.Whole> find(MerchantId merchant, UUID id) {
        return transactions.call(
                merchant,
                () -> policies.find(merchant, id)
                        .map(policy -> new PolicyVersion.Whole(
                                policy, policies.tables(merchant, id), policies.entries(merchant, id))));
    }

    @Override
    public String shipped(Area area) {
        return PolicyFile.shippedText(area);
    }

    @Override
    public String law() {
        return PolicyFile.lawText();
    }

    @Override
    public List<RuleTable> read(String tables) {
        return PolicyFile.read(tables);
    }

    @Override
    public List<Finding> check(Area area, String tables) {
        return PolicyFile.check(area, "", LocalDate.EPOCH, null, tables).findings();
    }

    @Override
    public PolicyVersion draft(MerchantId merchant, Area area, @Nullable String tables, String note, Actor actor) {
        var text = tables == null ? current(merchant, area) : tables;
        refuseFaulty(area, text);
        return transactions.call(merchant, () -> {
            var policy = new PolicyVersion(
                    Ids.next(),
                    area,
                    policies.nextNumber(merchant, area),
                    State.DRAFT,
                    note,
                    null,
                    null,
                    actor.identity(),
                    null,
                    now(),
                    1);
            policies.insert(merchant, policy, text);
            policies.append(merchant, policy.id(), What.DRAFTED, note.isEmpty() ? null : note, actor, now());
            return policy;
        });
    }

    private String current(MerchantId merchant, Area area) {
        var id = inForce(merchant, area, clock.instant()).id();
        return id == null
                ? PolicyFile.shippedText(area)
                : transactions.call(merchant, () -> policies.tables(merchant, id));
    }

    /** A fault for each finding, so that a page can mark the row. */
    private static void refuseFaulty(Area area, String tables) {
        var findings = PolicyFile.check(area, "", LocalDate.EPOCH, null, tables).findings();
        if (!findings.isEmpty()) {
            throw new Refused(Refusal.invalid(findings.stream()
                    .map(finding -> new Refusal.Fault(pointer(finding), finding.code(), finding.said()))
                    .toList()));
        }
    }

    private static String pointer(Finding finding) {
        var table = finding.table() == null ? "" : "/" + finding.table();
        return "/tables" + table + (finding.row() == null ? "" : "/" + finding.row());
    }

    @Override
    public PolicyVersion change(MerchantId merchant, UUID id, String tables, String note, Actor actor, int seen) {
        var before = seen(merchant, id, seen);
        refuseFaulty(before.area(), tables);
        return transactions.call(merchant, () -> {
            var policy = in(merchant, id, seen, State.DRAFT, "NOT_A_DRAFT");
            // Whoever wrote last is its author: the reviewer has to be somebody else than both.
            var after = moved(policy, State.DRAFT, note, policy.from(), policy.to(), actor.identity(), null);
            write(merchant, after, tables);
            policies.append(merchant, id, What.CHANGED, note.isEmpty() ? null : note, actor, now());
            return after;
        });
    }

    @Override
    public PolicyVersion handIn(
            MerchantId merchant, UUID id, LocalDate from, @Nullable LocalDate to, Actor actor, int seen) {
        if (!from.isAfter(today(merchant))) {
            throw new Refused(Refusal.invalid("/from", "FROM_PASSED", Phrase.of("remedy.refusal.from-passed")));
        }
        if (to != null && to.isBefore(from)) {
            throw new Refused(Refusal.invalid("/to", "TO_BEFORE_FROM", Phrase.of("remedy.refusal.to-before-from")));
        }
        return transactions.call(merchant, () -> {
            var policy = in(merchant, id, seen, State.DRAFT, "NOT_A_DRAFT");
            if (changesNothing(merchant, policy, from, to)) {
                throw new Refused(Refusal.conflict("CHANGES_NOTHING", Phrase.of("remedy.refusal.changes-nothing")));
            }
            var after = moved(policy, State.IN_REVIEW, policy.note(), from, to, policy.author(), null);
            write(merchant, after, null);
            policies.append(merchant, id, What.HANDED_IN, null, actor, now());
            return after;
        });
    }

    /** Whether its days follow the very same rules without it. */
    private boolean changesNothing(MerchantId merchant, PolicyVersion policy, LocalDate from, @Nullable LocalDate to) {
        var running = policies.inForce(merchant, policy.area(), from).flatMap(id -> policies.find(merchant, id));
        var text = running.map(version -> policies.tables(merchant, version.id()))
                .orElseGet(() -> PolicyFile.shippedText(policy.area()));
        var end = running.map(PolicyVersion::to);
        return text.equals(policies.tables(merchant, policy.id()))
                && (end.isEmpty() || (to != null && !to.isAfter(end.get())));
    }

    @Override
    public PolicyVersion review(
            MerchantId merchant, UUID id, boolean approved, @Nullable String note, Actor actor, int seen) {
        return transactions.call(merchant, () -> {
            var policy = in(merchant, id, seen, State.IN_REVIEW, "NOT_IN_REVIEW");
            if (isOwn(merchant, policy, actor)) {
                throw new Refused(Refusal.conflict("OWN_POLICY", Phrase.of("remedy.refusal.own-policy")));
            }
            var from = Objects.requireNonNull(policy.from());
            if (approved && !from.isAfter(today(merchant))) {
                throw new Refused(Refusal.conflict("FROM_PASSED", Phrase.of("remedy.refusal.from-passed")));
            }
            policies.nextNumber(merchant, policy.area());
            if (approved && policies.isDayTaken(merchant, policy)) {
                throw new Refused(Refusal.conflict("DAY_TAKEN", Phrase.of("remedy.refusal.day-taken")));
            }
            var after = moved(
                    policy,
                    approved ? State.ACTIVE : State.DRAFT,
                    policy.note(),
                    from,
                    policy.to(),
                    policy.author(),
                    actor.identity());
            write(merchant, after, null);
            policies.append(merchant, id, approved ? What.APPROVED : What.SENT_BACK, note, actor, now());
            return after;
        });
    }

    /** Whoever has written any of it. */
    private boolean isOwn(MerchantId merchant, PolicyVersion policy, Actor actor) {
        return policy.author().equals(actor.identity())
                || policies.entries(merchant, policy.id()).stream()
                        .filter(entry -> entry.what() == What.DRAFTED || entry.what() == What.CHANGED)
                        .anyMatch(entry -> entry.actor().identity().equals(actor.identity()));
    }

    @Override
    public PolicyVersion end(MerchantId merchant, UUID id, @Nullable String note, Actor actor, int seen) {
        return transactions.call(merchant, () -> {
            var policy = seen(merchant, id, seen);
            var today = today(merchant);
            var from = policy.from();
            boolean begun = policy.state() == State.ACTIVE && from != null && !from.isAfter(today);
            if (policy.state() == State.DROPPED
                    || (begun && policy.to() != null && policy.to().isBefore(today))) {
                throw new Refused(Refusal.conflict("ENDED_ALREADY", Phrase.of("remedy.refusal.ended-already")));
            }
            var after = begun
                    ? moved(policy, State.ACTIVE, policy.note(), from, today, policy.author(), policy.reviewer())
                    : moved(
                            policy,
                            State.DROPPED,
                            policy.note(),
                            from,
                            policy.to(),
                            policy.author(),
                            policy.reviewer());
            write(merchant, after, null);
            policies.append(merchant, id, begun ? What.ENDED : What.DROPPED, note, actor, now());
            return after;
        });
    }

    private PolicyVersion in(MerchantId merchant, UUID id, int seen, State wanted, String code) {
        var policy = seen(merchant, id, seen);
        if (policy.state() != wanted) {
            throw new Refused(Refusal.conflict(
                    code,
                    Phrase.of("remedy.refusal.policy-state", Phrase.of("remedy.policy.state." + policy.state()))));
        }
        return policy;
    }

    private PolicyVersion seen(MerchantId merchant, UUID id, int seen) {
        var policy = transactions
                .call(merchant, () -> policies.find(merchant, id))
                .orElseThrow(() -> new Refused(Refusal.absent()));
        if (policy.version() != seen) {
            throw stale();
        }
        return policy;
    }

    private void write(MerchantId merchant, PolicyVersion after, @Nullable String tables) {
        if (!policies.update(merchant, after, tables)) {
            throw stale();
        }
    }

    private static Refused stale() {
        return new Refused(
                new Refusal(Refusal.Kind.STALE, "STALE", Phrase.of("remedy.refusal.policy-stale"), List.of()));
    }

    private PolicyVersion moved(
            PolicyVersion policy,
            State state,
            String note,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String author,
            @Nullable String reviewer) {
        return new PolicyVersion(
                policy.id(),
                policy.area(),
                policy.number(),
                state,
                note,
                from,
                to,
                author,
                reviewer,
                now(),
                policy.version() + 1);
    }

    private LocalDate today(MerchantId merchant) {
        return LocalDate.ofInstant(clock.instant(), merchants.find(merchant).zone());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
