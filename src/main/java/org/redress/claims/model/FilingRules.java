package org.redress.claims.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.claims.Channel;
import org.redress.claims.Filing;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.kernel.Refusal;
import org.redress.orders.Order;

/** What a filing must hold (contract.md, {@code POST /claims}). Whether it is true is not asked here. */
public final class FilingRules {
    private FilingRules() {}

    public static Optional<Refusal> check(Filing filing, Optional<Order> order) {
        var faults = new ArrayList<Refusal.Fault>();
        if (filing.contact().email() == null && filing.contact().phone() == null) {
            faults.add(fault("/contact", "MISSING", "claims.fault.contact"));
        }
        if (filing.channel().asksForOrder() && filing.orderNumber() == null) {
            faults.add(fault("/orderNumber", "MISSING", "claims.fault.order-number"));
        }
        if (filing.channel().asksForOrder() && filing.lines().isEmpty()) {
            faults.add(fault("/lines", "MISSING", "claims.fault.lines"));
        }
        for (int i = 0; i < filing.lines().size(); i++) {
            checkLine("/lines/" + i, filing.lines().get(i), told(filing, order), faults);
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(Refusal.invalid(faults));
    }

    /** In the portal an order is told to its customer only: to anybody else it is as good as unknown. */
    private static Optional<Order> told(Filing filing, Optional<Order> order) {
        return filing.channel() == Channel.PORTAL ? order.filter(known -> isTheirs(known, filing.contact())) : order;
    }

    private static boolean isTheirs(Order order, Filing.Contact contact) {
        return Stream.of(contact.email(), contact.phone())
                .filter(Objects::nonNull)
                .anyMatch(order.customer()::isReachedBy);
    }

    private static void checkLine(String pointer, Filing.Line line, Optional<Order> order, List<Refusal.Fault> faults) {
        var extra = line.problem() == Problem.EXTRA_ITEM;
        var sku = line.sku();
        if (sku == null) {
            if (!extra && line.problem() != Problem.WRONG_PARCEL) {
                faults.add(fault(pointer + "/sku", "MISSING", "claims.fault.sku"));
            }
            return;
        }
        if (line.quantity() < 1 && !extra) {
            faults.add(fault(pointer + "/quantity", "OUT_OF_RANGE", "claims.fault.quantity-zero"));
        } else if (order.isPresent() && !extra && line.quantity() > order.get().ordered(sku)) {
            faults.add(new Refusal.Fault(
                    pointer + "/quantity",
                    "ABOVE_ORDERED",
                    Phrase.of(
                            "claims.fault.above-ordered",
                            line.quantity(),
                            order.get().ordered(sku))));
        }
    }

    private static Refusal.Fault fault(String pointer, String code, String key) {
        return new Refusal.Fault(pointer, code, Phrase.of(key));
    }
}
