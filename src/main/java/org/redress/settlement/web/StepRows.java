package org.redress.settlement.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Chapter;
import org.redress.claims.Claim;
import org.redress.claims.Conclusion;
import org.redress.claims.PlanWords;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.remedy.Remedy;
import org.redress.settlement.Settlement;
import org.redress.settlement.Step;
import org.redress.settlement.Work;
import org.redress.ui.Frame;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;

/** Says steps in words: all there is to know for staff, what matters for the customer. */
@Component
class StepRows {
    private final Settlement settlement;
    private final Products products;

    StepRows(Settlement settlement, Products products) {
        this.settlement = settlement;
        this.products = products;
    }

    StepsPage forStaff(Claim claim, Viewer viewer, Frame frame) {
        var page = "/desk/claims/" + claim.id();
        var steps = settlement.steps(claim.merchant(), claim.id());
        var names = names(claim.merchant(), steps);
        var mayTry = viewer.has(Role.AGENT) || viewer.has(Role.SUPERVISOR);
        var rows = steps.stream()
                .map(step -> staffRow(step, frame.words(), names, mayTry ? page : null))
                .toList();
        return new StepsPage(frame, page + "/steps", page, rows);
    }

    StepsPage forCustomer(Claim claim, String link, Frame frame) {
        var steps = settlement.steps(claim.merchant(), claim.id());
        var names = names(claim.merchant(), steps);
        var rows = steps.stream()
                .map(step -> customerRow(step, frame.words(), names))
                .toList();
        return new StepsPage(frame, link, link, rows);
    }

    /** The steps as a chapter of the claim's whole file has them. */
    List<Chapter.Judgement> judged(Claim claim, Words words, boolean forStaff) {
        var steps = settlement.steps(claim.merchant(), claim.id());
        var names = names(claim.merchant(), steps);
        return steps.stream()
                .map(step -> {
                    var row = forStaff ? staffRow(step, words, names, null) : customerRow(step, words, names);
                    var said = new ArrayList<String>();
                    said.add(row.what());
                    said.addAll(row.facts());
                    Optional.ofNullable(row.trouble()).ifPresent(said::add);
                    Optional.ofNullable(step.doneAt()).map(words::time).ifPresent(said::add);
                    return new Chapter.Judgement(tone(step), row.state(), String.join("\n", said));
                })
                .toList();
    }

    private static Chapter.Tone tone(Step step) {
        return switch (step.state()) {
            case DONE -> Chapter.Tone.GOOD;
            case FAILED -> Chapter.Tone.BAD;
            case PENDING, RUNNING -> Chapter.Tone.UNKNOWN;
            case REVERSED -> Chapter.Tone.PLAIN;
        };
    }

    private Map<Sku, Product> names(MerchantId merchant, List<Step> steps) {
        Set<Sku> skus = new LinkedHashSet<>();
        steps.forEach(step -> remedy(step).goods().forEach(goods -> skus.add(goods.sku())));
        return skus.isEmpty() ? Map.of() : products.find(merchant, skus);
    }

    private static StepsPage.Row staffRow(Step step, Words words, Map<Sku, Product> names, @Nullable String page) {
        var facts = new ArrayList<String>();
        if (step.work() instanceof Work.Refund(var _, Work.Source(var provider, var reference), var _)) {
            facts.add(words.say("settlement.to", provider, reference));
        }
        if (step.work() instanceof Work.Reshipment reshipment
                && !reshipment.avoid().isEmpty()) {
            facts.add(words.say(
                    "settlement.avoid",
                    reshipment.avoid().stream().map(Conclusion.Avoid::said).toList()));
        }
        Optional.ofNullable(step.reference()).ifPresent(said -> facts.add(words.say("settlement.reference", said)));
        if (step.attempts() > 1) {
            facts.add(words.say("settlement.attempts", step.attempts()));
        }
        var failed = step.state() == Step.State.FAILED;
        return new StepsPage.Row(
                what(step, words, names),
                icon(step.kind()),
                words.say("settlement.state", step.state()),
                tone(step.state()),
                facts,
                step.lastError() == null ? null : words.say(step.lastError().sentence()),
                step.state().isUnderWay() ? step.nextAt() : null,
                step.doneAt(),
                failed && page != null ? page + "/steps/" + step.id() + "/attempts" : null);
    }

    private static StepsPage.Row customerRow(Step step, Words words, Map<Sku, Product> names) {
        var done = step.state() == Step.State.DONE && step.reference() != null;
        return new StepsPage.Row(
                what(step, words, names),
                icon(step.kind()),
                words.say("settlement.customer", step.state()),
                step.state() == Step.State.FAILED ? "unknown" : tone(step.state()),
                done ? List.of(words.say("settlement.reference", String.valueOf(step.reference()))) : List.of(),
                step.state() == Step.State.FAILED ? words.say("settlement.customer.delayed") : null,
                step.state().isUnderWay() ? step.nextAt() : null,
                step.doneAt(),
                null);
    }

    private static String what(Step step, Words words, Map<Sku, Product> names) {
        return PlanWords.say(
                remedy(step),
                words,
                sku -> Optional.ofNullable(names.get(sku)).map(Product::name).orElse(sku.value()));
    }

    private static Remedy remedy(Step step) {
        return switch (step.work()) {
            case Work.Refund(var _, var _, var amount) -> new Remedy(step.kind(), amount, List.of());
            case Work.Reshipment(var _, var goods, var _, var _) -> new Remedy(step.kind(), null, goods);
            case Work.ReturnLabel(var _, var goods, var _) -> new Remedy(step.kind(), null, goods);
            case Work.Impossible _ -> new Remedy(step.kind(), null, List.of());
        };
    }

    private static String icon(Remedy.Kind kind) {
        return switch (kind) {
            case REFUND, PARTIAL_REFUND, COMPENSATION -> "money";
            case RESHIP, EXCHANGE -> "truck";
            case RETURN_LABEL -> "return";
            case KEEP_ITEM -> "gift";
        };
    }

    private static String tone(Step.State state) {
        return switch (state) {
            case DONE -> "agrees";
            case FAILED -> "differs";
            case PENDING, RUNNING -> "unknown";
            case REVERSED -> "quiet";
        };
    }
}
