package org.redress.claims.store;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Owed;
import org.redress.claims.Severity;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.stereotype.Repository;

/** Lists of claims, a page at a time, read by key and never by counting. */
@Repository
public class ClaimQueue {
    /** Claims in which nobody owes anything come last. The index claim_by_due says the same. */
    private static final String DUE = "coalesce(c.due_at, timestamptz '9999-01-01 00:00:00+00')";

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** What is urgent has a smaller number. */
    private static final int CALM = 2;

    private final ClaimTable claims;

    ClaimQueue(ClaimTable claims) {
        this.claims = claims;
    }

    public Page<Claim> page(MerchantId merchant, ClaimSearch search) {
        var condition = new StringBuilder();
        var parameters = new HashMap<String, Object>();
        if (search.state() != null) {
            condition.append(" AND c.state = :state");
            parameters.put("state", search.state().name());
        }
        if (search.assignee() != null) {
            condition.append(" AND c.assignee = :assignee");
            parameters.put("assignee", search.assignee());
        }
        if (!search.owedBy().isEmpty()) {
            condition.append(" AND c.owed_by IN (:owedBy)");
            parameters.put("owedBy", search.owedBy().stream().map(Enum::name).toList());
        }
        if (search.forSeniors()) {
            condition.append(" AND (c.follows IS NOT NULL OR c.escalated)");
        }
        if (search.orderNumber() != null) {
            condition.append(" AND c.order_number = :order");
            parameters.put("order", search.orderNumber());
        }
        if (search.text() != null) {
            condition.append("""
                     AND (c.number ILIKE :text OR c.order_number ILIKE :text OR c.contact_email ILIKE :text
                          OR c.contact_phone ILIKE :text OR c.contact_name ILIKE :text OR c.statement ILIKE :text)
                    """);
            parameters.put("text", "%" + search.text().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        var found = claims.where(merchant, condition + order(search, parameters), parameters);
        return found.size() <= search.limit()
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, search.limit()), key(search, found.get(search.limit() - 1)));
    }

    private static String order(ClaimSearch search, Map<String, Object> parameters) {
        parameters.put("limit", search.limit() + 1);
        var from = Optional.ofNullable(search.after()).map(Key::read);
        from.ifPresent(key -> {
            parameters.put("afterUrgency", key.urgency());
            parameters.put("afterDue", Timestamp.from(key.due() == null ? NEVER : key.due()));
            parameters.put("afterId", key.id());
        });
        return switch (search.sort()) {
            case DUE ->
                (from.isPresent() ? " AND (c.urgency, " + DUE + ", c.id) > (:afterUrgency, :afterDue, :afterId)" : "")
                        + " ORDER BY c.urgency, " + DUE + ", c.id LIMIT :limit";
            case FILED -> (from.isPresent() ? " AND c.id < :afterId" : "") + " ORDER BY c.id DESC LIMIT :limit";
        };
    }

    private static String key(ClaimSearch search, Claim last) {
        return switch (search.sort()) {
            case DUE -> new Key(urgency(last), last.owed().due(), last.id()).text();
            case FILED -> new Key(CALM, null, last.id()).text();
        };
    }

    /**
     * As the column says: a claim about something dangerous stands before all others, then one on a replacement, until
     * nobody owes anything.
     */
    private static int urgency(Claim claim) {
        if (claim.owed().by() == Owed.Party.NOBODY) {
            return CALM;
        }
        if (claim.severity() == Severity.SAFETY) {
            return 0;
        }
        return claim.follows() == null ? CALM : 1;
    }

    /** Where a page ended. Opaque to clients; anything else that they send is refused. */
    private record Key(int urgency, @Nullable Instant due, UUID id) {
        String text() {
            var plain = "!".repeat(CALM - urgency) + (due == null ? "" : due.toString()) + " " + id;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        static Key read(String text) {
            try {
                var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                int start = plain.startsWith("!!") ? 2 : plain.startsWith("!") ? 1 : 0;
                int gap = plain.indexOf(' ');
                var due = gap <= start ? null : Instant.parse(plain.substring(start, gap));
                if (gap >= 0 && (due == null || (due.isAfter(Instant.EPOCH) && due.isBefore(NEVER)))) {
                    return new Key(
                            CALM - start,
                            due,
                            Ids.parse(plain.substring(gap + 1)).orElseThrow());
                }
            } catch (IllegalArgumentException | DateTimeParseException | NoSuchElementException notOurs) {
                // Said below.
            }
            throw new Refused(Refusal.invalid("/after", "NOT_A_PAGE", Phrase.of("claims.fault.after")));
        }
    }
}
