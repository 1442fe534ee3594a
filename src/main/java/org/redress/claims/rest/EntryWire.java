package org.redress.claims.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.CaseSeen;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Entry;
import org.redress.claims.EventWords;
import org.redress.claims.OfferSeen;
import org.redress.claims.Verdict;
import org.redress.remedy.RemedyPlan;
import org.redress.ui.Amount;
import org.redress.ui.Words;

/**
 * One entry of {@code GET /claims/{id}/timeline}.
 *
 * @param note what was written with it; for an agreement the very text that the customer saw
 * @param seen what stood before whoever decided, frozen
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
        @Nullable Seen seen,
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
                seen(entry.event()),
                plan == null ? null : ClaimWire.RemedyWire.of(plan));
    }

    /** Of a rejection verdict, checks and files; of an approval verdict, cost and the rows of the policy. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seen(
            Verdict verdict,
            int version,
            @Nullable List<CaseSeen.Check> checks,
            @Nullable List<CaseSeen.File> evidence,
            @Nullable Amount costToUs,
            @Nullable List<ClaimWire.RemedyWire> remedies,
            @Nullable String policyTable,
            @Nullable String policyVersion,
            @Nullable List<String> rules) {
        static Seen of(CaseSeen seen) {
            return new Seen(seen.verdict(), seen.version(), seen.checks(), seen.files(), null, null, null, null, null);
        }

        static Seen of(OfferSeen seen) {
            return new Seen(
                    seen.verdict(),
                    seen.version(),
                    null,
                    null,
                    Amount.ofNullable(seen.costToUs()),
                    ClaimWire.RemedyWire.of(seen.plan()),
                    seen.table(),
                    seen.tableVersion(),
                    seen.rules());
        }
    }

    private static @Nullable Seen seen(ClaimEvent event) {
        if (event instanceof ClaimEvent.ClaimRejected(var _, var seen, var _)) {
            return seen == null ? null : Seen.of(seen);
        }
        if (event instanceof ClaimEvent.OfferApproved(var _, var _, var _, var seen)) {
            return seen == null ? null : Seen.of(seen);
        }
        return event instanceof ClaimEvent.ApprovalRefused(var _, var _, var seen) && seen != null
                ? Seen.of(seen)
                : null;
    }

    private static @Nullable RemedyPlan plan(ClaimEvent event) {
        if (event instanceof ClaimEvent.RemedyOffered(var _, var _, var plan, var _, var _, var _)) {
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
