package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.traces.TraceEvent.Spot;

/** A floor of slots in aisles, with people, benches and their scales. Siblings lie side by side, as they do. */
final class Warehouse {
    private static final int LEVELS = 3;
    private static final int BAYS = 20;

    /** How far somebody may reach by mistake, in metres. */
    private static final double ARM = 2.2;

    /** @param scansArticle share of this picker’s picks; the same for the slot’s barcode among the others */
    record Picker(String name, double scansArticle, double scansSlot) {}

    /** @param biasGrams what its scale always says too much */
    record Bench(String uri, String packer, double biasGrams, boolean weighsLabelled) {}

    private final String name;
    private final Parameters parameters;
    private final List<Slot> slots = new ArrayList<>();
    private final @Nullable Slot[] homes;
    private final int[] books;
    private final List<Picker> pickers = new ArrayList<>();
    private final List<Bench> benches = new ArrayList<>();

    Warehouse(int house, String name, Assortment assortment, Parameters parameters, Chance chance) {
        this.name = name;
        this.parameters = parameters;
        this.homes = new @Nullable Slot[assortment.items().size()];
        this.books = new int[assortment.items().size()];
        settle(house, assortment, chance);
        findNeighbours();
        for (int i = 0; i < parameters.count(Parameter.PICKERS); i++) {
            double alike = parameters.of(Parameter.LIKE_HABITS);
            pickers.add(new Picker(
                    "%s-op%d".formatted(name, i + 1),
                    chance.beta(parameters.of(Parameter.SCANS_ARTICLE), alike),
                    chance.beta(parameters.of(Parameter.SCANS_SLOT), alike)));
        }
        for (int i = 0; i < parameters.count(Parameter.BENCHES); i++) {
            benches.add(new Bench(
                    "urn:redress:bench:%s:%d".formatted(name, i + 1),
                    "%s-pk%d".formatted(name, i + 1),
                    parameters.of(Parameter.SCALE_BIAS) * chance.normal(),
                    chance.of(parameters.of(Parameter.WEIGHS_LABELLED))));
        }
    }

    private void settle(int house, Assortment assortment, Chance chance) {
        var apart = new ArrayList<Item>();
        for (var family : assortment.families()) {
            for (var item : family) {
                if (item.house() == null || item.house() != house) {
                    continue;
                }
                if (item.equals(family.getFirst()) || chance.of(parameters.of(Parameter.SIBLINGS_TOGETHER))) {
                    house(item, chance);
                } else {
                    apart.add(item);
                }
            }
        }
        apart.forEach(item -> house(item, chance));
    }

    private void house(Item item, Chance chance) {
        boolean shares = !slots.isEmpty()
                && slots.getLast().homeOf().size() == 1
                && chance.of(parameters.of(Parameter.SHARED_SLOTS));
        if (!shares) {
            slots.add(slot(slots.size()));
        }
        slots.getLast().homeOf().add(item);
        homes[item.index()] = slots.getLast();
    }

    private Slot slot(int place) {
        int level = place % LEVELS;
        int bay = place / LEVELS % BAYS;
        int aisle = place / LEVELS / BAYS;
        return new Slot(
                "urn:redress:slot:%s:%s-%02d-%d".formatted(name, aisleName(aisle), bay + 1, level + 1),
                new Spot(
                        Math.round(10 * aisle * parameters.of(Parameter.AISLE)) / 10.0,
                        Math.round(10 * bay * parameters.of(Parameter.BAY)) / 10.0),
                place);
    }

    private static String aisleName(int aisle) {
        return aisle < 26 ? String.valueOf((char) ('A' + aisle)) : "A" + (char) ('A' + aisle - 26);
    }

    private void findNeighbours() {
        for (var slot : slots) {
            for (var other : slots) {
                if (slot != other && slot.spot().metresTo(other.spot()) <= ARM) {
                    slot.near().add(other);
                }
            }
        }
    }

    String name() {
        return name;
    }

    List<Slot> slots() {
        return slots;
    }

    List<Picker> pickers() {
        return pickers;
    }

    List<Bench> benches() {
        return benches;
    }

    /** Where an article of this house lies. */
    Slot home(Item item) {
        var home = homes[item.index()];
        if (home == null) {
            throw new IllegalArgumentException(item.sku() + " does not lie in " + name);
        }
        return home;
    }

    boolean holds(Item item) {
        return homes[item.index()] != null;
    }

    /** What the books say lies at home of an article. */
    int book(Item item) {
        return books[item.index()];
    }

    void book(Item item, int units) {
        books[item.index()] = units;
    }

    void bookMore(Item item, int units) {
        books[item.index()] += units;
    }

    /** Somewhere within reach, the nearer the likelier; null where nothing else lies there. */
    @Nullable
    Item besides(Item item, Chance chance) {
        var home = home(item);
        var candidates = new ArrayList<Item>();
        for (var slot : home.near()) {
            candidates.addAll(slot.homeOf());
        }
        home.homeOf().stream().filter(each -> !each.equals(item)).forEach(candidates::add);
        candidates.sort(Comparator.comparingInt(Item::index));
        return chance.weighted(
                candidates,
                other -> home(other).passingFor(other) == 0
                        ? 0
                        : Math.exp(-(0.3 + home(other).spot().metresTo(home.spot())) / parameters.of(Parameter.REACH)));
    }
}
