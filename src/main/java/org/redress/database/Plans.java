package org.redress.database;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How PostgreSQL plans what it is asked again and again. */
@Component
public class Plans {
    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * As {@link #keep}, and whoever else does the same about this thing waits until the running transaction ends, so that the
     * last to look has seen the most.
     */
    public void keepAlone(UUID thing) {
        jdbc.sql("""
                        SELECT set_config('plan_cache_mode', 'force_generic_plan', true),
                            pg_advisory_xact_lock(hashtextextended(?, 0))""")
                .param(thing.toString())
                .query((row, _) -> row.getString(1))
                .single();
    }

    /**
     * Until the running transaction ends, a statement’s plan is made once and kept, whatever its parameters. For
     * statements that find rows by their keys, with limits that are written out: across tables of many months a plan costs three
     * times its execution.
     */
    public void keep() {
        jdbc.sql("SELECT set_config('plan_cache_mode', 'force_generic_plan', true)")
                .query(String.class)
                .single();
    }
}
