package org.redress.rehearsal.model.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.rehearsal.model.warehouse.Incident.Affected;
import org.redress.traces.Parcel;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;

class SeasonTest {
    private static final Instant OPENS = Instant.parse("2025-03-03T00:00:00Z");
    private static final Season SEASON = Season.of(Plan.season(1, 1), Parameters.usual(), 11);

    private static Season small(int number, Parameters parameters, long seed) {
        return Season.of(new Plan(1, number, OPENS, 3, 300), parameters, seed);
    }

    private static Map<String, Parcel> parcels(Season season) {
        return season.parcels().stream().collect(Collectors.toMap(Parcel::trackingNumber, parcel -> parcel));
    }

    private static Map<Sku, Integer> units(List<Parcel.Line> lines) {
        return lines.stream().collect(Collectors.toMap(Parcel.Line::sku, Parcel.Line::quantity, Integer::sum));
    }

    private static List<Appeal> appeals(Cause cause) {
        return SEASON.appeals().stream()
                .filter(appeal -> appeal.truth().cause() == cause)
                .toList();
    }

    private static Set<String> touched(Season season) {
        return season.incidents().stream()
                .flatMap(incident -> incident.affected().stream())
                .map(Affected::trackingNumber)
                .collect(Collectors.toSet());
    }

    @Test
    void the_same_seed_makes_the_same_season_and_another_seed_another() {
        var season = small(1, Parameters.usual(), 5);
        assertThat(small(1, Parameters.usual(), 5)).isEqualTo(season);
        assertThat(small(1, Parameters.usual(), 6).orders()).isNotEqualTo(season.orders());
    }

    @Test
    void seasons_of_one_merchant_share_its_articles_and_no_name_of_an_order_a_parcel_an_event_or_a_claim() {
        var one = small(1, Parameters.usual(), 5);
        var other = small(2, Parameters.usual(), 5);
        assertThat(other.products()).isEqualTo(one.products());
        assertThat(names(one)).doesNotHaveDuplicates().doesNotContainAnyElementsOf(names(other));
    }

    private static List<Object> names(Season season) {
        return Stream.of(
                        season.orders().stream().map(Order::orderNumber),
                        season.parcels().stream().map(Parcel::trackingNumber),
                        season.parcels().stream().map(Parcel::sscc),
                        season.events().stream().map(TraceEvent::id),
                        season.appeals().stream().map(Appeal::number),
                        season.appeals().stream().flatMap(SeasonTest::found).map(TraceEvent::id),
                        season.incidents().stream().map(Incident::id))
                .<Object>flatMap(each -> each)
                .toList();
    }

    private static Stream<TraceEvent> found(Appeal appeal) {
        return Stream.concat(appeal.recounts().stream(), Stream.ofNullable(appeal.inspection()));
    }

    @Test
    void four_in_a_hundred_orders_are_claimed_and_every_cause_takes_its_share() {
        var counts = new EnumMap<Cause, Double>(Cause.class);
        int orders = 0;
        int claims = 0;
        for (var season : List.of(
                SEASON,
                Season.of(Plan.season(2, 2), Parameters.usual(), 12),
                Season.of(Plan.season(3, 3), Parameters.usual(), 13))) {
            season.appeals().forEach(appeal -> counts.merge(appeal.truth().cause(), 1.0, Double::sum));
            orders += season.orders().size();
            claims += season.appeals().size();
        }
        assertThat((double) claims / orders).isCloseTo(0.04, within(0.004));
        for (var cause : Cause.values()) {
            double usual = cause.usual();
            assertThat(counts.getOrDefault(cause, 0.0) / claims)
                    .as(cause.name())
                    .isCloseTo(usual, within(0.006 + 0.25 * usual));
        }
    }

    @Test
    void a_merchant_may_be_given_one_trouble_only() {
        var season = small(1, Parameters.usual().with(Map.of(Cause.LS, 1.0)).with(Parameter.MISHAPS, 0.1), 5);
        assertThat(season.appeals())
                .hasSizeGreaterThan(50)
                .allMatch(appeal -> appeal.truth().cause() == Cause.LS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void merchants_that_nobody_has_seen_differ_and_work(long seed) {
        var drawn = Parameters.drawn(seed);
        for (var parameter : Parameter.values()) {
            double value = drawn.of(parameter);
            assertThat(value).as(parameter.name()).isPositive().isFinite();
            assertThat(parameter.unit() == Parameter.Unit.SHARE && value >= 1).isFalse();
        }
        assertThat(drawn.mix().values().stream().mapToDouble(each -> each).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(drawn.share(Cause.PA)).isNotEqualTo(Cause.PA.usual());
        assertThat(small(1, drawn, seed).appeals()).isNotEmpty();
    }

    @Test
    void what_is_in_parcels_was_taken_from_shelves() {
        var sent = new HashMap<Sku, Integer>();
        SEASON.contents()
                .values()
                .forEach(lines -> lines.forEach(line -> sent.merge(line.sku(), line.quantity(), Integer::sum)));
        for (var stock : SEASON.stock()) {
            assertThat(stock.sent()).isEqualTo(sent.getOrDefault(stock.sku(), 0));
            assertThat(stock.broughtIn()).isEqualTo(stock.sent() + stock.lost() + stock.left());
        }
    }

    @Test
    void every_order_is_sent_once_and_what_nothing_touched_holds_what_was_ordered() {
        var touched = touched(SEASON);
        var sent = new HashMap<String, Map<Sku, Integer>>();
        var spoilt = new HashSet<String>();
        for (var parcel : SEASON.parcels()) {
            units(Objects.requireNonNull(SEASON.contents().get(parcel.trackingNumber())))
                    .forEach((sku, units) -> sent.computeIfAbsent(parcel.orderNumber(), _ -> new HashMap<>())
                            .merge(sku, units, Integer::sum));
            if (touched.contains(parcel.trackingNumber())) {
                spoilt.add(parcel.orderNumber());
            }
        }
        for (var order : SEASON.orders()) {
            if (!spoilt.contains(order.orderNumber())) {
                assertThat(sent.get(order.orderNumber()))
                        .isEqualTo(order.lines().stream()
                                .collect(Collectors.toMap(Order.Line::sku, Order.Line::quantity)));
            }
        }
    }

    @Test
    void those_whose_labels_were_swapped_hold_each_others_goods() {
        var parcels = parcels(SEASON);
        assertThat(appeals(Cause.LS)).hasSizeGreaterThan(40).allSatisfy(appeal -> {
            var holds = parcels.get(appeal.truth().partners().getFirst());
            assertThat(units(Objects.requireNonNull(
                            SEASON.contents().get(appeal.truth().trackingNumber()))))
                    .isEqualTo(units(Objects.requireNonNull(holds).lines()));
        });
        assertThat(appeals(Cause.LS))
                .anyMatch(appeal -> appeal.truth().partners().size() > 1);
    }

    @Test
    void goods_mixed_at_the_wall_lie_in_a_parcel_of_the_same_wave() {
        var waves = new HashMap<String, String>();
        SEASON.events().stream()
                .filter(event -> event.moment() == Moment.PICK)
                .forEach(event -> waves.put(event.orders().getFirst(), Objects.requireNonNull(event.wave())));
        var parcels = parcels(SEASON);
        assertThat(appeals(Cause.SO)).hasSizeGreaterThan(30).allSatisfy(appeal -> {
            var partner =
                    Objects.requireNonNull(parcels.get(appeal.truth().partners().getFirst()));
            var own = Objects.requireNonNull(parcels.get(appeal.truth().trackingNumber()));
            var wave = waves.get(own.orderNumber());
            assertThat(wave == null || wave.equals(waves.getOrDefault(partner.orderNumber(), wave)))
                    .isTrue();
        });
    }

    @Test
    void a_wrong_putaway_and_a_wrong_label_touch_several_orders_and_some_are_yet_to_be_shipped() {
        for (var cause : List.of(Cause.PU, Cause.IL)) {
            var incidents = SEASON.incidents().stream()
                    .filter(incident -> incident.cause() == cause)
                    .toList();
            assertThat(incidents.stream()
                            .mapToInt(incident -> incident.affected().size())
                            .average()
                            .orElse(0))
                    .isBetween(2.0, 12.0);
            assertThat(incidents).anySatisfy(incident -> {
                var first = incident.affected().getFirst().shippedAt();
                assertThat(incident.shippedBy(first)).isNotEmpty();
                assertThat(incident.toBeShippedAt(first)).isNotEmpty();
            });
        }
    }

    @Test
    void goods_are_as_ordered_where_only_the_wish_or_the_claim_is_wrong() {
        var parcels = parcels(SEASON);
        for (var cause :
                Arrays.stream(Cause.values()).filter(Cause::isAsOrdered).toList()) {
            assertThat(appeals(cause)).isNotEmpty().allSatisfy(appeal -> {
                assertThat(appeal.truth().received()).isEqualTo(appeal.truth().ordered());
                var parcel = Objects.requireNonNull(parcels.get(appeal.truth().trackingNumber()));
                assertThat(units(Objects.requireNonNull(SEASON.contents().get(parcel.trackingNumber()))))
                        .isEqualTo(units(parcel.lines()));
            });
        }
    }

    @Test
    void scales_are_right_about_what_nothing_touched_and_notice_many_a_wrong_article() {
        var touched = touched(SEASON);
        var fine = SEASON.parcels().stream()
                .filter(parcel -> !touched.contains(parcel.trackingNumber()))
                .toList();
        assertThat(shareOff(fine)).isLessThan(0.12);
        var swapped = SEASON.incidents().stream()
                .filter(incident -> incident.cause() == Cause.PA)
                .flatMap(incident -> incident.affected().stream())
                .map(Affected::trackingNumber)
                .collect(Collectors.toSet());
        assertThat(shareOff(SEASON.parcels().stream()
                        .filter(parcel -> swapped.contains(parcel.trackingNumber()))
                        .toList()))
                .isGreaterThan(0.6);
    }

    private static double shareOff(List<Parcel> parcels) {
        int weighed = 0;
        int off = 0;
        for (var parcel : parcels) {
            var expected = parcel.expectedWeightGrams();
            var found = parcel.packWeightGrams();
            if (expected != null && found != null) {
                weighed++;
                off += Math.abs(found - expected) > 3 * Math.hypot(0.02 * expected, 15) ? 1 : 0;
            }
        }
        return (double) off / weighed;
    }

    @Test
    void a_claim_is_one_that_the_portal_takes() {
        var orders = SEASON.orders().stream().collect(Collectors.toMap(Order::orderNumber, order -> order));
        assertThat(SEASON.appeals())
                .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(SEASON.appeals()).allSatisfy(appeal -> {
            var order = Objects.requireNonNull(orders.get(appeal.filing().orderNumber()));
            assertThat(appeal.filing().evidence()).isEmpty();
            assertThat(appeal.filing().lines()).isNotEmpty().allSatisfy(line -> {
                if (line.problem() == Problem.EXTRA_ITEM) {
                    assertThat(line.quantity()).isZero();
                } else {
                    assertThat(line.quantity()).isBetween(1, order.ordered(Objects.requireNonNull(line.sku())));
                }
            });
        });
    }

    @Test
    void what_is_found_later_is_found_after_the_claim_and_not_in_the_records() {
        var recorded = SEASON.events().stream().map(TraceEvent::id).collect(Collectors.toSet());
        assertThat(SEASON.appeals())
                .allSatisfy(appeal -> assertThat(found(appeal))
                        .allMatch(event -> event.at().isAfter(appeal.at()) && !recorded.contains(event.id())));
        assertThat(appeals(Cause.PA))
                .anySatisfy(appeal -> assertThat(appeal.recounts()).hasSize(2));
    }

    @Test
    void false_claimants_show_pictures_of_earlier_claims_and_others_hardly_ever() {
        var season = Season.of(
                Plan.season(1, 1),
                Parameters.usual().with(Map.of(Cause.FC, 1.0, Cause.PA, 1.0)).with(Parameter.MISHAPS, 0.1),
                5);
        assertThat(seenBefore(season, Cause.FC)).isBetween(0.15, 0.4);
        assertThat(seenBefore(season, Cause.PA)).isLessThan(0.02);
    }

    private static double seenBefore(Season season, Cause cause) {
        return season.appeals().stream()
                .filter(appeal -> appeal.truth().cause() == cause)
                .flatMap(appeal -> appeal.shots().stream())
                .mapToInt(shot -> shot.seenIn() == null ? 0 : 1)
                .average()
                .orElse(0);
    }
}
