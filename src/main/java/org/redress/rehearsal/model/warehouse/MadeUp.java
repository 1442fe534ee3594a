package org.redress.rehearsal.model.warehouse;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.redress.kernel.Money;
import org.redress.orders.Order;
import org.redress.orders.Product;

/** The shop of a merchant that there is not, with two warehouses. */
final class MadeUp implements Outlet {
    private static final List<String> CARRIERS = List.of("Northway", "Swift Parcel", "Redpost");

    private final String warehouse;
    private final Plan plan;
    private final Assortment assortment;
    private final Parties parties;

    private MadeUp(String warehouse, Plan plan, Assortment assortment, Parties parties) {
        this.warehouse = warehouse;
        this.plan = plan;
        this.assortment = assortment;
        this.parties = parties;
    }

    static List<Outlet> both(Plan plan, Assortment assortment, Chance chance) {
        var parties = new Parties(chance);
        return List.of(new MadeUp("W1", plan, assortment, parties), new MadeUp("W2", plan, assortment, parties));
    }

    @Override
    public List<Product> products() {
        return assortment.products();
    }

    @Override
    public Currency currency() {
        return Invention.POUNDS;
    }

    @Override
    public String warehouse() {
        return warehouse;
    }

    @Override
    public List<String> carriers() {
        return CARRIERS;
    }

    @Override
    public Order order(int place, Instant placedAt, List<Order.Line> lines) {
        var party = parties.any();
        return new Order(
                "%s-%06d".formatted(plan.prefix(), place),
                "demo",
                placedAt,
                currency(),
                party.customer(),
                party.address(),
                lines,
                new Money(395, currency()),
                Money.zero(currency()),
                Money.zero(currency()),
                List.of());
    }

    @Override
    public String trackingNumber(int place, Order order) {
        return "%s%06dGB".formatted(plan.prefix().replace('S', 'T'), place);
    }
}
