package org.redress.claims;

import java.util.UUID;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;

/** Files claims from forms, which people send twice: a second tap, a reload, a slow line. */
public interface Filings {
    /**
     * Like {@link Claims#file}, but the same filing by the same form leads to the claim that is there already, with a
     * further link to it. Another filing by that form (somebody went back and changed it) is another claim.
     *
     * @param form drawn at random when the form was first shown
     * @throws org.redress.kernel.Refused INVALID, with the fields at fault
     */
    Filed once(MerchantId merchant, UUID form, Filing filing, Actor actor);
}
