package org.redress.settlement.model;

import java.util.List;
import java.util.Optional;
import org.redress.kernel.Money;
import org.redress.remedy.Remedy;
import org.redress.settlement.Step;
import org.redress.settlement.Work;

/** What the customer really has of one remedy, by the steps that it took. */
public final class Account {
    private Account() {}

    public static boolean isWhole(List<Step> steps) {
        return !steps.isEmpty() && steps.stream().allMatch(step -> step.state() == Step.State.DONE);
    }

    /** Empty where they have nothing of it. A refund in part settles no article; an exchange of which the goods came does. */
    public static Optional<Remedy> of(Remedy remedy, List<Step> steps) {
        var done = steps.stream()
                .filter(step -> step.state() == Step.State.DONE)
                .map(Step::work)
                .toList();
        if (isWhole(steps)) {
            return Optional.of(remedy);
        }
        var back = done.stream()
                .filter(Work.Refund.class::isInstance)
                .map(work -> ((Work.Refund) work).amount())
                .reduce(Money::plus);
        if (back.isPresent()) {
            var kind = remedy.kind() == Remedy.Kind.REFUND ? Remedy.Kind.PARTIAL_REFUND : remedy.kind();
            return Optional.of(new Remedy(kind, back.get(), List.of()));
        }
        return done.stream().findFirst().map(work -> switch (work) {
            case Work.Reshipment reshipment -> new Remedy(Remedy.Kind.RESHIP, null, reshipment.goods());
            case Work.ReturnLabel label -> new Remedy(Remedy.Kind.RETURN_LABEL, null, label.goods());
            case Work.Pickup pickup -> new Remedy(Remedy.Kind.RETURN_LABEL, null, pickup.goods(), Remedy.Means.PICK_UP);
            case Work.Voucher voucher ->
                new Remedy(Remedy.Kind.COMPENSATION, voucher.amount(), List.of(), Remedy.Means.VOUCHER);
            case Work.Refund _, Work.Impossible _ -> remedy;
        });
    }
}
