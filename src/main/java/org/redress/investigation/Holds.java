package org.redress.investigation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;

/** Orders that wait until somebody has looked, so that the same mistake does not go out again (domain.md S11, containment). */
public interface Holds {
    /** At one time, of one claim. */
    int MOST = 200;

    /**
     * Asks the warehouse to put aside the orders at risk that have not left, the likeliest first, one task each. An order
     * that is asked for, or was put aside, for whichever claim, is not asked for again. Answers the new tasks.
     *
     * @throws org.redress.kernel.Refused ABSENT
     */
    List<Task> hold(MerchantId merchant, UUID claim, Actor actor);

    /**
     * Lets the orders go on: takes back what is still asked, and asks for those that were put aside; what another claim
     * holds too stays where it is. Answers these new tasks.
     *
     * @throws org.redress.kernel.Refused ABSENT
     */
    List<Task> release(MerchantId merchant, UUID claim, Actor actor);

    /** What was asked last of these orders, whichever claim asked. */
    HeldOrders of(MerchantId merchant, Collection<String> orders);
}
