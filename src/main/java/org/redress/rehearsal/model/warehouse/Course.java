package org.redress.rehearsal.model.warehouse;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** How a season goes: day by day, wave by wave. */
final class Course {
    private static final int HOUR = 3_600;
    private static final long DAY = 24L * HOUR;
    private static final int FIRST_WAVE = 6;
    private static final int LAST_WAVE = 20;
    private static final int WAVE_HOURS = 2;

    private final World world;
    private final Demand demand;
    private final Replenishment replenishment;
    private final Counting counting;
    private final Picking picking;
    private final Wall wall;
    private final Packing packing;
    private final Suppliers suppliers;
    private final Carriage carriage;
    private final Recounting recounting;
    private final Complaining complaining;
    private final List<Deque<Consignment>> placed = new ArrayList<>();
    private final List<Consignment> packed = new ArrayList<>();

    /** @param theirs whose season it is; nobody's where there are none */
    Course(Plan plan, List<Outlet> theirs, Parameters parameters, long seed) {
        var merchant = new Chance(plan.merchant());
        var season = new Chance(seed * 10_007 + plan.number());
        var shoppers = season.apart("demand");
        var assortment = theirs.isEmpty()
                ? Invention.assortment(parameters, merchant.apart("assortment"))
                : Assortment.of(theirs, merchant.apart("assortment"));
        var outlets = theirs.isEmpty() ? MadeUp.both(plan, assortment, shoppers) : theirs;
        var warehouses = IntStream.range(0, outlets.size())
                .mapToObj(house -> new Warehouse(
                        house, outlets.get(house).warehouse(), assortment, parameters, merchant.apart("house" + house)))
                .toList();
        this.world = new World(
                plan,
                parameters,
                outlets,
                assortment,
                warehouses,
                new Journal(plan),
                new Mischief(parameters, plan, season.apart("mischief")),
                new Ledger(assortment.items().size()));
        this.demand = new Demand(world, shoppers);
        this.replenishment = new Replenishment(world, season.apart("replenishment"));
        this.counting = new Counting(world, replenishment, season.apart("counting"));
        this.picking = new Picking(world, replenishment, counting, season.apart("picking"));
        this.wall = new Wall(world, season.apart("wall"));
        this.packing = new Packing(world, season.apart("packing"));
        this.suppliers = new Suppliers(world, packing, season.apart("suppliers"));
        this.carriage = new Carriage(world, packing, merchant.apart("carriers"), season.apart("carriage"));
        this.recounting = new Recounting(world, counting, season.apart("recounting"));
        this.complaining = new Complaining(world, recounting, season.apart("complaining"));
        warehouses.forEach(_ -> placed.add(new ArrayDeque<>()));
    }

    Season run() {
        world.warehouses().forEach(replenishment::fill);
        for (int day = 0; day < world.plan().days(); day++) {
            for (var consignment : demand.day(day)) {
                accept(consignment);
            }
            for (int hour = FIRST_WAVE; hour <= LAST_WAVE; hour += WAVE_HOURS) {
                wave(day * DAY + (long) hour * HOUR);
            }
            send();
        }
        wave(world.plan().days() * DAY + (long) FIRST_WAVE * HOUR);
        send();
        recounting.look(Long.MAX_VALUE);
        return new Season(
                world.assortment().products(),
                demand.orders(),
                carriage.parcels(),
                world.journal().events(),
                recounting.appeals(),
                world.mischief().incidents(),
                carriage.contents(),
                world.ledger().told(world.assortment(), world.warehouses()));
    }

    private long placedAt(Consignment consignment) {
        return Duration.between(world.plan().opens(), consignment.order().placedAt())
                .toSeconds();
    }

    private void accept(Consignment consignment) {
        var house = consignment.house();
        if (house == null) {
            suppliers.send(consignment, placedAt(consignment) + 2 * HOUR);
            packed.add(consignment);
        } else {
            placed.get(house).add(consignment);
        }
    }

    private void wave(long at) {
        recounting.look(at);
        for (int house = 0; house < placed.size(); house++) {
            var due = new ArrayList<Consignment>();
            var waiting = placed.get(house);
            while (!waiting.isEmpty() && placedAt(waiting.getFirst()) < at - HOUR / 2) {
                due.add(waiting.removeFirst());
            }
            handle(world.warehouse(house), at, due);
        }
    }

    private void handle(Warehouse warehouse, long at, List<Consignment> due) {
        counting.before(at, warehouse);
        replenishment.before(at, warehouse, due);
        var name = "%s-%s-%d".formatted(world.plan().prefix(), warehouse.name(), at / HOUR);
        int batch = world.parameters().count(Parameter.BATCH);
        long last = at;
        for (int i = 0; i < due.size(); i += batch) {
            int shift = i / batch / warehouse.pickers().size();
            var orders = due.subList(i, Math.min(due.size(), i + batch));
            last = Math.max(last, picking.pick(warehouse, name, orders, at + shift * 1_500L));
        }
        int cells = world.parameters().count(Parameter.WALL_CELLS);
        for (int i = 0; i < due.size(); i += cells) {
            var orders = due.subList(i, Math.min(due.size(), i + cells));
            var bench = warehouse.benches().get(i / cells % warehouse.benches().size());
            wall.sort(orders, name, bench.uri(), last);
            packing.pack(bench, name, orders, last + 300);
        }
        packed.addAll(due);
    }

    private void send() {
        carriage.carry(packed);
        packed.forEach(complaining::open);
        packed.clear();
    }
}
