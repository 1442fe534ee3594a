package org.redress.replay.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Evenness;
import org.redress.claims.Evenness.Dimension;
import org.redress.replay.Interval;
import org.redress.ui.Frame;
import org.redress.ui.Words;

/**
 * Whether decisions on the same facts were the same, on the manager's screen.
 *
 * @param currency of the merchant, in which bands of value are said
 */
public record EvennessPage(
        Frame frame,
        LocalDate from,
        LocalDate to,
        @Nullable Evenness evenness,
        Currency currency,
        @Nullable String fault) {
    /** Pairs that came out otherwise, of all pairs on the same facts. */
    public String unlike() {
        var even = evenness;
        return even == null || even.pairs() == 0 ? "—" : frame.words().percent(even.unlike() * 1.0 / even.pairs());
    }

    public List<Dimension> dimensions() {
        return Arrays.stream(Dimension.values())
                .filter(dimension ->
                        dimension != Dimension.ALL && !of(dimension).isEmpty())
                .toList();
    }

    public List<Evenness.Group> of(Dimension dimension) {
        return evenness == null
                ? List.of()
                : evenness.groups().stream()
                        .filter(group -> group.dimension() == dimension)
                        .toList();
    }

    public Interval interval(Evenness.Group group) {
        return Interval.of(group.share(), group.decisions());
    }

    /** More often otherwise than all together on the same facts, by more than chance explains. */
    public boolean standsOut(Evenness.Group group) {
        return interval(group).isAbove(group.usual());
    }

    public String name(Evenness.Group group) {
        Words w = frame.words();
        var value = group.value();
        return switch (group.dimension()) {
            case ALL -> w.say("replay.all");
            case DECIDER -> decider(group);
            case CUSTOMER -> w.say("replay.customer." + value);
            case COUNTRY -> Groups.country(w, value);
            case LANGUAGE -> Groups.language(w, value);
            case VALUE -> Groups.band(w, value, currency);
            case CHANNEL -> w.say("claims.channel." + value);
        };
    }

    private String decider(Evenness.Group group) {
        if (group.value().equals("product")) {
            return frame.words().say("replay.even.product");
        }
        return group.name() == null ? group.value() : group.name();
    }

    /** Such as "refund (100 %) + return label". */
    public String kinds(String kinds) {
        var w = frame.words();
        if (kinds.equals("REJECTED")) {
            return w.say("replay.even.rejected");
        }
        return kinds.isEmpty()
                ? w.say("replay.plan.nothing")
                : Arrays.stream(kinds.split("\\+", -1))
                        .map(this::kind)
                        .collect(Collectors.joining(w.say("claims.plan.and")));
    }

    private String kind(String text) {
        var w = frame.words();
        var parts = List.of(text.split(":", 2));
        var kind = List.of(parts.getFirst().split("/", 2));
        var said = kind.size() == 1 ? w.say("remedy.kind." + kind.getFirst()) : w.say("remedy.means." + kind.getLast());
        return parts.size() == 1 || parts.getLast().equals("x")
                ? said
                : w.say("replay.even.share", said, w.percent(Integer.parseInt(parts.getLast()) / 100.0));
    }
}
