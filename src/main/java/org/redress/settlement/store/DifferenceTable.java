package org.redress.settlement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Comparison;
import org.redress.settlement.Difference;
import org.redress.settlement.Effect;
import org.redress.settlement.PartnerRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where partners' books and ours do not agree. A row that was closed is never changed again. */
@Repository
public class DifferenceTable {
    private final JdbcClient jdbc;
    private final Json json;

    DifferenceTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Notes a difference that was seen; one that is open already is brought up to date.
     *
     * @return false where somebody has said that this very difference may stand
     */
    public boolean see(Difference seen) {
        return jdbc.sql("""
                        INSERT INTO settlement.difference AS open (
                            merchant_id, id, comparison_id, partner, day, key, kind, ours, theirs, claim_id, claim_number,
                            found_at)
                        SELECT :merchant, :id, :comparison, :partner, :day, :key, :kind, :ours::jsonb, :theirs::jsonb,
                               :claim, :number, :at
                         WHERE NOT EXISTS (
                            SELECT 1 FROM settlement.difference AS closed
                             WHERE closed.merchant_id = :merchant AND closed.partner = :partner
                               AND closed.kind = :kind AND closed.key = :key AND closed.closed_by IS NOT NULL
                               AND closed.ours IS NOT DISTINCT FROM :ours::jsonb
                               AND closed.theirs IS NOT DISTINCT FROM :theirs::jsonb)
                        ON CONFLICT (merchant_id, partner, kind, key) WHERE closed_at IS NULL DO UPDATE
                           SET comparison_id = EXCLUDED.comparison_id, day = EXCLUDED.day,
                               ours = EXCLUDED.ours, theirs = EXCLUDED.theirs
                        """)
                        .param("merchant", seen.merchant().value())
                        .param("id", seen.id())
                        .param("comparison", seen.run())
                        .param("partner", seen.partner().name())
                        .param("day", seen.day())
                        .param("key", seen.key())
                        .param("kind", seen.kind().name())
                        .param("ours", seen.ours() == null ? null : json.write(seen.ours()))
                        .param("theirs", seen.theirs() == null ? null : json.write(seen.theirs()))
                        .param("claim", seen.claim())
                        .param("number", seen.claimNumber())
                        .param("at", Timestamp.from(seen.foundAt()))
                        .update()
                == 1;
    }

    /** What this comparison no longer saw of its day is over. */
    public void closeUnseen(Comparison comparison, Instant now) {
        jdbc.sql("""
                        UPDATE settlement.difference SET closed_at = :now
                         WHERE merchant_id = :merchant AND partner = :partner AND day = :day
                           AND comparison_id <> :comparison AND closed_at IS NULL
                        """)
                .param("now", Timestamp.from(now))
                .param("merchant", comparison.merchant().value())
                .param("partner", comparison.partner().name())
                .param("day", comparison.day())
                .param("comparison", comparison.id())
                .update();
    }

    /** False where it is closed already. */
    public boolean close(MerchantId merchant, UUID id, String by, String note, Instant now) {
        return jdbc.sql("""
                        UPDATE settlement.difference SET closed_at = :now, closed_by = :by, note = :note
                         WHERE merchant_id = :merchant AND id = :id AND closed_at IS NULL
                        """)
                        .param("now", Timestamp.from(now))
                        .param("by", by)
                        .param("note", note)
                        .param("merchant", merchant.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    public Optional<Difference> find(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT * FROM settlement.difference WHERE merchant_id = ? AND id = ?")
                .param(merchant.value())
                .param(id)
                .query(this::row)
                .optional();
    }

    public List<Difference> ofClaim(MerchantId merchant, UUID claim) {
        return jdbc.sql("""
                        SELECT * FROM settlement.difference
                         WHERE merchant_id = ? AND claim_id = ? AND closed_at IS NULL
                         ORDER BY id
                        """)
                .param(merchant.value())
                .param(claim)
                .query(this::row)
                .list();
    }

    /** The latest first. */
    public List<Difference> page(
            MerchantId merchant, @Nullable UUID comparison, boolean closedToo, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM settlement.difference
                         WHERE merchant_id = :merchant
                           AND (:closedToo OR closed_at IS NULL)
                           AND (:comparison::uuid IS NULL OR comparison_id = :comparison::uuid)
                           AND (:after::uuid IS NULL OR id < :after::uuid)
                         ORDER BY id DESC
                         LIMIT :limit
                        """)
                .param("merchant", merchant.value())
                .param("closedToo", closedToo)
                .param("comparison", comparison)
                .param("after", after)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** Days of a partner's since one, of which something is open. */
    public List<LocalDate> openDays(MerchantId merchant, PartnerRole partner, LocalDate since) {
        return jdbc.sql("""
                        SELECT DISTINCT day FROM settlement.difference
                         WHERE merchant_id = ? AND partner = ? AND closed_at IS NULL AND day >= ?
                         ORDER BY day
                        """)
                .param(merchant.value())
                .param(partner.name())
                .param(since)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    private Difference row(ResultSet row, int index) throws SQLException {
        var ours = row.getString("ours");
        var theirs = row.getString("theirs");
        var closedAt = row.getTimestamp("closed_at");
        return new Difference(
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("comparison_id", UUID.class),
                PartnerRole.valueOf(row.getString("partner")),
                row.getObject("day", LocalDate.class),
                row.getString("key"),
                Difference.Kind.valueOf(row.getString("kind")),
                ours == null ? null : json.read(ours, Effect.class),
                theirs == null ? null : json.read(theirs, Effect.class),
                row.getObject("claim_id", UUID.class),
                row.getString("claim_number"),
                row.getTimestamp("found_at").toInstant(),
                closedAt == null ? null : closedAt.toInstant(),
                row.getString("closed_by"),
                row.getString("note"));
    }
}
