package org.redress.claims.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.TraceEvent;
import org.redress.traces.Trail;

/**
 * What warehouse and carrier recorded on the way of the claimed goods.
 *
 * @param labels the merchant's parcels that texts on photographed outer labels name
 * @param scale of the warehouse that sent the claimed parcel
 */
public record Way(Trail trail, Map<String, Parcel> labels, Scale scale) {
    public static final Way UNKNOWN = new Way(Trail.EMPTY, Map.of(), Scale.USUAL);

    /** What the codes of outer labels say, other than articles. */
    public static List<String> labelTexts(Collection<EvidenceItem> evidence) {
        return evidence.stream()
                .filter(item -> item.kind() == EvidenceKind.OUTER_LABEL)
                .flatMap(item -> item.barcodes().stream())
                .filter(barcode -> barcode.gtin() == null)
                .map(EvidenceItem.Barcode::text)
                .distinct()
                .toList();
    }

    /** The parcel that a claim is about: the one it names, else the only one of its order. */
    public static Optional<Parcel> claimed(Filing filing, Trail trail) {
        var named = filing.trackingNumber();
        if (named != null) {
            return trail.labelled(named);
        }
        return trail.parcels().size() == 1 ? Optional.of(trail.parcels().getFirst()) : Optional.empty();
    }

    /** When the claimed goods arrived, as far as anybody said. */
    Optional<TraceEvent> delivery(@Nullable Parcel parcel) {
        return trail.of(TraceEvent.Moment.DELIVERY)
                .filter(event -> parcel == null || event.isOf(parcel))
                .reduce((first, last) -> last);
    }

    /** The weight of a parcel in grams: on the bench, else on the carrier's scale. */
    Optional<Integer> weighed(Parcel parcel) {
        return Stream.of(
                        Stream.ofNullable(parcel.packWeightGrams()),
                        weights(parcel, TraceEvent.Moment.PACK),
                        Stream.ofNullable(parcel.carrierWeightGrams()),
                        weights(parcel, TraceEvent.Moment.HAND_OVER))
                .flatMap(each -> each)
                .filter(grams -> grams > 0)
                .findFirst();
    }

    /** What the carrier's scale said, as long as the warehouse's said something as well. */
    Optional<Integer> weighedAgain(Parcel parcel) {
        boolean before = Stream.concat(
                        Stream.ofNullable(parcel.packWeightGrams()), weights(parcel, TraceEvent.Moment.PACK))
                .anyMatch(grams -> grams > 0);
        return before
                ? Stream.concat(
                                Stream.ofNullable(parcel.carrierWeightGrams()),
                                weights(parcel, TraceEvent.Moment.HAND_OVER))
                        .filter(grams -> grams > 0)
                        .findFirst()
                : Optional.empty();
    }

    private Stream<Integer> weights(Parcel parcel, TraceEvent.Moment moment) {
        return trail.of(moment)
                .filter(event -> event.isOf(parcel))
                .map(TraceEvent::weightGrams)
                .flatMap(Stream::ofNullable);
    }
}
