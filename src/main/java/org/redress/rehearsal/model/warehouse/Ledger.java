package org.redress.rehearsal.model.warehouse;

import java.util.List;

/** Where all units went that ever were. */
final class Ledger {
    private final int[] broughtIn;
    private final int[] sent;
    private final int[] lost;

    Ledger(int items) {
        broughtIn = new int[items];
        sent = new int[items];
        lost = new int[items];
    }

    void bringIn(Item item, int units) {
        broughtIn[item.index()] += units;
    }

    void send(Box box) {
        box.contents().forEach(content -> sent[content.item().index()] += content.units());
    }

    void lose(Item item, int units) {
        lost[item.index()] += units;
    }

    List<Season.Stock> told(Assortment assortment, List<Warehouse> warehouses) {
        var left = new int[broughtIn.length];
        for (var warehouse : warehouses) {
            for (var slot : warehouse.slots()) {
                slot.piles().forEach(pile -> left[pile.item().index()] += pile.units());
            }
        }
        return assortment.items().stream()
                .map(item -> new Season.Stock(
                        item.sku(),
                        broughtIn[item.index()],
                        sent[item.index()],
                        lost[item.index()],
                        left[item.index()]))
                .toList();
    }
}
