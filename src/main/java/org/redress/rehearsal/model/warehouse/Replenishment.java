package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goods come in and are put into their slots. Here a carton goes into the wrong slot or holds strangers (PU), and a returned unit goes back in another article’s box (OT).
 */
final class Replenishment {
    /** Lines times units of an order, as {@link Shapes} makes them. */
    private static final double UNITS_AN_ORDER = 6;

    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;
    private static final int CARTON = 6;

    private final World world;
    private final Chance chance;
    private final double[] daily;
    private final Map<Affair, Item> open = new LinkedHashMap<>();
    private final Lots lots;

    Replenishment(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        this.lots = new Lots(world, open::put, chance);
        double all = world.assortment().items().stream()
                .mapToDouble(Item::popularity)
                .sum();
        this.daily = world.assortment().items().stream()
                .mapToDouble(item -> item.popularity() / all * world.plan().ordersADay() * UNITS_AN_ORDER)
                .toArray();
    }

    /** What customers take of it in a day, in units. */
    double daily(Item item) {
        return daily[item.index()];
    }

    /** Shelves as they are when the season opens. */
    void fill(Warehouse warehouse) {
        for (var slot : warehouse.slots()) {
            for (var item : slot.homeOf()) {
                putAway(warehouse, item, -(long) (chance.between(0.3, 8) * DAY), chance.between(0.3, 1) * cover());
            }
        }
    }

    private double cover() {
        return world.parameters().of(Parameter.COVER);
    }

    /** Before a wave: what its lines need must lie there, by the books. */
    void before(long wave, Warehouse warehouse, List<Consignment> consignments) {
        var needs = new LinkedHashMap<Item, Integer>();
        for (var consignment : consignments) {
            consignment.lines().forEach(line -> needs.merge(line.told(), line.units(), Integer::sum));
        }
        needs.forEach((item, units) -> {
            if (warehouse.book(item) - units < 0.3 * daily(item)) {
                double days = Math.max(cover(), 1.5 * units / daily(item));
                putAway(warehouse, item, wave - 600 - chance.below(3_000), days);
            }
        });
        endIdle(warehouse);
    }

    /** Somebody stands before an empty slot: it is filled at once, and the books are set right. */
    void hurry(Warehouse warehouse, Item item, long at) {
        warehouse.book(item, warehouse.home(item).passingFor(item));
        putAway(warehouse, item, at, cover());
    }

    private void putAway(Warehouse warehouse, Item item, long at, double days) {
        int units = CARTON * (int) Math.ceil(Math.max(1, days * daily(item)) / CARTON);
        var lot = lots.arriving(item, at);
        var slot = warehouse.home(item);
        if (at > 0 && world.mischief().strikes(Cause.PU, 0.05) && putAwayWrongly(warehouse, item, lot, units, at)) {
            return;
        }
        put(slot, lot, units);
        warehouse.bookMore(item, units);
        var note = world.journal()
                .putaway(at)
                .slot(slot)
                .lot(lot.name())
                .by(clerk(warehouse))
                .with(item, units);
        if (world.chance(Parameter.MIXED_CARTON, chance)) {
            var other = warehouse.besides(item, chance);
            if (other != null) {
                int strangers = 1 + chance.below(4);
                arrives(warehouse.home(other), other, other, other, null, strangers);
                warehouse.bookMore(other, strangers);
                note.with(other, strangers);
            }
        }
        world.journal().write(note);
        if (world.chance(Parameter.RESTOCKED, chance)) {
            restock(warehouse, item, at + HOUR / 2 + chance.below(HOUR));
        }
    }

    private void put(Slot slot, Lot lot, int units) {
        var other = lot.other();
        int wrong = 0;
        if (other != null) {
            for (int i = 0; i < units; i++) {
                wrong += lot.isMislabelled(world.chance(Parameter.LOT_WRONG, chance)) ? 1 : 0;
            }
            if (wrong > 0) {
                arrives(slot, other, lot.item(), lot.item(), lot.affair(), wrong);
            }
        }
        if (units > wrong) {
            arrives(slot, lot.item(), lot.item(), lot.item(), null, units - wrong);
        }
    }

    private void arrives(Slot slot, Item item, Item label, Item as, @Nullable Affair affair, int units) {
        world.ledger().bringIn(item, units);
        slot.put(item, label, as, affair, units);
    }

    private String clerk(Warehouse warehouse) {
        return "%s-in%d".formatted(warehouse.name(), 1 + chance.below(4));
    }

    private boolean putAwayWrongly(Warehouse warehouse, Item item, Lot lot, int units, long at) {
        var other = neighbour(warehouse, item);
        if (other == null) {
            return false;
        }
        boolean mixed = world.chance(Parameter.CAME_MIXED, chance);
        var slot = warehouse.home(mixed ? item : other);
        var affair =
                world.begin(Cause.PU, at, Incident.Scope.NOWHERE.inSlot(slot).ofLot(lot.name()), 2);
        int wrong = Math.min(units, 3 + chance.below(10));
        boolean noted = world.chance(Parameter.STRANGER_NOTED, chance);
        var note = world.journal().putaway(at).lot(lot.name()).by(clerk(warehouse));
        put(warehouse.home(item), lot, units - wrong);
        if (mixed) {
            open.put(affair, item);
            arrives(slot, other, other, item, affair, wrong);
            warehouse.bookMore(item, units);
            note.slot(slot).with(item, noted ? units - wrong : units);
            if (noted) {
                note.with(other, wrong);
            }
        } else {
            open.put(affair, other);
            arrives(slot, item, item, other, affair, wrong);
            warehouse.bookMore(item, units);
            note.slot(noted ? slot : warehouse.home(item)).with(item, units);
        }
        world.journal().write(note);
        return true;
    }

    private @Nullable Item neighbour(Warehouse warehouse, Item item) {
        var siblings = new ArrayList<>(world.assortment().siblings(item));
        siblings.removeIf(each -> !warehouse.holds(each));
        return !siblings.isEmpty() && world.chance(Parameter.ASTRAY_TO_SIBLING, chance)
                ? chance.any(siblings)
                : warehouse.besides(item, chance);
    }

    private void restock(Warehouse warehouse, Item item, long at) {
        var slot = warehouse.home(item);
        var really = item;
        Affair affair = null;
        if (at > DAY / 8 && world.mischief().strikes(Cause.OT, 0.1)) {
            var any = chance.any(world.assortment().items());
            if (!any.equals(item)) {
                really = any;
                affair = world.begin(Cause.OT, at, Incident.Scope.NOWHERE.inSlot(slot), 0.7);
                open.put(affair, item);
            }
        }
        arrives(slot, really, item, item, affair, 1);
        warehouse.bookMore(item, 1);
        world.journal()
                .write(world.journal()
                        .putaway(at)
                        .slot(slot)
                        .by(clerk(warehouse))
                        .with(item, 1));
    }

    /** Everything that does not belong there goes home. What was wrongly labelled is no good any more. */
    void clear(Warehouse warehouse, Slot slot) {
        for (var pile : List.copyOf(slot.piles())) {
            if (!pile.isStranger()) {
                continue;
            }
            slot.piles().remove(pile);
            if (pile.label().equals(pile.item()) && warehouse.holds(pile.item())) {
                warehouse.home(pile.item()).put(pile.item(), pile.units());
            } else {
                world.ledger().lose(pile.item(), pile.units());
                warehouse.bookMore(pile.passesFor(), -pile.units());
            }
        }
        slot.homeOf().forEach(lots::stop);
    }

    private void endIdle(Warehouse warehouse) {
        open.entrySet().removeIf(each -> {
            var affair = each.getKey();
            var item = each.getValue();
            boolean idle = warehouse.holds(item)
                    && !lots.isOpen(item, affair)
                    && warehouse.home(item).piles().stream().noneMatch(pile -> pile.affair() == affair);
            if (idle) {
                world.mischief().end(affair);
            }
            return idle;
        });
    }
}
