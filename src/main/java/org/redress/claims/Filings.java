package org.redress.claims;

import java.util.Optional;
import java.util.UUID;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;

/** Files claims from forms, which people send twice: a second tap, a reload, a slow line. */
public interface Filings {
    /**
     * What a browser sent.
     *
     * @param form drawn at random when the form was first shown
     * @param typed all that stands in it
     */
    record Sent(UUID form, String typed) {}

    /** The claim that this very form has led to before, with a further link to it. */
    Optional<Filed> before(MerchantId merchant, Sent sent);

    /**
     * Like {@link Claims#file}, but the same form with the same in it leads to the claim that is there already, with a
     * further link to it. Somebody who went back and changed it files another claim.
     *
     * @throws org.redress.kernel.Refused INVALID, with the fields at fault
     */
    Filed once(MerchantId merchant, Sent sent, Filing filing, Actor actor);
}
