package org.redress.claims.store;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which claim came of which form. */
@Repository
public class FilingKeyTable {
    private final JdbcClient jdbc;

    FilingKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else goes past here with the same key. */
    public void hold(MerchantId merchant, byte[] key) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("claims.filing:" + merchant + ":" + HexFormat.of().formatHex(key))
                .query((_, _) -> true)
                .list();
    }

    public Optional<UUID> claim(MerchantId merchant, byte[] key) {
        return jdbc.sql("SELECT claim_id FROM claims.filing_key WHERE merchant_id = ? AND key = ?")
                .param(merchant.value())
                .param(key)
                .query(UUID.class)
                .optional();
    }

    public void insert(MerchantId merchant, byte[] key, UUID claim) {
        jdbc.sql("INSERT INTO claims.filing_key (merchant_id, key, claim_id) VALUES (?, ?, ?)")
                .param(merchant.value())
                .param(key)
                .param(claim)
                .update();
    }
}
