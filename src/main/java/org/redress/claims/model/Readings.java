package org.redress.claims.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Gtin;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Product;

/**
 * What the photos of a claim say about the goods. A barcode of an article that was not ordered says that another one
 * came. The barcode of an ordered article says little: the customer may photograph what they did get, and a mislabelled
 * lot prints that very code (domain.md section 3, rule 6).
 */
public record Readings(List<Seen> articles, Slip slip) {
    private static final Set<EvidenceKind> OF_GOODS =
            EnumSet.of(EvidenceKind.ITEM, EvidenceKind.ITEM_BARCODE, EvidenceKind.OTHER);

    /** How the article in a photo stands to what was ordered. */
    public enum Fit {
        ORDERED,
        ANOTHER,
        /** A code without an article cannot be told from an ordered article whose code is not on record. */
        UNKNOWN
    }

    /**
     * An article's barcode in a photo.
     *
     * @param product null where the catalogue does not know the code
     */
    public record Seen(Gtin gtin, @Nullable Product product, Fit fit) {}

    /** What the packing slip in the parcel says about its order. */
    public enum Slip {
        THIS_ORDER,
        ANOTHER_ORDER,
        NOT_READ
    }

    static Readings of(Facts facts) {
        var seen = new ArrayList<Seen>();
        for (var gtin : codes(facts.evidence())) {
            var candidates = facts.candidates(gtin);
            var product = candidates.isEmpty() ? null : candidates.getFirst();
            seen.add(new Seen(gtin, product, fit(facts, product)));
        }
        return new Readings(List.copyOf(seen), slip(facts));
    }

    /** The codes of articles in photos of the goods, each once. */
    public static Set<Gtin> codes(Collection<EvidenceItem> evidence) {
        return evidence.stream()
                .filter(item -> OF_GOODS.contains(item.kind()))
                .flatMap(item -> item.barcodes().stream())
                .map(EvidenceItem.Barcode::gtin)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Fit fit(Facts facts, @Nullable Product product) {
        var expected = facts.expected();
        if (expected.isEmpty()) {
            return Fit.UNKNOWN;
        }
        if (product != null) {
            return expected.contains(product.sku()) ? Fit.ORDERED : Fit.ANOTHER;
        }
        return expected.stream().map(facts.products()::get).allMatch(known -> known != null && known.gtin() != null)
                ? Fit.ANOTHER
                : Fit.UNKNOWN;
    }

    private static Slip slip(Facts facts) {
        var number = facts.filing().orderNumber();
        if (number == null) {
            return Slip.NOT_READ;
        }
        if (slipTexts(facts.evidence()).stream().anyMatch(text -> OrderNumbers.names(text, number))) {
            return Slip.THIS_ORDER;
        }
        return facts.ordersOnSlips().isEmpty() ? Slip.NOT_READ : Slip.ANOTHER_ORDER;
    }

    /** What the codes of the packing slips say, other than articles. */
    static List<String> slipTexts(Collection<EvidenceItem> evidence) {
        return evidence.stream()
                .filter(item -> item.kind() == EvidenceKind.PACKING_SLIP)
                .flatMap(item -> item.barcodes().stream())
                .filter(barcode -> barcode.gtin() == null)
                .map(EvidenceItem.Barcode::text)
                .toList();
    }

    /** Articles in the photos that were never ordered. */
    List<Seen> notOrdered() {
        return articles.stream().filter(seen -> seen.fit() == Fit.ANOTHER).toList();
    }

    /** What the photos say came beside the ordered articles; a code that may be one of theirs is not guessed at. */
    List<Seen> cameBesides() {
        return articles.stream()
                .filter(seen -> seen.fit() == Fit.ANOTHER || (seen.fit() == Fit.UNKNOWN && seen.product() != null))
                .toList();
    }

    /** Whether the photos show an affected article itself, as ordered. */
    boolean show(Filing.Line line) {
        return articles.stream()
                .anyMatch(seen -> seen.product() != null && seen.product().sku().equals(line.sku()));
    }

    /** Whether a photo names what the customer says came: then it speaks of the goods and not of something beside them. */
    boolean bearOut(Filing filing) {
        return !notOrdered().isEmpty() || filing.lines().stream().anyMatch(this::showsReceived);
    }

    private boolean showsReceived(Filing.Line line) {
        var received = line.received();
        if (received == null || line.problem() == Problem.MISSING_ITEM) {
            return false;
        }
        var sku = received.sku();
        return articles.stream()
                .filter(seen -> !isOf(seen, line.sku()))
                .anyMatch(seen -> seen.gtin().equals(received.gtin()) || isOf(seen, sku));
    }

    private static boolean isOf(Seen seen, @Nullable Sku sku) {
        return seen.product() != null && seen.product().sku().equals(sku);
    }
}
