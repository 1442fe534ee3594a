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
import org.redress.kernel.Sku;
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
            checkLine(filing, i, told(filing, order), faults);
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

    private static void checkLine(Filing filing, int index, Optional<Order> order, List<Refusal.Fault> faults) {
        var line = filing.lines().get(index);
        var pointer = "/lines/" + index;
        var sku = line.sku();
        if (line.problem() == Problem.EXTRA_ITEM) {
            return;
        }
        if (sku == null && line.problem() != Problem.WRONG_PARCEL) {
            faults.add(fault(pointer + "/sku", "MISSING", "claims.fault.sku"));
            return;
        }
        if (line.quantity() < 1) {
            faults.add(fault(pointer + "/quantity", "OUT_OF_RANGE", "claims.fault.quantity-zero"));
            return;
        }
        if (sku != null && order.isPresent()) {
            int claimed = units(filing.lines().subList(0, index + 1), sku);
            int ordered = order.get().ordered(sku);
            if (Math.max(claimed, line.quantity()) > ordered) {
                faults.add(new Refusal.Fault(
                        pointer + "/quantity",
                        "ABOVE_ORDERED",
                        Phrase.of("claims.fault.above-ordered", Math.max(claimed, line.quantity()), ordered)));
            }
        }
    }

    /** Ordered units of an article that some lines are about. A unit may be late and wrong at once, but wrong only once. */
    static int units(List<Filing.Line> lines, Sku sku) {
        int wrong = 0;
        int late = 0;
        for (var line : lines) {
            if (sku.equals(line.sku())) {
                wrong += line.problem().owesGoods() ? line.quantity() : 0;
                late = line.problem() == Problem.LATE ? Math.max(late, line.quantity()) : late;
            }
        }
        return Math.max(wrong, late);
    }

    private static Refusal.Fault fault(String pointer, String code, String key) {
        return new Refusal.Fault(pointer, code, Phrase.of(key));
    }
}
