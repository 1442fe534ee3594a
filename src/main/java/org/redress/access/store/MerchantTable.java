package org.redress.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redress.access.InstantLane;
import org.redress.access.Merchant;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class MerchantTable {
    private final JdbcClient jdbc;

    MerchantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without a merchant's transaction: by the look-up that shows all. Those for practice are not among them. */
    public List<Merchant> all() {
        return jdbc.sql("SELECT * FROM access.every_merchant() WHERE NOT practice ORDER BY slug")
                .query(MerchantTable::merchant)
                .list();
    }

    /** Without a merchant's transaction: by the look-up that shows all. One for practice has no address. */
    public Optional<Merchant> bySlug(String slug) {
        return jdbc.sql("SELECT * FROM access.every_merchant() WHERE slug = ? AND NOT practice")
                .param(slug)
                .query(MerchantTable::merchant)
                .optional();
    }

    public Optional<Merchant> find(MerchantId id) {
        return jdbc.sql("SELECT * FROM access.merchant WHERE merchant_id = ?")
                .param(id.value())
                .query(MerchantTable::merchant)
                .optional();
    }

    public boolean isForPractice(MerchantId id) {
        return jdbc.sql("SELECT practice FROM access.merchant WHERE merchant_id = ?")
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** False where the slug (or the id) is taken. */
    public boolean insert(Merchant merchant, Instant now) {
        return insert(merchant, false, now);
    }

    /** @param practice whether it is one that staff practise with */
    public boolean insert(Merchant merchant, boolean practice, Instant now) {
        return jdbc.sql("""
                        INSERT INTO access.merchant
                            (merchant_id, slug, name, language, zone, currency, instant_lane, instant_cap_minor,
                             audit_percent, practice, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                        .params(
                                merchant.id().value(),
                                merchant.slug(),
                                merchant.name(),
                                merchant.language().toLanguageTag(),
                                merchant.zone().getId(),
                                merchant.currency().getCurrencyCode(),
                                merchant.instantLane().on(),
                                merchant.instantLane().cap().minor(),
                                merchant.instantLane().auditPercent(),
                                practice,
                                Columns.at(now))
                        .update()
                == 1;
    }

    public void update(Merchant merchant) {
        jdbc.sql("""
                        UPDATE access.merchant SET name = ?, language = ?, zone = ?, currency = ?, instant_lane = ?,
                               instant_cap_minor = ?, audit_percent = ?
                        WHERE merchant_id = ?""")
                .params(
                        merchant.name(),
                        merchant.language().toLanguageTag(),
                        merchant.zone().getId(),
                        merchant.currency().getCurrencyCode(),
                        merchant.instantLane().on(),
                        merchant.instantLane().cap().minor(),
                        merchant.instantLane().auditPercent(),
                        merchant.id().value())
                .update();
    }

    private static Merchant merchant(ResultSet row, int number) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Merchant(
                Columns.merchant(row),
                row.getString("slug"),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                currency,
                new InstantLane(
                        row.getBoolean("instant_lane"),
                        new Money(row.getLong("instant_cap_minor"), currency),
                        row.getInt("audit_percent")));
    }
}
