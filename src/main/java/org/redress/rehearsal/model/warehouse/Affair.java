package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that went wrong, while it goes on. */
final class Affair {
    private final String id;
    private final Cause cause;
    private final long began;
    private final Incident.Scope scope;
    private final Set<Consignment> touched = new LinkedHashSet<>();
    private double expected;
    private int answered;

    Affair(String id, Cause cause, long began, Incident.Scope scope, double expected) {
        this.id = id;
        this.cause = cause;
        this.began = began;
        this.scope = scope;
        this.expected = expected;
    }

    String id() {
        return id;
    }

    Cause cause() {
        return cause;
    }

    long began() {
        return began;
    }

    /** How many it has touched. */
    int people() {
        return touched.size();
    }

    void touches(Consignment consignment) {
        if (touched.add(consignment)) {
            consignment.isTouchedBy(this);
        }
    }

    /** One whom it touched has complained, or never will. */
    double settle(double claims) {
        answered++;
        return cutTo(expected - claims);
    }

    /** What is expected no more where nobody else will be touched. */
    double settleAllBut(double claimsEach) {
        return cutTo((touched.size() - answered) * claimsEach);
    }

    private double cutTo(double claims) {
        double settled = Math.max(0, expected - Math.max(0, claims));
        expected -= settled;
        return settled;
    }

    /** Null where it never touched an order. */
    @Nullable
    Incident told(Plan plan) {
        if (touched.isEmpty()) {
            return null;
        }
        List<Incident.Affected> affected = new ArrayList<>();
        for (var each : touched) {
            affected.add(new Incident.Affected(
                    each.order().orderNumber(),
                    each.trackingNumber(),
                    plan.at(each.pickedAt()),
                    plan.at(each.shippedAt())));
        }
        return new Incident(id, cause, plan.at(began), scope, List.copyOf(affected));
    }
}
