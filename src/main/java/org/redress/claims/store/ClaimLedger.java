package org.redress.claims.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Entry;
import org.redress.database.Json;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened, in order. Entries are added and never changed: the application role may only insert and read. */
@Repository
public class ClaimLedger {
    private final JdbcClient jdbc;
    private final Json json;

    ClaimLedger(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds an entry and returns its place. The caller holds the claim's row, so no two can take the same place. */
    public int append(MerchantId merchant, UUID claim, Instant at, Actor actor, ClaimEvent event) {
        return jdbc.sql("""
                        INSERT INTO claims.entry (merchant_id, claim_id, sequence, at, actor, event)
                        SELECT :merchant, :claim, coalesce(max(sequence), 0) + 1, :at, :actor::jsonb, :event::jsonb
                          FROM claims.entry
                         WHERE merchant_id = :merchant AND claim_id = :claim
                        RETURNING sequence
                        """)
                .param("merchant", merchant.value())
                .param("claim", claim)
                .param("at", Timestamp.from(at))
                .param("actor", json.write(actor))
                .param("event", json.write(event))
                .query(Integer.class)
                .single();
    }

    public List<Entry> of(MerchantId merchant, UUID claim) {
        return jdbc.sql("""
                        SELECT sequence, at, actor, event
                          FROM claims.entry
                         WHERE merchant_id = :merchant AND claim_id = :claim
                         ORDER BY sequence
                        """)
                .param("merchant", merchant.value())
                .param("claim", claim)
                .query((row, _) -> new Entry(
                        row.getInt("sequence"),
                        row.getTimestamp("at").toInstant(),
                        json.read(row.getString("actor"), Actor.class),
                        json.read(row.getString("event"), ClaimEvent.class)))
                .list();
    }
}
