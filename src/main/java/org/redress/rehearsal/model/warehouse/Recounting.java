package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.rehearsal.model.warehouse.Appeal.Shot;
import org.redress.rehearsal.model.warehouse.Appeal.Truth;
import org.redress.traces.TraceEvent;

/**
 * What somebody would find who looked after each appeal: in the slots as they then are, and in the goods that come back.
 * Looking changes nothing, so that whoever uses a season may leave it out.
 */
final class Recounting {
    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;
    private static final double SPREAD = 0.4;

    private final World world;
    private final Counting counting;
    private final Chance chance;
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(Comparator.comparingLong(Waiting::due));
    private final List<Appeal> appeals = new ArrayList<>();

    /** An appeal until somebody has looked. */
    private record Waiting(
            long due,
            String number,
            long at,
            Filing filing,
            List<Shot> shots,
            Truth truth,
            List<Item> articles,
            @Nullable Content returned) {}

    Recounting(World world, Counting counting, Chance chance) {
        this.world = world;
        this.counting = counting;
        this.chance = chance;
    }

    void await(
            String number,
            long at,
            Filing filing,
            List<Shot> shots,
            Truth truth,
            Item ordered,
            @Nullable Content said,
            @Nullable Content returned) {
        long due = at + (long) (HOUR * chance.logNormal(world.parameters().of(Parameter.RECOUNTED_AFTER), SPREAD));
        var articles = Stream.concat(Stream.of(ordered), Stream.ofNullable(said).map(Content::item))
                .filter(item -> !item.isDropShipped())
                .distinct()
                .toList();
        waiting.add(new Waiting(due, number, at, filing, shots, truth, articles, returned));
    }

    /** Slots as they are now, for all that is due until then. */
    void look(long until) {
        while (!waiting.isEmpty() && waiting.peek().due() <= until) {
            var next = waiting.remove();
            appeals.add(new Appeal(
                    next.number(),
                    world.plan().at(next.at()),
                    next.filing(),
                    next.shots(),
                    recounts(next),
                    inspection(next),
                    next.truth()));
        }
    }

    private List<TraceEvent> recounts(Waiting next) {
        var slots = new LinkedHashSet<Slot>();
        var events = new ArrayList<TraceEvent>();
        for (var item : next.articles()) {
            var warehouse = world.warehouses().stream()
                    .filter(each -> each.holds(item))
                    .findFirst()
                    .orElseThrow();
            var slot = warehouse.home(item);
            if (slots.add(slot)) {
                var note = world.journal()
                        .count(next.due() + 60L * slots.size())
                        .slot(slot)
                        .by(warehouse.name() + "-ct1")
                        .expected(slot.homeOf(), warehouse::book);
                counting.found(slot, world.parameters().of(Parameter.RECOUNT_WRONG))
                        .forEach(note::with);
                events.add(note.event());
            }
        }
        return List.copyOf(events);
    }

    private @Nullable TraceEvent inspection(Waiting next) {
        var returned = next.returned();
        boolean sendsNothing = next.truth().cause() == Cause.FC && world.chance(Parameter.NOTHING_BACK, chance);
        if (returned == null || sendsNothing) {
            return null;
        }
        long at = next.at() + (long) (DAY * chance.logNormal(world.parameters().of(Parameter.RETURNED_AFTER), SPREAD));
        var told = world.chance(Parameter.INSPECTED_BY_LABEL, chance) ? returned.label() : returned.item();
        return world.journal()
                .inspection(at)
                .returned(next.number())
                .with(told, returned.units())
                .event();
    }

    List<Appeal> appeals() {
        return appeals.stream()
                .sorted(Comparator.comparing(Appeal::at).thenComparing(Appeal::number))
                .toList();
    }
}
