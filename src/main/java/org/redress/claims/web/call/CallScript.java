package org.redress.claims.web.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Calls.Prospect;
import org.redress.claims.Heard;
import org.redress.claims.web.desk.Names;
import org.redress.kernel.Demand;
import org.redress.kernel.Phrase;
import org.redress.orders.Order;
import org.redress.traces.Parcel;

/**
 * What an agent says at each step, from what is known so far, and what they do meanwhile. Whoever has proven nothing is
 * asked and not told: what was ordered and where it went are not read out to them.
 *
 * @param shop how the merchant calls itself
 * @param agent who speaks
 * @param found how many orders fit what was said
 * @param came what came instead, as people call it; empty where it is not said
 * @param dangerous whether an article that came can harm, by the catalogue
 * @param zone in which a day is said
 */
public record CallScript(
        Call call,
        String shop,
        String agent,
        int found,
        @Nullable Order order,
        @Nullable Parcel parcel,
        Names names,
        String came,
        boolean dangerous,
        @Nullable Prospect prospect,
        ZoneId zone) {
    /**
     * A sentence.
     *
     * @param row of the seed in domain.md, such as {@code R44}
     * @param aloud whether it is said to the caller, in their language; else it is for the agent, in theirs
     */
    public record Line(Phrase phrase, String row, boolean aloud) {}

    /** What helps where a conversation becomes difficult. */
    public enum Moment {
        UPSET("R65", "R73"),
        DISAGREES("R74", "R77"),
        SENIOR("R67", "R77"),
        UNSURE("R60", "R78");

        private final String say;
        private final String act;

        Moment(String say, String act) {
            this.say = say;
            this.act = act;
        }

        List<Line> lines() {
            return List.of(
                    new Line(Phrase.of("calls.moment.say." + name()), say, true),
                    new Line(Phrase.of("calls.moment.do." + name()), act, false));
        }
    }

    private static Line aloud(String row, String key, Object... gaps) {
        return new Line(Phrase.of(key, gaps), row, true);
    }

    private static Line note(String row, String key, Object... gaps) {
        return new Line(Phrase.of(key, gaps), row, false);
    }

    List<Line> at(CallStep step) {
        return switch (step) {
            case GREETING -> greetingLines();
            case ORDER -> orderLines();
            case GOODS -> goodsLines();
            case HARM -> harmLines();
            case BEFORE -> beforeLines();
            case WISH -> wishLines();
            case NEXT -> nextLines();
            case CLOSE -> closeLines();
        };
    }

    private List<Line> greetingLines() {
        var lines = new ArrayList<Line>();
        lines.add(aloud("R63", "calls.say.greet." + call.place(), shop, agent));
        lines.add(note("R64", "calls.do.listen"));
        if (!isReached()) {
            lines.add(
                    call.name().isEmpty()
                            ? aloud("R61", "calls.say.who")
                            : aloud("R61", "calls.say.reach", call.name()));
        } else {
            lines.add(aloud("R61", "calls.say.reached", contact()));
        }
        return lines;
    }

    private boolean isReached() {
        return !call.email().isEmpty() || !call.phone().isEmpty();
    }

    private String contact() {
        return call.email().isEmpty() ? call.phone() : call.email();
    }

    private boolean isProven() {
        return !call.proven().isEmpty();
    }

    private List<Line> orderLines() {
        if (order == null) {
            if (!call.order().isEmpty()) {
                return List.of(aloud("R44", "calls.say.order.unknown", call.order()));
            }
            return found > 1
                    ? List.of(aloud("R59", "calls.say.order.several", found))
                    : List.of(aloud("R44", "calls.say.order.ask"), note("R60", "calls.do.order.none"));
        }
        if (!isProven()) {
            return List.of(
                    aloud("R49", "calls.say.prove"),
                    note("R48", "calls.do.unproven"),
                    aloud("R63", "calls.say.unproven"));
        }
        var lines = new ArrayList<Line>();
        var day = LocalDate.ofInstant(order.placedAt(), zone);
        lines.add(aloud("R44", "calls.say.order.is", order.orderNumber(), day, ordered(order)));
        if (parcel != null) {
            lines.add(aloud(
                    "R49", "calls.say.order.sent", parcel.shippedAt(), parcel.carrier(), parcel.trackingNumber()));
        }
        return lines;
    }

    private List<Phrase> ordered(Order known) {
        return known.lines().stream()
                .map(Order.Line::sku)
                .distinct()
                .map(sku -> Phrase.of("claims.plan.units", known.ordered(sku), names.of(sku)))
                .toList();
    }

    private List<Phrase> affected() {
        return call.units().entrySet().stream()
                .map(ticked -> Phrase.of(
                        "claims.plan.units",
                        ticked.getValue().isEmpty() ? "1" : ticked.getValue(),
                        names.called(ticked.getKey())))
                .toList();
    }

    private List<Line> goodsLines() {
        var problem = call.problem();
        var lines = new ArrayList<Line>();
        if (problem == null) {
            lines.add(aloud("R45", call.statement().isEmpty() ? "calls.say.goods.ask" : "calls.say.goods.more"));
            lines.add(note("R64", "calls.do.goods"));
        } else {
            lines.add(aloud("R65", "calls.say.sorry." + (problem.isWrongShipment() ? "ours" : "else")));
            lines.add(aloud("R66", "calls.say.restate." + problem, affectedOr(), cameOr()));
            if (!problem.isWrongShipment()) {
                lines.add(note("R62", "calls.do.other-kind"));
            }
        }
        lines.add(aloud("R47", "calls.say.photo." + call.place()));
        return lines;
    }

    private Object affectedOr() {
        var goods = affected();
        return goods.isEmpty() ? Phrase.of("calls.word.order") : goods;
    }

    private Object cameOr() {
        return came.isEmpty() ? Phrase.of("calls.word.another") : came;
    }

    private boolean isDangerous() {
        return dangerous || !call.dangers().isEmpty();
    }

    private List<Line> harmLines() {
        var lines = new ArrayList<Line>();
        lines.add(isDangerous() ? aloud("R68", "calls.say.danger") : aloud("R65", "calls.say.harm"));
        if (isDangerous()) {
            lines.add(note("R68", "calls.do.danger"));
        }
        var day = Call.day(call.neededBy());
        lines.add(day.isPresent() ? aloud("R66", "calls.say.needed", day.get()) : aloud("R65", "calls.say.purpose"));
        return lines;
    }

    private List<Line> beforeLines() {
        return List.of(
                call.isToldBefore() ? aloud("R66", "calls.say.before.thanks") : aloud("R46", "calls.say.before.ask"));
    }

    private List<Line> wishLines() {
        return call.demand() == Demand.UNDECIDED
                ? List.of(aloud("R46", "calls.say.wish.ask"), note("R67", "calls.do.wish"))
                : List.of(aloud("R67", "calls.say.wish." + call.demand()));
    }

    private List<Line> nextLines() {
        var lines = new ArrayList<Line>();
        if (prospect == null) {
            lines.add(note("R61", "calls.do.contact"));
            return lines;
        }
        lines.add(aloud("R69", "calls.say.next.decide", prospect.decideBy()));
        lines.add(aloud("R70", "calls.say.next.why"));
        if (!mayTellOptions()) {
            lines.add(note("R69", "calls.do.no-options"));
        }
        return lines;
    }

    /** Amounts say what an order was worth: they are told to whoever has proven that it is theirs. */
    boolean mayTellOptions() {
        return order != null && call.problem() != null && isProven();
    }

    /** What is read back in one piece before it is filed. */
    List<Phrase> summary() {
        var said = new ArrayList<Phrase>();
        if (!call.order().isEmpty()) {
            said.add(Phrase.of("calls.sum.order", call.order()));
        }
        var problem = call.problem();
        if (problem != null) {
            said.add(Phrase.of("calls.sum." + problem, affectedOr(), cameOr()));
        }
        if (isDangerous()) {
            said.add(Phrase.of("calls.sum.danger"));
        }
        Call.day(call.neededBy()).ifPresent(day -> said.add(Phrase.of("calls.sum.needed", day)));
        if (call.isToldBefore()) {
            said.add(Phrase.of("calls.sum.before"));
        }
        if (call.demand() != Demand.UNDECIDED) {
            said.add(Phrase.of("calls.sum.wish." + call.demand()));
        }
        if (prospect != null) {
            said.add(Phrase.of("calls.sum.decide", prospect.decideBy(), contactOr()));
        }
        return said;
    }

    private Object contactOr() {
        return isReached() ? contact() : Phrase.of("calls.word.contact");
    }

    private List<Line> closeLines() {
        var lines = new ArrayList<Line>();
        lines.add(aloud("R76", "calls.say.right"));
        lines.add(
                call.name().isEmpty()
                        ? aloud("R72", "calls.say.thanks")
                        : aloud("R72", "calls.say.thanks-name", call.name()));
        return lines;
    }

    /** What is said once there is a number. */
    static List<Line> afterwards(String number, String email, @Nullable Instant due, Heard.Place place) {
        var lines = new ArrayList<Line>();
        lines.add(aloud("R61", "calls.say.number", spelled(number)));
        lines.add(email.isEmpty() ? aloud("R61", "calls.say.no-link") : aloud("R61", "calls.say.link", email));
        if (due != null) {
            lines.add(aloud("R69", "calls.say.until", due));
        }
        lines.add(aloud("R72", "calls.say.goodbye." + place));
        return lines;
    }

    /** A number as one reads it out, in groups. */
    static String spelled(String number) {
        return number.chars()
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "))
                .replace(" - ", " – ");
    }
}
