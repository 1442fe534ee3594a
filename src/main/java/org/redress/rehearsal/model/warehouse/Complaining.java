package org.redress.rehearsal.model.warehouse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Channel;
import org.redress.claims.Filing;
import org.redress.kernel.Demand;
import org.redress.kernel.Gtin;
import org.redress.kernel.Problem;
import org.redress.rehearsal.model.warehouse.Appeal.Shot;
import org.redress.rehearsal.model.warehouse.Appeal.Truth;

/**
 * Customers open their parcels, and some of those who have reason to complain do. Some complain without (FC).
 */
final class Complaining {
    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;
    private static final double LABEL_TOO = 0.5;
    private static final int TRIES = 4;
    private static final double DELAYS = 0.9;
    private static final double NAMES_VARIANT = 0.8;
    private static final double SINGLE_LINE = 0.7;

    private final World world;
    private final Recounting recounting;
    private final Camera camera;
    private final Chance chance;
    private final List<String> earlier = new ArrayList<>();
    private final List<Long> earlierAt = new ArrayList<>();

    Complaining(World world, Recounting recounting, Chance chance) {
        this.world = world;
        this.recounting = recounting;
        this.camera = new Camera(world, chance);
        this.chance = chance;
    }

    void open(Consignment consignment) {
        if (consignment.isFine()) {
            if (world.mischief().strikes(Cause.FC, 0.02)) {
                pretend(consignment);
            }
            return;
        }
        var claimed = world.chance(Parameter.REPORTED, chance) ? complain(consignment) : null;
        consignment.affairs().forEach(affair -> world.mischief().settle(affair, affair == claimed));
    }

    /** What it is about; null where they see nothing to complain about. */
    private @Nullable Affair complain(Consignment consignment) {
        var finding = Finding.in(consignment.received().labelled(), consignment);
        var wish = consignment.wish();
        var affair = about(consignment, finding.isNothing());
        if (affair == null) {
            return null;
        }
        if (finding.isNothing() && wish != null) {
            var received = new Content(wish.ordered(), wish.ordered(), units(consignment, wish.ordered()), null);
            file(
                    affair,
                    consignment,
                    wish.ordered(),
                    wish.wanted(),
                    received,
                    wished(consignment, received, wish.wanted()));
            return affair;
        }
        var words = finding.whole() ? wholeParcel(consignment, finding) : lineByLine(consignment, finding);
        file(affair, consignment, finding.ordered(consignment), null, finding.received(), words);
        return affair;
    }

    /** What went wrong with the goods comes before what was wrong with the wish. */
    private static @Nullable Affair about(Consignment consignment, boolean asOrdered) {
        for (var affair : consignment.affairs()) {
            if (affair.cause().isAsOrdered() == asOrdered) {
                return affair;
            }
        }
        return null;
    }

    private static int units(Consignment consignment, Item item) {
        return consignment.lines().stream()
                .filter(line -> line.ordered().equals(item))
                .mapToInt(Consignment.Wanted::units)
                .sum();
    }

    /** What they write and tick. */
    private record Words(String statement, List<Filing.Line> lines) {}

    private Phrases phrases(Consignment consignment) {
        return new Phrases("zh-CN".equals(consignment.order().customer().language()), chance);
    }

    private Words wished(Consignment consignment, Content received, Item wanted) {
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
    private List<Gtin> printed(Content content) {
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

    private void pretend(Consignment consignment) {
        var line = chance.any(consignment.lines());
        var siblings = world.assortment().siblings(line.ordered());
        var said = !siblings.isEmpty() && chance.of(0.5)
                ? chance.any(siblings)
                : chance.any(world.assortment().items());
        if (said.equals(line.ordered())) {
            return;
        }
        var affair = world.begin(Cause.FC, consignment.deliveredAt(), Incident.Scope.NOWHERE, 1);
        affair.touches(consignment);
        var shown = chance.of(0.3) ? line.ordered() : said;
        var pretended = new Content(said, shown, line.units(), affair);
        var statement = phrases(consignment)
                .wrong(line.ordered().product().name(), said.product().name());
        var words = new Words(
                statement,
                List.of(new Filing.Line(
                        line.ordered().sku(),
                        line.units(),
                        problem(line.ordered(), said),
                        received(pretended, line.units()))));
        file(affair, consignment, line.ordered(), null, pretended, words);
        world.mischief().settle(affair, true);
    }

    private void file(
            Affair affair,
            Consignment consignment,
            Item ordered,
            @Nullable Item wanted,
            @Nullable Content received,
            Words words) {
        boolean pretended = affair.cause() == Cause.FC;
        long delay =
                (long) (DAY * Math.min(14, chance.logNormal(world.parameters().of(Parameter.REPORTED_AFTER), DELAYS)));
        long at = consignment.deliveredAt() + Math.max(HOUR / 2, delay);
        var number = "%s-C%05d".formatted(world.plan().prefix(), earlier.size() + 1);
        var before = earlierPicture(at);
        var printed = received == null ? List.<Gtin>of() : printed(received);
        var shots = new ArrayList<Shot>();
        for (var shot : camera.shots(
                printed, consignment.received().labelled(), consignment.received(), consignment.deliveredAt(), at)) {
            shots.add(
                    pretended
                            ? camera.pretended(shot, consignment.deliveredAt(), before)
                            : camera.perhapsAgain(shot, before));
        }
        earlier.add(number);
        earlierAt.add(at);
        var truth = new Truth(
                affair.cause(),
                ordered.sku(),
                pretended
                        ? ordered.sku()
                        : received == null ? null : received.item().sku(),
                wanted == null ? null : wanted.sku(),
                consignment.trackingNumber(),
                consignment.partners().stream().map(Consignment::trackingNumber).toList(),
                affair.id());
        var returned = pretended ? new Content(ordered, ordered, units(consignment, ordered), affair) : received;
        recounting.await(
                number, at, filing(consignment, words, at), List.copyOf(shots), truth, ordered, received, returned);
    }

    private @Nullable String earlierPicture(long at) {
        for (int tries = 0; tries < TRIES && !earlier.isEmpty(); tries++) {
            int one = chance.below(earlier.size());
            if (earlierAt.get(one) < at) {
                return earlier.get(one);
            }
        }
        return null;
    }

    private Filing filing(Consignment consignment, Words words, long at) {
        var order = consignment.order();
        var customer = order.customer();
        Instant discovered = world.plan().at(chance.moment(consignment.deliveredAt(), at));
        return new Filing(
                order.orderNumber(),
                chance.of(0.5) ? consignment.trackingNumber() : null,
                new Filing.Contact(customer.name(), customer.email(), customer.phone()),
                chance.any(List.of(
                        Channel.PORTAL,
                        Channel.PORTAL,
                        Channel.PORTAL,
                        Channel.EMAIL,
                        Channel.CHAT,
                        Channel.MARKETPLACE)),
                words.statement(),
                chance.any(List.of(Demand.RESHIP, Demand.RESHIP, Demand.REFUND, Demand.EXCHANGE, Demand.UNDECIDED)),
                chance.of(0.6) ? discovered : null,
                null,
                null,
                words.lines(),
                "zh-CN".equals(customer.language()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH,
                Map.of());
    }
}
