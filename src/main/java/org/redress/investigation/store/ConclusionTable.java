package org.redress.investigation.store;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Conclusion.Avoid;
import org.redress.investigation.Investigation;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code investigation.conclusion}: what was believed last. */
@Repository
public class ConclusionTable {
    private final JdbcClient jdbc;

    ConclusionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param partner the order of the other side of a swap */
    public record Concluded(
            Investigation.Status status,
            String stage,
            String mechanism,
            @Nullable String partner,
            Avoid suspected) {}

    /**
     * What was believed before, where anything was.
     *
     * @param suspected by this claim alone
     */
    public Optional<Concluded> put(
            MerchantId merchant,
            UUID claim,
            String warehouse,
            String signs,
            Investigation concluded,
            Avoid suspected,
            Instant now) {
        var counterpart = concluded.counterpart();
        return jdbc.sql("""
                        WITH before AS (
                            SELECT status, stage, mechanism, counterpart_order, suspected FROM investigation.conclusion
                            WHERE merchant_id = :merchant AND claim_id = :claim),
                        kept AS (INSERT INTO investigation.conclusion (
                            merchant_id, claim_id, warehouse, status, stage, mechanism, probability, ordered, received,
                            signs, counterpart_order, counterpart_tracking, counterpart_kind, confidence, suspected,
                            concluded_at)
                        VALUES (:merchant, :claim, :warehouse, :status, :stage, :mechanism, :probability, :ordered,
                            :received, :signs, :order, :tracking, :kind, :confidence, :suspected, :now)
                        ON CONFLICT (merchant_id, claim_id) DO UPDATE SET
                            warehouse = excluded.warehouse, status = excluded.status, stage = excluded.stage,
                            mechanism = excluded.mechanism, probability = excluded.probability,
                            ordered = excluded.ordered, received = excluded.received, signs = excluded.signs,
                            counterpart_order = excluded.counterpart_order,
                            counterpart_tracking = excluded.counterpart_tracking,
                            counterpart_kind = excluded.counterpart_kind, confidence = excluded.confidence,
                            suspected = excluded.suspected, concluded_at = excluded.concluded_at)
                        SELECT * FROM before""")
                .param("merchant", merchant.value())
                .param("claim", claim)
                .param("warehouse", warehouse)
                .param("status", concluded.status().name())
                .param("stage", concluded.leadingStage().name())
                .param("mechanism", concluded.leading().mechanism().name())
                .param("probability", concluded.leading().probability())
                .param("ordered", text(concluded.ordered()), Types.VARCHAR)
                .param("received", text(concluded.received()), Types.VARCHAR)
                .param("signs", signs)
                .param("order", counterpart == null ? null : counterpart.orderNumber(), Types.VARCHAR)
                .param("tracking", counterpart == null ? null : counterpart.trackingNumber(), Types.VARCHAR)
                .param("kind", counterpart == null ? null : counterpart.kind().name(), Types.VARCHAR)
                .param("confidence", counterpart == null ? null : counterpart.confidence(), Types.DOUBLE)
                .param("suspected", suspected.written().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Concluded(
                        Investigation.Status.valueOf(row.getString("status")),
                        row.getString("stage"),
                        row.getString("mechanism"),
                        row.getString("counterpart_order"),
                        Avoid.read(List.of((String[]) row.getArray("suspected").getArray()))))
                .optional();
    }

    /** Slots and lots that other claims since then have brought under suspicion, with these articles in them. */
    public Avoid suspected(MerchantId merchant, Collection<Sku> articles, UUID except, Instant since) {
        var found = jdbc.sql("""
                        SELECT DISTINCT unnest(suspected) AS place FROM investigation.conclusion
                        WHERE merchant_id = :merchant AND ordered = ANY (:articles) AND suspected <> '{}'
                          AND claim_id <> :except AND concluded_at >= :since
                        ORDER BY place LIMIT 200""")
                .param("merchant", merchant.value())
                .param("articles", articles.stream().map(Sku::value).toArray(String[]::new))
                .param("except", except)
                .param("since", Timestamp.from(since))
                .query((row, _) -> row.getString(1))
                .list();
        return Avoid.read(found);
    }

    private static @Nullable String text(@Nullable Sku sku) {
        return sku == null ? null : sku.value();
    }

    /** Claims whose swap has its other side in one of these orders. */
    public List<UUID> withCounterpart(MerchantId merchant, Collection<String> orders) {
        return jdbc.sql("""
                        SELECT claim_id FROM investigation.conclusion
                        WHERE merchant_id = :merchant AND counterpart_order = ANY (:orders) ORDER BY claim_id""")
                .param("merchant", merchant.value())
                .param("orders", orders.toArray(String[]::new))
                .query((row, _) -> row.getObject("claim_id", UUID.class))
                .list();
    }
}
