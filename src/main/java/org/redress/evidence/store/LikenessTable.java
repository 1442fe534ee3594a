package org.redress.evidence.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.Likeness;
import org.redress.evidence.model.Fingerprint;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pictures look like, and which look alike; always inside a transaction of the merchant. */
@Repository
public class LikenessTable {
    /** The nearest ones. Whatever looks like more than these is a common picture, and more names would tell nobody more. */
    private static final int MOST_ALIKE = 20;

    private final JdbcClient jdbc;

    LikenessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same file, or a picture like it, of another claim. */
    private record Reuse(EvidenceId file, UUID otherClaim, Likeness likeness) {}

    /**
     * Keeps what a picture looks like, and finds those that look like it. Of two at once the later waits for the earlier, so
     * that neither misses the other.
     */
    public void add(MerchantId merchant, EvidenceId id, Fingerprint print) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param(merchant.toString())
                .query((_, _) -> true)
                .single();
        jdbc.sql("""
                WITH alike AS (
                    SELECT item_id, greatest(bit_count((waves # :waves)::bit(64)), bit_count((slopes # :slopes)::bit(64)))
                           AS distance
                    FROM evidence.fingerprint
                    WHERE merchant_id = :merchant AND item_id <> :id
                      AND (band_0 = ANY (:band0) OR band_1 = ANY (:band1) OR band_2 = ANY (:band2) OR band_3 = ANY (:band3))
                ), nearest AS (
                    SELECT item_id, distance FROM alike
                    WHERE distance <= :similar
                    ORDER BY distance, item_id
                    LIMIT :most
                )
                INSERT INTO evidence.resemblance (merchant_id, item_id, other_id, distance)
                SELECT :merchant, :id, item_id, distance FROM nearest
                UNION ALL
                SELECT :merchant, item_id, :id, distance FROM nearest
                ON CONFLICT DO NOTHING
                """)
                .param("merchant", merchant.value())
                .param("id", id.value())
                .param("waves", print.waves())
                .param("slopes", print.slopes())
                .param("band0", neighbours(print, 0))
                .param("band1", neighbours(print, 1))
                .param("band2", neighbours(print, 2))
                .param("band3", neighbours(print, 3))
                .param("similar", Fingerprint.SIMILAR)
                .param("most", MOST_ALIKE)
                .update();
        jdbc.sql("""
                INSERT INTO evidence.fingerprint (merchant_id, item_id, waves, slopes) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
                .params(merchant.value(), id.value(), print.waves(), print.slopes())
                .update();
    }

    private static Integer[] neighbours(Fingerprint print, int band) {
        return print.neighbours(band).toArray(Integer[]::new);
    }

    /** The most alike first. */
    private List<Reuse> reuse(MerchantId merchant, List<UUID> claims) {
        return jdbc.sql("""
                SELECT mine.id, other.claim_id, 'SAME_FILE' AS likeness, 0 AS distance
                FROM evidence.item mine
                JOIN evidence.item other ON other.merchant_id = mine.merchant_id AND other.sha256 = mine.sha256
                WHERE mine.merchant_id = :merchant AND mine.claim_id = ANY (:claims) AND other.claim_id <> mine.claim_id
                UNION
                SELECT mine.id, other.claim_id,
                       CASE WHEN r.distance <= :same THEN 'SAME_PICTURE' ELSE 'SIMILAR_PICTURE' END, 1 + r.distance
                FROM evidence.item mine
                JOIN evidence.resemblance r ON r.merchant_id = mine.merchant_id AND r.item_id = mine.id
                JOIN evidence.item other ON other.merchant_id = r.merchant_id AND other.id = r.other_id
                WHERE mine.merchant_id = :merchant AND mine.claim_id = ANY (:claims) AND other.claim_id <> mine.claim_id
                ORDER BY id, distance, claim_id
                """)
                .param("merchant", merchant.value())
                .param("claims", claims.toArray(UUID[]::new))
                .param("same", Fingerprint.SAME)
                .query((row, _) -> new Reuse(
                        new EvidenceId(row.getObject("id", UUID.class)),
                        row.getObject("claim_id", UUID.class),
                        Likeness.valueOf(row.getString("likeness"))))
                .list();
    }

    /** By file; each other claim once, with what is most alike. */
    public Map<EvidenceId, Map<UUID, Likeness>> likenesses(MerchantId merchant, List<UUID> claims) {
        var likenesses = new LinkedHashMap<EvidenceId, Map<UUID, Likeness>>();
        for (var reuse : reuse(merchant, claims)) {
            likenesses
                    .computeIfAbsent(reuse.file(), _ -> new LinkedHashMap<>())
                    .putIfAbsent(reuse.otherClaim(), reuse.likeness());
        }
        return likenesses;
    }
}
