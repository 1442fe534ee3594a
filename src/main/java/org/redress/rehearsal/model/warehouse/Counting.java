package org.redress.rehearsal.model.warehouse;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slots are counted and the books set to what was counted. Here a count finds what is not there (CT), and units get lost.
 */
final class Counting {
    private static final int WAVES_A_DAY = 8;

    private final World world;
    private final Replenishment replenishment;
    private final Chance chance;
    private final Map<Item, Affair> ghosts = new HashMap<>();

    Counting(World world, Replenishment replenishment, Chance chance) {
        this.world = world;
        this.replenishment = replenishment;
        this.chance = chance;
    }

    void before(long wave, Warehouse warehouse) {
        double share = world.parameters().of(Parameter.COUNTED) / WAVES_A_DAY;
        double lost = world.parameters().of(Parameter.LOST) / WAVES_A_DAY;
        for (var slot : warehouse.slots()) {
            if (chance.of(lost)) {
                lose(slot);
            }
            if (chance.of(share)) {
                count(warehouse, slot, wave - 600 - chance.below(6_000));
            }
        }
    }

    private void lose(Slot slot) {
        var pile = slot.reach(chance.any(slot.homeOf()), chance);
        if (pile != null) {
            world.ledger().lose(pile.item(), 1);
            slot.takeOneFrom(pile);
        }
    }

    private void count(Warehouse warehouse, Slot slot, long at) {
        var found = found(slot, world.parameters().of(Parameter.MISCOUNTED));
        slot.homeOf().forEach(this::lay);
        var item = chance.any(slot.homeOf());
        if (isSoonEmpty(slot, item) && world.mischief().strikes(Cause.CT, 1)) {
            int ghost = 2 + (int) (replenishment.daily(item) * chance.between(0.6, 1.6));
            found.merge(item, ghost, Integer::sum);
            ghosts.put(item, world.begin(Cause.CT, at, Incident.Scope.NOWHERE.inSlot(slot), 0.8));
        }
        var note = world.journal()
                .count(at)
                .slot(slot)
                .by(warehouse.name() + "-ct1")
                .expected(slot.homeOf(), warehouse::book);
        found.forEach(note::with);
        world.journal().write(note);
        slot.homeOf().forEach(each -> warehouse.book(each, found.getOrDefault(each, 0)));
        if (found.keySet().stream().anyMatch(each -> !slot.homeOf().contains(each))) {
            replenishment.clear(warehouse, slot);
            slot.homeOf().forEach(each -> warehouse.book(each, slot.passingFor(each)));
        }
    }

    private boolean isSoonEmpty(Slot slot, Item item) {
        return replenishment.daily(item) >= 1 && slot.passingFor(item) < 2.5 * replenishment.daily(item) + 3;
    }

    /**
     * What somebody finds who counts a slot: by what the units look like, strangers among them unless they are overlooked.
     *
     * @param wrong how often the count itself is wrong
     */
    Map<Item, Integer> found(Slot slot, double wrong) {
        var found = new LinkedHashMap<Item, Integer>();
        slot.homeOf().forEach(item -> found.put(item, 0));
        for (var pile : slot.piles()) {
            boolean overlooked = pile.isStranger() && chance.of(overlooked(pile));
            found.merge(overlooked ? pile.passesFor() : pile.item(), pile.units(), Integer::sum);
        }
        if (chance.of(wrong)) {
            int by = (1 + chance.below(2)) * (chance.of(0.5) ? 1 : -1);
            found.merge(slot.homeOf().getFirst(), by, (before, more) -> Math.max(0, before + more));
        }
        return found;
    }

    /** Who trusts labels is led astray by them. */
    private double overlooked(Pile pile) {
        double share = world.parameters().of(Parameter.STRANGER_OVERLOOKED);
        return pile.label().equals(pile.passesFor())
                ? 1 - (1 - share) * world.parameters().of(Parameter.LABEL_BELIEVED)
                : share;
    }

    /** The count that promised more of it than there was, if one did. */
    @Nullable
    Affair ghost(Item item) {
        return ghosts.get(item);
    }

    /** The books are right again. */
    void lay(Item item) {
        var affair = ghosts.remove(item);
        if (affair != null) {
            world.mischief().end(affair);
        }
    }
}
