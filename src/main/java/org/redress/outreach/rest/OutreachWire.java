package org.redress.outreach.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.outreach.Outreach;

/**
 * A customer who has probably got the wrong goods, and has not said so.
 *
 * @param ordered null where the parcel as a whole may be another customer’s
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record OutreachWire(
        UUID id,
        UUID claimId,
        String claimNumber,
        String orderNumber,
        @Nullable String ordered,
        @Nullable String received,
        Outreach.Why why,
        double probability,
        Outreach.State state,
        Instant openedAt,
        @Nullable Instant writtenAt,
        @Nullable Instant endedAt,
        @Nullable String note,
        @Nullable UUID filedClaimId) {

    /** @param link for the customer, to pass on, told this once; null where a mail brings it */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WrittenWire(
            OutreachWire outreach, boolean mailed, @Nullable String link) {}

    record Leaving(String note) {}

    static OutreachWire of(Outreach outreach) {
        var ordered = outreach.ordered();
        var received = outreach.received();
        return new OutreachWire(
                outreach.id(),
                outreach.claim(),
                outreach.claimNumber(),
                outreach.orderNumber(),
                ordered == null ? null : ordered.value(),
                received == null ? null : received.value(),
                outreach.why(),
                outreach.probability(),
                outreach.state(),
                outreach.openedAt(),
                outreach.writtenAt(),
                outreach.endedAt(),
                outreach.note(),
                outreach.filed());
    }
}
