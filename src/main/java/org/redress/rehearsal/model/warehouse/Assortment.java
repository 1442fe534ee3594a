package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.redress.orders.Product;

/** What the merchant sells, family by family. */
final class Assortment {
    private static final double WEIGHED_ROUGHLY = 0.004;

    private final List<List<Item>> families;
    private final List<Item> items;

    /** @param families in which articles stand by their index */
    Assortment(List<List<Item>> families) {
        this.families = List.copyOf(families);
        this.items = families.stream().flatMap(List::stream).toList();
    }

    /** Of shops that there are: about as heavy as on record, and some sell better than others. */
    static Assortment of(List<Outlet> outlets, Chance chance) {
        int articles =
                outlets.stream().mapToInt(outlet -> outlet.products().size()).sum();
        var ranks = new ArrayList<>(IntStream.range(0, articles).boxed().toList());
        Collections.shuffle(ranks, new SplittableRandom(chance.below(Integer.MAX_VALUE)));
        var families = new ArrayList<List<Item>>();
        var family = new ArrayList<Item>();
        int index = 0;
        for (int house = 0; house < outlets.size(); house++) {
            for (var product : outlets.get(house).products()) {
                if (!family.isEmpty() && !areSiblings(family.getLast().product(), product)) {
                    families.add(List.copyOf(family));
                    family.clear();
                }
                double grams =
                        Objects.requireNonNullElse(product.weightGrams(), 0) * (1 + WEIGHED_ROUGHLY * chance.normal());
                family.add(
                        new Item(index, product, grams, families.size(), Shapes.popularity(ranks.get(index)), house));
                index++;
            }
        }
        families.add(List.copyOf(family));
        return new Assortment(families);
    }

    private static boolean areSiblings(Product one, Product other) {
        return one.variantOf() != null && one.variantOf().equals(other.variantOf());
    }

    List<Item> items() {
        return items;
    }

    List<List<Item>> families() {
        return families;
    }

    /** All of the family but itself. */
    List<Item> siblings(Item item) {
        return families.get(item.family()).stream()
                .filter(each -> each.index() != item.index())
                .toList();
    }

    List<Product> products() {
        return items.stream().map(Item::product).toList();
    }
}
