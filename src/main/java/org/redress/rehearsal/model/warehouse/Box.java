package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A box with what is really in it. */
final class Box {
    /** Carton and filling as the books have them, in grams: small, middling, large. */
    private static final int[] CARTONS = {60, 150, 420};

    private final Consignment packedFor;
    private final List<Content> contents = new ArrayList<>(4);
    private @Nullable String slip;
    private double packaging;
    private double strayGrams;

    Box(Consignment packedFor) {
        this.packedFor = packedFor;
    }

    Consignment packedFor() {
        return packedFor;
    }

    List<Content> contents() {
        return contents;
    }

    void put(Content more) {
        for (int i = 0; i < contents.size(); i++) {
            var content = contents.get(i);
            if (content.isLike(more)) {
                contents.set(
                        i,
                        new Content(content.item(), content.label(), content.units() + more.units(), content.affair()));
                return;
            }
        }
        contents.add(more);
    }

    void close(double packagingNoise, double unitNoise) {
        packaging = carton(netGrams()) + packagingNoise;
        strayGrams = unitNoise;
    }

    private double netGrams() {
        double grams = 0;
        for (var content : contents) {
            grams += content.units() * content.item().grams();
        }
        return grams;
    }

    /** Squares of the units’ weights summed: what their scatter grows with. */
    double scatter() {
        double sum = 0;
        for (var content : contents) {
            sum += content.units() * content.item().grams() * content.item().grams();
        }
        return Math.sqrt(sum);
    }

    double grams() {
        return Math.max(20, netGrams() + packaging + strayGrams);
    }

    static int carton(double grams) {
        return CARTONS[grams < 500 ? 0 : grams < 3_000 ? 1 : 2];
    }

    /** The order that the slip inside names. */
    @Nullable
    String slip() {
        return slip;
    }

    void enclose(@Nullable String order) {
        slip = order;
    }
}
