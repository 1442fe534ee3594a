package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.redress.claims.Filing;
import org.redress.kernel.Gtin;
import org.redress.kernel.Problem;
import org.redress.rehearsal.model.warehouse.Consignment.Wanted;

/** What customers say of what they found: by number, by barcode or in words. */
final class Wording {
    private static final double LABEL_TOO = 0.5;
    private static final double NAMES_VARIANT = 0.8;
    private static final double SINGLE_LINE = 0.7;

    private final World world;
    private final Chance chance;

    /** What they write and tick. */
    record Words(String statement, List<Filing.Line> lines) {}

    Wording(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    private Phrases phrases(Consignment consignment) {
        return new Phrases("zh-CN".equals(consignment.order().customer().language()), chance);
    }

    Words wished(Consignment consignment, Content received, Item wanted) {
        var statement = phrases(consignment)
                .wanted(wanted.product().name(), received.item().product().name());
        return new Words(
                statement,
                List.of(new Filing.Line(
                        received.item().sku(),
                        received.units(),
                        problem(wanted, received.item()),
                        received(received, received.units()))));
    }

    private Problem problem(Item wanted, Item received) {
        return wanted.isSiblingOf(received) && chance.of(NAMES_VARIANT) ? Problem.WRONG_VARIANT : Problem.WRONG_ITEM;
    }

    private Filing.Received received(Content content, int units) {
        if (world.chance(Parameter.NAMES_ARTICLE, chance)) {
            return new Filing.Received(content.item().sku(), null, null, units);
        }
        var printed = printed(content);
        if (!printed.isEmpty() && world.chance(Parameter.TYPES_BARCODE, chance)) {
            return new Filing.Received(null, printed.getFirst(), null, units);
        }
        return new Filing.Received(null, null, content.item().product().name(), units);
    }

    /** The label’s barcode, and the article’s own where it still shows. */
    List<Gtin> printed(Content content) {
        var printed = new ArrayList<Gtin>(2);
        boolean ownShows = !content.item().equals(content.label()) && world.chance(Parameter.OWN_CODE_SHOWS, chance);
        if (ownShows) {
            add(content.item(), printed);
        }
        if (!ownShows || chance.of(LABEL_TOO)) {
            add(content.label(), printed);
        }
        return printed;
    }

    private static void add(Item item, List<Gtin> codes) {
        var gtin = item.product().gtin();
        if (gtin != null) {
            codes.add(gtin);
        }
    }

    Words found(Consignment consignment, Finding finding) {
        return finding.whole() ? wholeParcel(consignment, finding) : lineByLine(consignment, finding);
    }

    /** As if another article had come. */
    Words pretended(Consignment consignment, Wanted line, Content pretended) {
        var ordered = line.ordered();
        var statement = phrases(consignment)
                .wrong(ordered.product().name(), pretended.item().product().name());
        return new Words(
                statement,
                List.of(new Filing.Line(
                        ordered.sku(),
                        line.units(),
                        problem(ordered, pretended.item()),
                        received(pretended, line.units()))));
    }

    private Words wholeParcel(Consignment consignment, Finding finding) {
        var lines = new ArrayList<Filing.Line>();
        var received = finding.received();
        boolean single = chance.of(SINGLE_LINE);
        for (var missing : finding.missing().entrySet()) {
            lines.add(new Filing.Line(
                    missing.getKey().sku(),
                    missing.getValue(),
                    Problem.WRONG_PARCEL,
                    received == null || !lines.isEmpty() ? null : received(received, received.units())));
            if (single) {
                break;
            }
        }
        if (lines.isEmpty()) {
            lines.add(new Filing.Line(
                    null, 0, Problem.EXTRA_ITEM, received == null ? null : received(received, received.units())));
        }
        var name = received == null ? "…" : received.item().product().name();
        return new Words(phrases(consignment).wholeParcel(name), List.copyOf(lines));
    }

    private Words lineByLine(Consignment consignment, Finding finding) {
        var lines = new ArrayList<Filing.Line>();
        var sentences = new ArrayList<String>();
        var phrases = phrases(consignment);
        var extras = new ArrayList<>(finding.extra());
        for (var missing : finding.missing().entrySet()) {
            var ordered = missing.getKey();
            if (extras.isEmpty()) {
                lines.add(new Filing.Line(ordered.sku(), missing.getValue(), Problem.MISSING_ITEM, null));
                sentences.add(phrases.missing(ordered.product().name()));
            } else {
                var extra = extras.removeFirst();
                lines.add(new Filing.Line(
                        ordered.sku(),
                        missing.getValue(),
                        problem(ordered, extra.item()),
                        received(extra, extra.units())));
                sentences.add(phrases.wrong(
                        ordered.product().name(), extra.item().product().name()));
            }
        }
        for (var extra : extras) {
            lines.add(new Filing.Line(null, 0, Problem.EXTRA_ITEM, received(extra, extra.units())));
            sentences.add(phrases.extra(extra.item().product().name()));
        }
        return new Words(String.join(" ", sentences), List.copyOf(lines));
    }
}
