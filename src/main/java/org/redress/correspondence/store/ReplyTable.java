package org.redress.correspondence.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.redress.access.Secret;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By what an answer is known: the address that a mail asks for, and the Message-ID of the mail. */
@Repository
public class ReplyTable {
    private final JdbcClient jdbc;

    ReplyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail that was found before its merchant was known. */
    public record Found(MerchantId merchant, UUID mail) {}

    public void insert(MerchantId merchant, Secret token, UUID mail, Instant at) {
        jdbc.sql("""
                        INSERT INTO correspondence.reply_address (merchant_id, hash, mail_id, created_at)
                        VALUES (?, ?, ?, ?)""")
                .params(merchant.value(), token.hash(), mail, Timestamp.from(at))
                .update();
    }

    /** Forgets the oldest that were made before then; answers how many. */
    public int forget(MerchantId merchant, Instant before, int most) {
        return jdbc.sql("""
                        DELETE FROM correspondence.reply_address
                         WHERE merchant_id = :merchant
                           AND hash IN (SELECT hash FROM correspondence.reply_address
                                         WHERE merchant_id = :merchant AND created_at < :before
                                         ORDER BY created_at LIMIT :most)""")
                .param("merchant", merchant.value())
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    /** Whose it is, whichever merchant's. */
    public Optional<Found> byToken(Secret token) {
        return jdbc.sql("SELECT merchant_id, mail_id FROM correspondence.find_reply_address(?)")
                .param(token.hash())
                .query((row, _) -> new Found(
                        new MerchantId(row.getObject("merchant_id", UUID.class)), row.getObject("mail_id", UUID.class)))
                .optional();
    }

    /** Whose it is, whichever merchant's. */
    public Optional<Found> byHeader(String messageId) {
        return jdbc.sql("SELECT merchant_id, mail_id FROM correspondence.find_mail(?) LIMIT 1")
                .param(messageId)
                .query((row, _) -> new Found(
                        new MerchantId(row.getObject("merchant_id", UUID.class)), row.getObject("mail_id", UUID.class)))
                .optional();
    }

    /** In the transaction of its merchant. */
    public Optional<SentMail> mail(Found found) {
        return jdbc.sql("SELECT id, claim_id, mailing_id FROM correspondence.mail WHERE merchant_id = ? AND id = ?")
                .params(found.merchant().value(), found.mail())
                .query((row, _) -> new SentMail(
                        found.merchant(),
                        row.getObject("id", UUID.class),
                        row.getObject("claim_id", UUID.class),
                        row.getObject("mailing_id", UUID.class)))
                .optional();
    }

    /** The mail server has given one up that it had taken. */
    public void returned(MerchantId merchant, UUID mail, String said) {
        jdbc.sql("""
                        UPDATE correspondence.mail SET state = 'FAILED', next_at = NULL, last_error = ?
                         WHERE merchant_id = ? AND id = ?""").params(said, merchant.value(), mail).update();
    }

    /** The mail server goes on trying. */
    public void delayed(MerchantId merchant, UUID mail, String said) {
        jdbc.sql("""
                        UPDATE correspondence.mail SET last_error = ?
                         WHERE merchant_id = ? AND id = ? AND state = 'SENT'""").params(said, merchant.value(), mail).update();
    }

    /** The claim on which a mail of this sender's stands that has one of these Message-IDs. */
    public Optional<UUID> claimOf(MerchantId merchant, String[] messageIds, String sender) {
        return jdbc.sql("""
                        SELECT claim_id FROM correspondence.post
                         WHERE merchant_id = ? AND message_id_header = ANY (?) AND lower(sender) = lower(?)
                           AND claim_id IS NOT NULL AND state IN ('FILED', 'ON_CLAIM')
                         ORDER BY id DESC LIMIT 1""")
                .params(merchant.value(), messageIds, sender)
                .query(UUID.class)
                .optional();
    }
}
