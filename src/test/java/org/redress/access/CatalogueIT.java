package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.testing.RedressTest;
import org.redress.testing.Walls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The walls between merchants, read from the catalogue of the real database: a module that forgets one fails here. */
@RedressTest
class CatalogueIT {
    private static final String OURS = "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_'";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    CustomerLinks links;

    @Autowired
    ApplicationContext context;

    private List<String> names(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
    }

    @Test
    void every_table_of_merchants_data_has_forced_row_level_security_and_a_key_that_starts_with_the_merchant() {
        var without = names("""
                SELECT n.nspname || '.' || c.relname
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE %s AND c.relkind IN ('r', 'p', 'm', 'f', 'v')
                  AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
                      SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                      WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'merchant_id'))
                  AND c.relname <> 'flyway_schema_history'
                ORDER BY 1""".formatted(OURS));
        assertThat(without)
                .as(
                        "library tables (ids and names of jobs only), and how far the installation's clock is ahead; nothing else")
                .containsExactly("clock.ahead", "public.event_publication", "public.scheduled_tasks");
    }

    @Test
    void flyway_keeps_its_histories_and_the_application_cannot_touch_them() {
        var reachable = names("""
                SELECT n.nspname || '.' || c.relname
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relname = 'flyway_schema_history'
                  AND has_table_privilege('redress_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')""");
        assertThat(reachable).isEmpty();
    }

    @Test
    void every_policy_lets_the_application_see_the_merchant_of_its_transaction_only() {
        var others = names("""
                SELECT schemaname || '.' || tablename || ' ' || policyname
                FROM pg_policies
                WHERE NOT (permissive = 'PERMISSIVE'
                    AND qual IN ('(merchant_id = (current_setting(''redress.merchant''::text))::uuid)',
                        '(merchant_id = ( SELECT (current_setting(''redress.merchant''::text))::uuid AS current_setting))')
                    AND (with_check IS NULL OR with_check = qual))
                ORDER BY 1""");
        assertThat(others)
                .as("the owner's look-ups; the application is no member of the owner")
                .containsExactly(
                        "access.account look_up",
                        "access.api_key look_up",
                        "access.customer_link look_up",
                        "access.merchant look_up",
                        "access.one_time_link look_up",
                        "access.order_link look_up",
                        "claims.words look_up",
                        "correspondence.mail look_up",
                        "correspondence.reply_address look_up",
                        "investigation.task_link look_up",
                        "outreach.link look_up");
        assertThat(names("""
                SELECT tablename FROM pg_policies
                WHERE policyname = 'look_up' AND (cmd <> 'SELECT' OR roles <> ARRAY ['redress_owner'::name])""")).isEmpty();
        assertThat(jdbc.sql("SELECT pg_has_role('redress_app', 'redress_owner', 'MEMBER')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void only_the_look_ups_and_the_months_of_events_step_over_the_wall() {
        assertThat(names("""
                SELECT n.nspname || '.' || p.proname
                FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE %s AND p.prosecdef ORDER BY 1""".formatted(OURS)))
                .containsExactly(
                        "access.every_merchant",
                        "access.find_key",
                        "access.find_link",
                        "access.find_login",
                        "access.find_one_time_link",
                        "access.find_order_link",
                        "claims.find_words",
                        "correspondence.find_mail",
                        "correspondence.find_reply_address",
                        "investigation.find_task_link",
                        "outreach.find_link",
                        "traces.ensure_month",
                        "traces.forget_before");
        assertThat(names("""
                SELECT p.proname
                FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE n.nspname IN ('access', 'claims', 'investigation', 'traces') AND p.prosecdef
                  AND (p.proconfig IS NULL OR p.proconfig <> ARRAY ['search_path=pg_catalog, pg_temp']
                       OR EXISTS (SELECT FROM aclexplode(p.proacl) WHERE grantee = 0))"""))
                .as("functions with an open search path, or open to everyone")
                .isEmpty();
    }

    @Test
    void without_a_merchant_or_with_another_one_not_a_row_is_to_be_seen() {
        var cast = new Cast(context);
        var merchant = cast.merchant();
        cast.account(merchant, Role.AGENT);
        cast.key(merchant, Role.AGENT);
        links.issue(merchant, Ids.next(), java.time.Instant.parse("2099-01-01T00:00:00Z"));
        var walls = new Walls(jdbc);
        assertThat(walls.tables()).contains("access.merchant", "access.account", "access.api_key");
        var stranger = new MerchantId(Ids.next());
        Map<String, Long> seenByStranger = transactions.call(stranger, () -> walls.rows());
        assertThat(seenByStranger)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        for (var table : List.of("merchant", "account", "api_key", "customer_link", "one_time_link")) {
            long seen = transactions.call(merchant, () -> walls.rows("access." + table));
            assertThat(seen).as(table).isPositive();
            assertThatThrownBy(() -> walls.rows("access." + table)).as(table).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void nobody_writes_a_row_of_another_merchant() {
        var cast = new Cast(context);
        var mine = cast.merchant();
        var theirs = cast.merchant();
        var link = jdbc.sql("""
                        INSERT INTO access.customer_link (merchant_id, hash, claim_id, expires_at, created_at)
                        VALUES (?, '\\x00', ?, now(), now())""").params(theirs.value(), Ids.next());
        assertThatThrownBy(() -> transactions.run(mine, link::update)).hasStackTraceContaining("row-level security");
        var rename = jdbc.sql("UPDATE access.merchant SET name = 'Taken' WHERE merchant_id = ?")
                .param(theirs.value());
        int renamed = transactions.call(mine, rename::update);
        assertThat(renamed).isZero();
    }
}
