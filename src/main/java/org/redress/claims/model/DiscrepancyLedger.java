package org.redress.claims.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.claims.Verification.Difference;
import org.redress.claims.Verification.Discrepancy;
import org.redress.claims.Verification.Source;
import org.redress.claims.Verification.Stage;
import org.redress.claims.Verification.Station;
import org.redress.kernel.Sku;
import org.redress.orders.Order;

/**
 * Expected against received, one row an article: everything that was ordered, and everything that came, though it was
 * never ordered (contract.md, {@code discrepancies}). Stations that recorded nothing stay unknown.
 */
final class DiscrepancyLedger {
    private static final double BY_STATEMENT = 0.6;
    private static final double BY_PHOTO = 0.95;
    private static final double BY_INSPECTION = 0.98;

    private final Facts facts;
    private final Readings readings;
    private final Stations stations;
    private final SequencedMap<String, Row> rows = new LinkedHashMap<>();

    private DiscrepancyLedger(Facts facts, Readings readings, Stations stations) {
        this.facts = facts;
        this.readings = readings;
        this.stations = stations;
    }

    static List<Discrepancy> of(Facts facts, Readings readings, Stations stations) {
        var ledger = new DiscrepancyLedger(facts, readings, stations);
        ledger.writeOrdered();
        stations.articles().forEach(ledger::row);
        facts.filing().lines().forEach(ledger::writeLine);
        readings.cameBesides().forEach(ledger::writeSeen);
        stations.inspected().forEach((sku, units) -> {
            if (!facts.isOrdered(sku)) {
                ledger.writeInspected(sku, units);
            }
        });
        return ledger.rows.values().stream().map(ledger::discrepancy).toList();
    }

    private void writeOrdered() {
        facts.order()
                .ifPresent(order -> order.lines().forEach(line -> {
                    var row = row(line.sku());
                    row.ordered = (row.ordered == null ? 0 : row.ordered) + line.quantity();
                }));
    }

    private void writeLine(Filing.Line line) {
        var sku = line.sku();
        var received = line.received();
        if (sku != null) {
            var row = row(sku);
            row.lack(line.quantity());
        }
        if (received != null) {
            var row = sku != null && facts.isOnlyMiscounted(line) ? row(sku) : rowOf(received);
            row.add(received.quantity());
        }
    }

    private Row rowOf(Filing.Received received) {
        if (received.sku() != null) {
            return row(received.sku());
        }
        if (received.gtin() != null) {
            var candidates = facts.candidates(received.gtin());
            return candidates.isEmpty()
                    ? unlisted(received.gtin().digits(), received.gtin().digits())
                    : row(candidates.getFirst().sku());
        }
        // Words name an article less surely than the one code in the photo, where there is just one.
        var seen = readings.notOrdered();
        if (seen.size() == 1) {
            var product = seen.getFirst().product();
            return product == null
                    ? unlisted(
                            seen.getFirst().gtin().digits(),
                            seen.getFirst().gtin().digits())
                    : row(product.sku());
        }
        var words = received.description() == null ? "?" : received.description();
        return unlisted(words, words);
    }

    private void writeSeen(Readings.Seen seen) {
        var product = seen.product();
        var row = product == null ? unlisted(seen.gtin().digits(), seen.gtin().digits()) : row(product.sku());
        row.say(row.received == null ? 1 : row.received, Source.PHOTO);
    }

    /** Of a piece that nobody counted there was at least one. */
    private void writeInspected(Sku sku, @Nullable Integer units) {
        var row = row(sku);
        int uncounted = row.received == null ? 1 : row.received;
        row.say(units == null ? uncounted : units, Source.INSPECTION);
    }

    private Row row(Sku sku) {
        return rows.computeIfAbsent("sku:" + sku, _ -> new Row(sku.value(), facts.name(sku), ordered(sku)));
    }

    private @Nullable Integer ordered(Sku sku) {
        return facts.order().isEmpty() || facts.isOrdered(sku) ? null : 0;
    }

    private Row unlisted(String key, String name) {
        return rows.computeIfAbsent(
                "other:" + key, _ -> new Row(null, name, facts.order().isEmpty() ? null : 0));
    }

    private static final class Row {
        private final @Nullable String sku;
        private final String name;
        private @Nullable Integer ordered;
        private @Nullable Integer received;
        private int lacking;
        private int added;
        private Source source = Source.ORDER;

        Row(@Nullable String sku, String name, @Nullable Integer ordered) {
            this.sku = sku;
            this.name = name;
            this.ordered = ordered;
        }

        /** Without the order, less than an unknown number came. */
        void lack(int units) {
            lacking += units;
            if (ordered != null) {
                say(came(), Source.STATEMENT);
            }
        }

        /** On top of what came as ordered, in whatever sequence the lines are told. */
        void add(int units) {
            added += units;
            say(came(), Source.STATEMENT);
        }

        boolean isLacking() {
            return ordered != null && received != null && received < ordered;
        }

        private int came() {
            return Math.max(0, (ordered == null ? 0 : ordered) - lacking) + added;
        }

        void say(int units, Source from) {
            received = units;
            source = rank(source) > rank(from) ? source : from;
        }

        /** A later word of a weaker source takes nothing from a stronger one. */
        private static int rank(Source source) {
            return switch (source) {
                case ORDER, PICK, PACK, SHIPMENT -> 0;
                case STATEMENT -> 1;
                case PHOTO -> 2;
                case INSPECTION -> 3;
            };
        }

        double confidence() {
            return switch (source) {
                case ORDER, PICK, PACK, SHIPMENT -> 1.0;
                case STATEMENT -> BY_STATEMENT;
                case PHOTO -> BY_PHOTO;
                case INSPECTION -> BY_INSPECTION;
            };
        }
    }

    private Discrepancy discrepancy(Row row) {
        var sku = row.sku == null ? null : new Sku(row.sku);
        var picked = sku == null ? Stations.Count.UNKNOWN : stations.picked(sku);
        var packed = sku == null ? Stations.Count.UNKNOWN : stations.packed(sku);
        var shipped = sku == null ? Stations.Count.UNKNOWN : stations.shipped(sku);
        var placedAt = facts.order().map(Order::placedAt).orElse(null);
        var way = Stream.of(
                        station(Stage.ORDERED, new Stations.Count(row.ordered, placedAt, 1), Source.ORDER),
                        station(Stage.PICKED, picked, Source.PICK),
                        station(Stage.PACKED, packed, Source.PACK),
                        station(Stage.SHIPPED, shipped, Source.SHIPMENT),
                        station(Stage.RECEIVED, new Stations.Count(row.received, null, row.confidence()), row.source))
                .flatMap(Optional::stream)
                .toList();
        var sibling = sku == null ? null : lookAlikeOf(sku);
        return new Discrepancy(
                row.sku,
                row.name,
                row.ordered,
                picked.units(),
                packed.units(),
                shipped.units(),
                row.received,
                row.source,
                row.confidence(),
                difference(row, sibling),
                sibling,
                way);
    }

    private static Optional<Station> station(Stage stage, Stations.Count count, Source source) {
        return Optional.ofNullable(count.units())
                .map(units -> new Station(stage, units, source, count.at(), count.confidence()));
    }

    /** The ordered article that one that was never ordered is easily taken for. */
    private @Nullable String lookAlikeOf(Sku sku) {
        var product = facts.products().get(sku);
        if (product == null || facts.order().isEmpty() || facts.isOrdered(sku)) {
            return null;
        }
        return facts.order().get().lines().stream()
                .map(line -> facts.products().get(line.sku()))
                .filter(ordered -> ordered != null && Likeness.isSibling(ordered, product))
                .map(ordered -> ordered.sku().value())
                .findFirst()
                .orElse(null);
    }

    private Difference difference(Row row, @Nullable String sibling) {
        var ordered = row.ordered;
        var received = row.received;
        if (ordered == null || received == null) {
            return Difference.UNKNOWN;
        }
        if (ordered == 0 && received > 0) {
            return sibling != null && isLacking(sibling)
                    ? Difference.WRONG_VARIANT
                    : rows.values().stream().anyMatch(Row::isLacking) ? Difference.WRONG_ITEM : Difference.EXTRA;
        }
        int more = received - ordered;
        if (more == 0) {
            return Difference.NONE;
        }
        return received == 0 ? Difference.MISSING : more < 0 ? Difference.TOO_FEW : Difference.TOO_MANY;
    }

    private boolean isLacking(String sku) {
        var row = rows.get("sku:" + sku);
        return row != null && row.isLacking();
    }
}
