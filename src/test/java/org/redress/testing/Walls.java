package org.redress.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one sees of the tables of merchants' data: the tables are read from the catalogue, so none is forgotten. */
public final class Walls {
    private final JdbcClient jdbc;

    /** @param jdbc connected as the application; what is seen is seen in the transaction of the caller */
    public Walls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whole tables: their partitions are reached through them only. */
    public List<String> tables() {
        return jdbc.sql("""
                        SELECT n.nspname || '.' || c.relname
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_'
                          AND c.relkind IN ('r', 'p') AND c.relrowsecurity AND NOT c.relispartition
                        ORDER BY 1""").query((row, _) -> row.getString(1)).list();
    }

    /** How many rows of each table are to be seen. */
    public Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        for (var table : tables()) {
            rows.put(table, rows(table));
        }
        return rows;
    }

    public long rows(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    /** Names the merchant of the transaction, as the product does. */
    public void enter(MerchantId merchant) {
        jdbc.sql("SELECT set_config('redress.merchant', ?, true)")
                .param(merchant.toString())
                .query(String.class)
                .single();
    }
}
