package org.redress.rehearsal.model.warehouse;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Deliveries as they come in. Here labels go on another article’s units (IL), by the supplier’s hand or ours. */
final class Lots {
    private static final int HOUR = 3_600;
    private static final int CARTON = 6;

    private final World world;
    private final Chance chance;
    private final BiConsumer<Affair, Item> open;
    private final Map<Item, Lot> current = new HashMap<>();
    private int count;

    /** @param open told of what goes wrong, and at which article’s slot */
    Lots(World world, BiConsumer<Affair, Item> open, Chance chance) {
        this.world = world;
        this.open = open;
        this.chance = chance;
    }

    /** The one that comes in now. */
    Lot arriving(Item item, long at) {
        var last = current.get(item);
        if (last != null && !world.chance(Parameter.NEW_LOT, chance)) {
            return last;
        }
        count++;
        var name = "%s-L%05d".formatted(world.plan().prefix(), count);
        Item other = at > 0 && world.mischief().strikes(Cause.IL, 0.1) ? lookAlike(item) : null;
        Affair affair = null;
        if (other != null) {
            var slot = world.warehouse(house(item)).home(item);
            affair = world.begin(
                    Cause.IL, at - 2 * HOUR, Incident.Scope.NOWHERE.inSlot(slot).ofLot(name), 3);
            open.accept(affair, item);
        }
        int labels = (int) Math.ceil(chance.logNormal(world.parameters().of(Parameter.WRONG_LABELS), 0.5));
        var lot = new Lot(name, item, affair, other, labels);
        label(lot, at);
        current.put(item, lot);
        return lot;
    }

    private static int house(Item item) {
        var house = item.house();
        return house == null ? 0 : house;
    }

    private void label(Lot lot, long at) {
        var ours = lot.other() == null ? Parameter.LABELLED_IN_HOUSE : Parameter.LABELLED_BY_US;
        var warehouse = world.warehouse(house(lot.item()));
        int labels = CARTON * (2 + chance.below(8));
        long before = at - 2 * HOUR - chance.below(20 * HOUR);
        if (world.chance(ours, chance)) {
            record(lot, warehouse, labels, before);
        }
        if (world.chance(Parameter.RELABELLED, chance)) {
            record(lot, warehouse, labels, before + HOUR);
        }
    }

    private void record(Lot lot, Warehouse warehouse, int labels, long at) {
        world.journal()
                .write(world.journal()
                        .labelling(at)
                        .lot(lot.name())
                        .by("%s-lb%d".formatted(warehouse.name(), 1 + chance.below(2)))
                        .with(lot.item(), labels));
    }

    /** What its label may be put on: a sibling, or something of the same supplier in the same house. */
    private @Nullable Item lookAlike(Item item) {
        var candidates = world.assortment().siblings(item);
        if (candidates.isEmpty() || !world.chance(Parameter.WRONG_LABEL_SIBLING, chance)) {
            candidates = world.assortment().items().stream()
                    .filter(each -> each.house() != null
                            && each.house() == house(item)
                            && !each.equals(item)
                            && each.product().supplier() != null
                            && each.product().supplier().equals(item.product().supplier()))
                    .toList();
        }
        return candidates.isEmpty() ? null : chance.any(candidates);
    }

    /** Whether units of it with this label trouble may still come in. */
    boolean isOpen(Item item, Affair affair) {
        var lot = current.get(item);
        return lot != null && lot.affair() == affair && !lot.isExhausted();
    }

    /** Its wrong labels are found: no more of it comes in. */
    void stop(Item item) {
        var lot = current.get(item);
        if (lot != null && lot.other() != null) {
            current.remove(item);
        }
    }
}
