package org.redress.rehearsal.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.handbook.CaseStudies;
import org.redress.handbook.CaseStudy;
import org.redress.handbook.Causes;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.rehearsal.model.warehouse.Appeal;
import org.redress.rehearsal.model.warehouse.Incident;
import org.redress.rehearsal.model.warehouse.Parameters;
import org.redress.rehearsal.model.warehouse.Plan;
import org.redress.rehearsal.model.warehouse.Season;
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

    private final Supplier<List<CaseStudy>> studies = SingletonSupplier.of(SimulatedStudies::simulated);

    @Override
    public List<CaseStudy> of(MerchantId merchant) {
        return studies.get();
    }

    static List<CaseStudy> simulated() {
        var season = Season.of(new Plan(MERCHANT, NUMBER, OPENS, DAYS, ORDERS_A_DAY), Parameters.usual(), SEED);
        var products = season.products().stream().collect(Collectors.toMap(Product::sku, Function.identity()));
        var incidents = season.incidents().stream().collect(Collectors.toMap(Incident::id, Function.identity()));
        var taken = new ArrayList<CaseStudy>();
        season.appeals().stream()
                .filter(appeal -> !Causes.fitting(mechanism(appeal)).isEmpty())
                .collect(Collectors.groupingBy(SimulatedStudies::mechanism))
                .values()
                .forEach(same -> same.stream()
                        .limit(MOST_OF_ONE_CAUSE)
                        .map(appeal -> study(
                                appeal, products, incidents.get(appeal.truth().incident())))
                        .forEach(taken::add));
        return List.copyOf(taken);
    }

    private static String mechanism(Appeal appeal) {
        return appeal.truth().cause().name();
    }

    private static CaseStudy study(Appeal appeal, Map<Sku, Product> products, @Nullable Incident incident) {
        var mechanism = mechanism(appeal);
        var facts = new ArrayList<Phrase>();
        appeal.filing().lines().stream()
                .map(line -> Phrase.of("claims.problem." + line.problem()))
                .distinct()
                .forEach(facts::add);
        facts.add(likeness(appeal.truth(), products));
        int others = incident == null ? 0 : incident.affected().size() - 1;
        facts.add(others < 1 ? Phrase.of("handbook.case.alone") : Phrase.of("handbook.case.others", others));
        facts.add(Phrase.of("handbook.found." + mechanism));
        return new CaseStudy.OfCause(
                true, List.copyOf(facts), mechanism, Causes.fitting(mechanism).getFirst());
    }

    private static Phrase likeness(Appeal.Truth truth, Map<Sku, Product> products) {
        var received = truth.received();
        if (received == null) {
            return Phrase.of("handbook.case.nothing-came");
        }
        if (received.equals(truth.ordered())) {
            return Phrase.of("handbook.case.as-ordered");
        }
        var family = family(products.get(truth.ordered()));
        return Phrase.of(
                family != null && family.equals(family(products.get(received)))
                        ? "handbook.case.similar"
                        : "handbook.case.different");
    }

    private static @Nullable String family(@Nullable Product product) {
        return product == null ? null : product.variantOf();
    }
}
