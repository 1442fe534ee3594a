package org.redress.correspondence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.Mailings;
import org.redress.correspondence.Message;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox. */
@Repository
public class MailTable {
    private final JdbcClient jdbc;

    MailTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where this mailing is there already. */
    public boolean insert(MerchantId merchant, WaitingMail mail) {
        return jdbc.sql("""
                        INSERT INTO correspondence.mail
                               (merchant_id, id, way, claim_id, message_id, mailing_id, recipient, language, subject, body,
                                closing, state, attempts, created_at, next_at, message_id_header, references_header)
                        VALUES (:merchant, :id, :way, :claim, :message, :mailing, :recipient, :language, :subject, :body,
                                :closing, 'WAITING', 0, :created, :created, :messageId, :references)
                        ON CONFLICT (merchant_id, mailing_id) WHERE mailing_id IS NOT NULL DO NOTHING""")
                        .param("merchant", merchant.value())
                        .param("id", mail.id())
                        .param("way", mail.way().name())
                        .param("claim", mail.claim())
                        .param("message", mail.message())
                        .param("mailing", mail.mailing())
                        .param("recipient", mail.recipient())
                        .param("language", mail.language().toLanguageTag())
                        .param("subject", mail.subject())
                        .param("body", mail.body())
                        .param("closing", mail.closing())
                        .param("created", Timestamp.from(mail.createdAt()))
                        .param("messageId", mail.messageId())
                        .param("references", mail.references())
                        .update()
                == 1;
    }

    /** The Message-ID of the claim's first mail. */
    public Optional<String> firstOf(MerchantId merchant, UUID claim) {
        return jdbc.sql("""
                        SELECT message_id_header
                          FROM correspondence.mail
                         WHERE merchant_id = ? AND claim_id = ? AND way = 'MAIL'
                         ORDER BY id
                         LIMIT 1
                        """).params(merchant.value(), claim).query(String.class).optional();
    }

    /** Whether the last mail of the claim that is no longer on its way never arrived at this address. */
    public boolean isLost(MerchantId merchant, UUID claim, String recipient) {
        return jdbc.sql("""
                        SELECT state = 'FAILED'
                          FROM correspondence.mail
                         WHERE merchant_id = ? AND claim_id = ? AND way = 'MAIL' AND recipient = ? AND state <> 'WAITING'
                         ORDER BY id DESC
                         LIMIT 1
                        """)
                .params(merchant.value(), claim, recipient)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Empty where it has left already, or was given up. */
    public Optional<WaitingMail> waiting(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                        SELECT id, way, claim_id, message_id, mailing_id, recipient, language, subject, body, closing,
                               attempts, created_at, message_id_header, references_header
                          FROM correspondence.mail
                         WHERE merchant_id = ? AND id = ? AND state = 'WAITING'
                        """)
                .params(merchant.value(), id)
                .query((row, _) -> mail(row))
                .optional();
    }

    private static WaitingMail mail(ResultSet row) throws SQLException {
        return new WaitingMail(
                row.getObject("id", UUID.class),
                Message.Mail.Way.valueOf(row.getString("way")),
                row.getObject("claim_id", UUID.class),
                row.getObject("message_id", UUID.class),
                row.getObject("mailing_id", UUID.class),
                row.getString("recipient"),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("subject"),
                row.getString("body"),
                row.getString("closing"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("message_id_header"),
                row.getString("references_header"));
    }

    /** How far these mailings have come. */
    public Map<UUID, Mailings.Progress> states(MerchantId merchant, Collection<UUID> mailings) {
        var states = new HashMap<UUID, Mailings.Progress>();
        jdbc.sql("SELECT mailing_id, state FROM correspondence.mail WHERE merchant_id = ? AND mailing_id = ANY (?)")
                .params(merchant.value(), mailings.toArray(UUID[]::new))
                .query(row -> {
                    states.put(
                            row.getObject("mailing_id", UUID.class), Mailings.Progress.valueOf(row.getString("state")));
                });
        return states;
    }

    /** @param reference by which whoever took it knows it */
    public void sent(MerchantId merchant, UUID id, Instant at, @Nullable String reference) {
        jdbc.sql("""
                        UPDATE correspondence.mail
                           SET state = 'SENT', attempts = attempts + 1, next_at = NULL, last_error = NULL, sent_at = :at,
                               reference = :reference
                         WHERE merchant_id = :merchant AND id = :id AND state = 'WAITING'
                        """)
                .param("at", Timestamp.from(at))
                .param("reference", reference)
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }

    public void postpone(MerchantId merchant, UUID id, Instant next, String error) {
        jdbc.sql("""
                        UPDATE correspondence.mail
                           SET attempts = attempts + 1, next_at = :next, last_error = :error
                         WHERE merchant_id = :merchant AND id = :id AND state = 'WAITING'
                        """)
                .param("next", Timestamp.from(next))
                .param("error", error)
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }

    public void giveUp(MerchantId merchant, UUID id, String error) {
        jdbc.sql("""
                        UPDATE correspondence.mail
                           SET state = 'FAILED', attempts = attempts + 1, next_at = NULL, last_error = :error
                         WHERE merchant_id = :merchant AND id = :id AND state = 'WAITING'
                        """)
                .param("error", error)
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }
}
