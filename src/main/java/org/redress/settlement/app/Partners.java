package org.redress.settlement.app;

import org.redress.settlement.PartnerRole;
import org.redress.settlement.Step;
import org.redress.settlement.Trouble;
import org.redress.settlement.Work;
import org.redress.settlement.model.Labels;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.Partner;
import org.redress.settlement.model.Payments;
import org.redress.settlement.model.Revocable;
import org.redress.settlement.model.Vouchers;
import org.redress.settlement.model.Warehouse;
import org.springframework.stereotype.Component;

/** Who does what, and what they are asked next about a step. */
@Component
class Partners {
    private final Payments payments;
    private final Warehouse warehouse;
    private final Labels labels;
    private final Vouchers vouchers;

    Partners(Payments payments, Warehouse warehouse, Labels labels, Vouchers vouchers) {
        this.payments = payments;
        this.warehouse = warehouse;
        this.labels = labels;
        this.vouchers = vouchers;
    }

    /** Where an earlier request may have been heard, it is repeated only when the other side says that it was not. */
    Outcome ask(Step step) {
        if (step.work() instanceof Work.Impossible(var _, var why)) {
            return new Outcome.Refused(Trouble.of(why));
        }
        if (step.stop() != null) {
            return stop(step);
        }
        if (step.reference() != null) {
            return status(step);
        }
        if (step.unsure()) {
            var before = status(step);
            return before instanceof Outcome.Unknown ? request(step) : before;
        }
        return request(step);
    }

    private Outcome stop(Step step) {
        return step.stop() == Step.Stop.CANCEL && partner(step.work()) instanceof Revocable revocable
                ? revocable.cancel(step.merchant(), step.key())
                : status(step);
    }

    /** How far it is, and nothing else. */
    Outcome status(Step step) {
        return partner(step.work()).status(step.merchant(), step.key());
    }

    private Outcome request(Step step) {
        var merchant = step.merchant();
        return switch (step.work()) {
            case Work.Refund refund -> payments.refund(merchant, step.key(), refund);
            case Work.Reshipment reshipment -> warehouse.reship(merchant, step.key(), reshipment);
            case Work.ReturnLabel label -> labels.returnLabel(merchant, step.key(), label);
            case Work.Pickup pickup -> labels.pickUp(merchant, step.key(), pickup);
            case Work.Voucher voucher -> vouchers.issue(merchant, step.key(), voucher);
            case Work.Impossible(var _, var why) -> new Outcome.Refused(Trouble.of(why));
        };
    }

    Partner partner(PartnerRole role) {
        return switch (role) {
            case PAYMENTS -> payments;
            case WAREHOUSE -> warehouse;
            case LABELS -> labels;
            case VOUCHERS -> vouchers;
        };
    }

    private Partner partner(Work work) {
        return switch (work) {
            case Work.Refund _, Work.Impossible _ -> payments;
            case Work.Reshipment _ -> warehouse;
            case Work.ReturnLabel _, Work.Pickup _ -> labels;
            case Work.Voucher _ -> vouchers;
        };
    }
}
