package org.redress.rehearsal.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.evidence.EvidenceKind;
import org.redress.handbook.CaseStudies;
import org.redress.handbook.CaseStudy;
import org.redress.handbook.Causes;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.rehearsal.model.warehouse.Appeal;
import org.redress.rehearsal.model.warehouse.Incident;
import org.redress.rehearsal.model.warehouse.Parameters;
import org.redress.rehearsal.model.warehouse.Plan;
import org.redress.rehearsal.model.warehouse.Season;
import org.redress.remedy.Remedy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Cases of the simulated merchant, of whom it is known where they went wrong: the same for every shop. */
@Component
@Order(1)
class SimulatedStudies implements CaseStudies {
    private static final long MERCHANT = 2026;
    private static final int NUMBER = 9;
    private static final long SEED = 5;
    private static final Instant OPENS = Instant.parse("2026-01-05T00:00:00Z");
    private static final int DAYS = 12;
    private static final int ORDERS_A_DAY = 400;
    private static final int MOST_OF_ONE_CAUSE = 3;

    private static final Phrase NOTHING_CAME = Phrase.of("handbook.case.nothing-came");
    private static final Phrase SIMILAR = Phrase.of("handbook.case.similar");
    private static final Phrase DIFFERENT = Phrase.of("handbook.case.different");

    /** Where it is beyond doubt that we owe what was bought, or its price. */
    private static final Set<String> OURS = Set.of("PA", "PV", "PU", "IL", "CT", "SO", "LS", "OD");

    private static final Set<Problem> OTHER_GOODS = EnumSet.of(Problem.WRONG_ITEM, Problem.WRONG_VARIANT);

    private final Supplier<List<CaseStudy>> studies = SingletonSupplier.of(SimulatedStudies::simulated);

    @Override
    public List<CaseStudy> of(MerchantId merchant, Class<? extends CaseStudy> kind) {
        return studies.get().stream().filter(kind::isInstance).toList();
    }

    static List<CaseStudy> simulated() {
        var season = Season.of(new Plan(MERCHANT, NUMBER, OPENS, DAYS, ORDERS_A_DAY), Parameters.usual(), SEED);
        var products = season.products().stream().collect(Collectors.toMap(Product::sku, Function.identity()));
        var incidents = season.incidents().stream().collect(Collectors.toMap(Incident::id, Function.identity()));
        var taken = season.appeals().stream()
                .filter(appeal -> !Causes.fitting(mechanism(appeal)).isEmpty())
                .collect(Collectors.groupingBy(SimulatedStudies::mechanism, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(same -> same.stream().limit(MOST_OF_ONE_CAUSE))
                .toList();
        var told = new ArrayList<CaseStudy>();
        var moments = CaseStudy.Moment.values();
        for (int i = 0; i < taken.size(); i++) {
            var appeal = taken.get(i);
            told.add(cause(appeal, products, incidents.get(appeal.truth().incident())));
            told.add(moment(appeal, moments[i % moments.length]));
            onlyProblem(appeal)
                    .ifPresent(problem -> of(appeal, problem, products).forEach(told::add));
        }
        return List.copyOf(told);
    }

    private static Optional<Problem> onlyProblem(Appeal appeal) {
        var problems = appeal.filing().lines().stream()
                .map(Filing.Line::problem)
                .distinct()
                .toList();
        return problems.size() == 1 ? Optional.of(problems.getFirst()) : Optional.empty();
    }

    private static Stream<CaseStudy> of(Appeal appeal, Problem problem, Map<Sku, Product> products) {
        return Stream.of(
                        goods(appeal, problem, products),
                        photos(appeal, problem),
                        remedy(appeal, problem),
                        words(appeal, problem))
                .flatMap(Optional::stream);
    }

    /** Only where what the customer calls it is what really came. */
    private static Optional<CaseStudy> goods(Appeal appeal, Problem problem, Map<Sku, Product> products) {
        var likeness = likeness(appeal.truth(), products);
        var bornOut = switch (problem) {
            case MISSING_ITEM -> likeness.equals(NOTHING_CAME);
            case WRONG_VARIANT -> likeness.equals(SIMILAR);
            case WRONG_ITEM -> likeness.equals(DIFFERENT);
            case WRONG_QUANTITY, EXTRA_ITEM, WRONG_PARCEL, DAMAGED, NOT_RECEIVED, LATE -> false;
        };
        return bornOut
                ? Optional.of(new CaseStudy.OfGoods(true, List.of(likeness, asked(appeal)), problem))
                : Optional.empty();
    }

    private static Optional<CaseStudy> photos(Appeal appeal, Problem problem) {
        boolean read = appeal.shots().stream()
                .anyMatch(shot -> (shot.kind() == EvidenceKind.ITEM || shot.kind() == EvidenceKind.ITEM_BARCODE)
                        && !shot.barcodes().isEmpty());
        return OTHER_GOODS.contains(problem)
                ? Optional.of(new CaseStudy.OfPhotos(
                        true, List.of(called(problem), Phrase.of("handbook.case.barcode." + read)), read))
                : Optional.empty();
    }

    private static Optional<Remedy.Kind> owed(Appeal appeal, Problem problem) {
        boolean goods = OTHER_GOODS.contains(problem) && appeal.truth().received() != null;
        boolean missing = problem == Problem.MISSING_ITEM && appeal.truth().received() == null;
        return !OURS.contains(mechanism(appeal)) || !(goods || missing)
                ? Optional.empty()
                : Optional.ofNullable(
                        switch (appeal.filing().demand()) {
                            case REFUND -> Remedy.Kind.REFUND;
                            case RESHIP -> Remedy.Kind.RESHIP;
                            case EXCHANGE -> goods ? Remedy.Kind.EXCHANGE : null;
                            case RETURN, COMPENSATION, UNDECIDED -> null;
                        });
    }

    private static Optional<CaseStudy> remedy(Appeal appeal, Problem problem) {
        return owed(appeal, problem)
                .map(kind -> new CaseStudy.OfRemedy(true, List.of(called(problem), asked(appeal)), kind));
    }

    private static Optional<CaseStudy> words(Appeal appeal, Problem problem) {
        return owed(appeal, problem)
                .map(kind -> new CaseStudy.OfWords(
                        true, List.of(called(problem), asked(appeal), Phrase.of("handbook.case.ours")), problem, kind));
    }

    private static CaseStudy moment(Appeal appeal, CaseStudy.Moment moment) {
        return new CaseStudy.OfMoment(
                true, Stream.concat(problems(appeal), Stream.of(moment.said())).toList(), moment);
    }

    private static Phrase called(Problem problem) {
        return Phrase.of("claims.problem." + problem);
    }

    private static Phrase asked(Appeal appeal) {
        return Phrase.of("handbook.case.asked." + appeal.filing().demand());
    }

    private static Stream<Phrase> problems(Appeal appeal) {
        return appeal.filing().lines().stream()
                .map(line -> called(line.problem()))
                .distinct();
    }

    private static String mechanism(Appeal appeal) {
        return appeal.truth().cause().name();
    }

    private static CaseStudy cause(Appeal appeal, Map<Sku, Product> products, @Nullable Incident incident) {
        var mechanism = mechanism(appeal);
        int others = incident == null ? 0 : incident.affected().size() - 1;
        var reach = others < 1 ? Phrase.of("handbook.case.alone") : Phrase.of("handbook.case.others", others);
        var facts = Stream.of(
                problems(appeal),
                Stream.of(likeness(appeal.truth(), products), reach, Phrase.of("handbook.found." + mechanism)));
        return new CaseStudy.OfCause(
                true,
                facts.flatMap(each -> each).toList(),
                mechanism,
                Causes.fitting(mechanism).getFirst());
    }

    private static Phrase likeness(Appeal.Truth truth, Map<Sku, Product> products) {
        var received = truth.received();
        if (received == null) {
            return NOTHING_CAME;
        }
        if (received.equals(truth.ordered())) {
            return Phrase.of("handbook.case.as-ordered");
        }
        var family = family(products.get(truth.ordered()));
        return family != null && family.equals(family(products.get(received))) ? SIMILAR : DIFFERENT;
    }

    private static @Nullable String family(@Nullable Product product) {
        return product == null ? null : product.variantOf();
    }
}
