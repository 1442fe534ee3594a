package org.redress.remedy.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.remedy.Area;
import org.redress.remedy.Figures;
import org.redress.remedy.PolicySet;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyChoice;
import org.redress.remedy.RemedyOption;
import org.redress.remedy.RemedyOption.Effort;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.RemedyVerdict;
import org.redress.remedy.model.PlanMaker.Back;
import org.redress.remedy.model.PlanMaker.Draft;
import org.redress.remedy.model.Tables.Way;

/**
 * One version of an area's rules at work: puts plans together, weighs them and ranks them, by what its tables answer.
 *
 * @param id the merchant's version, or null for the product's own rules
 */
public record RuledPolicy(
        Area area, String version, LocalDate from, @Nullable UUID id, Tables tables) implements PolicySet {
    @Override
    public RemedyChoice options(RemedyCase remedyCase) {
        var drafts = new LinkedHashMap<RemedyPlan, Draft>();
        var wished = new ArrayList<RemedyPlan>();
        for (var draft : wishes(remedyCase)) {
            drafts.putIfAbsent(draft.plan(), draft);
            wished.add(draft.plan());
        }
        for (var draft : usual(remedyCase)) {
            drafts.putIfAbsent(draft.plan(), draft);
        }
        var lacking = Stocks.lacking(remedyCase, drafts.keySet());
        var options = drafts.values().stream()
                .filter(draft -> Stocks.suffice(remedyCase, draft.plan()))
                .flatMap(draft -> option(remedyCase, draft, isWish(remedyCase.demand(), draft.plan(), wished)).stream())
                .sorted(Comparator.comparing(RemedyOption::costToUs)
                        .thenComparing(RemedyOption::customerEffort)
                        .thenComparingInt(RemedyOption::etaDays)
                        .thenComparing(RemedyOption::optionId))
                .toList();
        return new RemedyChoice(options, wish(remedyCase, options, lacking), lacking);
    }

    @Override
    public RemedyVerdict judge(RemedyCase remedyCase, RemedyPlan plan) {
        return new PlanJudge(remedyCase, tables, plan).verdict();
    }

    @Override
    public Answer<Boolean> atOnce(String verdict, String severity, Money cost) {
        return tables.lane(verdict, severity, figures().measured(cost));
    }

    @Override
    public Duration clock(String channel, Clock clock) {
        return tables.clock(channel, clock);
    }

    @Override
    public Figures figures() {
        return tables.figures();
    }

    private List<Draft> usual(RemedyCase remedyCase) {
        return List.of(
                PlanMaker.draft(remedyCase, tables, Way.RIGHT_GOODS, Back.AS_RULED),
                PlanMaker.draft(remedyCase, tables, Way.MONEY_BACK, Back.AS_RULED));
    }

    private List<Draft> wishes(RemedyCase remedyCase) {
        return switch (remedyCase.demand()) {
            case REFUND -> List.of(PlanMaker.draft(remedyCase, tables, Way.MONEY_BACK, Back.AS_RULED));
            case RESHIP -> List.of(PlanMaker.draft(remedyCase, tables, Way.RIGHT_GOODS, Back.AS_RULED));
            case EXCHANGE -> List.of(PlanMaker.draft(remedyCase, tables, Way.RIGHT_GOODS, Back.ALL));
            case RETURN -> List.of(PlanMaker.draft(remedyCase, tables, Way.MONEY_BACK, Back.ALL));
            case COMPENSATION ->
                List.of(
                        PlanMaker.draft(remedyCase, tables, Way.COMPENSATION, Back.NONE),
                        PlanMaker.draft(remedyCase, tables, Way.PRICE_REDUCTION, Back.NONE));
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

    private List<RemedyOption> option(RemedyCase remedyCase, Draft draft, boolean demanded) {
        return switch (judge(remedyCase, draft.plan())) {
            case RemedyVerdict.Allowed(var cost, var approvalNeeded, var approvals, var floor) -> {
                var rules = new ArrayList<>(draft.rules());
                rules.addAll(approvals);
                yield List.of(new RemedyOption(
                        id(draft.plan()),
                        draft.plan(),
                        cost,
                        effort(draft.plan()),
                        etaDays(draft.plan(), figures()),
                        approvalNeeded,
                        demanded,
                        new RemedyOption.Basis(area.code(), version, List.copyOf(rules)),
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

    private static int etaDays(RemedyPlan plan, Figures figures) {
        int days = 0;
        for (var remedy : plan.remedies()) {
            days = Math.max(
                    days,
                    switch (remedy.kind()) {
                        case REFUND, PARTIAL_REFUND, COMPENSATION -> remedy.paysBack() ? figures.refundDays() : 0;
                        case RESHIP -> figures.shipDays();
                        case EXCHANGE -> figures.exchangeDays();
                        case RETURN_LABEL, KEEP_ITEM -> 0;
                    });
        }
        return days;
    }

    private static RemedyChoice.Wish wish(
            RemedyCase remedyCase, List<RemedyOption> options, List<RemedyChoice.Lacking> lacking) {
        if (remedyCase.demand() == Demand.UNDECIDED) {
            return new RemedyChoice.Wish.None();
        }
        return options.stream()
                .filter(RemedyOption::demanded)
                .findFirst()
                .<RemedyChoice.Wish>map(option -> new RemedyChoice.Wish.Granted(option.optionId()))
                .orElseGet(() -> new RemedyChoice.Wish.NotPossible(whyNot(remedyCase, lacking)));
    }

    private static Phrase whyNot(RemedyCase remedyCase, List<RemedyChoice.Lacking> lacking) {
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
                !lacking.isEmpty()
                        ? lacking.getFirst().sentence()
                        : remedyCase.affected().stream().allMatch(affected -> affected.problem() == Problem.LATE)
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
