package org.redress.settlement.web;

import java.time.Duration;
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
import org.redress.claims.ClaimAct;
import org.redress.claims.Claims;
import org.redress.claims.Conclusion;
import org.redress.claims.PlanWords;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.remedy.Remedy;
import org.redress.settlement.Reconciliations;
import org.redress.settlement.Settlement;
import org.redress.settlement.Step;
import org.redress.settlement.Work;
import org.redress.ui.Frame;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;

/** Says steps in words: all there is to know for staff, what matters for the customer. */
@Component
class StepRows {
    private final Claims claims;
    private final Settlement settlement;
    private final Reconciliations reconciliations;
    private final Products products;

    StepRows(Claims claims, Settlement settlement, Reconciliations reconciliations, Products products) {
        this.claims = claims;
        this.settlement = settlement;
        this.reconciliations = reconciliations;
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
        var mayStop = viewer.has(Role.AGENT) && claims.acts(claim, viewer).contains(ClaimAct.STOP_EXECUTION);
        return new StepsPage(
                frame,
                page + "/steps",
                page,
                rows,
                mayStop ? page + "/steps/stop" : null,
                failed(steps),
                differences(claim, steps, frame.words()));
    }

    private List<String> differences(Claim claim, List<Step> steps, Words words) {
        return steps.isEmpty()
                ? List.of()
                : reconciliations.open(claim.merchant(), claim.id()).stream()
                        .map(difference -> words.say(
                                "settlement.books.of-claim",
                                words.say("settlement.books.partner", difference.partner()),
                                words.say("settlement.books.kind", difference.kind())))
                        .toList();
    }

    StepsPage forCustomer(Claim claim, String link, Frame frame) {
        var steps = settlement.steps(claim.merchant(), claim.id());
        var names = names(claim.merchant(), steps);
        var rows = steps.stream()
                .map(step -> customerRow(step, frame.words(), names))
                .toList();
        return new StepsPage(frame, link, link, rows, null, 0, List.of());
    }

    private static long failed(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.state() == Step.State.FAILED && step.stop() == null)
                .count();
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
        if (step.work() instanceof Work.Reshipment reshipment) {
            facts.addAll(guard(reshipment.guard(), words));
        }
        Optional.ofNullable(step.reference()).ifPresent(said -> facts.add(words.say("settlement.reference", said)));
        if (step.attempts() > 1) {
            facts.add(words.say("settlement.attempts", step.attempts()));
        }
        if (step.stop() == Step.Stop.CANCEL || step.stop() == Step.Stop.AWAIT) {
            facts.add(words.say("settlement.stop", step.stop()));
        }
        var failed = step.state() == Step.State.FAILED && step.stop() == null;
        var overdue = step.isOverdue(words.now());
        if (overdue && step.askedAt() != null) {
            facts.add(words.say("settlement.overdue", Duration.between(step.askedAt(), words.now())));
        }
        return new StepsPage.Row(
                what(step, words, names),
                icon(step.kind()),
                overdue ? words.say("settlement.state.overdue") : words.say("settlement.state", step.state()),
                overdue ? "differs" : tone(step.state()),
                facts,
                trouble(step, words),
                step.isOpen() ? step.nextAt() : null,
                step.isOpen() ? null : step.doneAt(),
                failed && page != null ? page + "/steps/" + step.id() + "/attempts" : null);
    }

    private static @Nullable String trouble(Step step, Words words) {
        if (step.lastError() == null) {
            return null;
        }
        var said = words.say(step.lastError().sentence());
        return isKept(step) ? words.say("settlement.kept", said) : said;
    }

    /** It should have been taken back, and could not be any more. */
    private static boolean isKept(Step step) {
        return step.state() == Step.State.DONE && step.stop() == Step.Stop.SETTLED && step.lastError() != null;
    }

    private static List<String> guard(Work.Guard guard, Words words) {
        var said = new ArrayList<String>();
        if (guard.scanEveryItem()) {
            said.add(words.say("settlement.guard.scan"));
        }
        if (guard.photoAtPacking()) {
            said.add(words.say("settlement.guard.photo"));
        }
        if (!guard.notAtBench().isEmpty()) {
            said.add(words.say("settlement.guard.bench", guard.notAtBench()));
        }
        return said;
    }

    private static StepsPage.Row customerRow(Step step, Words words, Map<Sku, Product> names) {
        var done = step.state() == Step.State.DONE && step.reference() != null;
        var stopped = step.state() == Step.State.FAILED && step.stop() != null;
        return new StepsPage.Row(
                what(step, words, names),
                icon(step.kind()),
                stopped ? words.say("settlement.customer.stopped") : words.say("settlement.customer", step.state()),
                stopped ? "quiet" : step.state() == Step.State.FAILED ? "unknown" : tone(step.state()),
                done ? List.of(words.say("settlement.reference", String.valueOf(step.reference()))) : List.of(),
                next(step, words),
                step.state().isUnderWay() ? step.nextAt() : null,
                step.doneAt(),
                null);
    }

    /** What happens next with a step that is not done, for the customer. */
    private static @Nullable String next(Step step, Words words) {
        if (step.stop() != null && (step.state() == Step.State.FAILED || step.state() == Step.State.REVERSED)) {
            return words.say("settlement.customer.instead");
        }
        if (step.state() == Step.State.FAILED) {
            return words.say("settlement.customer.delayed");
        }
        return step.state().isUnderWay() && step.lastError() != null
                ? words.say("settlement.customer.again", words.time(step.nextAt()))
                : null;
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
            case Work.Reshipment reshipment -> new Remedy(step.kind(), null, reshipment.goods());
            case Work.Voucher(var _, var amount, var _) ->
                new Remedy(step.kind(), amount, List.of(), Remedy.Means.VOUCHER);
            case Work.Pickup(var _, var goods, var _) -> new Remedy(step.kind(), null, goods, Remedy.Means.PICK_UP);
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
