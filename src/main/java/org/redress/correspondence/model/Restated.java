package org.redress.correspondence.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Filing;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;

/** The customer's problem in our words, so that they see we understood it (domain.md R66, R68). */
final class Restated {
    private static final int MOST_ROWS = 6;
    private static final int LONGEST_QUOTE = 300;

    private final Claim claim;
    private final Function<Sku, String> names;

    Restated(Claim claim, Function<Sku, String> names) {
        this.claim = claim;
        this.names = names;
    }

    /** A row for each line; without lines, what the customer wrote. */
    List<Letter.Part> parts() {
        var lines = claim.filing().lines();
        if (lines.isEmpty()) {
            return List.of(said(
                    "correspondence.restated.statement", quote(claim.filing().statement())));
        }
        var parts = new ArrayList<Letter.Part>();
        var order = claim.filing().orderNumber();
        parts.add(
                order == null
                        ? said("correspondence.restated.no-order")
                        : said("correspondence.restated.order", order));
        lines.stream().limit(MOST_ROWS).forEach(line -> parts.add(new Letter.Part.Row(row(line))));
        if (lines.size() > MOST_ROWS) {
            parts.add(new Letter.Part.Row(Phrase.of("correspondence.restated.more", lines.size() - MOST_ROWS)));
        }
        return parts;
    }

    private Phrase row(Filing.Line line) {
        var ordered = ordered(line);
        var came = came(line.received());
        return switch (line.problem()) {
            case WRONG_ITEM ->
                came == null
                        ? Phrase.of("correspondence.line.WRONG_ITEM", ordered)
                        : Phrase.of("correspondence.line.WRONG_ITEM.came", ordered, came);
            case WRONG_VARIANT ->
                came == null
                        ? Phrase.of("correspondence.line.WRONG_VARIANT", ordered)
                        : Phrase.of("correspondence.line.WRONG_VARIANT.came", ordered, came);
            case WRONG_QUANTITY ->
                line.received() == null
                        ? Phrase.of("correspondence.line.WRONG_QUANTITY", ordered)
                        : Phrase.of(
                                "correspondence.line.WRONG_QUANTITY.came",
                                ordered,
                                line.received().quantity());
            case MISSING_ITEM -> Phrase.of("correspondence.line.MISSING_ITEM", ordered);
            case EXTRA_ITEM -> Phrase.of("correspondence.line.EXTRA_ITEM", came == null ? ordered : came);
            case WRONG_PARCEL -> Phrase.of("correspondence.line.WRONG_PARCEL");
            case DAMAGED -> Phrase.of("correspondence.line.DAMAGED", ordered);
            case NOT_RECEIVED -> Phrase.of("correspondence.line.NOT_RECEIVED", ordered);
            case LATE -> Phrase.of("correspondence.line.LATE", ordered);
        };
    }

    Phrase ordered(Filing.Line line) {
        return line.sku() == null
                ? Phrase.of("correspondence.article.unknown")
                : units(line.quantity(), names.apply(line.sku()));
    }

    @Nullable
    Phrase came(Filing.@Nullable Received received) {
        if (received == null) {
            return null;
        }
        if (received.sku() != null) {
            return units(received.quantity(), names.apply(received.sku()));
        }
        if (received.description() != null && !received.description().isBlank()) {
            return units(received.quantity(), received.description().strip());
        }
        return received.gtin() == null
                ? null
                : Phrase.of("correspondence.article.gtin", received.gtin().toString());
    }

    private static Phrase units(int quantity, String name) {
        return quantity <= 1
                ? Phrase.of("correspondence.article", name)
                : Phrase.of("correspondence.articles", quantity, name);
    }

    private static String quote(String statement) {
        var line = statement.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_QUOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }

    private static Letter.Part said(String key, Object... gaps) {
        return new Letter.Part.Said(Phrase.of(key, gaps));
    }
}
