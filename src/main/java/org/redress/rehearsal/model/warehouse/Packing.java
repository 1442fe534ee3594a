package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.rehearsal.model.warehouse.Warehouse.Bench;
import org.redress.traces.Parcel;

/**
 * At the bench goods are boxed, weighed and labelled. Here labels go on the wrong boxes (LS), and an article that lies about
 * falls in for another (OT).
 */
final class Packing {
    private static final double STRAYS = 0.01;

    private final World world;
    private final Chance chance;
    private final Map<Bench, Long> free = new HashMap<>();
    private final Map<Consignment, Integer> packWeights = new HashMap<>();

    Packing(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /** @param row what this bench packs, one after the other */
    void pack(Bench bench, String wave, List<Consignment> row, long from) {
        long at = Math.max(free.getOrDefault(bench, 0L), from);
        for (var consignment : row) {
            at += Math.round(world.parameters().of(Parameter.SECONDS_A_PARCEL) * chance.between(0.6, 1.5));
            consignment.packedAt(at);
            stray(consignment, bench, at);
            close(consignment.made());
        }
        free.put(bench, at);
        for (int i = 0; i < row.size(); i++) {
            if (world.mischief().strikes(Cause.LS, 0.03)) {
                shift(row, i, bench, wave);
            }
        }
        for (var consignment : row) {
            weigh(consignment, bench);
            record(consignment, bench);
        }
    }

    private void stray(Consignment consignment, Bench bench, long at) {
        if (!consignment.isFine() || !world.mischief().strikes(Cause.OT, STRAYS)) {
            return;
        }
        var contents = consignment.made().contents();
        var content = chance.any(contents);
        var stray = chance.any(world.assortment().items());
        if (stray.isDropShipped()
                || contents.stream().anyMatch(each -> each.item().equals(stray))) {
            return;
        }
        var affair = world.begin(Cause.OT, at, Incident.Scope.NOWHERE.atBench(bench.uri()), 1);
        contents.remove(content);
        if (content.units() > 1) {
            contents.add(new Content(content.item(), content.label(), content.units() - 1, content.affair()));
        }
        world.ledger().lose(content.item(), 1);
        world.ledger().bringIn(stray, 1);
        consignment.made().put(new Content(stray, stray, 1, affair));
        affair.touches(consignment);
    }

    void close(Box box) {
        box.close(
                world.parameters().of(Parameter.PACKAGING) * chance.normal(),
                world.parameters().of(Parameter.UNIT_WEIGHT) * box.scatter() * chance.normal());
        box.enclose(
                world.chance(Parameter.WITH_SLIP, chance)
                        ? box.packedFor().order().orderNumber()
                        : null);
        world.ledger().send(box);
    }

    private void shift(List<Consignment> row, int first, Bench bench, String wave) {
        int length = world.chance(Parameter.LONG_SHIFT, chance) ? 3 + chance.below(3) : 2;
        if (first + length > row.size()) {
            return;
        }
        var shifted = List.copyOf(row.subList(first, first + length));
        if (shifted.stream().anyMatch(each -> !each.isFine())) {
            return;
        }
        var affair = world.begin(
                Cause.LS,
                shifted.getFirst().packedAt(),
                Incident.Scope.NOWHERE.inWave(wave).atBench(bench.uri()),
                length);
        boolean slipsFollow = world.chance(Parameter.SLIP_WITH_LABEL, chance);
        for (int i = 0; i < length; i++) {
            var box = shifted.get(Math.floorMod(i - 1, length)).made();
            shifted.get(i).label(box);
            if (slipsFollow && box.slip() != null) {
                box.enclose(shifted.get(i).order().orderNumber());
            }
            shifted.get(i).mixedWith(Wall.others(shifted, i));
            affair.touches(shifted.get(i));
        }
    }

    /** A bench that weighs the open box knows it by its order, one that weighs the parcel by its label. */
    private void weigh(Consignment consignment, Bench bench) {
        if (world.chance(Parameter.UNWEIGHED, chance)) {
            return;
        }
        var box = bench.weighsLabelled() ? consignment.labelled() : consignment.made();
        double grams = box.grams() + bench.biasGrams() + world.parameters().of(Parameter.SCALE) * chance.normal();
        packWeights.put(consignment, (int) Math.max(1, Math.round(grams)));
    }

    @Nullable
    Integer packWeight(Consignment consignment) {
        return packWeights.get(consignment);
    }

    /** The bench trusts the list. */
    private void record(Consignment consignment, Bench bench) {
        var note = world.journal()
                .pack(consignment.packedAt())
                .parcel(consignment)
                .order(consignment.order().orderNumber())
                .place(bench.uri())
                .by(bench.packer())
                .tote(consignment.tote())
                .grams(packWeight(consignment));
        consignment.lines().forEach(line -> note.with(line.told(), line.units()));
        world.journal().write(note);
    }

    /** What the books say that it should weigh; null where an article’s weight is not on record. */
    static @Nullable Integer expectedGrams(Consignment consignment) {
        long grams = 0;
        for (var line : consignment.lines()) {
            var each = line.told().product().weightGrams();
            if (each == null) {
                return null;
            }
            grams += (long) each * line.units();
        }
        return Integer.valueOf((int) grams + Box.carton((double) grams));
    }

    List<Parcel.Line> shipped(Consignment consignment) {
        boolean asPicked = world.chance(Parameter.SHIPMENT_AS_PICKED, chance);
        var lines = new ArrayList<Parcel.Line>();
        consignment
                .lines()
                .forEach(line -> lines.add(new Parcel.Line(
                        asPicked ? line.told().sku() : line.ordered().sku(), line.units())));
        return Parcel.Line.together(lines);
    }
}
