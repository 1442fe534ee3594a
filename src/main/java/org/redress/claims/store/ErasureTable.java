package org.redress.claims.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.ErasureRequest;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asked for their data to be deleted; always inside a transaction of the merchant. */
@Repository
public class ErasureTable {
    private static final String SELECT = """
            SELECT e.*, c.number
            FROM claims.erasure_request e JOIN claims.claim c ON c.merchant_id = e.merchant_id AND c.id = e.claim_id
            WHERE e.merchant_id = :merchant
            """;

    private final JdbcClient jdbc;

    ErasureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether none was open until now. */
    public boolean insert(MerchantId merchant, UUID claim, @Nullable String note, Instant now, Instant answerBy) {
        return jdbc.sql("""
                        INSERT INTO claims.erasure_request (
                            merchant_id, id, claim_id, note, requested_at, answer_by)
                        VALUES (:merchant, :id, :claim, :note, :now, :by)
                        ON CONFLICT DO NOTHING""")
                        .param("merchant", merchant.value())
                        .param("id", Ids.next())
                        .param("claim", claim)
                        .param("note", note)
                        .param("now", Timestamp.from(now))
                        .param("by", Timestamp.from(answerBy))
                        .update()
                == 1;
    }

    /** Whether it was open until now. */
    public boolean answer(MerchantId merchant, UUID id, Instant now, String by, LocalDate keptUntil, String message) {
        return jdbc.sql("""
                        UPDATE claims.erasure_request
                           SET answered_at = ?, answered_by = ?, kept_until = ?, answer = ?
                         WHERE merchant_id = ? AND id = ? AND answered_at IS NULL""")
                        .params(Timestamp.from(now), by, keptUntil, message, merchant.value(), id)
                        .update()
                == 1;
    }

    public Optional<ErasureRequest> find(MerchantId merchant, UUID id) {
        return jdbc.sql(SELECT + " AND e.id = :id")
                .param("merchant", merchant.value())
                .param("id", id)
                .query(ErasureTable::request)
                .optional();
    }

    public List<ErasureRequest> ofClaim(MerchantId merchant, UUID claim) {
        return jdbc.sql(SELECT + " AND e.claim_id = :claim ORDER BY e.id DESC")
                .param("merchant", merchant.value())
                .param("claim", claim)
                .query(ErasureTable::request)
                .list();
    }

    public Page<ErasureRequest> page(MerchantId merchant, boolean open, @Nullable UUID after, int limit) {
        var onwards = open
                ? " AND (:after::uuid IS NULL OR e.id > :after) ORDER BY e.id LIMIT :limit"
                : " AND (:after::uuid IS NULL OR e.id < :after) ORDER BY e.id DESC LIMIT :limit";
        var found = jdbc.sql(SELECT + " AND (e.answered_at IS NULL) = :open" + onwards)
                .param("merchant", merchant.value())
                .param("open", open)
                .param("after", after)
                .param("limit", limit + 1)
                .query(ErasureTable::request)
                .list();
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).id().toString());
    }

    private static ErasureRequest request(ResultSet row, int number) throws SQLException {
        var answered = row.getTimestamp("answered_at");
        return new ErasureRequest(
                row.getObject("id", UUID.class),
                row.getObject("claim_id", UUID.class),
                row.getString("number"),
                row.getString("note"),
                row.getTimestamp("requested_at").toInstant(),
                row.getTimestamp("answer_by").toInstant(),
                answered == null
                        ? null
                        : new ErasureRequest.Answer(
                                answered.toInstant(),
                                row.getString("answered_by"),
                                row.getObject("kept_until", LocalDate.class),
                                row.getString("answer")));
    }
}
