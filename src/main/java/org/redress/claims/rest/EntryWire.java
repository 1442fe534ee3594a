package org.redress.claims.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Entry;
import org.redress.claims.EventWords;
import org.redress.remedy.RemedyPlan;
import org.redress.ui.Words;

/**
 * One entry of {@code GET /claims/{id}/timeline}.
 *
 * @param note what was written with it; for an agreement the very text that the customer saw
 * @param remedies of an offer, an agreement or a suggestion
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryWire(
        int sequence,
        Instant at,
        Who who,
        String event,
        String text,
        @Nullable String note,
        @Nullable List<ClaimWire.RemedyWire> remedies) {
    static EntryWire of(Entry entry, Words words, Map<UUID, String> staff) {
        var plan = plan(entry.event());
        return new EntryWire(
                entry.sequence(),
                entry.at(),
                new Who(
                        entry.actor().getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT),
                        EventWords.who(entry.actor(), words)),
                entry.event().getClass().getSimpleName(),
                EventWords.what(entry.event(), words, staff),
                EventWords.note(entry.event()),
                plan == null ? null : ClaimWire.RemedyWire.of(plan));
    }

    private static @Nullable RemedyPlan plan(ClaimEvent event) {
        if (event instanceof ClaimEvent.RemedyOffered(var _, var _, var plan, var _, var _)) {
            return plan;
        }
        if (event instanceof ClaimEvent.RemedyAgreed(var _, var plan, var _)) {
            return plan;
        }
        return event instanceof ClaimEvent.OfferCountered(var _, var wish, var _) ? wish : null;
    }

    /** STAFF, PROGRAM, CUSTOMER or PRODUCT, and the name. */
    record Who(String kind, String name) {}
}
