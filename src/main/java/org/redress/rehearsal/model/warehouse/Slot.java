package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.traces.TraceEvent.Spot;

/** A slot with what really lies in it. */
final class Slot {
    private final String uri;
    private final Spot spot;
    private final int walk;
    private final List<Item> homeOf = new ArrayList<>(2);
    private final List<Pile> piles = new ArrayList<>(3);
    private final List<Slot> near = new ArrayList<>();

    /** @param walk its place on the way through the aisles */
    Slot(String uri, Spot spot, int walk) {
        this.uri = uri;
        this.spot = spot;
        this.walk = walk;
    }

    String uri() {
        return uri;
    }

    Spot spot() {
        return spot;
    }

    int walk() {
        return walk;
    }

    List<Item> homeOf() {
        return homeOf;
    }

    List<Slot> near() {
        return near;
    }

    List<Pile> piles() {
        return piles;
    }

    void put(Item item, Item label, Item passesFor, @Nullable Affair affair, int units) {
        for (var pile : piles) {
            if (pile.item().equals(item)
                    && pile.label().equals(label)
                    && pile.passesFor().equals(passesFor)
                    && pile.affair() == affair) {
                pile.add(units);
                return;
            }
        }
        piles.add(new Pile(item, label, passesFor, affair, units));
    }

    void put(Item item, int units) {
        put(item, item, item, null, units);
    }

    /** Units that lie there as this article, whatever they are. */
    int passingFor(Item item) {
        int units = 0;
        for (var pile : piles) {
            if (pile.passesFor().equals(item)) {
                units += pile.units();
            }
        }
        return units;
    }

    /** Where a hand falls that wants this article; null where none lies there. */
    @Nullable
    Pile reach(Item item, Chance chance) {
        int left = passingFor(item);
        if (left == 0) {
            return null;
        }
        int at = chance.below(left);
        for (var pile : piles) {
            if (pile.passesFor().equals(item)) {
                at -= pile.units();
                if (at < 0) {
                    return pile;
                }
            }
        }
        return null;
    }

    void takeOneFrom(Pile pile) {
        pile.add(-1);
        if (pile.units() == 0) {
            piles.remove(pile);
        }
    }
}
