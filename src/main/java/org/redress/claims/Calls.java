package org.redress.claims;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Viewer;
import org.redress.kernel.MerchantId;
import org.redress.remedy.RemedyChoice;

/** Claims that are told by voice: what may be said while the customer still speaks, and what is kept of the conversation. */
public interface Calls {
    /** What would follow if this were filed now; empty where it cannot be filed as it stands. Nothing is kept. */
    Optional<Prospect> prospect(MerchantId merchant, Filing filing);

    /**
     * @param decideBy until when we would decide, in the hours in which our people work
     * @param severity by the goods alone
     */
    record Prospect(Instant decideBy, Severity severity, RemedyChoice choice) {}

    /**
     * Files like {@link Filings#once}, notes for staff what was heard beside it, and counts the conversation as a person’s
     * first answer. What the caller calls dangerous is treated as such.
     *
     * @param into a claim about the same order under which this one goes on, or null
     * @throws org.redress.kernel.Refused INVALID, with the fields at fault; CONFLICT where it cannot go on under the other:
     *     nothing is filed then
     */
    Filed file(Viewer viewer, Filings.Sent sent, Filing filing, Heard heard, @Nullable UUID into);
}
