package org.redress.rehearsal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.rehearsal.model.warehouse.Cause;
import org.redress.rehearsal.model.warehouse.Incident;
import org.redress.traces.TraceEvent.Moment;

class SampleSeasonTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final SampleShop shop = SampleShop.upTo(TODAY, SampleShop.SEED, SampleShop.USUAL_ORDERS);
    private final SampleSeason season = SampleSeason.upTo(TODAY);

    @Test
    void another_day_shifts_the_times_and_nothing_else() {
        var later = SampleSeason.upTo(TODAY.plusDays(100));
        assertThat(later.known().orders())
                .extracting(Order::orderNumber, Order::customer, Order::lines, Order::paid)
                .containsExactlyElementsOf(season.known().orders().stream()
                        .map(order -> tuple(order.orderNumber(), order.customer(), order.lines(), order.paid()))
                        .toList());
        assertThat(later.known().events())
                .extracting(event -> event.at().minus(Duration.ofDays(100)))
                .isEqualTo(season.known().events().stream()
                        .map(event -> event.at())
                        .toList());
        assertThat(later.untold().orderNumber()).isEqualTo(season.untold().orderNumber());
    }

    @Test
    void it_sells_what_the_shops_sell_under_numbers_of_its_own() {
        assertThat(season.known().products())
                .extracting(Product::sku)
                .containsExactlyInAnyOrderElementsOf(
                        shop.products().stream().map(Product::sku).toList());
        assertThat(season.known().orders())
                .extracting(Order::orderNumber)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(
                        shop.orders().stream().map(Order::orderNumber).toList());
        assertThat(season.known().orders()).allSatisfy(order -> {
            assertThat(order.customer().email()).endsWith("@example.com");
            assertThat(order.paid().isPositive()).isTrue();
        });
        assertThat(season.known().orders().stream().map(Order::shop).distinct())
                .containsExactlyInAnyOrder("hearth-uk", "shiwu-cn");
    }

    @Test
    void nothing_is_on_record_of_what_is_yet_to_come() {
        var midnight = TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);
        var known = season.known();
        assertThat(known.orders()).allMatch(order -> order.placedAt().isBefore(midnight));
        assertThat(known.events()).allMatch(event -> event.at().isBefore(midnight));
        assertThat(known.parcels()).allMatch(parcel -> parcel.shippedAt().isBefore(midnight));
        assertThat(known.parcels()).anyMatch(parcel -> parcel.deliveredAt() == null);
        assertThat(known.orders().size()).isGreaterThan(known.parcels().size());
        assertThat(season.truth().events()).anyMatch(event -> event.at().isAfter(midnight));
    }

    @Test
    void an_article_lies_in_one_slot_whoever_picks_it() {
        var slots = season.known().events().stream()
                .filter(event -> event.moment() == Moment.PICK)
                .collect(Collectors.toMap(
                        event -> event.goods().getFirst().sku(),
                        event -> String.valueOf(event.place()),
                        (one, other) -> one.equals(other) ? one : one + " and " + other));
        assertThat(slots).hasSizeGreaterThan(100);
        assertThat(slots.values()).doesNotHaveDuplicates().noneMatch(slot -> slot.contains(" and "));
        var now = TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);
        var earlier = shop.dispatches().stream()
                .flatMap(dispatch -> dispatch.events(now).stream())
                .filter(event -> event.contains("\"picking\""))
                .toList();
        assertThat(earlier).hasSizeGreaterThan(500).allSatisfy(event -> {
            var sku = event.replaceAll(".*urn:redress:sku:([^\"]+)\".*", "$1");
            var slot = slots.get(new Sku(sku));
            assertThat(slot == null || event.contains('"' + slot + '"'))
                    .as(event)
                    .isTrue();
        });
    }

    @Test
    void a_lot_is_mislabelled_two_parcels_are_exchanged_and_a_hand_goes_astray() {
        var lot = season.incident(Cause.IL);
        assertThat(lot.affected()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(lot.scope().lot()).isNotNull();
        assertThat(season.incident(Cause.LS).affected()).hasSize(2);
        assertThat(season.incident(Cause.PA).affected()).hasSize(1);
        var told = season.complaints().stream().map(Complaint::orderNumber).toList();
        assertThat(told)
                .hasSize(4)
                .doesNotHaveDuplicates()
                .doesNotContain(season.untold().orderNumber());
        assertThat(touching(lot.affected(), told)).isEqualTo(2);
        assertThat(touching(season.incident(Cause.LS).affected(), told)).isEqualTo(1);
        assertThat(touching(lot.affected(), List.of(season.untold().orderNumber())))
                .isEqualTo(1);
    }

    private static long touching(List<Incident.Affected> affected, List<String> orders) {
        return affected.stream()
                .filter(each -> orders.contains(each.orderNumber()))
                .count();
    }

    @Test
    void a_complaint_names_what_was_ordered_and_what_came() {
        for (var complaint : season.complaints()) {
            var order = season.known().orders().stream()
                    .filter(each -> each.orderNumber().equals(complaint.orderNumber()))
                    .findFirst()
                    .orElseThrow();
            assertThat(order.customer()
                            .isReachedBy(String.valueOf(complaint.contact().email())))
                    .isTrue();
            var line = complaint.lines().getFirst();
            assertThat(order.ordered(Objects.requireNonNull(line.sku()))).isGreaterThanOrEqualTo(line.quantity());
            assertThat(Objects.requireNonNull(line.received()).sku()).isNotNull();
            assertThat(complaint.photos()).isNotEmpty();
        }
    }
}
