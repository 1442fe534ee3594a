package org.redress.settlement;

import java.util.List;
import java.util.UUID;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;

/** The carrying out of what customers agreed to. */
public interface Settlement {
    /** The steps of a claim over all its rounds, in the order in which they were agreed. */
    List<Step> steps(MerchantId merchant, UUID claim);

    /**
     * Tries a failed step again, under the same key: what the other side has done already is not done twice.
     *
     * @throws org.redress.kernel.Refused ABSENT, or CONFLICT {@code STEP_NOT_FAILED}
     */
    Step tryAgain(MerchantId merchant, UUID claim, UUID step, Actor actor);
}
