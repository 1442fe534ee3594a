package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.traces.Parcel;
import org.redress.traces.TraceEvent.Trouble;

/**
 * Carriers fetch, weigh, sort and deliver. Here two parcels are mixed up at the hub or at the door (CA), or a recipient takes a
 * neighbour’s (RC).
 */
final class Carriage {
    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;

    private final World world;
    private final Packing packing;
    private final Chance chance;
    private final List<String> carriers;
    private final double[] biases;
    private final List<Parcel> parcels = new ArrayList<>();
    private final Map<String, List<Parcel.Line>> contents = new TreeMap<>();

    /** Parcels of one carrier that are delivered on one day. */
    private record Tour(String carrier, List<Leg> legs) {}

    /** One parcel on its way. */
    private static final class Leg {
        private final Consignment consignment;
        private final int carrier;
        private @Nullable Integer grams;
        private @Nullable Trouble trouble;
        private double metresOff;

        private Leg(Consignment consignment, int carrier) {
            this.consignment = consignment;
            this.carrier = carrier;
        }
    }

    Carriage(World world, Packing packing, Chance merchant, Chance chance) {
        this.world = world;
        this.packing = packing;
        this.chance = chance;
        this.carriers = world.outlets().stream()
                .flatMap(outlet -> outlet.carriers().stream())
                .distinct()
                .toList();
        this.biases = new double[carriers.size()];
        for (int i = 0; i < biases.length; i++) {
            biases[i] = world.parameters().of(Parameter.CARRIER_BIAS) * merchant.normal();
        }
    }

    /** All that was packed in a day. */
    void carry(List<Consignment> packed) {
        var tours = new TreeMap<String, Tour>();
        for (var consignment : packed) {
            var leg = new Leg(consignment, carrier(consignment));
            schedule(consignment);
            contents.put(consignment.trackingNumber(), inside(consignment.labelled()));
            var name = carriers.get(leg.carrier);
            tours.computeIfAbsent(name + consignment.deliveredAt() / DAY, _ -> new Tour(name, new ArrayList<>()))
                    .legs()
                    .add(leg);
        }
        tours.values().forEach(this::deliver);
    }

    private int carrier(Consignment consignment) {
        var theirs = consignment.outlet().carriers();
        int one = Math.abs(consignment.trackingNumber().hashCode() % 7 % theirs.size());
        return carriers.indexOf(theirs.get(one));
    }

    private static List<Parcel.Line> inside(Box box) {
        return Parcel.Line.together(box.contents().stream()
                .map(content -> new Parcel.Line(content.item().sku(), content.units()))
                .toList());
    }

    private void schedule(Consignment consignment) {
        long day = consignment.packedAt() / DAY;
        long ready = consignment.packedAt() % DAY + 600;
        long early = 14 * HOUR + HOUR / 2;
        long late = 22 * HOUR;
        long truck = ready < early ? day * DAY + early : ready < late ? day * DAY + late : (day + 1) * DAY + early;
        consignment.shippedAt(truck);
        int days = chance.of(0.8) ? 1 : 2 + chance.below(2);
        consignment.deliveredAt((truck / DAY + days) * DAY + 9 * HOUR + consignment.area() * 700L + chance.below(700));
    }

    private void deliver(Tour tour) {
        tour.legs().sort(Comparator.comparingLong(leg -> leg.consignment.deliveredAt()));
        var relabelledLate = new ArrayList<Runnable>();
        for (int i = 0; i + 1 < tour.legs().size(); i++) {
            var one = tour.legs().get(i);
            var other = tour.legs().get(i + 1);
            if (!one.consignment.isFine() || !other.consignment.isFine()) {
                continue;
            }
            if (world.mischief().strikes(Cause.CA, 0.03)) {
                mixUp(one, other, tour.carrier(), relabelledLate);
            } else if (world.mischief().strikes(Cause.RC, 0.03)) {
                takeNeighbours(one, other);
            }
        }
        tour.legs().forEach(this::weigh);
        relabelledLate.forEach(Runnable::run);
        for (var leg : tour.legs()) {
            if (leg.trouble == null && world.chance(Parameter.MISSORTS, chance)) {
                leg.trouble = chance.of(0.4) ? Trouble.DELAY : Trouble.MISSORT;
            }
            record(leg);
        }
    }

    private void mixUp(Leg one, Leg other, String carrier, List<Runnable> relabelledLate) {
        begin(Cause.CA, one, other, Incident.Scope.NOWHERE.by(carrier));
        if (world.chance(Parameter.RELABELS, chance)) {
            Runnable relabel = () -> {
                var box = one.consignment.labelled();
                one.consignment.label(other.consignment.labelled());
                other.consignment.label(box);
            };
            if (world.chance(Parameter.RELABELS_FIRST, chance)) {
                relabel.run();
            } else {
                relabelledLate.add(relabel);
            }
        } else {
            exchange(one, other);
            double metres = chance.logNormal(world.parameters().of(Parameter.DOORS), 0.8);
            one.metresOff = metres;
            other.metresOff = metres;
        }
        for (var leg : List.of(one, other)) {
            if (world.chance(Parameter.MISSORT_NOTED, chance)) {
                leg.trouble = Trouble.MISSORT;
            }
        }
    }

    private void takeNeighbours(Leg one, Leg other) {
        begin(Cause.RC, one, other, Incident.Scope.NOWHERE);
        exchange(one, other);
        double metres = world.chance(Parameter.COLLECTED, chance) ? chance.between(15, 90) : 0;
        one.metresOff = metres;
        other.metresOff = metres;
    }

    private void begin(Cause cause, Leg one, Leg other, Incident.Scope scope) {
        var affair = world.begin(cause, one.consignment.shippedAt(), scope, 2);
        affair.touches(one.consignment);
        affair.touches(other.consignment);
        one.consignment.mixedWith(List.of(other.consignment));
        other.consignment.mixedWith(List.of(one.consignment));
    }

    private static void exchange(Leg one, Leg other) {
        one.consignment.receive(other.consignment);
        other.consignment.receive(one.consignment);
    }

    /** In tens of grams, as carriers do. */
    private void weigh(Leg leg) {
        if (world.chance(Parameter.CARRIER_WEIGHS, chance)) {
            double grams = leg.consignment.labelled().grams()
                    + biases[leg.carrier]
                    + world.parameters().of(Parameter.CARRIER_SCALE) * chance.normal();
            leg.grams = Integer.valueOf((int) Math.max(10, 10 * Math.round(grams / 10)));
        }
    }

    private void record(Leg leg) {
        var consignment = leg.consignment;
        var name = carriers.get(leg.carrier);
        boolean deliveryKnown = world.chance(Parameter.DELIVERY_RECORDED, chance);
        var house = consignment.house();
        var warehouse = house == null
                ? consignment.lines().getFirst().told().product().supplier()
                : world.warehouse(house).name();
        parcels.add(new Parcel(
                consignment.trackingNumber(),
                consignment.order().orderNumber(),
                name,
                consignment.sscc(),
                warehouse == null ? "supplier" : warehouse,
                world.plan().at(consignment.shippedAt()),
                deliveryKnown ? world.plan().at(consignment.deliveredAt()) : null,
                Packing.expectedGrams(consignment),
                packing.packWeight(consignment),
                leg.grams,
                packing.shipped(consignment)));
        var journal = world.journal();
        journal.write(journal.handOver(consignment.shippedAt())
                .parcel(consignment)
                .carrier(name)
                .grams(leg.grams));
        journal.write(journal.transit(consignment.shippedAt() + 5L * HOUR + chance.below(4 * HOUR))
                .parcel(consignment)
                .carrier(name)
                .place("urn:redress:hub:" + leg.carrier)
                .onItsWay(leg.trouble));
        if (deliveryKnown) {
            journal.write(journal.delivery(consignment.deliveredAt())
                    .parcel(consignment)
                    .metres(world.chance(Parameter.DISTANCE_RECORDED, chance) ? distance(leg) : null));
        }
    }

    private Integer distance(Leg leg) {
        double error = world.chance(Parameter.POSITION_LOST, chance)
                ? chance.between(60, 900)
                : chance.exponential(world.parameters().of(Parameter.POSITION));
        return Integer.valueOf((int) Math.round(Math.hypot(leg.metresOff, error)));
    }

    List<Parcel> parcels() {
        return List.copyOf(parcels);
    }

    Map<String, List<Parcel.Line>> contents() {
        return contents;
    }
}
