package org.redress.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.access.ApiKey;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class ApiKeyTable {
    private final JdbcClient jdbc;

    ApiKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key together with whose it is. */
    public record Found(MerchantId merchant, ApiKey key, boolean sample) {}

    /** Without a merchant's transaction: by the look-up of one key. */
    public Optional<Found> find(byte[] hash) {
        return jdbc.sql("SELECT * FROM access.find_key(?)")
                .param(hash)
                .query((row, number) -> new Found(Columns.merchant(row), apiKey(row, number), row.getBoolean("sample")))
                .optional();
    }

    public List<ApiKey> all(MerchantId merchant) {
        return jdbc.sql("SELECT * FROM access.api_key WHERE merchant_id = ? ORDER BY id DESC")
                .param(merchant.value())
                .query(ApiKeyTable::apiKey)
                .list();
    }

    /** False where the very key exists. */
    public boolean insert(MerchantId merchant, ApiKey key, byte[] hash, boolean sample) {
        return jdbc.sql("""
                        INSERT INTO access.api_key (merchant_id, id, hash, prefix, name, roles, sample, created_at)
                        VALUES (?, ?, ?, ?, ?, ?::text[], ?, ?)
                        ON CONFLICT DO NOTHING""")
                        .param(merchant.value())
                        .param(key.id())
                        .param(hash)
                        .param(key.prefix())
                        .param(key.name())
                        .param(Columns.roles(key.roles()))
                        .param(sample)
                        .param(Columns.at(key.createdAt()))
                        .update()
                == 1;
    }

    /** False where the merchant has no such key. */
    public boolean revoke(MerchantId merchant, UUID id, Instant now) {
        return jdbc.sql("""
                        UPDATE access.api_key SET revoked_at = coalesce(revoked_at, ?)
                        WHERE merchant_id = ? AND id = ?""").params(Columns.at(now), merchant.value(), id).update() == 1;
    }

    public void used(MerchantId merchant, UUID id, Instant at) {
        jdbc.sql("UPDATE access.api_key SET last_used_at = ? WHERE merchant_id = ? AND id = ?")
                .params(Columns.at(at), merchant.value(), id)
                .update();
    }

    private static ApiKey apiKey(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                Columns.id(row, "id"),
                row.getString("name"),
                row.getString("prefix"),
                Columns.roles(row),
                Columns.instant(row, "created_at"),
                Columns.perhaps(row, "revoked_at"),
                Columns.perhaps(row, "last_used_at"));
    }
}
