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
import org.redress.settlement.PartnerRole;
import org.redress.settlement.Trouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days of partners' books that were held against ours, or are being. */
@Repository
public class ComparisonTable {
    private final JdbcClient jdbc;
    private final Json json;

    ComparisonTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False where one of this partner and day is running. */
    public boolean insert(Comparison comparison) {
        return jdbc.sql("""
                        INSERT INTO settlement.comparison (
                            merchant_id, id, partner, day, state, asked_by, compared, differences, tries, started_at)
                        VALUES (:merchant, :id, :partner, :day, 'RUNNING', :askedBy, 0, 0, 0, :at)
                        ON CONFLICT (merchant_id, partner, day) WHERE state = 'RUNNING' DO NOTHING
                        """)
                        .param("merchant", comparison.merchant().value())
                        .param("id", comparison.id())
                        .param("partner", comparison.partner().name())
                        .param("day", comparison.day())
                        .param("askedBy", comparison.askedBy())
                        .param("at", Timestamp.from(comparison.startedAt()))
                        .update()
                == 1;
    }

    public Optional<Comparison> find(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT * FROM settlement.comparison WHERE merchant_id = ? AND id = ?")
                .param(merchant.value())
                .param(id)
                .query(this::row)
                .optional();
    }

    public Optional<Comparison> running(MerchantId merchant, PartnerRole partner, LocalDate day) {
        return jdbc.sql("""
                        SELECT * FROM settlement.comparison
                         WHERE merchant_id = ? AND partner = ? AND day = ? AND state = 'RUNNING'
                        """)
                .param(merchant.value())
                .param(partner.name())
                .param(day)
                .query(this::row)
                .optional();
    }

    /** Whether this partner's day has been taken up since. */
    public boolean isStartedSince(MerchantId merchant, PartnerRole partner, LocalDate day, Instant since) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM settlement.comparison
                                        WHERE merchant_id = ? AND partner = ? AND day = ?
                                          AND (state = 'RUNNING' OR started_at >= ?))
                        """)
                .param(merchant.value())
                .param(partner.name())
                .param(day)
                .param(Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /** Of the latest day of each partner. */
    public List<Comparison> latest(MerchantId merchant) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (partner) * FROM settlement.comparison
                         WHERE merchant_id = ?
                         ORDER BY partner, day DESC, id DESC
                        """).param(merchant.value()).query(this::row).list();
    }

    /** The latest first. */
    public List<Comparison> page(MerchantId merchant, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM settlement.comparison
                         WHERE merchant_id = :merchant AND (:after::uuid IS NULL OR id < :after::uuid)
                         ORDER BY id DESC
                         LIMIT :limit
                        """)
                .param("merchant", merchant.value())
                .param("after", after)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** Counts the try. Empty where it is over. */
    public Optional<Comparison> begin(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                        UPDATE settlement.comparison SET tries = tries + 1
                         WHERE merchant_id = ? AND id = ? AND state = 'RUNNING'
                        RETURNING *
                        """).param(merchant.value()).param(id).query(this::row).optional();
    }

    public void troubled(Comparison comparison, Trouble trouble) {
        jdbc.sql("""
                        UPDATE settlement.comparison SET trouble = :trouble::jsonb
                         WHERE merchant_id = :merchant AND id = :id AND state = 'RUNNING'
                        """)
                .param("merchant", comparison.merchant().value())
                .param("id", comparison.id())
                .param("trouble", json.write(trouble))
                .update();
    }

    public void end(Comparison comparison, Comparison.State state, int compared, int differences, Instant at) {
        jdbc.sql("""
                        UPDATE settlement.comparison
                           SET state = :state, compared = :compared, differences = :differences, trouble = NULL,
                               ended_at = :at
                         WHERE merchant_id = :merchant AND id = :id AND state = 'RUNNING'
                        """)
                .param("merchant", comparison.merchant().value())
                .param("id", comparison.id())
                .param("state", state.name())
                .param("compared", compared)
                .param("differences", differences)
                .param("at", Timestamp.from(at))
                .update();
    }

    private Comparison row(ResultSet row, int index) throws SQLException {
        var trouble = row.getString("trouble");
        var endedAt = row.getTimestamp("ended_at");
        return new Comparison(
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                row.getObject("id", UUID.class),
                PartnerRole.valueOf(row.getString("partner")),
                row.getObject("day", LocalDate.class),
                Comparison.State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getInt("compared"),
                row.getInt("differences"),
                trouble == null ? null : json.read(trouble, Trouble.class),
                row.getInt("tries"),
                row.getTimestamp("started_at").toInstant(),
                endedAt == null ? null : endedAt.toInstant());
    }
}
