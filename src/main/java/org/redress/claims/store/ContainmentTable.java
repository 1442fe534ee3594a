package org.redress.claims.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Assessment.Danger;
import org.redress.claims.Containment;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is held back; always inside a transaction of the merchant. */
@Repository
public class ContainmentTable {
    private static final String SELECT = """
            SELECT h.*, c.number
            FROM claims.containment h JOIN claims.claim c ON c.merchant_id = h.merchant_id AND c.id = h.claim_id
            WHERE h.merchant_id = :merchant
            """;

    private final JdbcClient jdbc;

    ContainmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An article is held once for a claim, however often its danger is noticed. */
    public void open(MerchantId merchant, UUID claim, Danger danger, Instant now) {
        jdbc.sql("""
                        INSERT INTO claims.containment (merchant_id, id, claim_id, sku, place, opened_at)
                        VALUES (:merchant, :id, :claim, :sku, :place, :now)
                        ON CONFLICT (merchant_id, claim_id, sku) DO NOTHING""")
                .param("merchant", merchant.value())
                .param("id", Ids.next())
                .param("claim", claim)
                .param("sku", danger.article().sku().value())
                .param("place", danger.place())
                .param("now", Timestamp.from(now))
                .update();
    }

    public Page<Containment> page(MerchantId merchant, boolean open, @Nullable UUID after, int limit) {
        var found = jdbc.sql(SELECT + " AND (h.ended_at IS NULL) = :open AND (:after::uuid IS NULL OR h.id < :after)"
                        + " ORDER BY h.id DESC LIMIT :limit")
                .param("merchant", merchant.value())
                .param("open", open)
                .param("after", after)
                .param("limit", limit + 1)
                .query(ContainmentTable::containment)
                .list();
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).id().toString());
    }

    public List<Containment> ofClaim(MerchantId merchant, UUID claim) {
        return jdbc.sql(SELECT + " AND h.claim_id = :claim ORDER BY h.id")
                .param("merchant", merchant.value())
                .param("claim", claim)
                .query(ContainmentTable::containment)
                .list();
    }

    public Optional<Containment> find(MerchantId merchant, UUID id) {
        return jdbc.sql(SELECT + " AND h.id = :id")
                .param("merchant", merchant.value())
                .param("id", id)
                .query(ContainmentTable::containment)
                .optional();
    }

    /** The first finding stays; whether it was open until now. */
    public boolean end(MerchantId merchant, UUID id, String finding, String by, Instant now) {
        return jdbc.sql("""
                        UPDATE claims.containment SET ended_at = ?, ended_by = ?, finding = ?
                        WHERE merchant_id = ? AND id = ? AND ended_at IS NULL""")
                        .params(Timestamp.from(now), by, finding, merchant.value(), id)
                        .update()
                == 1;
    }

    private static Containment containment(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Containment(
                row.getObject("id", UUID.class),
                row.getObject("claim_id", UUID.class),
                row.getString("number"),
                new Sku(row.getString("sku")),
                row.getString("place"),
                row.getTimestamp("opened_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"),
                row.getString("finding"));
    }
}
