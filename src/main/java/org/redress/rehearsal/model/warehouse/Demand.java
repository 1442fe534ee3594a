package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.Sscc;
import org.redress.kernel.Money;
import org.redress.orders.Order;
import org.redress.rehearsal.model.warehouse.Consignment.Wanted;
import org.redress.rehearsal.model.warehouse.Consignment.Wish;

/**
 * What customers order, and what the warehouse is told of it. Here customers pick the wrong entry (CU), a listing misleads
 * them (LI), and a line reaches the warehouse as another article (OD).
 */
final class Demand {
    private static final int DAY = 86_400;
    private static final int AREAS = 40;
    private static final double SPREAD = 0.5;

    /** Makes people expect or the warehouse fetch another article, until it is found. */
    private record Mixup(Affair affair, Item other, long until, int people) {
        boolean goesOn(long now) {
            return now < until && affair.people() < people;
        }
    }

    private final World world;
    private final Chance chance;
    private final List<List<Item>> ranges = new ArrayList<>();
    private final List<double[]> popularity = new ArrayList<>();
    private final double[] houses;
    private final Map<Item, Mixup> listings = new HashMap<>();
    private final Map<Item, Mixup> mappings = new HashMap<>();
    private final List<Order> orders = new ArrayList<>();
    private int parcels;

    Demand(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        for (int house = 0; house < world.warehouses().size(); house++) {
            int here = house;
            var range = world.assortment().items().stream()
                    .filter(item -> item.house() == null || item.house() == here)
                    .toList();
            ranges.add(range);
            popularity.add(
                    cumulated(range.stream().mapToDouble(Item::popularity).toArray()));
        }
        this.houses = cumulated(
                popularity.stream().mapToDouble(sums -> sums[sums.length - 1]).toArray());
    }

    private static double[] cumulated(double[] weights) {
        var sums = weights.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }

    /** The orders of a day, the oldest first; an order’s drop-shipped articles go in a parcel of their own. */
    List<Consignment> day(int day) {
        int expected = world.plan().ordersADay();
        int count = (int) Math.max(1, Math.round(expected + Math.sqrt(expected) * chance.normal()));
        var moments = new long[count];
        for (int i = 0; i < count; i++) {
            moments[i] = (long) day * DAY + (long) (DAY * Math.sqrt(chance.between(0.05, 1)));
        }
        Arrays.sort(moments);
        endMixups((long) day * DAY);
        var consignments = new ArrayList<Consignment>();
        for (long moment : moments) {
            consignments.addAll(order(moment - DAY / 4));
        }
        return consignments;
    }

    List<Order> orders() {
        return List.copyOf(orders);
    }

    private List<Consignment> order(long placed) {
        world.mischief().anotherOrder();
        int house = chance.within(houses);
        var outlet = world.outlet(house);
        var items = basket(house);
        var lines = new ArrayList<Order.Line>();
        for (var item : items) {
            var price = item.product().price();
            lines.add(new Order.Line(
                    lines.size() + 1,
                    item.sku(),
                    Shapes.units(chance),
                    price == null ? Money.zero(outlet.currency()) : price,
                    Money.zero(outlet.currency())));
        }
        var order = outlet.order(orders.size() + 1, world.plan().at(placed), List.copyOf(lines));
        orders.add(order);
        var consignments = new ArrayList<Consignment>(1);
        int area = chance.below(AREAS);
        add(consignments, outlet, order, items, false, area);
        add(consignments, outlet, order, items, true, area);
        consignments.forEach(consignment -> mistake(consignment, placed));
        return consignments;
    }

    private List<Item> basket(int house) {
        int size = Shapes.lines(world.parameters().of(Parameter.BASKET), chance);
        var items = new ArrayList<Item>(size);
        var seen = new HashSet<Item>();
        for (int i = 0; i < size; i++) {
            var item = ranges.get(house).get(chance.within(popularity.get(house)));
            if (seen.add(item)) {
                items.add(item);
            }
        }
        return items;
    }

    private void add(
            List<Consignment> consignments,
            Outlet outlet,
            Order order,
            List<Item> items,
            boolean dropShipped,
            int area) {
        var wanted = new ArrayList<Wanted>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item.isDropShipped() == dropShipped) {
                wanted.add(new Wanted(item, item, order.lines().get(i).quantity()));
            }
        }
        if (!wanted.isEmpty()) {
            parcels++;
            int serial = world.plan().number() % 10_000 * 100_000 + parcels % 100_000;
            var consignment = new Consignment(
                    outlet,
                    order,
                    outlet.trackingNumber(parcels, order),
                    Sscc.parse("urn:epc:id:sscc:9521321.0%09d".formatted(serial))
                            .orElseThrow(),
                    area);
            consignment.lines().addAll(wanted);
            consignments.add(consignment);
        }
    }

    private void mistake(Consignment consignment, long placed) {
        expectOtherwise(consignment, placed);
        if (!consignment.isFine()) {
            return;
        }
        if (world.mischief().strikes(Cause.CU, 0.03)) {
            var ordered = chance.any(consignment.lines()).ordered();
            var wanted = other(ordered, null, Parameter.WANTED_SIBLING);
            if (wanted != null) {
                consignment.wish(new Wish(ordered, wanted));
                begin(Cause.CU, placed, null, 1).touches(consignment);
            }
        } else {
            tellOtherwise(consignment, placed);
        }
    }

    private void expectOtherwise(Consignment consignment, long placed) {
        var ordered = chance.any(consignment.lines()).ordered();
        if (!listings.containsKey(ordered) && world.mischief().strikes(Cause.LI, 0.02)) {
            var shown = other(ordered, null, Parameter.WANTED_SIBLING);
            if (shown != null) {
                var affair = begin(Cause.LI, placed, ordered, 3);
                listings.put(ordered, mixup(affair, shown, placed, Parameter.LISTED_WRONGLY));
            }
        }
        for (var line : consignment.lines()) {
            var listing = listings.get(line.ordered());
            if (listing != null
                    && listing.goesOn(placed)
                    && consignment.isFine()
                    && world.chance(Parameter.MISLED, chance)) {
                consignment.wish(new Wish(line.ordered(), listing.other()));
                listing.affair().touches(consignment);
            }
        }
    }

    private void tellOtherwise(Consignment consignment, long placed) {
        var house = consignment.house();
        if (house == null) {
            return;
        }
        if (world.mischief().strikes(Cause.OD, 0.02)) {
            var ordered = chance.any(consignment.lines()).ordered();
            var told = other(ordered, house, Parameter.WANTED_SIBLING);
            if (told != null && world.chance(Parameter.EDITED, chance)) {
                tell(consignment, ordered, told, begin(Cause.OD, placed, ordered, 1));
            } else if (told != null && !mappings.containsKey(ordered)) {
                var affair = begin(Cause.OD, placed, ordered, 3);
                mappings.put(ordered, mixup(affair, told, placed, Parameter.MAPPED_WRONGLY));
            }
        }
        for (var line : List.copyOf(consignment.lines())) {
            var mapping = mappings.get(line.ordered());
            if (mapping != null && mapping.goesOn(placed) && consignment.isFine()) {
                tell(consignment, line.ordered(), mapping.other(), mapping.affair());
            }
        }
    }

    private static void tell(Consignment consignment, Item ordered, Item told, Affair affair) {
        if (consignment.lines().stream().noneMatch(line -> line.told().equals(told))) {
            consignment
                    .lines()
                    .replaceAll(
                            line -> line.ordered().equals(ordered) ? new Wanted(ordered, told, line.units()) : line);
            affair.touches(consignment);
        }
    }

    private Affair begin(Cause cause, long at, @Nullable Item listing, double people) {
        var scope = Incident.Scope.NOWHERE;
        return world.begin(
                cause,
                at,
                listing == null ? scope : scope.onListing(listing.sku().value()),
                people);
    }

    /** @param house where it must lie, where that matters */
    private @Nullable Item other(Item item, @Nullable Integer house, Parameter sibling) {
        var siblings = world.assortment().siblings(item);
        if (!siblings.isEmpty() && world.chance(sibling, chance)) {
            return chance.any(siblings);
        }
        var range = ranges.get(house == null ? 0 : house);
        var any = chance.any(range);
        return any.equals(item) || (house != null && any.isDropShipped()) ? null : any;
    }

    private Mixup mixup(Affair affair, Item other, long from, Parameter hours) {
        long until = from + (long) (3_600 * chance.logNormal(world.parameters().of(hours), SPREAD));
        int people = (int) Math.ceil(chance.logNormal(world.parameters().of(Parameter.FOUND_AFTER), SPREAD));
        return new Mixup(affair, other, until, people);
    }

    private void endMixups(long now) {
        for (var mixups : List.of(listings, mappings)) {
            mixups.values().removeIf(mixup -> {
                boolean over = !mixup.goesOn(now);
                if (over) {
                    world.mischief().end(mixup.affair());
                }
                return over;
            });
        }
    }
}
