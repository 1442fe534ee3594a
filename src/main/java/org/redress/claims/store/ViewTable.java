package org.redress.claims.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.redress.claims.SavedView;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions to the queue that are kept. */
@Repository
public class ViewTable {
    private final JdbcClient jdbc;

    ViewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SavedView> of(MerchantId merchant, UUID account) {
        return jdbc.sql("""
                        SELECT id, owner, name, asks
                          FROM claims.saved_view
                         WHERE merchant_id = :merchant AND (owner IS NULL OR owner = :account)
                         ORDER BY owner IS NOT NULL, lower(name), id
                        """)
                .param("merchant", merchant.value())
                .param("account", account)
                .query(ViewTable::view)
                .list();
    }

    public void insert(MerchantId merchant, SavedView view) {
        jdbc.sql("""
                        INSERT INTO claims.saved_view (merchant_id, id, owner, name, asks)
                        VALUES (:merchant, :id, :owner, :name, :asks)
                        """)
                .param("merchant", merchant.value())
                .param("id", view.id())
                .param("owner", view.owner())
                .param("name", view.name())
                .param("asks", view.asks())
                .update();
    }

    public void delete(MerchantId merchant, UUID id) {
        jdbc.sql("DELETE FROM claims.saved_view WHERE merchant_id = ? AND id = ?")
                .params(merchant.value(), id)
                .update();
    }

    private static SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                row.getString("name"),
                row.getString("asks"));
    }
}
