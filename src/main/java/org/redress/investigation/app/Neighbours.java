package org.redress.investigation.app;

import java.util.HashSet;
import java.util.Set;
import org.redress.claims.Bystanders;
import org.redress.claims.Claim;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Investigations;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The other side of a swap, and the orders that the same mistake may have touched. */
@Component
@Order(1)
class Neighbours implements Bystanders {
    private final Investigations investigations;

    Neighbours(Investigations investigations) {
        this.investigations = investigations;
    }

    @Override
    public Set<String> orders(Claim claim) {
        var found = investigations.of(claim);
        var orders = new HashSet<String>();
        var partner = found.counterpart();
        if (partner != null) {
            orders.add(partner.orderNumber());
        }
        found.atRisk().stream().map(AtRisk::orderNumber).forEach(orders::add);
        return orders;
    }
}
