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
import org.redress.rehearsal.model.warehouse.Appeal.Shot;
import org.redress.rehearsal.model.warehouse.Appeal.Truth;

/**
 * Customers open their parcels, and some of those who have reason to complain do. Some complain without (FC).
 */
final class Complaining {
    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;
    private static final int TRIES = 4;
    private static final double DELAYS = 0.9;

    private final World world;
    private final Recounting recounting;
    private final Wording wording;
    private final Camera camera;
    private final Chance chance;
    private final List<String> earlier = new ArrayList<>();
    private final List<Long> earlierAt = new ArrayList<>();

    Complaining(World world, Recounting recounting, Chance chance) {
        this.world = world;
        this.recounting = recounting;
        this.wording = new Wording(world, chance);
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
                    wording.wished(consignment, received, wish.wanted()));
            return affair;
        }
        var words = wording.found(consignment, finding);
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
        var shown = world.chance(Parameter.FALSE_SHOWS_ORDERED, chance) ? line.ordered() : said;
        var pretended = new Content(said, shown, line.units(), affair);
        file(affair, consignment, line.ordered(), null, pretended, wording.pretended(consignment, line, pretended));
        world.mischief().settle(affair, true);
    }

    private void file(
            Affair affair,
            Consignment consignment,
            Item ordered,
            @Nullable Item wanted,
            @Nullable Content received,
            Wording.Words words) {
        boolean pretended = affair.cause() == Cause.FC;
        long delay =
                (long) (DAY * Math.min(14, chance.logNormal(world.parameters().of(Parameter.REPORTED_AFTER), DELAYS)));
        long at = consignment.deliveredAt() + Math.max(HOUR / 2, delay);
        var number = "%s-C%05d".formatted(world.plan().prefix(), earlier.size() + 1);
        var before = earlierPicture(at);
        var printed = received == null ? List.<Gtin>of() : wording.printed(received);
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

    private Filing filing(Consignment consignment, Wording.Words words, long at) {
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
