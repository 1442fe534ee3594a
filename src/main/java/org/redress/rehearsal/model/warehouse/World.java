package org.redress.rehearsal.model.warehouse;

import java.util.List;

/** Everything that those who act can lay hands on. */
record World(
        Plan plan,
        Parameters parameters,
        List<Outlet> outlets,
        Assortment assortment,
        List<Warehouse> warehouses,
        Journal journal,
        Mischief mischief,
        Ledger ledger) {
    boolean chance(Parameter share, Chance chance) {
        return chance.of(parameters.of(share));
    }

    Affair begin(Cause cause, long at, Incident.Scope scope, double people) {
        return mischief.begin(cause, at, scope, people);
    }

    Outlet outlet(int house) {
        return outlets.get(house);
    }

    Warehouse warehouse(int house) {
        return warehouses.get(house);
    }
}
