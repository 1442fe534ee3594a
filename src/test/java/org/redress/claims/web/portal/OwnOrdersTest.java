package org.redress.claims.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.access.OrderLinks;
import org.redress.access.Secret;
import org.redress.claims.ReportLinks;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.OrderSummary;
import org.redress.orders.Orders;
import org.redress.testing.SettableClock;

/** Whoever asks for an order that is not theirs learns nothing: not by the answer, and not by what it takes to give it. */
class OwnOrdersTest {
    private static final String ADDRESS = "192.0.2.7";
    private static final MerchantId SHOP = new MerchantId(Ids.next());
    private static final MerchantId OTHER = new MerchantId(Ids.next());

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T12:00:00Z"));
    private final GuessLimit limit = new GuessLimit(clock);
    private final Shelf shelf = new Shelf();
    private final Links links = new Links();
    private final OwnOrders own = new OwnOrders(shelf, links, limit);

    @Test
    void anothers_order_takes_the_same_look_ups_as_none_at_all() {
        assertThat(own.find(SHOP, typed("P-1001", "eve@example.com"), ADDRESS)).isEmpty();
        var anothers = List.copyOf(shelf.asked);
        shelf.asked.clear();
        assertThat(own.find(SHOP, typed("P-9999", "eve@example.com"), ADDRESS)).isEmpty();
        var nobodys = List.copyOf(shelf.asked);
        shelf.asked.clear();
        assertThat(own.find(OTHER, typed("P-1001", PortalFixture.ANN), ADDRESS)).isEmpty();
        assertThat(anothers).containsExactly("customers").isEqualTo(nobodys).isEqualTo(shelf.asked);
    }

    @Test
    void its_own_customer_finds_it() {
        assertThat(own.find(SHOP, typed("p-1001", PortalFixture.ANN), ADDRESS)).isPresent();
        assertThat(shelf.asked).containsExactly("customers", "find");
    }

    @Test
    void whoever_misses_too_often_is_not_even_asked_any_more_whatever_they_ask_for() {
        for (int i = 0; i < GuessLimit.MOST; i++) {
            assertThat(own.find(SHOP, typed("G-" + i, PortalFixture.ANN), ADDRESS))
                    .isEmpty();
        }
        shelf.asked.clear();
        for (var draft : List.of(
                typed("P-1001", PortalFixture.ANN),
                typed("P-9999", PortalFixture.ANN),
                Draft.fresh().by(new Secret("known")),
                Draft.fresh().by(new Secret("no such link")))) {
            assertThatThrownBy(() -> own.find(SHOP, draft, ADDRESS)).isInstanceOf(Refused.class);
        }
        assertThat(shelf.asked).isEmpty();
        assertThat(links.asked).isZero();
        assertThat(own.find(SHOP, typed("P-1001", PortalFixture.ANN), "192.0.2.8"))
                .isPresent();
        clock.set(clock.instant().plus(GuessLimit.WINDOW));
        assertThat(own.find(SHOP, typed("P-1001", PortalFixture.ANN), ADDRESS)).isPresent();
    }

    @Test
    void guessing_links_counts_as_guessing_orders_does() {
        for (int i = 0; i < GuessLimit.MOST; i++) {
            assertThat(own.opened(new Secret("guess" + i), ADDRESS)).isEmpty();
        }
        assertThatThrownBy(() -> own.opened(new Secret("known"), ADDRESS)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> own.find(SHOP, typed("P-1001", PortalFixture.ANN), ADDRESS))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_link_opens_its_order_in_its_own_shop_until_it_expires_or_the_order_is_anothers() {
        var draft = Draft.fresh().by(new Secret("known"));
        assertThat(own.find(SHOP, draft, ADDRESS)).isPresent();
        assertThat(own.find(OTHER, draft, ADDRESS)).isEmpty();
        clock.set(links.expiresAt);
        assertThat(own.find(SHOP, draft, ADDRESS)).isEmpty();
        clock.set(links.expiresAt.minusSeconds(1));
        shelf.order = PortalFixture.order(PortalFixture.ORDER, "somebody.else@example.com");
        assertThat(own.find(SHOP, draft, ADDRESS)).isEmpty();
    }

    private static Draft typed(String number, String contact) {
        var fresh = Draft.fresh().about(number);
        return new Draft(fresh.form(), number, contact, List.of(), List.of(), null, "", "", Draft.NO_LINK);
    }

    /** One link, to the one order. */
    private final class Links implements OrderLinks {
        private final Instant expiresAt = Instant.parse("2026-03-01T12:00:00Z").plus(Duration.ofDays(180));
        private final Secret known = new Secret("known");
        private int asked;

        @Override
        public String issue(MerchantId merchant, String orderNumber, String holder, Instant until) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Opened> open(String token) {
            asked++;
            var holder = ReportLinks.holder(
                    PortalFixture.order(PortalFixture.ORDER, PortalFixture.ANN).customer());
            return token.equals("known")
                    ? Optional.of(new Opened(
                            SHOP,
                            PortalFixture.ORDER,
                            !clock.instant().isBefore(expiresAt),
                            known,
                            known.sealed(holder)))
                    : Optional.empty();
        }

        @Override
        public void revoke(MerchantId merchant, String orderNumber) {
            throw new UnsupportedOperationException();
        }
    }

    /** One order of one shop, and what it was asked. */
    private static final class Shelf implements Orders {
        private final List<String> asked = new ArrayList<>();
        private Order order = PortalFixture.order(PortalFixture.ORDER, PortalFixture.ANN);

        @Override
        public Optional<Order> find(MerchantId merchant, String orderNumber) {
            asked.add("find");
            return Optional.of(order)
                    .filter(_ -> merchant.equals(SHOP))
                    .filter(one -> one.orderNumber().equals(orderNumber));
        }

        @Override
        public Map<String, Order.Customer> customers(MerchantId merchant, Collection<String> orderNumbers) {
            asked.add("customers");
            return merchant.equals(SHOP) && orderNumbers.contains(order.orderNumber())
                    ? Map.of(order.orderNumber(), order.customer())
                    : Map.of();
        }

        @Override
        public Set<String> known(MerchantId merchant, Collection<String> orderNumbers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> countries(MerchantId merchant, Collection<String> orderNumbers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> holding(MerchantId merchant, Sku article, Instant from, Instant until) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<OrderSummary> search(MerchantId merchant, String text, @Nullable String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<OrderSummary> under(MerchantId merchant, String name, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Order> all(MerchantId merchant, Collection<String> orderNumbers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Order> following(MerchantId merchant, String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isReturning(MerchantId merchant, Order other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void put(MerchantId merchant, Collection<Order> all) {
            throw new UnsupportedOperationException();
        }
    }
}
