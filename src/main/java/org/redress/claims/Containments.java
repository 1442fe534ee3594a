package org.redress.claims;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;

/** What is held back because a claim says that it is dangerous or wrong. */
public interface Containments {
    int LONGEST_FINDING = 2000;

    /** The newest first. */
    Page<Containment> page(MerchantId merchant, boolean open, @Nullable String after, int limit);

    List<Containment> ofClaim(MerchantId merchant, UUID claim);

    /**
     * Ends it. Twice is once: the first finding stays.
     *
     * @throws org.redress.kernel.Refused ABSENT, or INVALID where the finding is blank or too long
     */
    Containment end(MerchantId merchant, UUID id, String finding, Actor actor);
}
