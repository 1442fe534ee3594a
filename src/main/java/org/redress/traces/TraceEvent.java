package org.redress.traces;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.Sscc;
import org.redress.kernel.Gtin;
import org.redress.kernel.Sku;

/**
 * One fulfilment event as far as we read it (contract.md, "What a fulfilment event says").
 *
 * @param id made from the event's hash: the same event twice has one id
 * @param declaredWrong whether this row says that the event of this id was wrong
 * @param eventId as the sender names it
 * @param orders the orders that it names as {@code po}
 * @param parcels the SSCCs that it names, the parent of an aggregation first
 * @param goods what the event counts, in its own words
 * @param expected what the books said would be there, where a count says so
 * @param listedOnly whether a count looked for the listed articles only, so that others may lie there as well
 * @param place its read point: a slot, a bench
 * @param spot where that place lies, where the event says so
 * @param lot which delivery of the goods
 * @param weightGrams as weighed at this moment, in grams
 */
public record TraceEvent(
        UUID id,
        boolean declaredWrong,
        Instant at,
        @Nullable String eventId,
        Moment moment,
        @Nullable String step,
        @Nullable Action action,
        List<String> orders,
        List<Sscc> parcels,
        List<Goods> goods,
        List<Goods> expected,
        boolean listedOnly,
        @Nullable String place,
        @Nullable Spot spot,
        @Nullable String lot,
        @Nullable String trackingNumber,
        @Nullable String operator,
        @Nullable String tote,
        @Nullable String wave,
        @Nullable Scan scan,
        boolean shortPick,
        @Nullable Integer weightGrams,
        @Nullable String carrier,
        @Nullable String disposition,
        @Nullable Trouble trouble,
        @Nullable Integer distanceMetres,
        List<String> returns) {
    /** Whether it is about a parcel: by its SSCC, or by its tracking number however that is written. */
    public boolean isOf(Parcel parcel) {
        var sscc = parcel.sscc();
        return (sscc != null && parcels.contains(sscc))
                || (trackingNumber != null && Labels.names(trackingNumber, parcel));
    }

    /** The same, with goods that only a GTIN names called by their article. */
    public TraceEvent named(Function<Gtin, Optional<Sku>> article) {
        return isNamed(goods) && isNamed(expected)
                ? this
                : new TraceEvent(
                        id,
                        declaredWrong,
                        at,
                        eventId,
                        moment,
                        step,
                        action,
                        orders,
                        parcels,
                        named(goods, article),
                        named(expected, article),
                        listedOnly,
                        place,
                        spot,
                        lot,
                        trackingNumber,
                        operator,
                        tote,
                        wave,
                        scan,
                        shortPick,
                        weightGrams,
                        carrier,
                        disposition,
                        trouble,
                        distanceMetres,
                        returns);
    }

    private static boolean isNamed(List<Goods> goods) {
        return goods.stream().allMatch(each -> each.sku() != null || each.gtin() == null);
    }

    private static List<Goods> named(List<Goods> goods, Function<Gtin, Optional<Sku>> article) {
        return goods.stream()
                .map(each -> each.sku() != null || each.gtin() == null
                        ? each
                        : new Goods(article.apply(each.gtin()).orElse(null), each.gtin(), each.uri(), each.quantity()))
                .toList();
    }

    /** Which moment of a parcel's way an event tells of. */
    public enum Moment {
        PUTAWAY,
        STOCKTAKE,
        LABELLING,
        PICK,
        PACK,
        UNPACK,
        HAND_OVER,
        TRANSIT,
        DELIVERY,
        INSPECTION,
        OTHER;

        /** Whether it tells of goods on a shelf and not of an order. */
        public boolean isOfStock() {
            return this == PUTAWAY || this == STOCKTAKE || this == LABELLING;
        }
    }

    public enum Action {
        ADD,
        OBSERVE,
        DELETE
    }

    /** How a picker made sure of the article. */
    public enum Scan {
        /** The article's own barcode, which matched the line. */
        ITEM,
        /** The slot's only. */
        LOCATION,
        NONE,
        /** A mismatch that was confirmed by hand. */
        OVERRIDE
    }

    /** What went wrong on the way. */
    public enum Trouble {
        MISSORT,
        DELAY,
        DAMAGE,
        LOSS
    }

    /** In metres, from a corner that the warehouse chose. */
    public record Spot(double x, double y) {
        public double metresTo(Spot other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    /**
     * Some units of an article.
     *
     * @param sku where the event names it by the merchant's own number
     * @param gtin where it names it by GTIN; neither where it is another identifier
     * @param uri as the event writes it
     * @param quantity null where it is not said, or not a count of pieces
     */
    public record Goods(
            @Nullable Sku sku,
            @Nullable Gtin gtin,
            String uri,
            @Nullable Integer quantity) {}
}
