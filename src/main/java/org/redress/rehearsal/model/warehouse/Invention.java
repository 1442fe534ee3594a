package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.GtinUri;
import org.redress.kernel.Gtin;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Product;

/** Articles that there are not, in families; of some a thing is not on record, or not rightly. */
final class Invention {
    static final Currency POUNDS = Currency.getInstance("GBP");
    private static final int LARGEST_FAMILY = 6;
    private static final int SUPPLIERS = 12;
    private static final List<String> THINGS = List.of(
            "mug",
            "bowl",
            "plate",
            "lamp",
            "cushion",
            "tea towel",
            "apron",
            "jar",
            "lantern",
            "hook",
            "basket",
            "doormat",
            "candle",
            "frame",
            "clock",
            "tray",
            "teapot",
            "notebook",
            "stool",
            "planter",
            "blanket",
            "kettle",
            "rack",
            "box");
    private static final List<String> MAKES = List.of(
            "Alder", "Birch", "Cove", "Dale", "Elm", "Fern", "Glen", "Heath", "Isle", "Juniper", "Kirk", "Lark", "Moor",
            "Nettle", "Oak", "Pine", "Quay", "Rowan", "Sedge", "Thorn");
    private static final List<String> KINDS = List.of(
            "red", "blue", "green", "cream", "grey", "black", "white", "mustard", "navy", "pink", "small", "large");

    private final Parameters parameters;
    private final Chance chance;
    private final List<Item> items = new ArrayList<>();
    private final List<List<Item>> families = new ArrayList<>();
    private final List<Integer> ranks;

    private Invention(Parameters parameters, Chance chance) {
        this.parameters = parameters;
        this.chance = chance;
        int articles = Math.clamp(parameters.count(Parameter.ARTICLES), 400, 1500);
        this.ranks = new ArrayList<>(IntStream.range(0, articles).boxed().toList());
        Collections.shuffle(ranks, new SplittableRandom(chance.below(Integer.MAX_VALUE)));
        while (items.size() < articles) {
            family(articles - items.size());
        }
    }

    static Assortment assortment(Parameters parameters, Chance chance) {
        return new Assortment(new Invention(parameters, chance).families);
    }

    private void family(int room) {
        int size = 1;
        if (chance.of(familyShare())) {
            size = 2 + (int) Math.min(LARGEST_FAMILY - 2.0, chance.exponential(1.2));
        }
        size = Math.min(size, room);
        boolean dropShipped = chance.of(parameters.of(Parameter.DROP_SHIPPED));
        var house = dropShipped ? null : Integer.valueOf(chance.of(parameters.of(Parameter.SECOND_WAREHOUSE)) ? 1 : 0);
        double grams = Shapes.grams(chance);
        long pence = Shapes.pence(chance);
        var siblings = new ArrayList<Item>();
        for (int i = 0; i < size; i++) {
            var item = item(i, size, i == 0 ? grams : siblingGrams(grams), pence, house);
            siblings.add(item);
            items.add(item);
        }
        families.add(List.copyOf(siblings));
    }

    /** Of families, so that the share of articles comes out. */
    private double familyShare() {
        double articles = parameters.of(Parameter.IN_FAMILIES);
        return articles / (articles + 2.8 * (1 - articles));
    }

    private double siblingGrams(double grams) {
        if (chance.of(parameters.of(Parameter.PACKS))) {
            return grams * (2 + chance.below(5));
        }
        return chance.of(parameters.of(Parameter.SAME_WEIGHT))
                ? grams
                : chance.logNormal(grams, parameters.of(Parameter.SIBLING_WEIGHT));
    }

    private Item item(int sibling, int size, double grams, long pence, @Nullable Integer house) {
        int index = items.size();
        int family = families.size();
        var make = MAKES.get(family % MAKES.size()) + " " + (1 + family / MAKES.size());
        var thing = THINGS.get(family * 7 % THINGS.size());
        var kind = KINDS.get((family + sibling) % KINDS.size());
        var sku = "R%04d".formatted(1000 + family) + (size == 1 ? "" : "-" + (char) ('A' + sibling));
        var product = new Product(
                new Sku(sku),
                "%s %s, %s".formatted(make, thing, kind),
                chance.of(parameters.of(Parameter.GTIN_UNKNOWN)) ? null : gtin(index),
                recordedGrams(grams),
                new Money(pence, POUNDS),
                size == 1 ? null : "R%04d".formatted(1000 + family),
                null,
                "Supplier " + (char) ('A' + family % SUPPLIERS),
                null);
        return new Item(index, product, grams, family, Shapes.popularity(ranks.get(index)), house);
    }

    /** Under the prefix that GS1 keeps for examples. */
    private static Gtin gtin(int index) {
        return GtinUri.parse(String.format(Locale.ROOT, "urn:epc:id:sgtin:9521321.0%05d.1", index))
                .orElseThrow();
    }

    private @Nullable Integer recordedGrams(double grams) {
        if (chance.of(parameters.of(Parameter.WEIGHT_UNKNOWN))) {
            return null;
        }
        boolean wrong = chance.of(parameters.of(Parameter.WEIGHT_WRONG));
        double factor = wrong ? (chance.of(0.5) ? 1 : -1) * chance.between(0.1, 0.4) : 0.004 * chance.normal();
        return Integer.valueOf((int) Math.max(1, Math.round(grams * (1 + factor))));
    }
}
