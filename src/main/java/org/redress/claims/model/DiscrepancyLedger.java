package org.redress.claims.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.claims.Verification.Discrepancy;
import org.redress.claims.Verification.Source;
import org.redress.kernel.Sku;

/**
 * Expected against received, one row an article: everything that was ordered, and everything that came, though it was
 * never ordered (contract.md, {@code discrepancies}). Stations that recorded nothing stay unknown.
 */
final class DiscrepancyLedger {
    private static final double BY_STATEMENT = 0.6;
    private static final double BY_PHOTO = 0.95;

    private final Facts facts;
    private final Readings readings;
    private final SequencedMap<String, Row> rows = new LinkedHashMap<>();

    private DiscrepancyLedger(Facts facts, Readings readings) {
        this.facts = facts;
        this.readings = readings;
    }

    static List<Discrepancy> of(Facts facts, Readings readings) {
        var ledger = new DiscrepancyLedger(facts, readings);
        ledger.writeOrdered();
        facts.filing().lines().forEach(ledger::writeLine);
        readings.cameBesides().forEach(ledger::writeSeen);
        return ledger.rows.values().stream().map(Row::discrepancy).toList();
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

        private int came() {
            return Math.max(0, (ordered == null ? 0 : ordered) - lacking) + added;
        }

        void say(int units, Source from) {
            received = units;
            source = source == Source.PHOTO ? source : from;
        }

        Discrepancy discrepancy() {
            var confidence = switch (source) {
                case ORDER -> 1.0;
                case STATEMENT -> BY_STATEMENT;
                case PHOTO -> BY_PHOTO;
            };
            return new Discrepancy(sku, name, ordered, null, null, null, received, source, confidence);
        }
    }
}
