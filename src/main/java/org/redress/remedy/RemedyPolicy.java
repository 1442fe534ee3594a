package org.redress.remedy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.kernel.Demand;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.remedy.PlanMaker.Back;
import org.redress.remedy.PlanMaker.Draft;
import org.redress.remedy.RemedyOption.Effort;
import org.redress.remedy.RemedyTable.Way;

/** Says what may be offered. The same case and table give the same answer, whoever asks. */
public final class RemedyPolicy {
    private RemedyPolicy() {}

    /** The fair plans, the least costly first; what the customer asked for is among them, or the reason why it cannot be. */
    public static RemedyChoice options(RemedyCase remedyCase, RemedyTable table) {
        var drafts = new LinkedHashMap<RemedyPlan, Draft>();
        var wished = new ArrayList<RemedyPlan>();
        for (var draft : wishes(remedyCase, table)) {
            drafts.putIfAbsent(draft.plan(), draft);
            wished.add(draft.plan());
        }
        for (var draft : usual(remedyCase, table)) {
            drafts.putIfAbsent(draft.plan(), draft);
        }
        var options = drafts.values().stream()
                .flatMap(draft ->
                        option(remedyCase, table, draft, isWish(remedyCase.demand(), draft.plan(), wished)).stream())
                .sorted(Comparator.comparing(RemedyOption::costToUs)
                        .thenComparing(RemedyOption::customerEffort)
                        .thenComparingInt(RemedyOption::etaDays)
                        .thenComparing(RemedyOption::optionId))
                .toList();
        return new RemedyChoice(options, wish(remedyCase, options));
    }

    /** Whether a plan, however it was put together, may be offered for this case. */
    public static RemedyVerdict judge(RemedyCase remedyCase, RemedyPlan plan, RemedyTable table) {
        return new PlanJudge(remedyCase, table, plan).verdict();
    }

    private static List<Draft> usual(RemedyCase remedyCase, RemedyTable table) {
        return List.of(
                PlanMaker.draft(remedyCase, table, Way.RIGHT_GOODS, Back.AS_RULED),
                PlanMaker.draft(remedyCase, table, Way.MONEY_BACK, Back.AS_RULED));
    }

    private static List<Draft> wishes(RemedyCase remedyCase, RemedyTable table) {
        return switch (remedyCase.demand()) {
            case REFUND -> List.of(PlanMaker.draft(remedyCase, table, Way.MONEY_BACK, Back.AS_RULED));
            case RESHIP -> List.of(PlanMaker.draft(remedyCase, table, Way.RIGHT_GOODS, Back.AS_RULED));
            case EXCHANGE -> List.of(PlanMaker.draft(remedyCase, table, Way.RIGHT_GOODS, Back.ALL));
            case RETURN -> List.of(PlanMaker.draft(remedyCase, table, Way.MONEY_BACK, Back.ALL));
            case COMPENSATION ->
                List.of(
                        PlanMaker.draft(remedyCase, table, Way.COMPENSATION, Back.NONE),
                        PlanMaker.draft(remedyCase, table, Way.PRICE_REDUCTION, Back.NONE));
            case UNDECIDED -> List.of();
        };
    }

    /** The plan made for the wish counts only where it holds what was wished for. */
    private static boolean isWish(Demand demand, RemedyPlan plan, List<RemedyPlan> wished) {
        return wished.contains(plan)
                && switch (demand) {
                    case REFUND -> plan.has(Remedy.Kind.REFUND);
                    case RETURN -> plan.has(Remedy.Kind.REFUND) || plan.has(Remedy.Kind.RETURN_LABEL);
                    case RESHIP, EXCHANGE -> plan.sendsGoods();
                    case COMPENSATION -> plan.has(Remedy.Kind.COMPENSATION) || plan.has(Remedy.Kind.PARTIAL_REFUND);
                    case UNDECIDED -> false;
                };
    }

    private static List<RemedyOption> option(RemedyCase remedyCase, RemedyTable table, Draft draft, boolean demanded) {
        return switch (judge(remedyCase, draft.plan(), table)) {
            case RemedyVerdict.Allowed(var cost, var approvalNeeded, var approvals, var floor) -> {
                var rules = new ArrayList<>(draft.rules());
                rules.addAll(approvals);
                yield List.of(new RemedyOption(
                        id(draft.plan()),
                        draft.plan(),
                        cost,
                        effort(draft.plan()),
                        etaDays(draft.plan(), table.figures()),
                        approvalNeeded,
                        demanded,
                        new RemedyOption.Basis(table.name(), table.version(), List.copyOf(rules)),
                        floor));
            }
            case RemedyVerdict.Denied _ -> List.of();
        };
    }

    private static Effort effort(RemedyPlan plan) {
        var sendsBack = plan.has(Remedy.Kind.RETURN_LABEL) || plan.has(Remedy.Kind.EXCHANGE);
        if (plan.sendsGoods()) {
            return sendsBack ? Effort.HIGH : Effort.LOW;
        }
        return sendsBack ? Effort.MEDIUM : Effort.NONE;
    }

    private static int etaDays(RemedyPlan plan, RemedyTable.Figures figures) {
        int days = 0;
        for (var remedy : plan.remedies()) {
            days = Math.max(
                    days,
                    switch (remedy.kind()) {
                        case REFUND, PARTIAL_REFUND, COMPENSATION -> figures.refundDays();
                        case RESHIP -> figures.shipDays();
                        case EXCHANGE -> figures.exchangeDays();
                        case RETURN_LABEL, KEEP_ITEM -> 0;
                    });
        }
        return days;
    }

    private static RemedyChoice.Wish wish(RemedyCase remedyCase, List<RemedyOption> options) {
        if (remedyCase.demand() == Demand.UNDECIDED) {
            return new RemedyChoice.Wish.None();
        }
        return options.stream()
                .filter(RemedyOption::demanded)
                .findFirst()
                .<RemedyChoice.Wish>map(option -> new RemedyChoice.Wish.Granted(option.optionId()))
                .orElseGet(() -> new RemedyChoice.Wish.NotPossible(whyNot(remedyCase)));
    }

    private static Phrase whyNot(RemedyCase remedyCase) {
        var unitsLeft = remedyCase.affected().stream()
                .anyMatch(affected -> affected.problem() != Problem.EXTRA_ITEM && affected.unitsLeft() > 0);
        if (!unitsLeft) {
            return Phrase.of("remedy.wish.nothing-left");
        }
        return switch (remedyCase.demand()) {
            case REFUND, RETURN, COMPENSATION ->
                remedyCase.left().isPositive()
                        ? Phrase.of("remedy.wish.no-share")
                        : Phrase.of("remedy.wish.no-money-left");
            case RESHIP, EXCHANGE ->
                remedyCase.affected().stream().allMatch(affected -> affected.problem() == Problem.LATE)
                        ? Phrase.of("remedy.wish.goods-on-their-way")
                        : Phrase.of("remedy.wish.article-unknown");
            case UNDECIDED -> Phrase.of("remedy.wish.nothing-left");
        };
    }

    private static String id(RemedyPlan plan) {
        var text = plan.remedies().stream()
                .map(remedy -> remedy.kind() + ":" + remedy.amount() + ":" + goods(remedy)
                        + (remedy.means() == null ? "" : ":" + remedy.means()))
                .collect(Collectors.joining(";"));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String goods(Remedy remedy) {
        return remedy.goods().stream()
                .collect(Collectors.groupingBy(
                        goods -> goods.sku().value(), Collectors.summingInt(Remedy.Goods::quantity)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + "x" + entry.getKey())
                .collect(Collectors.joining(","));
    }
}
