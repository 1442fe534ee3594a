package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The put-wall: the goods of a batch are sorted into cells, one for each order. Here they fall into the cell beside or below (SO). */
final class Wall {
    private static final int COLUMNS = 8;

    private final World world;
    private final Chance chance;

    Wall(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /** @param cells the orders of one wall, cell by cell */
    void sort(List<Consignment> cells, String wave, @Nullable String bench, long at) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isFine() && world.mischief().strikes(Cause.SO, 0.03)) {
                mix(neighbours(cells, i), wave, bench, at);
            }
        }
    }

    private List<Consignment> neighbours(List<Consignment> cells, int first) {
        var mixed = new ArrayList<Consignment>();
        mixed.add(cells.get(first));
        int step = chance.of(0.6) ? 1 : COLUMNS;
        int size = world.chance(Parameter.THREE_WAY, chance) ? 3 : 2;
        for (int i = 1; i < size && first + i * step < cells.size(); i++) {
            mixed.add(cells.get(first + i * step));
        }
        return mixed;
    }

    private void mix(List<Consignment> mixed, String wave, @Nullable String bench, long at) {
        if (mixed.size() < 2 || mixed.stream().anyMatch(each -> !each.isFine())) {
            return;
        }
        var moved =
                mixed.stream().map(each -> chance.any(each.made().contents())).toList();
        for (int i = 0; i < moved.size(); i++) {
            if (moved.get(i).item().equals(moved.get((i + 1) % moved.size()).item())) {
                return;
            }
        }
        var affair =
                world.begin(Cause.SO, at, Incident.Scope.NOWHERE.inWave(wave).atBench(bench), mixed.size());
        boolean oneWay = mixed.size() == 2
                && mixed.getFirst().made().contents().size() > 1
                && world.chance(Parameter.ONE_WAY, chance);
        for (int i = 0; i < (oneWay ? 1 : mixed.size()); i++) {
            var content = moved.get(i);
            mixed.get(i).made().contents().remove(content);
            mixed.get((i + 1) % mixed.size())
                    .made()
                    .put(new Content(content.item(), content.label(), content.units(), affair));
        }
        mixed.forEach(affair::touches);
        for (int i = 0; i < mixed.size(); i++) {
            mixed.get(i).mixedWith(others(mixed, i));
        }
    }

    /** From whom the goods came first, then on around. */
    static List<Consignment> others(List<Consignment> mixed, int self) {
        var others = new ArrayList<Consignment>();
        for (int i = 1; i < mixed.size(); i++) {
            others.add(mixed.get(Math.floorMod(self - i, mixed.size())));
        }
        return others;
    }
}
