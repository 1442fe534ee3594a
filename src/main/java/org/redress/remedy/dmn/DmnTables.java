package org.redress.remedy.dmn;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Demand;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.remedy.Area;
import org.redress.remedy.Circumstances;
import org.redress.remedy.Figures;
import org.redress.remedy.PolicySet.Answer;
import org.redress.remedy.PolicySet.Clock;
import org.redress.remedy.Rule;
import org.redress.remedy.dmn.DecisionTables.Hit;
import org.redress.remedy.model.Tables;

/** Answers a policy's questions from DMN tables. */
final class DmnTables implements Tables {
    private final DecisionTables policy;
    private final DecisionTables law;
    private final Set<String> shipped;
    private final Figures figures;
    private final int parcelGrams;

    /** @param shipped rows of the policy that say what the product's own say: it has texts for these */
    DmnTables(Area area, DecisionTables policy, DecisionTables law, Set<String> shipped) {
        this.policy = policy;
        this.law = law;
        this.shipped = shipped;
        this.figures = new Figures(
                area.currency(),
                figure("goodsCostPercent").intValue(),
                figure("resalePercent").intValue(),
                figure("damagedResalePercent").intValue(),
                figure("handling"),
                figure("keepLimit"),
                figure("agentLimit"),
                figure("usualGrams").intValue(),
                figure("refundDays").intValue(),
                figure("shipDays").intValue(),
                figure("exchangeDays").intValue());
        this.parcelGrams = Math.max(1, figure("parcelGrams").intValue());
    }

    private BigDecimal figure(String name) {
        return number(one(TableShape.FIGURES, name), "number");
    }

    @Override
    public Answer<Boolean> eligibility(Problem problem, int daysSinceDelivery) {
        return answer(
                TableShape.ELIGIBILITY,
                one(TableShape.ELIGIBILITY, problem.name(), BigDecimal.valueOf(daysSinceDelivery)),
                hit -> truth(hit, "eligible"));
    }

    @Override
    public List<Answer<Way>> ways(Problem problem, Demand demand) {
        return policy.ask(TableShape.WAYS, problem.name(), demand.name()).stream()
                .map(hit -> answer(TableShape.WAYS, hit, row -> Way.valueOf(text(row, "way"))))
                .toList();
    }

    @Override
    public Answer<Back> goods(Problem problem, boolean hazardous, BigDecimal value, boolean returnPays) {
        return answer(
                TableShape.GOODS,
                one(TableShape.GOODS, problem.name(), hazardous, value, returnPays),
                hit -> Back.valueOf(text(hit, "back")));
    }

    @Override
    public Answer<Share> amount(Way way, Problem problem) {
        return answer(TableShape.AMOUNTS, one(TableShape.AMOUNTS, way.name(), problem.name()), DmnTables::share);
    }

    @Override
    public Answer<Share> goodwill(Circumstances circumstances) {
        var hit = one(
                TableShape.GOODWILL,
                circumstances.again(),
                circumstances.severity(),
                BigDecimal.valueOf(circumstances.daysWaited()));
        return answer(TableShape.GOODWILL, hit, DmnTables::share);
    }

    private static Share share(Hit hit) {
        return new Share(number(hit, "percent").intValue(), number(hit, "fixed"), truth(hit, "voucher"));
    }

    @Override
    public List<Rule> approvals(BigDecimal cost, BigDecimal compensation, boolean beyondShare) {
        return policy.ask(TableShape.APPROVAL, cost, compensation, beyondShare).stream()
                .filter(hit -> truth(hit, "approve"))
                .map(hit -> rule(TableShape.APPROVAL, hit))
                .toList();
    }

    @Override
    public Answer<Boolean> lane(String verdict, String severity, BigDecimal cost) {
        return answer(TableShape.LANE, one(TableShape.LANE, verdict, severity, cost), hit -> truth(hit, "atOnce"));
    }

    @Override
    public Duration clock(String channel, Clock clock) {
        return Duration.ofHours(
                number(one(TableShape.CLOCKS, channel, clock.name()), "hours").longValue());
    }

    @Override
    public BigDecimal freight(long grams) {
        return number(one(TableShape.FREIGHT, BigDecimal.valueOf(Math.max(0, grams))), "amount");
    }

    @Override
    public int parcelGrams() {
        return parcelGrams;
    }

    @Override
    public Figures figures() {
        return figures;
    }

    @Override
    public Floor floor(Problem problem, @Nullable String country) {
        var where = country == null ? "" : country;
        var least = law.ask(TableShape.FLOORS, problem.name(), where).getFirst();
        var floor = new Floor(
                rule(TableShape.FLOORS, least),
                Phrase.of("remedy.floor." + least.row().id()),
                number(least, "moneyPercent").intValue(),
                number(least, "windowDays").intValue(),
                number(least, "refundDays").intValue());
        for (var promise : policy.ask(TableShape.PROMISES, problem.name(), where)) {
            floor = new Floor(
                    floor.rule(),
                    floor.sentence(),
                    Math.max(
                            floor.moneyPercent(),
                            number(promise, "moneyPercent").intValue()),
                    Math.max(floor.windowDays(), number(promise, "windowDays").intValue()),
                    Math.min(floor.refundDays(), number(promise, "refundDays").intValue()));
        }
        return floor;
    }

    private Hit one(TableShape shape, Object... question) {
        var hits = policy.ask(shape, question);
        if (hits.isEmpty()) {
            throw new DecisionTables.Unanswered(shape.table() + " says nothing of " + List.of(question));
        }
        return hits.getFirst();
    }

    private <T> Answer<T> answer(TableShape shape, Hit hit, Function<Hit, T> reading) {
        return new Answer<>(reading.apply(hit), rule(shape, hit));
    }

    private Rule rule(TableShape shape, Hit hit) {
        var row = hit.row();
        return shape == TableShape.FLOORS || shipped.contains(row.id())
                ? Rule.shipped(row.id(), row.source())
                : Rule.own(row.id(), shape.table(), row.number(), row.source(), row.mark());
    }

    private static String text(Hit hit, String output) {
        return hit.outputs().get(output) instanceof String text ? text : "";
    }

    private static boolean truth(Hit hit, String output) {
        return Boolean.TRUE.equals(hit.outputs().get(output));
    }

    private static BigDecimal number(Hit hit, String output) {
        return hit.outputs().get(output) instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }
}
