package org.redress.replay.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Evenness;
import org.redress.remedy.Area;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.Rule;
import org.redress.replay.Change;
import org.redress.replay.Interval;
import org.redress.replay.Replay;
import org.redress.replay.Tally;
import org.redress.ui.Amount;
import org.redress.ui.Words;

/**
 * One run. Amounts of tallies are in minor units of {@code currency}.
 *
 * @param percent of the work
 */
record ReplayWire(
        UUID id,
        Area area,
        String currency,
        @Nullable UUID policy,
        String policyName,
        String source,
        LocalDate from,
        LocalDate to,
        Replay.State state,
        int percent,
        long total,
        long done,
        List<Tally> tallies,
        Instant startedAt,
        @Nullable Instant endedAt) {
    static ReplayWire of(Replay run) {
        return new ReplayWire(
                run.id(),
                run.area(),
                run.area().currency().getCurrencyCode(),
                run.policy(),
                run.policyName(),
                run.source(),
                run.from(),
                run.to(),
                run.state(),
                run.percent(),
                run.total(),
                run.done(),
                run.tallies(),
                run.startedAt(),
                run.endedAt());
    }

    /** A claim that comes out otherwise. */
    record ChangeWire(
            UUID claim, String number, Instant filedAt, Change.Effect effect, SideWire before, SideWire after) {
        static ChangeWire of(Change change, Words words) {
            return new ChangeWire(
                    change.claim(),
                    change.number(),
                    change.filedAt(),
                    change.effect(),
                    SideWire.of(change.before(), words),
                    SideWire.of(change.after(), words));
        }
    }

    /** @param rules that decide on this side and not on the other */
    record SideWire(
            List<RemedyWire> remedies,
            Amount costToUs,
            Amount worth,
            int hours,
            boolean approvalNeeded,
            boolean atOnce,
            boolean granted,
            List<RuleWire> rules) {
        static SideWire of(Change.Side side, Words words) {
            return new SideWire(
                    RemedyWire.of(side.plan()),
                    Amount.of(side.cost()),
                    Amount.of(side.worth()),
                    side.hours(),
                    side.approval(),
                    side.atOnce(),
                    side.granted(),
                    side.rules().stream().map(rule -> RuleWire.of(rule, words)).toList());
        }
    }

    record RemedyWire(Remedy.Kind kind, @Nullable Amount amount, List<LineWire> lines, Remedy.@Nullable Means means) {
        static List<RemedyWire> of(RemedyPlan plan) {
            return plan.remedies().stream()
                    .map(remedy -> new RemedyWire(
                            remedy.kind(),
                            Amount.ofNullable(remedy.amount()),
                            remedy.goods().stream()
                                    .map(goods -> new LineWire(goods.sku().value(), goods.quantity()))
                                    .toList(),
                            remedy.means()))
                    .toList();
        }
    }

    record LineWire(String sku, int quantity) {}

    record RuleWire(String id, String sentence, String source) {
        static RuleWire of(Rule rule, Words words) {
            return new RuleWire(rule.id(), words.say(rule.sentence()), rule.source());
        }
    }

    /** How alike decisions on the same facts were. */
    record EvennessWire(long decisions, long pairs, long unlike, List<GroupWire> groups, List<Evenness.Split> splits) {
        static EvennessWire of(Evenness evenness) {
            return new EvennessWire(
                    evenness.decisions(),
                    evenness.pairs(),
                    evenness.unlike(),
                    evenness.groups().stream().map(GroupWire::of).toList(),
                    evenness.splits());
        }
    }

    /** @param low and {@code high}: the 95 % interval of {@code share} */
    record GroupWire(
            Evenness.Dimension dimension,
            String value,
            @Nullable String name,
            long decisions,
            double share,
            double usual,
            double low,
            double high) {
        static GroupWire of(Evenness.Group group) {
            var interval = Interval.of(group.share(), group.decisions());
            return new GroupWire(
                    group.dimension(),
                    group.value(),
                    group.name(),
                    group.decisions(),
                    group.share(),
                    group.usual(),
                    interval.low(),
                    interval.high());
        }
    }
}
