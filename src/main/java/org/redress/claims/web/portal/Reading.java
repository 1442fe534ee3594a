package org.redress.claims.web.portal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Gtin;
import org.redress.kernel.Sku;
import org.redress.orders.Product;

/**
 * What a photo says to the customer who took it. A photo without a barcode is never "wrong".
 *
 * @param article what the barcode names, where the catalogue knows it, else its digits; of a shipping label the parcel's
 *     number, of any other code its text; null where none was read
 * @param ordered the article that it is compared with; null where there is more than one, or none
 */
public record Reading(
        Outcome outcome, @Nullable String article, @Nullable String ordered) {
    private static final int LONGEST_TEXT = 60;

    /** Each has a sentence {@code portal.reading.X} and a colour. */
    public enum Outcome {
        PENDING("quiet"),
        PENDING_VIDEO("quiet"),
        DIFFERS("differs"),
        SAME("agrees"),
        NAMED("quiet"),
        UNLISTED("unknown"),
        LABEL("quiet"),
        TEXT("quiet"),
        NO_BARCODE("quiet"),
        NOT_SHOWN("quiet"),
        VIDEO("quiet");

        private final String tone;

        Outcome(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }

        /** Whether the ordered article stands beside the one in the photo. */
        public boolean compares() {
            return this == DIFFERS || this == UNLISTED;
        }
    }

    static Reading of(
            EvidenceItem item, Map<Gtin, List<Product>> articles, List<Sku> ordered, Map<Sku, Product> names) {
        if (item.readState() == EvidenceItem.ReadState.PENDING) {
            return new Reading(item.isVideo() ? Outcome.PENDING_VIDEO : Outcome.PENDING, null, null);
        }
        if (!item.isShown()) {
            return new Reading(item.isVideo() ? Outcome.VIDEO : Outcome.NOT_SHOWN, null, null);
        }
        var gtins = item.barcodes().stream()
                .map(EvidenceItem.Barcode::gtin)
                .flatMap(Stream::ofNullable)
                .toList();
        if (gtins.isEmpty()) {
            return ofOtherCodes(item);
        }
        return compared(gtins, articles, ordered, names);
    }

    /** What a code says that was typed, or read by the camera. */
    static Reading of(Gtin code, Map<Gtin, List<Product>> articles, List<Sku> ordered, Map<Sku, Product> names) {
        return compared(List.of(code), articles, ordered, names);
    }

    private static Reading compared(
            List<Gtin> gtins, Map<Gtin, List<Product>> articles, List<Sku> ordered, Map<Sku, Product> names) {
        var one = ordered.size() == 1 ? name(ordered.getFirst(), names) : null;
        for (var gtin : gtins) {
            for (var product : articles.getOrDefault(gtin, List.of())) {
                if (ordered.contains(product.sku())) {
                    return new Reading(Outcome.SAME, product.name(), one);
                }
            }
        }
        return gtins.stream()
                .flatMap(gtin -> articles.getOrDefault(gtin, List.of()).stream())
                .findFirst()
                .map(product -> new Reading(ordered.isEmpty() ? Outcome.NAMED : Outcome.DIFFERS, product.name(), one))
                .orElseGet(() -> new Reading(Outcome.UNLISTED, printed(gtins.getFirst()), one));
    }

    /** As it stands below most barcodes: with thirteen digits. */
    static String printed(Gtin gtin) {
        return gtin.digits().replaceFirst("^0", "");
    }

    private static Reading ofOtherCodes(EvidenceItem item) {
        if (item.barcodes().isEmpty()) {
            return new Reading(item.isVideo() ? Outcome.VIDEO : Outcome.NO_BARCODE, null, null);
        }
        return item.barcodes().stream()
                .map(EvidenceItem.Barcode::sscc)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(sscc -> new Reading(Outcome.LABEL, sscc.digits(), null))
                .orElseGet(() -> new Reading(
                        Outcome.TEXT, shortened(item.barcodes().getFirst().text()), null));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
    }

    private static String name(Sku sku, Map<Sku, Product> names) {
        var product = names.get(sku);
        return product == null ? sku.value() : product.name();
    }
}
