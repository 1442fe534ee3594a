package org.redress.rehearsal.model.warehouse;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.rehearsal.model.warehouse.Consignment.Wanted;
import org.redress.rehearsal.model.warehouse.Warehouse.Picker;
import org.redress.traces.TraceEvent.Scan;

/**
 * Pickers walk the aisles and take what the lines say. Here a hand errs (PA, PV), takes what lies there by mistake (PU, IL, OT)
 * or something else where nothing lies (CT). A scanner sees barcodes, not articles.
 */
final class Picking {
    private static final int MOST_TRIES = 5;

    private final World world;
    private final Replenishment replenishment;
    private final Counting counting;
    private final Chance chance;
    private int totes;

    Picking(World world, Replenishment replenishment, Counting counting, Chance chance) {
        this.world = world;
        this.replenishment = replenishment;
        this.counting = counting;
        this.chance = chance;
    }

    /** One picker, one tote, some orders of a wave. */
    private record Round(Warehouse warehouse, Picker picker, String tote, String wave) {}

    /** One line of one order, while it is picked. */
    private static final class Grasp {
        private final Consignment consignment;
        private final Wanted line;
        private final boolean scansEach;
        private Scan scan;
        private int taken;
        private boolean tooFew;

        private Grasp(Consignment consignment, Wanted line, Scan scan, boolean scansEach) {
            this.consignment = consignment;
            this.line = line;
            this.scan = scan;
            this.scansEach = scansEach;
        }

        private int left() {
            return line.units() - taken;
        }

        /** Whether the scanner sees the next unit. */
        private boolean isScanned() {
            return scan == Scan.ITEM && (scansEach || taken == 0);
        }

        private void take(Slot slot, Pile pile, @Nullable Affair affair) {
            var cause = affair == null ? pile.affair() : affair;
            consignment.made().put(new Content(pile.item(), pile.label(), 1, cause));
            if (cause != null) {
                cause.touches(consignment);
            }
            slot.takeOneFrom(pile);
            taken++;
        }
    }

    /** @return when the last one is done */
    long pick(Warehouse warehouse, String wave, List<Consignment> batch, long from) {
        totes++;
        var picker = chance.any(warehouse.pickers());
        var round = new Round(warehouse, picker, "T-%d".formatted(100 + totes % 400), wave);
        record Stop(Consignment consignment, Wanted line) {}
        var stops = batch.stream()
                .flatMap(consignment -> consignment.lines().stream().map(line -> new Stop(consignment, line)))
                .sorted(Comparator.comparingInt(
                        stop -> warehouse.home(stop.line().told()).walk()))
                .toList();
        long at = from;
        for (var stop : stops) {
            at += Math.round(world.parameters().of(Parameter.SECONDS_A_PICK) * chance.between(0.5, 1.5));
            if (stop.consignment().pickedAt() == 0) {
                stop.consignment().pickedAt(at);
            }
            pick(round, stop.consignment(), stop.line(), at);
            stop.consignment().toteIs(round.tote());
        }
        return at;
    }

    private void pick(Round round, Consignment consignment, Wanted line, long at) {
        var grasp = new Grasp(
                consignment, line, scan(round.picker(), line.told()), world.chance(Parameter.SCANS_EACH, chance));
        var slot = round.warehouse().home(line.told());
        err(round, grasp, at);
        int tries = 0;
        while (grasp.left() > 0) {
            var pile = slot.reach(line.told(), chance);
            if (pile == null) {
                comesUpShort(round, grasp, at);
            } else if (isPutBack(grasp, pile)) {
                tries++;
                if (tries >= MOST_TRIES || world.chance(Parameter.CLEARS, chance)) {
                    replenishment.clear(round.warehouse(), slot);
                }
            } else {
                grasp.take(slot, pile, null);
            }
        }
        round.warehouse().bookMore(line.told(), -line.units());
        if (grasp.scan == Scan.ITEM && world.chance(Parameter.UNREADABLE, chance)) {
            grasp.scan = Scan.OVERRIDE;
        }
        record(round, grasp, line.units(), at);
    }

    private Scan scan(Picker picker, Item item) {
        if (item.product().gtin() != null && chance.of(picker.scansArticle())) {
            return Scan.ITEM;
        }
        return chance.of(picker.scansSlot()) ? Scan.LOCATION : Scan.NONE;
    }

    private void record(Round round, Grasp grasp, int units, long at) {
        if (world.chance(Parameter.PICK_RECORDED, chance)) {
            world.journal()
                    .write(world.journal()
                            .pick(at)
                            .with(grasp.line.told(), units)
                            .slot(round.warehouse().home(grasp.line.told()))
                            .order(grasp.consignment.order().orderNumber())
                            .by(round.picker().name())
                            .round(round.tote(), round.wave())
                            .scan(grasp.scan, grasp.tooFew));
        }
    }

    private void err(Round round, Grasp grasp, long at) {
        if (!grasp.consignment.isFine()) {
            return;
        }
        var told = grasp.line.told();
        if (world.mischief().strikes(Cause.PA, 0.02)) {
            takeInstead(round, grasp, round.warehouse().besides(told, chance), Cause.PA, at);
        } else if (!world.assortment().siblings(told).isEmpty()
                && world.mischief().strikes(Cause.PV, 0.05)) {
            takeInstead(round, grasp, sibling(round.warehouse(), told), Cause.PV, at);
        }
    }

    private @Nullable Item sibling(Warehouse warehouse, Item item) {
        return chance.weighted(
                world.assortment().siblings(item),
                other -> warehouse.home(other).passingFor(other) == 0 ? 0 : 1);
    }

    private void takeInstead(Round round, Grasp grasp, @Nullable Item other, Cause cause, long at) {
        if (other == null
                || grasp.consignment.lines().stream()
                        .anyMatch(line -> line.told().equals(other))) {
            return;
        }
        int units = grasp.line.units();
        int wrong = world.chance(Parameter.ALL_UNITS, chance) ? units : 1 + chance.below(units);
        boolean seen = grasp.scan == Scan.ITEM && (grasp.scansEach || chance.of((double) wrong / units));
        if (seen && !world.chance(Parameter.OVERRIDES, chance)) {
            return;
        }
        if (seen) {
            grasp.scan = Scan.OVERRIDE;
        }
        var slot = round.warehouse().home(grasp.line.told());
        var affair = world.begin(cause, at, Incident.Scope.NOWHERE.inSlot(slot).inWave(round.wave()), 1);
        takeFrom(round, grasp, other, wrong, affair);
    }

    private void takeFrom(Round round, Grasp grasp, Item other, int units, Affair affair) {
        var slot = round.warehouse().home(other);
        for (int i = 0; i < units; i++) {
            var pile = slot.reach(other, chance);
            if (pile == null) {
                return;
            }
            grasp.take(slot, pile, affair);
        }
    }

    private boolean isPutBack(Grasp grasp, Pile pile) {
        if (!pile.isStranger()) {
            return false;
        }
        boolean labelled = pile.label().equals(pile.passesFor());
        var eyes = pile.item().isSiblingOf(pile.passesFor()) ? Parameter.SEES_SIBLING : Parameter.SEES_STRANGER;
        double sees =
                world.parameters().of(eyes) * (labelled ? world.parameters().of(Parameter.LABEL_BELIEVED) : 1);
        if (chance.of(sees)) {
            return true;
        }
        if (labelled || !grasp.isScanned()) {
            return false;
        }
        if (world.chance(Parameter.OVERRIDES, chance)) {
            grasp.scan = Scan.OVERRIDE;
            return false;
        }
        return true;
    }

    /** Nothing is left though the books say so. */
    private void comesUpShort(Round round, Grasp grasp, long at) {
        var told = grasp.line.told();
        var ghost = counting.ghost(told);
        grasp.tooFew = world.chance(Parameter.SHORT_NOTED, chance);
        if (ghost != null && grasp.consignment.isFine() && world.chance(Parameter.SUBSTITUTES, chance)) {
            var other = sibling(round.warehouse(), told);
            var instead = other == null || !world.chance(Parameter.SUBSTITUTE_SIBLING, chance)
                    ? round.warehouse().besides(told, chance)
                    : other;
            if (instead != null
                    && grasp.consignment.lines().stream()
                            .noneMatch(line -> line.told().equals(instead))) {
                grasp.scan = grasp.scan == Scan.ITEM ? Scan.OVERRIDE : grasp.scan;
                takeFrom(round, grasp, instead, grasp.left(), ghost);
                if (grasp.left() == 0) {
                    return;
                }
            }
        }
        replenishment.hurry(round.warehouse(), told, at);
        counting.lay(told);
    }
}
