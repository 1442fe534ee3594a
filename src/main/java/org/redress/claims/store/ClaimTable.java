package org.redress.claims.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.CauseCode;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.claims.Conclusion;
import org.redress.claims.Filing;
import org.redress.claims.Given;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.claims.Severity;
import org.redress.claims.Stumbles.Task;
import org.redress.claims.Verdict;
import org.redress.database.Json;
import org.redress.kernel.Demand;
import org.redress.kernel.Gtin;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.remedy.RemedyPlan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Claims as they stand now. One query reads a claim with its lines and offers. */
@Repository
public class ClaimTable {
    private static final String SELECT = """
            SELECT c.*,
                   (SELECT coalesce(jsonb_agg(to_jsonb(l) ORDER BY l.position), '[]')
                      FROM claims.line l
                     WHERE l.merchant_id = c.merchant_id AND l.claim_id = c.id) AS lines,
                   (SELECT coalesce(jsonb_agg(to_jsonb(o) ORDER BY o.version), '[]')
                      FROM claims.offer o
                     WHERE o.merchant_id = c.merchant_id AND o.claim_id = c.id) AS offers
              FROM claims.claim c
             WHERE c.merchant_id = :merchant
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Json json;

    ClaimTable(JdbcClient jdbc, JdbcTemplate batches, Json json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    public Optional<Claim> find(MerchantId merchant, UUID id) {
        return jdbc.sql(SELECT + " AND c.id = :id")
                .param("merchant", merchant.value())
                .param("id", id)
                .query(this::claim)
                .optional();
    }

    public Optional<Claim> byNumber(MerchantId merchant, String number) {
        return jdbc.sql(SELECT + " AND c.number = :number")
                .param("merchant", merchant.value())
                .param("number", number)
                .query(this::claim)
                .optional();
    }

    public List<Claim> all(MerchantId merchant, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : where(merchant, " AND c.id = ANY (:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
    }

    /** Keeps others from moving the claim until the transaction ends, and says how it stands. */
    public Optional<Claim> hold(MerchantId merchant, UUID id) {
        jdbc.sql("SELECT id FROM claims.claim WHERE merchant_id = ? AND id = ? FOR UPDATE")
                .params(merchant.value(), id)
                .query(UUID.class)
                .optional();
        // A statement of its own: one that waited for the lock would still see the offers of before.
        return find(merchant, id);
    }

    /** The claims of one order, the oldest first: what else was claimed, promised and given on it. */
    public List<Claim> ofOrder(MerchantId merchant, String orderNumber) {
        return jdbc.sql(SELECT + " AND c.order_number = :order ORDER BY c.id")
                .param("merchant", merchant.value())
                .param("order", orderNumber)
                .query(this::claim)
                .list();
    }

    /** What the claims on these orders are called; one query. */
    public Set<String> numbersOnOrders(MerchantId merchant, Collection<String> orderNumbers) {
        return jdbc.sql("SELECT number FROM claims.claim WHERE merchant_id = ? AND order_number = ANY (?)")
                .params(merchant.value(), orderNumbers.toArray(String[]::new))
                .query((row, _) -> row.getString("number"))
                .set();
    }

    /** Of these claims the ones that somebody of this contact filed on whatever order, or anybody on this one. */
    public Set<UUID> ofSameCustomer(MerchantId merchant, Collection<UUID> ids, Filing filing) {
        return jdbc.sql("""
                        SELECT id FROM claims.claim
                        WHERE merchant_id = :merchant AND id = ANY (:ids)
                          AND (lower(contact_email) = lower(:email::text) OR contact_phone = :phone::text
                               OR order_number = :order::text)""")
                .param("merchant", merchant.value())
                .param("ids", ids.toArray(UUID[]::new))
                .param("email", filing.contact().email())
                .param("phone", filing.contact().phone())
                .param("order", filing.orderNumber())
                .query((row, _) -> row.getObject("id", UUID.class))
                .set();
    }

    /** Rows that match a condition written by {@link ClaimQueue}. */
    List<Claim> where(MerchantId merchant, String condition, Map<String, Object> parameters) {
        return jdbc.sql(SELECT + condition)
                .param("merchant", merchant.value())
                .params(parameters)
                .query(this::claim)
                .list();
    }

    /** The offers whose time is over, with their claims, where these are not put aside. */
    public Map<UUID, UUID> expiredOffers(MerchantId merchant, Instant now) {
        return jdbc
                .sql("""
                        SELECT id, claim_id
                          FROM claims.offer o
                         WHERE merchant_id = :merchant AND state IN ('OPEN', 'AWAITING_APPROVAL') AND expires_at <= :now
                         %s
                         ORDER BY expires_at
                         LIMIT 500
                        """.formatted(StumbleTable.isNotAside("o.claim_id", Task.EXPIRY)))
                .param("merchant", merchant.value())
                .param("now", Timestamp.from(now))
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getObject("claim_id", UUID.class)))
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Claims whose customer has let the time for an answer run out, other than an offer's, and that are not put aside. Nobody is
     * silent who wrote and waits, or was answered within a day.
     */
    public List<UUID> silentCustomers(MerchantId merchant, Instant now) {
        return jdbc.sql("""
                        SELECT id
                          FROM claims.claim c
                         WHERE merchant_id = :merchant AND state IN ('NEEDS_INFORMATION', 'FOLLOW_UP')
                           AND owed_by = 'CUSTOMER'
                           AND coalesce(due_at, timestamptz '9999-01-01 00:00:00+00') <= :now
                           AND NOT EXISTS (SELECT 1
                                             FROM claims.clock k
                                            WHERE k.merchant_id = :merchant AND k.claim_id = c.id AND k.promise = 'REPLY'
                                              AND (k.state = 'RUNNING' OR k.since + interval '1 day' > :now))
                         %s
                         ORDER BY due_at
                         LIMIT 500
                        """.formatted(StumbleTable.isNotAside("c.id", Task.SILENCE)))
                .param("merchant", merchant.value())
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Holds the order until the transaction ends: two offers on it are judged one after the other. */
    public void holdOrder(MerchantId merchant, String orderNumber) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("claims.order:" + merchant + ":" + orderNumber)
                .query((_, _) -> true)
                .list();
    }

    public Map<UUID, String> numbers(MerchantId merchant, Collection<UUID> ids) {
        return jdbc
                .sql("SELECT id, number FROM claims.claim WHERE merchant_id = ? AND id = ANY (?)")
                .params(merchant.value(), ids.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("number")))
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public boolean isNumberTaken(MerchantId merchant, String number) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM claims.claim WHERE merchant_id = ? AND number = ?)")
                .param(merchant.value())
                .param(number)
                .query(Boolean.class)
                .single();
    }

    public void insert(Claim claim) {
        var filing = claim.filing();
        jdbc.sql("""
                        INSERT INTO claims.claim (
                            merchant_id, id, number, version, state, state_data, order_number, tracking_number,
                            contact_name, contact_email, contact_phone, channel, statement, demand, language,
                            discovered_at, discovered_where, previous_contact, given, owed_by, owed_since, due_at,
                            escalated, assignee, cause, verdict, severity, satisfaction, follows,
                            filed_at)
                        VALUES (
                            :merchant, :id, :number, :version, :state, :stateData::jsonb, :order, :tracking,
                            :name, :email, :phone, :channel, :statement, :demand, :language,
                            :discoveredAt, :discoveredWhere, :previousContact::jsonb, :given::jsonb, :owedBy,
                            :owedSince, :dueAt, :escalated, :assignee, :cause, :verdict, :severity, :satisfaction,
                            :follows, :filedAt)
                        """)
                .params(moving(claim))
                .param("follows", claim.follows())
                .param("number", claim.number())
                .param("order", filing.orderNumber())
                .param("tracking", filing.trackingNumber())
                .param("name", filing.contact().name())
                .param("email", filing.contact().email())
                .param("phone", filing.contact().phone())
                .param("channel", filing.channel().name())
                .param("statement", filing.statement())
                .param("demand", filing.demand().name())
                .param("language", filing.language().toLanguageTag())
                .param("discoveredAt", timestamp(filing.discoveredAt()))
                .param("discoveredWhere", filing.discoveredWhere())
                .param(
                        "previousContact",
                        filing.previousContact() == null ? null : json.write(filing.previousContact()))
                .param("filedAt", Timestamp.from(claim.filedAt()))
                .update();
        insertLines(claim);
    }

    private void insertLines(Claim claim) {
        var lines = claim.filing().lines();
        var positions =
                java.util.stream.IntStream.range(0, lines.size()).boxed().toList();
        batches.batchUpdate("""
                INSERT INTO claims.line (
                    merchant_id, claim_id, position, sku, quantity, problem,
                    received_sku, received_gtin, received_description, received_quantity)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, positions, 100, (statement, position) -> {
            var line = lines.get(position);
            var received = line.received();
            statement.setObject(1, claim.merchant().value());
            statement.setObject(2, claim.id());
            statement.setInt(3, position);
            statement.setString(4, line.sku() == null ? null : line.sku().value());
            statement.setInt(5, line.quantity());
            statement.setString(6, line.problem().name());
            statement.setString(
                    7,
                    received == null || received.sku() == null
                            ? null
                            : received.sku().value());
            statement.setString(
                    8,
                    received == null || received.gtin() == null
                            ? null
                            : received.gtin().digits());
            statement.setString(9, received == null ? null : received.description());
            statement.setObject(10, received == null ? null : received.quantity());
        });
    }

    /**
     * Writes a claim that has moved.
     *
     * @return false where another move came first: nothing is written then
     */
    public boolean update(Claim before, Claim after) {
        int rows = jdbc.sql("""
                        UPDATE claims.claim
                           SET version = :version, state = :state, state_data = :stateData::jsonb,
                               given = :given::jsonb, owed_by = :owedBy, owed_since = :owedSince, due_at = :dueAt,
                               escalated = :escalated, assignee = :assignee,
                               decided_before = :decidedBefore::jsonb, cause = :cause,
                               conclusion = :conclusion::jsonb, verdict = :verdict,
                               severity = :severity, satisfaction = :satisfaction
                         WHERE merchant_id = :merchant AND id = :id AND version = :seen
                        """)
                .params(moving(after))
                .param("seen", before.version())
                .update();
        if (rows == 1) {
            after.offers().stream()
                    .filter(offer -> !before.offers().contains(offer))
                    .forEach(offer -> upsert(after, offer));
        }
        return rows == 1;
    }

    /** Writes down which claim this one follows, and until when it is due now. The caller holds it. */
    public void follow(Claim claim) {
        jdbc.sql("""
                        UPDATE claims.claim SET follows = :follows, due_at = :due
                         WHERE merchant_id = :merchant AND id = :id
                        """)
                .param("follows", claim.follows())
                .param("due", timestamp(claim.owed().due()))
                .param("merchant", claim.merchant().value())
                .param("id", claim.id())
                .update();
    }

    private void upsert(Claim claim, Offer offer) {
        jdbc.sql("""
                        INSERT INTO claims.offer (
                            merchant_id, id, claim_id, version, state, plan, expires_at, proposer, wish, note)
                        VALUES (
                            :merchant, :id, :claim, :version, :state, :plan::jsonb, :expiresAt, :proposer, :wish::jsonb,
                            :note)
                        ON CONFLICT (merchant_id, id) DO UPDATE SET
                            state = excluded.state, expires_at = excluded.expires_at, wish = excluded.wish
                        """)
                .param("merchant", claim.merchant().value())
                .param("id", offer.id())
                .param("claim", claim.id())
                .param("version", offer.version())
                .param("state", offer.state().name())
                .param("plan", json.write(offer.plan()))
                .param("expiresAt", Timestamp.from(offer.expiresAt()))
                .param("proposer", offer.proposer())
                .param("wish", offer.wish() == null ? null : json.write(offer.wish()))
                .param("note", offer.note())
                .update();
    }

    private Map<String, @Nullable Object> moving(Claim claim) {
        var columns = new java.util.HashMap<String, @Nullable Object>();
        columns.put("merchant", claim.merchant().value());
        columns.put("id", claim.id());
        columns.put("version", claim.version());
        columns.put("state", claim.state().name().name());
        columns.put("stateData", json.write(claim.state()));
        columns.put("given", json.write(claim.given()));
        columns.put("owedBy", claim.owed().by().name());
        columns.put("owedSince", Timestamp.from(claim.owed().since()));
        columns.put("dueAt", timestamp(claim.owed().due()));
        columns.put("escalated", claim.escalated());
        columns.put("assignee", claim.assignee());
        columns.put("decidedBefore", json.write(claim.decidedBefore()));
        columns.put("cause", claim.cause() == null ? null : claim.cause().name());
        columns.put("conclusion", claim.conclusion() == null ? null : json.write(claim.conclusion()));
        columns.put("verdict", claim.verdict().name());
        columns.put("severity", claim.severity().name());
        columns.put("satisfaction", claim.satisfaction());
        return columns;
    }

    private Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("number"),
                json.read(row.getString("state_data"), ClaimState.class),
                filing(row),
                json.read(row.getString("given"), new TypeReference<List<Given>>() {}),
                json.read(row.getString("offers"), new TypeReference<List<OfferRow>>() {}).stream()
                        .map(OfferRow::offer)
                        .toList(),
                new Owed(
                        Owed.Party.valueOf(row.getString("owed_by")),
                        row.getTimestamp("owed_since").toInstant(),
                        instant(row.getTimestamp("due_at"))),
                row.getBoolean("escalated"),
                row.getObject("assignee", UUID.class),
                row.getString("cause") == null ? null : CauseCode.valueOf(row.getString("cause")),
                row.getString("conclusion") == null ? null : json.read(row.getString("conclusion"), Conclusion.class),
                Verdict.valueOf(row.getString("verdict")),
                Severity.valueOf(row.getString("severity")),
                row.getObject("satisfaction", Integer.class),
                row.getObject("follows", UUID.class),
                row.getTimestamp("filed_at").toInstant(),
                json.read(row.getString("decided_before"), new TypeReference<Set<String>>() {}),
                row.getInt("version"));
    }

    private Filing filing(ResultSet row) throws SQLException {
        var previous = row.getString("previous_contact");
        return new Filing(
                row.getString("order_number"),
                row.getString("tracking_number"),
                new Filing.Contact(
                        row.getString("contact_name"), row.getString("contact_email"), row.getString("contact_phone")),
                Channel.valueOf(row.getString("channel")),
                row.getString("statement"),
                Demand.valueOf(row.getString("demand")),
                instant(row.getTimestamp("discovered_at")),
                row.getString("discovered_where"),
                previous == null ? null : json.read(previous, Filing.PreviousContact.class),
                json.read(row.getString("lines"), new TypeReference<List<LineRow>>() {}).stream()
                        .map(LineRow::line)
                        .toList(),
                Locale.forLanguageTag(row.getString("language")),
                Map.of());
    }

    private record LineRow(
            @Nullable String sku,
            int quantity,
            Problem problem,
            @Nullable String received_sku,
            @Nullable String received_gtin,
            @Nullable String received_description,
            @Nullable Integer received_quantity) {
        Filing.Line line() {
            return new Filing.Line(
                    sku == null ? null : new Sku(sku),
                    quantity,
                    problem,
                    received_quantity == null
                            ? null
                            : new Filing.Received(
                                    received_sku == null ? null : new Sku(received_sku),
                                    received_gtin == null ? null : new Gtin(received_gtin),
                                    received_description,
                                    received_quantity));
        }
    }

    private record OfferRow(
            UUID id,
            int version,
            Offer.State state,
            RemedyPlan plan,
            Instant expires_at,
            String proposer,
            @Nullable RemedyPlan wish,
            @Nullable String note) {
        Offer offer() {
            return new Offer(id, version, state, plan, expires_at, proposer, wish, note);
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
