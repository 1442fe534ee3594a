package org.redress.claims.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.claims.Feelings.Feeling;
import org.redress.kernel.MerchantId;
import org.redress.manners.Mood;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code claims.feeling}; in a transaction of the merchant. */
@Repository
public class FeelingTable {
    private final JdbcClient jdbc;

    FeelingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each mood stays as it was first heard. */
    public void add(MerchantId merchant, UUID claim, List<Mood.Sign> signs, Instant at) {
        jdbc.sql("""
                        INSERT INTO claims.feeling (merchant_id, claim_id, mood, words, at)
                        SELECT :merchant, :claim, mood, words, :at
                          FROM unnest(:moods::text[], :words::text[]) AS heard (mood, words)
                        ON CONFLICT DO NOTHING""")
                .param("merchant", merchant.value())
                .param("claim", claim)
                .param("at", Timestamp.from(at))
                .param("moods", signs.stream().map(sign -> sign.mood().name()).toArray(String[]::new))
                .param("words", signs.stream().map(Mood.Sign::words).toArray(String[]::new))
                .update();
    }

    public Map<UUID, List<Feeling>> of(MerchantId merchant, Collection<UUID> claims) {
        var heard = new HashMap<UUID, List<Feeling>>();
        jdbc.sql("SELECT claim_id, mood, words, at FROM claims.feeling WHERE merchant_id = ? AND claim_id = ANY (?)")
                .params(merchant.value(), claims.toArray(UUID[]::new))
                .query(row -> {
                    heard.computeIfAbsent(row.getObject("claim_id", UUID.class), _ -> new ArrayList<>())
                            .add(new Feeling(
                                    Mood.valueOf(row.getString("mood")),
                                    row.getString("words"),
                                    row.getTimestamp("at").toInstant()));
                });
        heard.values().forEach(feelings -> feelings.sort(Comparator.comparing(Feeling::mood)));
        return heard;
    }
}
