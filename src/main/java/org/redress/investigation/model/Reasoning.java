package org.redress.investigation.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Conclusion.Avoid;
import org.redress.investigation.Clue;
import org.redress.investigation.Control;
import org.redress.investigation.Exhibit;
import org.redress.investigation.Exhibit.Outcome;
import org.redress.investigation.Investigation;
import org.redress.investigation.Investigation.Counterpart;
import org.redress.investigation.Investigation.Fact;
import org.redress.investigation.Investigation.InMechanism;
import org.redress.investigation.Investigation.InStage;
import org.redress.investigation.Investigation.Status;
import org.redress.investigation.Mechanism;
import org.redress.investigation.NextEvidence;
import org.redress.investigation.Stage;
import org.redress.kernel.Phrase;

/** From findings to what is said about the cause. */
public final class Reasoning {
    /** Below this nobody is called the other side of a swap. */
    static final double PARTNER = 0.8;

    private static final double SUSPECT = 0.25;

    private final EvidenceModel model;
    private final Scene scene;
    private final Findings findings;
    private final Posterior posterior;

    private Reasoning(EvidenceModel model, Scene scene, Findings findings) {
        this.model = model;
        this.scene = scene;
        this.findings = findings;
        this.posterior = infer(model, findings.signs());
    }

    /**
     * Our own error is looked for first; only where it does not explain the case does anything about the claimant count
     * (domain.md F1).
     */
    public static Posterior infer(EvidenceModel model, Signs signs) {
        var own = own(model, signs);
        return !signs.isKnown(Clue.PICTURE_DOUBT) || isExplained(own) ? own : Inference.infer(model, signs);
    }

    private static Posterior own(EvidenceModel model, Signs signs) {
        return Inference.infer(model, signs.with(Clue.PICTURE_DOUBT, null));
    }

    private static boolean isExplained(Posterior own) {
        return own.leading() != Mechanism.FC
                && 1 - own.of(Stage.CUSTOMER) - own.of(Stage.OTHER) >= Investigation.PROBABLE;
    }

    /** @param confirmed what a person has said, where one did */
    public static Investigation of(
            EvidenceModel model, Scene scene, Findings findings, @Nullable Mechanism confirmed, Instant now) {
        return new Reasoning(model, scene, findings).investigation(confirmed, now);
    }

    /** Of two unknowns the usual share: what is said before any fact is known. */
    public static Investigation unknown(EvidenceModel model, @Nullable Mechanism confirmed, Instant now) {
        var posterior = Inference.infer(model, new Signs());
        return new Investigation(
                confirmed == null ? Status.UNDETERMINED : Status.CONFIRMED,
                stages(posterior),
                mechanisms(posterior),
                Stream.of(Clue.values())
                        .map(clue -> new Fact(
                                clue, null, Map.of(), 0, Phrase.of("investigation.fact." + clue.code() + ".unknown")))
                        .toList(),
                null,
                null,
                Inquiry.next(model, new Signs(), posterior),
                null,
                Set.of(),
                Avoid.NOTHING,
                List.of(),
                confirmed,
                now);
    }

    /** Of the evidence that would tell most: how the verdict would change with each answer. */
    public static Map<NextEvidence, List<Outcome>> outcomes(
            EvidenceModel model, Signs signs, List<Investigation.Evidence> next) {
        var outcomes = new EnumMap<NextEvidence, List<Outcome>>(NextEvidence.class);
        next.stream()
                .limit(Exhibit.MOST_EVIDENCE)
                .map(Investigation.Evidence::what)
                .forEach(what -> outcomes.put(what, Inquiry.outcomes(model, signs, what)));
        return outcomes;
    }

    private Investigation investigation(@Nullable Mechanism confirmed, Instant now) {
        return new Investigation(
                confirmed == null ? status(posterior) : Status.CONFIRMED,
                stages(posterior),
                mechanisms(posterior),
                Stream.of(Clue.values()).map(this::fact).toList(),
                findings.question().ordered(),
                findings.question().received(),
                Inquiry.next(model, findings.signs(), posterior),
                counterpart(posterior, findings),
                escape(confirmed),
                avoid(confirmed),
                List.of(),
                confirmed,
                now);
    }

    public static Status status(Posterior posterior) {
        var stage = posterior.leadingStage();
        double probability = posterior.of(stage);
        boolean accuses = stage == Stage.CUSTOMER && posterior.leading() == Mechanism.FC;
        if (probability < Investigation.PROBABLE || accuses) {
            return Status.UNDETERMINED;
        }
        return probability >= Investigation.ESTABLISHED && posterior.groupsFor(stage) >= 2
                ? Status.ESTABLISHED
                : Status.PROBABLE;
    }

    private static List<InStage> stages(Posterior posterior) {
        return Stream.of(Stage.values())
                .map(stage -> new InStage(stage, posterior.of(stage)))
                .sorted(Comparator.comparingDouble(InStage::probability).reversed())
                .toList();
    }

    private static List<InMechanism> mechanisms(Posterior posterior) {
        return Stream.of(Mechanism.values())
                .map(mechanism -> new InMechanism(mechanism, posterior.of(mechanism)))
                .sorted(Comparator.comparingDouble(InMechanism::probability).reversed())
                .toList();
    }

    private Fact fact(Clue clue) {
        if (clue == Clue.PICTURE_DOUBT
                && Boolean.TRUE.equals(findings.signs().of(clue))
                && isExplained(own(model, findings.signs()))) {
            return new Fact(clue, null, Map.of(), 0, Phrase.of("investigation.fact.E18.aside"));
        }
        var decibans = posterior.decibans(clue);
        return new Fact(
                clue,
                findings.signs().of(clue),
                decibans == null ? Map.of() : decibans,
                posterior.speaksFor(posterior.leadingStage(), clue),
                Objects.requireNonNull(findings.facts().get(clue), clue.code()));
    }

    public static @Nullable Counterpart counterpart(Posterior posterior, Findings findings) {
        if (findings.matches().isEmpty()) {
            return null;
        }
        var best = findings.matches().getFirst();
        double exchange = Math.max(exchange(posterior), exchange(posterior, findings, best));
        double confidence = exchange * best.probability();
        boolean isTold =
                best.gives() || best.holds() != null || findings.signs().isKnown(Clue.HELD_BY_NEIGHBOUR);
        return confidence < PARTNER || !isTold
                ? null
                : new Counterpart(
                        null,
                        best.neighbour().orderNumber(),
                        best.neighbour().trackingNumber(),
                        best.another() ? Counterpart.Kind.CYCLE : Counterpart.Kind.SWAP,
                        confidence);
    }

    private static double exchange(Posterior posterior) {
        double exchange = 0;
        for (var mechanism : Mechanism.values()) {
            exchange += mechanism.isExchange() ? posterior.of(mechanism) : 0;
        }
        return exchange;
    }

    /** The neighbours' weights and goods tell more than the two clues that stand for them, so they are weighed in their place. */
    private static double exchange(Posterior posterior, Findings findings, Match best) {
        var signs = findings.signs().with(Clue.HELD_BY_NEIGHBOUR, null).with(Clue.NEIGHBOUR_MISMATCH, null);
        double without = exchange(infer(posterior.model(), signs));
        double odds = without / Math.max(1e-9, 1 - without) * best.ratio();
        return odds / (1 + odds);
    }

    private Set<Control> escape(@Nullable Mechanism confirmed) {
        var signs = findings.signs();
        var escaped = EnumSet.noneOf(Control.class);
        boolean off = Boolean.TRUE.equals(signs.of(Clue.WEIGHT_OFF));
        if (off && scene.parcel().map(new Weights(scene)::weighed).isPresent()) {
            escaped.add(Control.WEIGHT);
        }
        switch (confirmed == null ? posterior.leading() : confirmed) {
            case PA, PV -> escaped.add(Control.SCAN);
            case PU -> {
                escaped.add(Control.COUNT);
                if (!Boolean.TRUE.equals(signs.of(Clue.ITEM_SCANNED))) {
                    escaped.add(Control.SCAN);
                }
            }
            case CT -> escaped.add(Control.COUNT);
            case IL, SU -> escaped.add(Control.AUDIT);
            case SO, LS -> escaped.add(Control.LABEL_CHECK);
            case OD -> escaped.add(Control.ORDER_CHECK);
            case LI -> escaped.add(Control.LISTING_CHECK);
            case CA, RC -> escaped.add(Control.HAND_OVER_CHECK);
            case CU, FC, OT -> {}
        }
        return escaped;
    }

    /** A reship from the same shelf repeats the mistake: what may be wrong there is avoided until somebody has looked. */
    private Avoid avoid(@Nullable Mechanism confirmed) {
        double shelf = confirmed == null
                ? posterior.of(Mechanism.PU) + posterior.of(Mechanism.IL) + posterior.of(Mechanism.CT)
                : confirmed.stage() == Stage.STOCK ? 1 : 0;
        if (shelf < SUSPECT) {
            return Avoid.NOTHING;
        }
        var slots = new HashSet<String>();
        var lots = new HashSet<String>();
        var number = scene.filing().orderNumber();
        scene.trail()
                .of(org.redress.traces.TraceEvent.Moment.PICK)
                .filter(event -> number != null && event.orders().contains(number))
                .filter(event -> event.goods().stream()
                        .anyMatch(goods -> goods.sku() != null
                                && goods.sku().equals(findings.question().ordered())))
                .map(org.redress.traces.TraceEvent::place)
                .filter(Objects::nonNull)
                .forEach(slots::add);
        if (findings.lot() != null) {
            lots.add(findings.lot());
        }
        return new Avoid(Set.copyOf(slots), Set.copyOf(lots));
    }
}
