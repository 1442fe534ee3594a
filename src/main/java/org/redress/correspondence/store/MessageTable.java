package org.redress.correspondence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.Message;
import org.redress.database.Json;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said. Rows are added and never changed. */
@Repository
public class MessageTable {
    private final JdbcClient jdbc;
    private final Json json;

    MessageTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds a message; false where it has been said already: the same id, or the same cause in the same direction. */
    public boolean insert(MerchantId merchant, Message message) {
        return jdbc.sql("""
                        INSERT INTO correspondence.message
                               (merchant_id, id, claim_id, cause, direction, author, kind, body, language, at)
                        VALUES (:merchant, :id, :claim, :cause, :direction, :author::jsonb, :kind, :body, :language, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("merchant", merchant.value())
                        .param("id", message.id())
                        .param("claim", message.claim())
                        .param("cause", message.cause())
                        .param("direction", message.direction().name())
                        .param("author", json.write(message.author()))
                        .param("kind", message.kind().name())
                        .param("body", message.body())
                        .param("language", message.language().toLanguageTag())
                        .param("at", Timestamp.from(message.at()))
                        .update()
                == 1;
    }

    public boolean exists(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT count(*) FROM correspondence.message WHERE merchant_id = ? AND id = ?")
                        .params(merchant.value(), id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Until the transaction ends, nobody else writes on this claim: two at once cannot both be the last one allowed. */
    public void hold(MerchantId merchant, UUID claim) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('correspondence:' || ? || ? , 0))")
                .params(merchant.toString(), claim.toString())
                .query((_, _) -> claim)
                .single();
    }

    /** How many messages the customer has written on this claim since then. */
    public int inboundSince(MerchantId merchant, UUID claim, Instant since) {
        return jdbc.sql("""
                        SELECT count(*)
                          FROM correspondence.message
                         WHERE merchant_id = ? AND claim_id = ? AND at > ? AND direction = 'INBOUND'
                        """)
                .params(merchant.value(), claim, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    private static final String MESSAGE = """
            SELECT message.id, message.claim_id, message.cause, message.direction, message.author,
                   message.kind, message.body, message.language, message.at,
                   mail.way, CASE WHEN mail.way = 'TEXT' THEN mail.body END AS shortened,
                   mail.state, mail.recipient, mail.attempts, mail.next_at, mail.last_error, mail.sent_at, mail.reference
              FROM correspondence.message
              LEFT JOIN correspondence.mail
                ON mail.merchant_id = message.merchant_id AND mail.message_id = message.id
             WHERE message.merchant_id = :merchant AND message.claim_id = :claim
            """;

    /** What is caused by nothing comes after what is caused at that moment. */
    private static final String PLACE =
            "message.at, coalesce(message.cause, 2147483647), message.direction, message.id";

    private static final String BACKWARDS =
            "message.at DESC, coalesce(message.cause, 2147483647) DESC, message.direction DESC, message.id DESC";

    /** The first condition follows from the second, and is the one that the index knows. */
    private static final String BEYOND = """
             AND message.at %2$s= (SELECT at FROM correspondence.message
                                    WHERE merchant_id = :merchant AND claim_id = :claim AND id = :from)
             AND (%1$s) %2$s (SELECT %1$s FROM correspondence.message
                               WHERE merchant_id = :merchant AND claim_id = :claim AND id = :from)
            """;

    /**
     * From a message of the claim on, without it, or from the first where that is null; the oldest first, and what the
     * customer said before our answer to it.
     */
    public List<Message> ofClaim(MerchantId merchant, UUID claim, @Nullable UUID after, int limit) {
        return part(after == null ? "" : BEYOND.formatted(PLACE, ">"), PLACE, merchant, claim, after, limit);
    }

    /** What was said last, or last before a message of the claim; the oldest of it first. */
    public List<Message> newest(MerchantId merchant, UUID claim, @Nullable UUID before, int limit) {
        return part(before == null ? "" : BEYOND.formatted(PLACE, "<"), BACKWARDS, merchant, claim, before, limit)
                .reversed();
    }

    private List<Message> part(
            String beyond, String order, MerchantId merchant, UUID claim, @Nullable UUID from, int limit) {
        return jdbc.sql(MESSAGE + beyond + " ORDER BY " + order + " LIMIT :limit")
                .param("merchant", merchant.value())
                .param("claim", claim)
                .param("from", from)
                .param("limit", limit)
                .query((row, _) -> message(row))
                .list();
    }

    public Optional<Message> find(MerchantId merchant, UUID claim, UUID id) {
        return jdbc.sql(MESSAGE + " AND message.id = :id")
                .param("merchant", merchant.value())
                .param("claim", claim)
                .param("id", id)
                .query((row, _) -> message(row))
                .optional();
    }

    private Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getObject("claim_id", UUID.class),
                row.getObject("cause", Integer.class),
                Message.Direction.valueOf(row.getString("direction")),
                json.read(row.getString("author"), Actor.class),
                Message.Kind.valueOf(row.getString("kind")),
                row.getString("body"),
                Locale.forLanguageTag(row.getString("language")),
                row.getTimestamp("at").toInstant(),
                mail(row));
    }

    private static Message.@Nullable Mail mail(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return state == null
                ? null
                : new Message.Mail(
                        Message.Mail.Way.valueOf(row.getString("way")),
                        row.getString("shortened"),
                        Message.Mail.State.valueOf(state),
                        row.getString("recipient"),
                        row.getInt("attempts"),
                        instant(row, "next_at"),
                        row.getString("last_error"),
                        instant(row, "sent_at"),
                        row.getString("reference"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
