package org.redress.claims.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Complaint;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Claims by what they are about: articles, orders, and pairs of what was ordered and what came. */
@Repository
public class ComplaintTable {
    private final JdbcClient jdbc;

    ComplaintTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The claims since a moment that had one article come in place of another, and all on these orders; the latest first. */
    public List<Complaint> alike(
            MerchantId merchant,
            @Nullable Sku ordered,
            @Nullable Sku received,
            Instant since,
            Collection<String> orders) {
        return jdbc.sql("""
                        SELECT c.order_number, c.filed_at,
                               array_remove(array_agg(DISTINCT l.sku), NULL) AS lacking,
                               array_remove(array_agg(DISTINCT l.received_sku), NULL) AS received
                        FROM claims.claim c
                        JOIN claims.line l ON l.merchant_id = c.merchant_id AND l.claim_id = c.id
                        WHERE c.merchant_id = :merchant AND c.filed_at >= :since AND c.id IN (
                            SELECT claim_id FROM claims.line
                            WHERE merchant_id = :merchant AND sku = :ordered::text AND received_sku = :received::text
                            UNION
                            SELECT id FROM claims.claim
                            WHERE merchant_id = :merchant AND order_number = ANY (:orders))
                        GROUP BY c.id, c.order_number, c.filed_at
                        ORDER BY c.id DESC LIMIT 500""")
                .param("merchant", merchant.value())
                .param("ordered", ordered == null ? null : ordered.value(), Types.VARCHAR)
                .param("received", received == null ? null : received.value(), Types.VARCHAR)
                .param("since", Timestamp.from(since))
                .param("orders", orders.toArray(String[]::new))
                .query((row, _) -> new Complaint(
                        Objects.requireNonNullElse(row.getString("order_number"), ""),
                        row.getTimestamp("filed_at").toInstant(),
                        skus(row, "lacking"),
                        skus(row, "received")))
                .list();
    }

    /** The other claims of a fortnight around a claim that share a pair of ordered and received article with it. */
    public List<UUID> alikeTo(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                        SELECT DISTINCT other.claim_id
                        FROM claims.line l
                        JOIN claims.line other ON other.merchant_id = l.merchant_id AND other.sku = l.sku
                          AND other.received_sku = l.received_sku AND other.claim_id <> l.claim_id
                        JOIN claims.claim c ON c.merchant_id = l.merchant_id AND c.id = l.claim_id
                        JOIN claims.claim o ON o.merchant_id = l.merchant_id AND o.id = other.claim_id
                          AND o.filed_at BETWEEN c.filed_at - interval '14 days' AND c.filed_at + interval '14 days'
                        WHERE l.merchant_id = ? AND l.claim_id = ?
                        ORDER BY other.claim_id DESC LIMIT 20""")
                .params(merchant.value(), id)
                .query((row, _) -> row.getObject("claim_id", UUID.class))
                .list();
    }

    /** The claims that are not closed about these orders, with these numbers, or about these articles. */
    public List<UUID> open(
            MerchantId merchant, Collection<String> orders, Collection<String> numbers, Collection<String> articles) {
        return jdbc.sql("""
                        SELECT id FROM claims.claim c
                        WHERE merchant_id = :merchant AND state <> 'CLOSED' AND id IN (
                            SELECT id FROM claims.claim
                            WHERE merchant_id = :merchant AND order_number = ANY (:orders)
                            UNION
                            SELECT id FROM claims.claim
                            WHERE merchant_id = :merchant AND number = ANY (:numbers)
                            UNION
                            SELECT claim_id FROM claims.line
                            WHERE merchant_id = :merchant AND sku = ANY (:articles)
                            UNION
                            SELECT claim_id FROM claims.line
                            WHERE merchant_id = :merchant AND received_sku = ANY (:articles))
                        ORDER BY id""")
                .param("merchant", merchant.value())
                .param("orders", orders.toArray(String[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .param("articles", articles.toArray(String[]::new))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private static Set<Sku> skus(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Sku::new)
                .collect(Collectors.toSet());
    }
}
