package org.redress.access.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.CustomerLinks;
import org.redress.access.OneTimeLinks.Purpose;
import org.redress.access.OrderLinks;
import org.redress.access.Secret;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links of customers to their claims and orders, and the one-time links of staff. */
@Component
public class LinkTable {
    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A one-time link that exists, used and expired ones included. */
    public record OneTime(
            MerchantId merchant,
            @Nullable UUID account,
            Purpose purpose,
            Instant expiresAt,
            @Nullable Instant usedAt) {
        public boolean works(Instant now) {
            return usedAt == null && now.isBefore(expiresAt);
        }
    }

    public void insertCustomerLink(MerchantId merchant, byte[] hash, UUID claim, Instant expiresAt, Instant now) {
        jdbc.sql("""
                        INSERT INTO access.customer_link (merchant_id, hash, claim_id, expires_at, created_at)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(merchant.value(), hash, claim, Columns.at(expiresAt), Columns.at(now))
                .update();
    }

    /** Without a merchant's transaction: by the look-up of one link. */
    public Optional<CustomerLinks.Opened> findCustomerLink(byte[] hash, Instant now) {
        return jdbc.sql("SELECT * FROM access.find_link(?)")
                .param(hash)
                .query((row, _) -> new CustomerLinks.Opened(
                        Columns.merchant(row),
                        Columns.id(row, "claim_id"),
                        !now.isBefore(Columns.instant(row, "expires_at"))))
                .optional();
    }

    public void insertOrderLink(
            MerchantId merchant, byte[] hash, String orderNumber, String seal, Instant expiresAt, Instant now) {
        jdbc.sql("""
                        INSERT INTO access.order_link (merchant_id, hash, order_number, seal, expires_at, created_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(merchant.value(), hash, orderNumber, seal, Columns.at(expiresAt), Columns.at(now))
                .update();
    }

    /** Without a merchant's transaction: by the look-up of one link. */
    public Optional<OrderLinks.Opened> findOrderLink(Secret link, Instant now) {
        return jdbc.sql("SELECT * FROM access.find_order_link(?)")
                .param(link.hash())
                .query((row, _) -> new OrderLinks.Opened(
                        Columns.merchant(row),
                        row.getString("order_number"),
                        !now.isBefore(Columns.instant(row, "expires_at")),
                        link,
                        row.getString("seal")))
                .optional();
    }

    public void revokeOrderLinks(MerchantId merchant, String orderNumber) {
        jdbc.sql("DELETE FROM access.order_link WHERE merchant_id = ? AND order_number = ?")
                .params(merchant.value(), orderNumber)
                .update();
    }

    public void forgetOrderLinks(MerchantId merchant, Instant expiredBefore) {
        jdbc.sql("DELETE FROM access.order_link WHERE merchant_id = ? AND expires_at < ?")
                .params(merchant.value(), Columns.at(expiredBefore))
                .update();
    }

    public void insertOneTime(
            MerchantId merchant, byte[] hash, @Nullable UUID account, Purpose purpose, Instant expiresAt) {
        jdbc.sql("""
                        INSERT INTO access.one_time_link (merchant_id, hash, account_id, purpose, expires_at)
                        VALUES (?, ?, ?, ?, ?)""")
                .param(merchant.value())
                .param(hash)
                .param(account)
                .param(purpose.name())
                .param(Columns.at(expiresAt))
                .update();
    }

    /** Without a merchant's transaction: by the look-up of one link. */
    public Optional<OneTime> findOneTime(byte[] hash) {
        return jdbc.sql("SELECT * FROM access.find_one_time_link(?)")
                .param(hash)
                .query((row, _) -> new OneTime(
                        Columns.merchant(row),
                        row.getObject("account_id", UUID.class),
                        Purpose.valueOf(row.getString("purpose")),
                        Columns.instant(row, "expires_at"),
                        Columns.perhaps(row, "used_at")))
                .optional();
    }

    /** False where somebody used it in between. */
    public boolean use(MerchantId merchant, byte[] hash, Instant now) {
        return jdbc.sql("""
                        UPDATE access.one_time_link SET used_at = ?
                        WHERE merchant_id = ? AND hash = ? AND used_at IS NULL AND expires_at > ?""")
                        .params(Columns.at(now), merchant.value(), hash, Columns.at(now))
                        .update()
                == 1;
    }

    /** A newer link of an account, a new password or a shut account makes its older links void. */
    public void voidOneTime(MerchantId merchant, UUID account, Instant now) {
        jdbc.sql("""
                        UPDATE access.one_time_link SET used_at = ?
                        WHERE merchant_id = ? AND account_id = ? AND used_at IS NULL""").params(Columns.at(now), merchant.value(), account).update();
    }

    public void forgetOneTime(MerchantId merchant, Instant expiredBefore) {
        jdbc.sql("DELETE FROM access.one_time_link WHERE merchant_id = ? AND expires_at < ?")
                .params(merchant.value(), Columns.at(expiredBefore))
                .update();
    }
}
