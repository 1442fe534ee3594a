package org.redress.claims.store;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimFilter;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Claims;
import org.redress.claims.Owed;
import org.redress.claims.Severity;
import org.redress.claims.model.SearchWords;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of claims, a page at a time, read by key and never by counting. */
@Repository
public class ClaimQueue {
    /** Claims in which nobody owes anything come last. The index claim_by_due says the same. */
    private static final String DUE = "coalesce(c.due_at, timestamptz '9999-01-01 00:00:00+00')";

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** What is urgent has a smaller number. */
    private static final int CALM = 2;

    /** How far a page looks where no index knows the answer; the next page goes on from there. */
    private static final int FARTHEST_LOOK = 20_000;

    /** Among how many claims it is counted where no index knows the answer. */
    private static final int MOST_LOOKED_AT = 5_000;

    /** Of what is found by words, so many at most are put in the order of their due dates. */
    private static final int MOST_SORTED = 2_000;

    /** Of what is found by words so many are looked at together where further conditions hold. */
    private static final int MANY = 500;

    private final ClaimTable claims;
    private final WordTable words;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    ClaimQueue(ClaimTable claims, WordTable words, JdbcClient jdbc, InstantSource clock) {
        this.claims = claims;
        this.words = words;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Page<Claim> page(MerchantId merchant, ClaimSearch search) {
        var from = Optional.ofNullable(search.after()).map(Key::read);
        if (search.filter().text() != null) {
            return search.sort() == ClaimSearch.Sort.FILED
                    ? newestFound(merchant, search, from)
                    : urgentFound(merchant, search, from);
        }
        return isIndexed(search.filter()) ? listed(merchant, search, from) : lookedThrough(merchant, search, from);
    }

    public Set<UUID> matching(MerchantId merchant, ClaimFilter filter, Collection<UUID> ids) {
        var parameters =
                new HashMap<String, Object>(Map.of("merchant", merchant.value(), "ids", ids.toArray(UUID[]::new)));
        return jdbc.sql("SELECT c.id FROM claims.claim c WHERE c.merchant_id = :merchant AND c.id = ANY (:ids)"
                        + new QueueConditions("q", parameters).of(filter))
                .params(parameters)
                .query((row, _) -> row.getObject(1, UUID.class))
                .set();
    }

    /** How many claims match each, counted up to a limit and among so many at most; one query. */
    public List<Claims.Count> counts(MerchantId merchant, List<ClaimFilter> filters) {
        if (filters.isEmpty()) {
            return List.of();
        }
        var parameters = new HashMap<String, Object>(Map.of("merchant", merchant.value()));
        var sql = new ArrayList<String>();
        for (int i = 0; i < filters.size(); i++) {
            var filter = filters.get(i);
            var near = near("n" + i, filter, parameters);
            sql.add("""
                    SELECT %d AS place, many,
                           many = %d OR EXISTS (SELECT 1 FROM (%s OFFSET %d LIMIT 1) AS farther
                                                 WHERE NOT %b OR owed_by <> 'NOBODY') AS or_more
                      FROM (SELECT count(*) AS many
                              FROM (SELECT 1 FROM (%s LIMIT %d) c WHERE true%s LIMIT %d) AS first_ones) AS counted
                    """.formatted(
                            i,
                            Claims.MOST_COUNTED,
                            near,
                            MOST_LOOKED_AT,
                            filter.isOpenOnly(),
                            near,
                            MOST_LOOKED_AT,
                            new QueueConditions("f" + i, parameters).of(filter),
                            Claims.MOST_COUNTED));
        }
        return jdbc.sql(String.join("UNION ALL\n", sql) + "ORDER BY place")
                .params(parameters)
                .query((row, _) -> new Claims.Count(row.getInt("many"), row.getBoolean("or_more")))
                .list();
    }

    /**
     * What some index has in this very order: all that can match, what comes first in the queue standing first. Claims of
     * one party, of one assignee, for seniors, of one order or with words unanswered; what else is asked is looked for among them.
     */
    private static String near(String name, ClaimFilter filter, Map<String, Object> parameters) {
        var order = " ORDER BY c.urgency, " + DUE + ", c.id";
        if (filter.unanswered()) {
            return near(name, ClaimFilter.ALL.onlyUnanswered(), "", order, parameters);
        }
        if (filter.forSeniors() || filter.orderNumber() != null) {
            var core = ClaimFilter.ALL.order(filter.orderNumber());
            return near(name, filter.forSeniors() ? core.onlyForSeniors() : core, "", order, parameters);
        }
        if (!filter.isOpenOnly()) {
            return near(name, ClaimFilter.ALL, "", " ORDER BY c.id DESC", parameters);
        }
        // Said as the indexes say it, which have no claims in which nobody owes anything.
        var open = " AND c.owed_by <> 'NOBODY'";
        if (filter.assignee() != null) {
            return near(name, ClaimFilter.ALL.assignee(filter.assignee()), open, order, parameters);
        }
        return filter.owedBy().stream()
                .map(party -> near(name + party, ClaimFilter.ALL.owedBy(Set.of(party)), open, order, parameters))
                .collect(Collectors.joining(
                        " LIMIT " + (MOST_LOOKED_AT + 1) + ") UNION ALL (",
                        "SELECT * FROM ((",
                        " LIMIT " + (MOST_LOOKED_AT + 1) + ")) c"));
    }

    private static String near(
            String name, ClaimFilter core, String further, String order, Map<String, Object> parameters) {
        return "SELECT c.* FROM claims.claim c WHERE c.merchant_id = :merchant"
                + new QueueConditions(name, parameters).of(core) + further + order;
    }

    /** What an index has in this order, so that a page costs a page. */
    private static boolean isIndexed(ClaimFilter filter) {
        return filter.isOpenOnly()
                || filter.unanswered()
                || filter.forSeniors()
                || filter.orderNumber() != null
                || (filter.states().size() <= 1 && filter.equals(ClaimFilter.ALL.states(filter.states())));
    }

    private Page<Claim> listed(MerchantId merchant, ClaimSearch search, Optional<Key> from) {
        var parameters = new HashMap<String, Object>();
        var conditions = new QueueConditions("q", parameters);
        var filter = search.filter();
        // An index has the claims of one party in order; those of two are merged from its two ends.
        var parties = filter.owedBy().isEmpty() ? List.<Owed.Party>of() : List.copyOf(filter.owedBy());
        var order = order(search, from, parameters);
        var parts = parties.size() < 2
                ? List.of(conditions.of(filter))
                : parties.stream()
                        .map(party -> conditions.of(filter.owedBy(Set.of(party))))
                        .toList();
        var page = parts.size() == 1
                ? parts.getFirst() + order
                : parts.stream()
                                .map(part -> "(SELECT c.id FROM claims.claim c WHERE c.merchant_id = :merchant" + part
                                        + order + ")")
                                .collect(Collectors.joining(" UNION ALL ", " AND c.id = ANY (ARRAY(", "))"))
                        + order;
        return page(search, claims.where(merchant, page, parameters));
    }

    private Page<Claim> page(ClaimSearch search, List<Claim> found) {
        return found.size() <= search.limit()
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, search.limit()), key(search, found.get(search.limit() - 1)));
    }

    /** Looks through the next so many claims; where they do not fill the page, the next page begins after them. */
    private Page<Claim> lookedThrough(MerchantId merchant, ClaimSearch search, Optional<Key> from) {
        var parameters = new HashMap<String, Object>();
        var filter = search.filter();
        var conditions = new QueueConditions("q", parameters);
        var condition = conditions.of(filter);
        var order = conditions.mintedWithin(filter) + order(search, from, parameters);
        parameters.put("farthest", FARTHEST_LOOK);
        var near =
                "SELECT c.* FROM claims.claim c WHERE c.merchant_id = :merchant" + order.replace(":limit", ":farthest");
        var found = claims.where(
                merchant,
                " AND c.id = ANY (ARRAY(SELECT c.id FROM (" + near + ") c WHERE true" + condition + sorting(search)
                        + " LIMIT :limit))" + sorting(search),
                parameters);
        if (found.size() > search.limit()) {
            return page(search, found);
        }
        parameters.put("last", FARTHEST_LOOK - 1);
        // The claims before it are skipped by their keys: only the one is read.
        var farthest = " AND c.id = (SELECT c.id FROM claims.claim c WHERE c.merchant_id = :merchant"
                + order.replace(":limit", "1 OFFSET :last") + ")";
        return claims.where(merchant, farthest, parameters).stream()
                .findFirst()
                .filter(last -> !isBeyond(search, last))
                .map(last -> new Page<>(found, key(search, last)))
                .orElseGet(() -> new Page<>(found, null));
    }

    /** Whether nothing after this claim can match, because all of it was filed too long ago. */
    private static boolean isBeyond(ClaimSearch search, Claim last) {
        var earliest = search.filter().filedFrom();
        return search.sort() == ClaimSearch.Sort.FILED
                && earliest != null
                && last.filedAt().isBefore(earliest);
    }

    private Page<Claim> newestFound(MerchantId merchant, ClaimSearch search, Optional<Key> from) {
        var filter = search.filter();
        var condition = filter.text(null);
        var found = new ArrayList<Claim>();
        var before = from.map(Key::id).orElse(null);
        int most = condition.equals(ClaimFilter.ALL) ? search.limit() + 1 : Math.max(MANY, search.limit() * 8);
        for (int look = 0; look < FARTHEST_LOOK && found.size() <= search.limit(); look += most) {
            var next = find(merchant, filter.text(), before, most, before != null);
            found.addAll(ofThese(merchant, next, condition));
            if (next.size() < most) {
                return page(search, found);
            }
            before = next.getLast();
        }
        return found.size() > search.limit()
                ? page(search, found)
                : new Page<>(found, new Key(CALM, null, Objects.requireNonNull(before)).text());
    }

    private Page<Claim> urgentFound(MerchantId merchant, ClaimSearch search, Optional<Key> from) {
        var filter = search.filter();
        var parameters = new HashMap<String, Object>();
        var order = order(search, from, parameters);
        parameters.put(
                "ids", find(merchant, filter.text(), null, MOST_SORTED, false).toArray(UUID[]::new));
        var condition = new QueueConditions("q", parameters).of(filter.text(null));
        return page(search, claims.where(merchant, " AND c.id = ANY (:ids)" + condition + order, parameters));
    }

    private List<Claim> ofThese(MerchantId merchant, List<UUID> ids, ClaimFilter filter) {
        var parameters = new HashMap<String, Object>();
        parameters.put("ids", ids.toArray(UUID[]::new));
        var condition = new QueueConditions("q", parameters).of(filter);
        return ids.isEmpty()
                ? List.of()
                : claims.where(merchant, " AND c.id = ANY (:ids)" + condition + " ORDER BY c.id DESC", parameters);
    }

    /**
     * By the most exact reading of the words that finds anything at all.
     *
     * @param goesOn whether a page was shown before, by the same reading
     */
    private List<UUID> find(
            MerchantId merchant, @Nullable String text, @Nullable UUID before, int most, boolean goesOn) {
        var now = clock.millis();
        for (var asked : SearchWords.asked(text)) {
            var found = words.find(merchant, asked, now, before, most);
            if (!found.isEmpty()
                    || (goesOn && !words.find(merchant, asked, now, null, 1).isEmpty())) {
                return found;
            }
        }
        return List.of();
    }

    private static String order(ClaimSearch search, Optional<Key> from, Map<String, Object> parameters) {
        parameters.put("limit", search.limit() + 1);
        from.ifPresent(key -> {
            parameters.put("afterUrgency", key.urgency());
            parameters.put("afterDue", Timestamp.from(key.due() == null ? NEVER : key.due()));
            parameters.put("afterId", key.id());
        });
        return (from.isEmpty()
                        ? ""
                        : switch (search.sort()) {
                            case DUE -> " AND (c.urgency, " + DUE + ", c.id) > (:afterUrgency, :afterDue, :afterId)";
                            case FILED -> " AND c.id < :afterId";
                        })
                + sorting(search) + " LIMIT :limit";
    }

    private static String sorting(ClaimSearch search) {
        return switch (search.sort()) {
            case DUE -> " ORDER BY c.urgency, " + DUE + ", c.id";
            case FILED -> " ORDER BY c.id DESC";
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
