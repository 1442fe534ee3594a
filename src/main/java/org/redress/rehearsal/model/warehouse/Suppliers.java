package org.redress.rehearsal.model.warehouse;

/** Suppliers who send for us: few records, no scale of ours. Here another article comes (SU). */
final class Suppliers {
    private static final int HOUR = 3_600;

    private final World world;
    private final Packing packing;
    private final Chance chance;

    Suppliers(World world, Packing packing, Chance chance) {
        this.world = world;
        this.packing = packing;
        this.chance = chance;
    }

    void send(Consignment consignment, long from) {
        consignment.pickedAt(from + chance.below(6 * HOUR));
        consignment.packedAt(consignment.pickedAt() + HOUR / 2);
        var wrong = consignment.isFine() && world.mischief().strikes(Cause.SU, 0.15)
                ? chance.any(consignment.lines())
                : null;
        for (var line : consignment.lines()) {
            var item = line.told();
            Affair affair = null;
            if (line.equals(wrong)) {
                var other = other(item);
                if (!other.equals(item)) {
                    affair = world.begin(Cause.SU, consignment.packedAt(), Incident.Scope.NOWHERE, 1);
                    affair.touches(consignment);
                    item = other;
                }
            }
            world.ledger().bringIn(item, line.units());
            consignment.made().put(new Content(item, item, line.units(), affair));
        }
        packing.close(consignment.made());
    }

    private Item other(Item item) {
        var siblings = world.assortment().siblings(item);
        if (!siblings.isEmpty() && world.chance(Parameter.SUPPLIER_SIBLING, chance)) {
            return chance.any(siblings);
        }
        return chance.any(
                world.assortment().items().stream().filter(Item::isDropShipped).toList());
    }
}
