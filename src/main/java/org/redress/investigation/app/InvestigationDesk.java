package org.redress.investigation.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Claims;
import org.redress.claims.Conclusion;
import org.redress.claims.Conclusion.Avoid;
import org.redress.claims.Filing;
import org.redress.database.MerchantTransactions;
import org.redress.database.Plans;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Clue;
import org.redress.investigation.Exhibit;
import org.redress.investigation.Investigation;
import org.redress.investigation.Investigation.Counterpart;
import org.redress.investigation.Investigation.Status;
import org.redress.investigation.InvestigationConcluded;
import org.redress.investigation.Investigations;
import org.redress.investigation.Mechanism;
import org.redress.investigation.ShelfSuspected;
import org.redress.investigation.SlotMap;
import org.redress.investigation.model.EvidenceModel;
import org.redress.investigation.model.Findings;
import org.redress.investigation.model.Reasoning;
import org.redress.investigation.model.RiskList;
import org.redress.investigation.model.Scene;
import org.redress.investigation.model.SceneGathering;
import org.redress.investigation.model.SceneReading;
import org.redress.investigation.model.Scope;
import org.redress.investigation.model.Signs;
import org.redress.investigation.model.SlotMapping;
import org.redress.investigation.model.Tally;
import org.redress.investigation.model.WayReading;
import org.redress.investigation.store.ConclusionTable;
import org.redress.investigation.store.LessonTable;
import org.redress.investigation.store.TaskTable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.traces.Parcel;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Concludes on the cause of claims, whenever a fact has come in, and learns from the causes that people confirm. */
@Service
class InvestigationDesk implements Investigations {
    private static final Duration SUSPICION_LASTS = Duration.ofDays(30);

    private final MerchantTransactions transactions;
    private final Plans plans;
    private final Recorded recorded;
    private final RiskRecords risks;
    private final ScanShares scans;
    private final ConclusionTable conclusions;
    private final LessonTable lessons;
    private final TaskTable tasks;
    private final Claims claims;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    InvestigationDesk(
            MerchantTransactions transactions,
            Plans plans,
            Recorded recorded,
            RiskRecords risks,
            ScanShares scans,
            ConclusionTable conclusions,
            LessonTable lessons,
            TaskTable tasks,
            Claims claims,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.transactions = transactions;
        this.plans = plans;
        this.recorded = recorded;
        this.risks = risks;
        this.scans = scans;
        this.conclusions = conclusions;
        this.lessons = lessons;
        this.tasks = tasks;
        this.claims = claims;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Investigation of(Claim claim) {
        return transactions.call(claim.merchant(), () -> {
            plans.keep();
            var look = look(claim);
            return look.investigation().with(partner(claim, look.investigation()), atRisk(claim, look));
        });
    }

    @Override
    public Exhibit exhibit(Claim claim) {
        return transactions.call(claim.merchant(), () -> {
            plans.keep();
            var look = look(claim);
            var found = look.investigation().with(partner(claim, look.investigation()), atRisk(claim, look));
            return new Exhibit(
                    found,
                    WayReading.of(look.scene(), look.findings(), found),
                    map(claim, look),
                    Reasoning.outcomes(look.model(), look.signs(), found.nextEvidence()));
        });
    }

    private Optional<SlotMap> map(Claim claim, Look look) {
        var findings = look.findings();
        return findings == null
                ? Optional.empty()
                : SlotMapping.of(
                                look.scene(),
                                findings.question(),
                                look.investigation().avoid())
                        .flatMap(mapping ->
                                mapping.map(recorded.around(claim.merchant(), mapping.pick(), mapping.wanted())));
    }

    private List<AtRisk> atRisk(Claim claim, Look look) {
        var findings = look.findings();
        return findings == null
                ? List.of()
                : Scope.of(look.scene(), findings, look.investigation(), now())
                        .map(scope -> RiskList.of(scope, look.scene(), risks.of(claim.merchant())))
                        .orElseGet(() -> RiskList.beside(look.scene(), findings, look.investigation()));
    }

    private @Nullable Counterpart partner(Claim claim, Investigation investigation) {
        var partner = investigation.counterpart();
        if (partner == null) {
            return null;
        }
        var onOrder =
                new ClaimSearch(null, null, Set.of(), partner.orderNumber(), null, ClaimSearch.Sort.FILED, null, 1);
        return claims.search(claim.merchant(), onOrder).items().stream()
                .findFirst()
                .map(Claim::number)
                .map(partner::filed)
                .orElse(partner);
    }

    /** @param findings null where the claim is not about wrong goods */
    private record Look(
            Scene scene,
            String warehouse,
            @Nullable Findings findings,
            EvidenceModel model,
            Investigation investigation,
            Avoid suspected) {
        Signs signs() {
            return findings == null ? new Signs() : findings.signs();
        }
    }

    private Look look(Claim claim) {
        var scene =
                SceneGathering.scene(claim, recorded.of(claim.merchant()), tasks.answers(claim.merchant(), claim.id()));
        var warehouse = warehouse(scene);
        var model = model(claim.merchant()).after(lessons.tally(claim.merchant(), warehouse));
        var findings = SceneReading.of(scene);
        var confirmed = confirmed(claim, model, findings);
        var investigation = findings.map(found -> Reasoning.of(model, scene, found, confirmed, now()))
                .orElseGet(() -> Reasoning.unknown(model, confirmed, now()));
        var suspected = investigation.status() == Status.UNDETERMINED ? Avoid.NOTHING : investigation.avoid();
        return new Look(
                scene, warehouse, findings.orElse(null), model, investigation.avoiding(others(claim)), suspected);
    }

    /** A reship must not come from a shelf that another claim has brought under suspicion. */
    private Avoid others(Claim claim) {
        var articles = claim.filing().lines().stream()
                .map(Filing.Line::sku)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        return articles.isEmpty()
                ? Avoid.NOTHING
                : conclusions.suspected(claim.merchant(), articles, claim.id(), now().minus(SUSPICION_LASTS));
    }

    /** At a merchant whose pickers scan little, a missing scan tells little. */
    private EvidenceModel model(MerchantId merchant) {
        var scanned = scans.of(merchant);
        return scanned.isPresent() ? EvidenceModel.usual().scanning(scanned.getAsDouble()) : EvidenceModel.usual();
    }

    private static String warehouse(Scene scene) {
        return scene.parcel().map(Parcel::warehouse).orElse("");
    }

    /** Of the mechanisms behind the cause that a person recorded the one that the facts favour. */
    private static @Nullable Mechanism confirmed(Claim claim, EvidenceModel model, Optional<Findings> findings) {
        var parts = parts(claim, model, findings.map(Findings::signs).orElseGet(Signs::new));
        return parts.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static Map<Mechanism, Double> parts(Claim claim, EvidenceModel model, Signs signs) {
        var parts = new EnumMap<Mechanism, Double>(Mechanism.class);
        if (claim.cause() != null) {
            var posterior = Reasoning.infer(model, signs);
            var behind = Mechanism.behind(claim.cause());
            double sum = behind.stream().mapToDouble(posterior::of).sum();
            behind.forEach(mechanism -> parts.put(mechanism, posterior.of(mechanism) / sum));
        }
        return parts;
    }

    /** Looks again, keeps what is concluded, and says so where it has changed. */
    void conclude(MerchantId merchant, UUID id) {
        transactions.run(merchant, () -> {
            plans.keepAlone(id);
            claims.find(merchant, id).ifPresent(this::conclude);
        });
    }

    private void conclude(Claim claim) {
        var merchant = claim.merchant();
        var look = look(claim);
        var now = now();
        var investigation = look.investigation();
        var before = conclusions.put(
                merchant, claim.id(), look.warehouse(), look.signs().written(), investigation, look.suspected(), now);
        learn(claim, look, now);
        record(claim, investigation);
        var ordered = investigation.ordered();
        if (ordered != null
                && !before.map(ConclusionTable.Concluded::suspected)
                        .orElse(Avoid.NOTHING)
                        .equals(look.suspected())) {
            events.publishEvent(new ShelfSuspected(merchant.value(), claim.id(), ordered.value()));
        }
        if (before.filter(same -> isSame(same, investigation)).isEmpty()) {
            var counterpart = investigation.counterpart();
            events.publishEvent(new InvestigationConcluded(
                    merchant.value(),
                    claim.id(),
                    investigation.status(),
                    investigation.leadingStage(),
                    counterpart == null ? null : counterpart.orderNumber()));
        }
    }

    private void learn(Claim claim, Look look, Instant now) {
        var parts = parts(claim, EvidenceModel.usual(), look.signs());
        if (!parts.isEmpty()) {
            var lesson = new LessonTable.Lesson(look.warehouse(), look.signs(), parts);
            lessons.learn(claim.merchant(), claim.id(), lesson, now);
        } else if (claim.cause() != null) {
            lessons.unlearn(claim.merchant(), claim.id());
        }
    }

    /** The claim keeps what others need: settlement must not send again from a shelf under suspicion. */
    private void record(Claim claim, Investigation investigation) {
        var concluded = new Conclusion(
                investigation.leadingStage().name(),
                investigation.leading().mechanism().name(),
                investigation.status().name(),
                investigation.avoid());
        var before = claim.conclusion();
        boolean says = investigation.status() != Status.UNDETERMINED
                || !investigation.avoid().isNothing()
                || before != null;
        if (says && !isSame(before, concluded)) {
            claims.handle(
                    claim.merchant(),
                    claim.id(),
                    new ClaimCommand.RecordConclusion(concluded),
                    new Actor.Product(),
                    null);
        }
    }

    private static boolean isSame(@Nullable Conclusion before, Conclusion now) {
        return before != null
                && before.stage().equals(now.stage())
                && before.mechanism().equals(now.mechanism())
                && before.status().equals(now.status())
                && before.avoid().equals(now.avoid());
    }

    private static boolean isSame(ConclusionTable.Concluded before, Investigation now) {
        var counterpart = now.counterpart();
        return before.status() == now.status()
                && before.stage().equals(now.leadingStage().name())
                && Objects.equals(before.partner(), counterpart == null ? null : counterpart.orderNumber());
    }

    @Override
    public List<Learned> learned(MerchantId merchant) {
        return transactions.call(merchant, () -> lessons.all(merchant)).stream()
                .map(InvestigationDesk::learned)
                .toList();
    }

    private static Learned learned(LessonTable.Kept kept) {
        var tally = kept.tally();
        var usual = EvidenceModel.usual();
        var now = usual.after(tally);
        var mechanisms = Stream.of(Mechanism.values())
                .map(each -> new Belief(each, tally.cases(each), usual.prior(each), now.prior(each)))
                .toList();
        return new Learned(kept.warehouse(), tally.cases(), kept.resetAt(), mechanisms, clues(tally, usual, now));
    }

    private static List<ClueBelief> clues(Tally tally, EvidenceModel usual, EvidenceModel now) {
        var clues = new ArrayList<ClueBelief>();
        for (var clue : Clue.values()) {
            var told = new EnumMap<Mechanism, Belief>(Mechanism.class);
            for (var mechanism : Mechanism.values()) {
                double cases = tally.present(clue, mechanism) + tally.absent(clue, mechanism);
                if (cases > 0.5) {
                    told.put(
                            mechanism,
                            new Belief(mechanism, cases, usual.present(clue, mechanism), now.present(clue, mechanism)));
                }
            }
            clues.add(new ClueBelief(clue, told));
        }
        return clues;
    }

    @Override
    public void forget(MerchantId merchant, String warehouse) {
        transactions.run(merchant, () -> lessons.forget(merchant, warehouse, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
