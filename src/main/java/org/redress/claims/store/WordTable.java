package org.redress.claims.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Stumbles.Task;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words that claims are found by. The migration says why each carries merchant and week. */
@Repository
public class WordTable {
    private static final long WEEK = 7L * 24 * 60 * 60 * 1000;

    private final JdbcClient jdbc;

    WordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The claim is found by these words, too. */
    public void add(MerchantId merchant, UUID claim, Set<String> words) {
        jdbc.sql("""
                        INSERT INTO claims.words AS w (merchant_id, claim_id, week, words)
                        VALUES (:merchant, :claim, :week, :words)
                        ON CONFLICT (merchant_id, claim_id) DO UPDATE
                           SET words = ARRAY(SELECT DISTINCT unnest(w.words || excluded.words))
                         WHERE NOT w.words @> excluded.words
                        """)
                .param("merchant", merchant.value())
                .param("claim", claim)
                .param("week", week(claim))
                .param("words", keys(merchant, week(claim), words))
                .update();
    }

    /** The newest claims that hold all these words, at most so many, from before that claim on. */
    public List<UUID> find(
            MerchantId merchant, Collection<String> words, long nowMillis, @Nullable UUID before, int most) {
        return jdbc.sql("SELECT claims.find_words(:shard, :words, :newest, :before::uuid, :most)")
                .param("shard", shard(merchant))
                .param("words", words.toArray(String[]::new))
                .param("newest", before == null ? (int) (nowMillis / WEEK) + 1 : week(before))
                .param("before", before)
                .param("most", most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Claims from before words were kept that are not put aside, the newest first. */
    public List<UUID> lacking(MerchantId merchant, Instant now, int most) {
        return jdbc.sql("""
                        SELECT c.id
                          FROM claims.claim c
                         WHERE c.merchant_id = :merchant
                           AND NOT EXISTS (SELECT 1 FROM claims.words w
                                            WHERE w.merchant_id = :merchant AND w.claim_id = c.id)
                         %s
                         ORDER BY c.id DESC
                         LIMIT :most
                        """.formatted(StumbleTable.isNotAside("c.id", Task.WORDS)))
                .param("now", Timestamp.from(now))
                .param("merchant", merchant.value())
                .param("most", most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static String[] keys(MerchantId merchant, int week, Set<String> words) {
        var prefix = shard(merchant) + (char) (48 + week / 64) + (char) (48 + week % 64);
        return words.stream().map(prefix::concat).toArray(String[]::new);
    }

    /** The week of an id: ids begin with the time. */
    private static int week(UUID id) {
        return (int) ((id.getMostSignificantBits() >>> 16) / WEEK);
    }

    /** The merchant in four characters. Another merchant may have the same: the search looks at the whole as well. */
    private static String shard(MerchantId merchant) {
        var low = merchant.value().getLeastSignificantBits();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new byte[] {(byte) (low >> 16), (byte) (low >> 8), (byte) low});
    }
}
