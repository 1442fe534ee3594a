package org.redress.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.access.Login;
import org.redress.access.Role;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class AccountTable {
    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a login is checked against. */
    public record Credentials(Login login, @Nullable String passwordHash, boolean sample) {}

    /** Without a merchant's transaction: by the look-up of one e-mail address. */
    public Optional<Credentials> credentials(String email) {
        return jdbc.sql("SELECT * FROM access.find_login(?)")
                .param(email)
                .query(AccountTable::credentials)
                .optional();
    }

    public Optional<Credentials> credentials(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT * FROM access.account WHERE merchant_id = ? AND id = ?")
                .params(merchant.value(), id)
                .query(AccountTable::credentials)
                .optional();
    }

    public Optional<Account> find(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT * FROM access.account WHERE merchant_id = ? AND id = ?")
                .params(merchant.value(), id)
                .query(AccountTable::account)
                .optional();
    }

    public List<Account> all(MerchantId merchant) {
        return jdbc.sql("SELECT * FROM access.account WHERE merchant_id = ? ORDER BY active DESC, lower(name), id")
                .param(merchant.value())
                .query(AccountTable::account)
                .list();
    }

    /** Whoever weighs who remains must be alone while doing so. */
    public List<Account> allForUpdate(MerchantId merchant) {
        return jdbc.sql("SELECT * FROM access.account WHERE merchant_id = ? ORDER BY id FOR UPDATE")
                .param(merchant.value())
                .query(AccountTable::account)
                .list();
    }

    public boolean hasAnyButSamples(MerchantId merchant) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM access.account WHERE merchant_id = ? AND NOT sample)")
                .param(merchant.value())
                .query(Boolean.class)
                .single();
    }

    /** False where the e-mail address is taken, by whichever merchant. */
    public boolean insert(
            MerchantId merchant, Account account, @Nullable String passwordHash, boolean sample, Instant now) {
        return jdbc.sql("""
                        INSERT INTO access.account (merchant_id, id, email, name, password_hash, roles, operator,
                            sample, active, epoch, created_at)
                        VALUES (?, ?, ?, ?, ?, ?::text[], ?, ?, ?, 0, ?)
                        ON CONFLICT DO NOTHING""")
                        .param(merchant.value())
                        .param(account.id())
                        .param(account.email())
                        .param(account.name())
                        .param(passwordHash)
                        .param(Columns.roles(account.roles()))
                        .param(account.operator())
                        .param(sample)
                        .param(account.active())
                        .param(Columns.at(now))
                        .update()
                == 1;
    }

    public void changeRoles(MerchantId merchant, UUID id, Set<Role> roles) {
        jdbc.sql("UPDATE access.account SET roles = ?::text[] WHERE merchant_id = ? AND id = ?")
                .param(Columns.roles(roles))
                .param(merchant.value())
                .param(id)
                .update();
    }

    public void activate(MerchantId merchant, UUID id, boolean active) {
        jdbc.sql("UPDATE access.account SET active = ?, epoch = epoch + 1 WHERE merchant_id = ? AND id = ?")
                .params(active, merchant.value(), id)
                .update();
    }

    public void changePassword(MerchantId merchant, UUID id, String hash) {
        jdbc.sql("UPDATE access.account SET password_hash = ?, epoch = epoch + 1 WHERE merchant_id = ? AND id = ?")
                .params(hash, merchant.value(), id)
                .update();
    }

    private static Credentials credentials(ResultSet row, int number) throws SQLException {
        return new Credentials(
                new Login(Columns.merchant(row), account(row, number), row.getInt("epoch")),
                row.getString("password_hash"),
                row.getBoolean("sample"));
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                Columns.id(row, "id"),
                row.getString("email"),
                row.getString("name"),
                Columns.roles(row),
                row.getBoolean("operator"),
                row.getBoolean("active"),
                row.getString("password_hash") == null);
    }
}
