package org.redress.rehearsal.app;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.claims.Decision;
import org.redress.claims.Decisions;
import org.redress.kernel.MerchantId;
import org.redress.rehearsal.model.PaperClaims;
import org.redress.rehearsal.model.warehouse.Parameters;
import org.redress.rehearsal.model.warehouse.Plan;
import org.redress.rehearsal.model.warehouse.Season;
import org.redress.remedy.Area;
import org.redress.remedy.Policies;
import org.redress.remedy.PolicySet;
import org.redress.replay.PastClaims;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A merchant that there is not, with a season of complaints every fortnight, for whoever has few claims of their own to try
 * rules on. The rules of the day are those of the merchant who asks.
 */
@Component
@Order(1)
class SimulatedClaims implements PastClaims {
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final long MERCHANT = 2026;
    private static final long SEED = 4;
    private static final int DAYS = 12;
    private static final int ORDERS_A_DAY = 500;

    /** Fortnights after which complaints of a season no longer come in. */
    private static final int LAG = 4;

    /** Seasons of two years, each some hundred claims. */
    private static final int MOST_KEPT = 60;

    private static final Comparator<Decisions.Place> PLACES =
            Comparator.comparing(Decisions.Place::filedAt).thenComparing(Decisions.Place::claim);
    private static final Comparator<Decision> ORDER = Comparator.comparing(Decision::place, PLACES);

    private final Policies policies;
    private final Merchants merchants;
    private final LoadingCache<Scene, List<Decision>> seasons =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build(SimulatedClaims::season);

    SimulatedClaims(Policies policies, Merchants merchants) {
        this.policies = policies;
        this.merchants = merchants;
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public boolean onRecord() {
        return false;
    }

    /** @param fortnight counted from 1970 */
    private record Scene(long fortnight, Area area) {}

    private static List<Decision> season(Scene scene) {
        var number = (int) Math.floorMod(scene.fortnight(), 10_000L);
        var plan = new Plan(MERCHANT, number, opens(scene.fortnight()), DAYS, ORDERS_A_DAY);
        return new PaperClaims(Season.of(plan, Parameters.usual(), SEED), scene.area()).claims();
    }

    /** As many each fortnight as in the first. */
    @Override
    public long count(MerchantId merchant, Area area, Instant from, Instant until) {
        long first = seasons.get(new Scene(fortnight(from), area)).size();
        return Math.round(first * 1.0 * Duration.between(from, until).toSeconds() / FORTNIGHT.toSeconds());
    }

    private static long fortnight(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), FORTNIGHT.toSeconds());
    }

    private static Instant opens(long fortnight) {
        return Instant.EPOCH.plus(FORTNIGHT.multipliedBy(fortnight));
    }

    private Stream<Decision> within(long fortnight, Area area, Instant from, Instant until) {
        return seasons.get(new Scene(fortnight, area)).stream()
                .filter(claim ->
                        !claim.filedAt().isBefore(from) && claim.filedAt().isBefore(until));
    }

    /** Complaints come in for some weeks after their orders, so that seasons overlap. */
    @Override
    public List<Decision> page(
            MerchantId merchant, Area area, Instant from, Instant until, Decisions.@Nullable Place after, int limit) {
        var start = after == null ? from : after.filedAt();
        var found = new ArrayList<Decision>();
        for (long fortnight = fortnight(start) - LAG; fortnight <= fortnight(until); fortnight++) {
            if (found.size() >= limit) {
                found.sort(ORDER);
                if (found.get(limit - 1).filedAt().isBefore(opens(fortnight))) {
                    break;
                }
            }
            within(fortnight, area, from, until)
                    .filter(claim -> after == null || PLACES.compare(claim.place(), after) > 0)
                    .forEach(found::add);
        }
        found.sort(ORDER);
        return ruled(merchant, found.subList(0, Math.min(limit, found.size())));
    }

    private List<Decision> ruled(MerchantId merchant, List<Decision> claims) {
        var zone = merchants.find(merchant).zone();
        var rules = new HashMap<LocalDate, PolicySet>();
        for (var claim : claims) {
            rules.computeIfAbsent(day(claim, zone), _ -> policies.inForce(merchant, claim.area(), claim.filedAt()));
        }
        return claims.parallelStream()
                .map(claim -> claim.ruledBy(Objects.requireNonNull(rules.get(day(claim, zone)))))
                .toList();
    }

    private static LocalDate day(Decision claim, ZoneId zone) {
        return LocalDate.ofInstant(claim.filedAt(), zone);
    }
}
