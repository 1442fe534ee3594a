package org.redress.access.store;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.redress.access.FirstAnswers.Answer;
import org.redress.access.FirstAnswers.Fingerprint;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class FirstAnswerTable {
    private final JdbcClient jdbc;

    FirstAnswerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An answer and what was asked. */
    public record Kept(Fingerprint fingerprint, Answer answer) {}

    /** Waits for a transaction that holds the key; false where one has committed with it. */
    public boolean reserve(MerchantId merchant, String key, Fingerprint fingerprint, Instant now) {
        return jdbc.sql("""
                        INSERT INTO access.first_answer (merchant_id, key, fingerprint, created_at)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                        .params(merchant.value(), key, HexFormat.of().parseHex(fingerprint.sha256()), Columns.at(now))
                        .update()
                == 1;
    }

    public void keep(MerchantId merchant, String key, Answer answer) {
        jdbc.sql("""
                        UPDATE access.first_answer
                        SET status = ?, content_type = ?, location = ?, etag = ?, body = ?
                        WHERE merchant_id = ? AND key = ?""")
                .param(answer.status())
                .param(answer.contentType())
                .param(answer.location())
                .param(answer.etag())
                .param(answer.body())
                .param(merchant.value())
                .param(key)
                .update();
    }

    public Optional<Kept> find(MerchantId merchant, String key) {
        return jdbc.sql("SELECT * FROM access.first_answer WHERE merchant_id = ? AND key = ?")
                .params(merchant.value(), key)
                .query((row, _) -> new Kept(
                        new Fingerprint(HexFormat.of().formatHex(row.getBytes("fingerprint"))),
                        new Answer(
                                row.getInt("status"),
                                row.getString("content_type"),
                                row.getString("location"),
                                row.getString("etag"),
                                row.getBytes("body"))))
                .optional();
    }

    public void forget(MerchantId merchant, Instant createdBefore) {
        jdbc.sql("DELETE FROM access.first_answer WHERE merchant_id = ? AND created_at < ?")
                .params(merchant.value(), Columns.at(createdBefore))
                .update();
    }
}
