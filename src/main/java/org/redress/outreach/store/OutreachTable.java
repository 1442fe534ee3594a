package org.redress.outreach.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Sku;
import org.redress.outreach.Outreach;
import org.redress.outreach.Outreaches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code outreach.outreach} and {@code link}; in a transaction of the merchant. */
@Repository
public class OutreachTable {
    private static final String SELECT = "SELECT * FROM outreach.outreach WHERE merchant_id = :merchant";

    private final JdbcClient jdbc;

    OutreachTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Answers how many are new: who was found before, for whichever claim, is not found again; nor for an article while
     * the parcel as a whole is asked about, or the other way round.
     */
    public int insert(List<Outreach> found) {
        if (found.isEmpty()) {
            return 0;
        }
        var first = found.getFirst();
        return jdbc.sql("""
                        INSERT INTO outreach.outreach (merchant_id, id, claim_id, claim_number, order_number, ordered,
                            received, why, probability, state, opened_at)
                        SELECT :merchant, id, :claim, :number, order_number, ordered, received, why, probability, state, :at
                        FROM unnest(:ids::uuid[], :orders::text[], :ordered::text[], :received::text[], :whys::text[],
                            :probabilities::float8[], :states::text[])
                            AS found (id, order_number, ordered, received, why, probability, state)
                        WHERE NOT EXISTS (SELECT FROM outreach.outreach AS other WHERE other.merchant_id = :merchant
                            AND other.order_number = found.order_number
                            AND (other.ordered IS NULL OR found.ordered IS NULL) AND other.state IN ('OPEN', 'WRITTEN'))
                        ON CONFLICT DO NOTHING""")
                .param("merchant", first.merchant().value())
                .param("claim", first.claim())
                .param("number", first.claimNumber())
                .param("at", Timestamp.from(first.openedAt()))
                .param("ids", found.stream().map(Outreach::id).toArray(UUID[]::new))
                .param("orders", found.stream().map(Outreach::orderNumber).toArray(String[]::new))
                .param(
                        "ordered",
                        found.stream()
                                .map(Outreach::ordered)
                                .map(OutreachTable::text)
                                .toArray(String[]::new))
                .param(
                        "received",
                        found.stream()
                                .map(Outreach::received)
                                .map(OutreachTable::text)
                                .toArray(String[]::new))
                .param("whys", found.stream().map(each -> each.why().name()).toArray(String[]::new))
                .param(
                        "probabilities",
                        found.stream().map(Outreach::probability).toArray(Double[]::new))
                .param("states", found.stream().map(each -> each.state().name()).toArray(String[]::new))
                .update();
    }

    /** What was found for an article, and waits, is of the parcel as a whole: somebody knows better now. */
    public void widen(Outreach whole) {
        jdbc.sql("""
                        UPDATE outreach.outreach SET ordered = NULL, received = NULL, probability = :probability
                        WHERE merchant_id = :merchant AND id = (
                            SELECT id FROM outreach.outreach WHERE merchant_id = :merchant AND order_number = :order
                                AND claim_id = :claim AND why = 'SWAP' AND state = 'OPEN' ORDER BY id LIMIT 1)
                          AND NOT EXISTS (SELECT FROM outreach.outreach WHERE merchant_id = :merchant
                            AND order_number = :order AND ordered IS NULL)""")
                .param("probability", whole.probability())
                .param("merchant", whole.merchant().value())
                .param("order", whole.orderNumber())
                .param("claim", whole.claim())
                .update();
    }

    /** How likely it is of those that wait, as things stand: of an order that is not named, not at all. */
    public void weigh(MerchantId merchant, UUID claim, Map<String, Double> likely) {
        var orders = List.copyOf(likely.keySet());
        jdbc.sql("""
                        UPDATE outreach.outreach AS one SET probability = coalesce(
                            (SELECT max(found.probability) FROM unnest(:orders::text[], :probabilities::float8[])
                                AS found (order_number, probability) WHERE found.order_number = one.order_number), 0)
                        WHERE merchant_id = :merchant AND claim_id = :claim AND state = 'OPEN'""")
                .param("orders", orders.toArray(String[]::new))
                .param("probabilities", orders.stream().map(likely::get).toArray(Double[]::new))
                .param("merchant", merchant.value())
                .param("claim", claim)
                .update();
    }

    /** The likeliest first of those that wait. */
    private List<Outreach> waiting(MerchantId merchant, @Nullable UUID after, int limit) {
        var from = after == null
                ? ""
                : " AND (probability, id) < (SELECT probability, id FROM outreach.outreach"
                        + " WHERE merchant_id = :merchant AND id = :after)";
        return jdbc.sql(SELECT + " AND state = 'OPEN'" + from + " ORDER BY probability DESC, id DESC LIMIT :limit")
                .param("merchant", merchant.value())
                .param("after", after)
                .param("limit", limit)
                .query(OutreachTable::outreach)
                .list();
    }

    /** The newest first; of those that wait, where nobody else is asked for, the likeliest. */
    public Page<Outreach> page(
            MerchantId merchant, Collection<Outreach.State> states, @Nullable UUID after, int limit) {
        var found = Set.copyOf(states).equals(Set.of(Outreach.State.OPEN))
                ? waiting(merchant, after, limit + 1)
                : newest(merchant, states, after, limit + 1);
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).id().toString());
    }

    private List<Outreach> newest(
            MerchantId merchant, Collection<Outreach.State> states, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + " AND state = ANY (:states) AND (:after::uuid IS NULL OR id < :after)"
                        + " ORDER BY id DESC LIMIT :limit")
                .param("merchant", merchant.value())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(OutreachTable::outreach)
                .list();
    }

    /** The likeliest first. */
    public List<Outreach> ofClaim(MerchantId merchant, UUID claim) {
        return jdbc.sql(SELECT + " AND claim_id = :claim ORDER BY probability DESC, id")
                .param("merchant", merchant.value())
                .param("claim", claim)
                .query(OutreachTable::outreach)
                .list();
    }

    /** The claims that led to whoever filed this one. */
    public List<UUID> ledTo(MerchantId merchant, UUID filed) {
        return jdbc.sql("SELECT claim_id FROM outreach.outreach WHERE merchant_id = ? AND filed = ?")
                .params(merchant.value(), filed)
                .query((row, _) -> row.getObject("claim_id", UUID.class))
                .list();
    }

    public Optional<Outreach> find(MerchantId merchant, UUID id) {
        return jdbc.sql(SELECT + " AND id = :id")
                .param("merchant", merchant.value())
                .param("id", id)
                .query(OutreachTable::outreach)
                .optional();
    }

    /** The same, and nobody else touches it until this transaction ends. */
    public Optional<Outreach> hold(MerchantId merchant, UUID id) {
        return jdbc.sql(SELECT + " AND id = :id FOR UPDATE")
                .param("merchant", merchant.value())
                .param("id", id)
                .query(OutreachTable::outreach)
                .optional();
    }

    public void written(MerchantId merchant, UUID id, String by, Instant at) {
        jdbc.sql("""
                        UPDATE outreach.outreach SET state = 'WRITTEN', written_by = ?, written_at = ?
                        WHERE merchant_id = ? AND id = ?""").params(by, Timestamp.from(at), merchant.value(), id).update();
    }

    /** When the last letter went into the outbox; empty where none was mailed. */
    public Optional<Instant> mailedAt(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT mailed_at FROM outreach.outreach WHERE merchant_id = ? AND id = ?")
                .params(merchant.value(), id)
                .query((row, _) -> Optional.ofNullable(instant(row.getTimestamp("mailed_at"))))
                .single();
    }

    public void mailed(MerchantId merchant, UUID id, Instant at) {
        jdbc.sql("UPDATE outreach.outreach SET mailed_at = ? WHERE merchant_id = ? AND id = ?")
                .params(Timestamp.from(at), merchant.value(), id)
                .update();
    }

    public void end(
            MerchantId merchant, UUID id, Outreach.State as, @Nullable String by, @Nullable String note, Instant at) {
        jdbc.sql("""
                        UPDATE outreach.outreach SET state = :state, ended_by = :by, note = :note, ended_at = :at
                        WHERE merchant_id = :merchant AND id = :id""")
                .param("state", as.name())
                .param("by", by)
                .param("note", note)
                .param("at", Timestamp.from(at))
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }

    /** The customers of an order have filed a claim, whichever way: whatever was to be asked is answered. */
    public void claimed(MerchantId merchant, String order, UUID claim, Instant at) {
        jdbc.sql("""
                        UPDATE outreach.outreach SET state = 'CLAIMED', filed = :filed, ended_at = :at
                        WHERE merchant_id = :merchant AND order_number = :order AND claim_id <> :filed
                          AND state <> 'CLAIMED'""")
                .param("filed", claim)
                .param("at", Timestamp.from(at))
                .param("merchant", merchant.value())
                .param("order", order)
                .update();
    }

    /**
     * The earlier links of the same outreach open nothing from now on.
     *
     * @param forgotten links that expired before go for good
     */
    public void insertLink(
            MerchantId merchant, byte[] hash, UUID outreach, Instant expiresAt, Instant now, Instant forgotten) {
        jdbc.sql("""
                        WITH gone AS (DELETE FROM outreach.link WHERE merchant_id = :merchant AND expires_at < :forgotten),
                            earlier AS (UPDATE outreach.link SET expires_at = :now
                                WHERE merchant_id = :merchant AND outreach_id = :outreach AND expires_at > :now)
                        INSERT INTO outreach.link (merchant_id, hash, outreach_id, expires_at)
                        VALUES (:merchant, :hash, :outreach, :expires)""")
                .param("merchant", merchant.value())
                .param("now", Timestamp.from(now))
                .param("forgotten", Timestamp.from(forgotten))
                .param("hash", hash)
                .param("outreach", outreach)
                .param("expires", Timestamp.from(expiresAt))
                .update();
    }

    /** Without a merchant's transaction: by the look-up of one link. */
    public Optional<Outreaches.Opened> findLink(byte[] hash, Instant now) {
        return jdbc.sql("SELECT * FROM outreach.find_link(?)")
                .param(hash)
                .query((row, _) -> new Outreaches.Opened(
                        new MerchantId(row.getObject("merchant_id", UUID.class)),
                        row.getObject("outreach_id", UUID.class),
                        !now.isBefore(row.getTimestamp("expires_at").toInstant())))
                .optional();
    }

    private static Outreach outreach(ResultSet row, int number) throws SQLException {
        var ordered = row.getString("ordered");
        var received = row.getString("received");
        return new Outreach(
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("claim_id", UUID.class),
                row.getString("claim_number"),
                row.getString("order_number"),
                ordered == null ? null : new Sku(ordered),
                received == null ? null : new Sku(received),
                Outreach.Why.valueOf(row.getString("why")),
                row.getDouble("probability"),
                Outreach.State.valueOf(row.getString("state")),
                row.getTimestamp("opened_at").toInstant(),
                instant(row.getTimestamp("written_at")),
                row.getString("written_by"),
                instant(row.getTimestamp("ended_at")),
                row.getString("ended_by"),
                row.getString("note"),
                row.getObject("filed", UUID.class));
    }

    private static @Nullable String text(@Nullable Sku sku) {
        return sku == null ? null : sku.value();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
