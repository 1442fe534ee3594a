package org.redress.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.DebianPostgres;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What an administrator may have done, each time on a database without tables. */
class InspectionIT {
    private static @Nullable DebianPostgres server;

    private static DebianPostgres server() {
        return java.util.Objects.requireNonNull(server);
    }

    @BeforeAll
    static void start() {
        server = DebianPostgres.fresh();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** The database {@code shop}, owned by {@code redress}, who may become {@code redress_app}. */
    @BeforeEach
    void set_up() {
        server().administer(
                        "DROP DATABASE IF EXISTS shop",
                        "DROP ROLE IF EXISTS redress, redress_app, clerk",
                        "CREATE ROLE redress_app",
                        "CREATE ROLE redress LOGIN PASSWORD 'secret' IN ROLE redress_app",
                        "CREATE DATABASE shop OWNER redress");
    }

    private static Map<String, Object> settings(String login, String password) {
        var settings = new HashMap<String, Object>();
        settings.put("spring.datasource.url", server().url("shop"));
        settings.put("spring.datasource.username", login);
        settings.put("spring.datasource.password", password);
        settings.put("spring.flyway.user", login);
        settings.put("spring.flyway.password", password);
        return settings;
    }

    private static void inspect(Map<String, Object> settings) {
        try (var context = new GenericApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
            new Inspection().initialize(context);
        }
    }

    private static void inspect() {
        inspect(settings("redress", "secret"));
    }

    private static UnfitDatabase refusal(Map<String, Object> settings) {
        return catchThrowableOfType(UnfitDatabase.class, () -> inspect(settings));
    }

    private static UnfitDatabase refusal() {
        return refusal(settings("redress", "secret"));
    }

    @Test
    void an_owner_who_may_become_the_application_is_welcome() {
        assertThatCode(InspectionIT::inspect).doesNotThrowAnyException();
    }

    @Test
    void an_absent_role_is_asked_for_with_the_lines_that_make_it() {
        server().administer("DROP ROLE redress_app");
        assertThat(refusal()).hasMessageContaining("has no role redress_app");
        assertThat(refusal().remedy()).contains("CREATE ROLE redress_app;\n", "GRANT redress_app TO redress;\n");
    }

    @Test
    void a_login_that_may_make_roles_makes_it_and_becomes_it() {
        server().administer("DROP ROLE redress_app", "ALTER ROLE redress CREATEROLE");
        assertThatCode(InspectionIT::inspect).doesNotThrowAnyException();
        server().administer("ALTER ROLE redress NOCREATEROLE");
        assertThatCode(InspectionIT::inspect).doesNotThrowAnyException();
    }

    @Test
    void a_login_that_may_not_step_down_is_told_the_line_that_lets_it() {
        server().administer("REVOKE redress_app FROM redress", "ALTER ROLE redress RENAME TO \"Clerk \"\"B\"\"\"");
        server().administer("ALTER ROLE \"Clerk \"\"B\"\"\" PASSWORD 'secret'");
        try {
            var refusal = refusal(settings("Clerk \"B\"", "secret"));
            assertThat(refusal.remedy()).contains("GRANT redress_app TO \"Clerk \"\"B\"\"\";");
        } finally {
            server().administer("ALTER ROLE \"Clerk \"\"B\"\"\" RENAME TO redress");
        }
    }

    @Test
    void who_may_look_past_row_level_security_is_refused() {
        assertThat(refusal(settings(DebianPostgres.ADMINISTRATOR, DebianPostgres.PASSWORD)))
                .hasMessageStartingWith("postgres is a role that row-level security does not bind");
        server().administer("ALTER ROLE redress BYPASSRLS");
        assertThat(refusal()).hasMessageStartingWith("redress is a role that row-level security does not bind");
        server().administer("ALTER ROLE redress NOBYPASSRLS", "GRANT postgres TO redress");
        assertThat(refusal()).hasMessageStartingWith("redress can become postgres, a role that");
        server().administer("REVOKE postgres FROM redress", "ALTER ROLE redress_app BYPASSRLS");
        assertThat(refusal().remedy()).contains("ALTER ROLE redress_app NOSUPERUSER NOBYPASSRLS;");
    }

    @Test
    void the_application_cannot_own_the_tables() {
        server().administer(
                        "ALTER ROLE redress_app LOGIN PASSWORD 'secret'", "ALTER DATABASE shop OWNER TO redress_app");
        assertThat(refusal(settings("redress_app", "secret")))
                .hasMessageContaining("the walls between merchants would not hold");
        server().administer("ALTER DATABASE shop OWNER TO redress", "REVOKE redress_app FROM redress");
        server().administer("GRANT redress TO redress_app");
        var served = settings("redress_app", "secret");
        served.put("spring.flyway.user", "redress");
        assertThat(refusal(served)).hasMessageContaining("is or can become redress, the owner");
    }

    @Test
    void a_login_without_room_for_tables_is_told_who_should_own_the_database() {
        server().administer("ALTER DATABASE shop OWNER TO postgres");
        assertThat(refusal().remedy()).contains("ALTER DATABASE shop OWNER TO redress;");
    }

    @Test
    void a_wrong_password_an_absent_database_and_another_kind_of_database_are_told_apart() {
        assertThat(refusal(settings("redress", "wrong"))).hasMessageContaining("does not let us in");
        var absent = settings("redress", "secret");
        absent.put("spring.datasource.url", server().url("nowhere"));
        assertThat(refusal(absent)).hasMessageContaining("has no such database");
        var other = settings("redress", "secret");
        other.put("spring.datasource.url", "jdbc:mysql://127.0.0.1/shop");
        assertThat(refusal(other)).hasMessageContaining("is no PostgreSQL");
    }

    @Test
    void a_password_in_the_address_works_and_is_not_told_when_it_does_not() {
        var settings = new HashMap<String, Object>();
        settings.put("spring.datasource.url", server().url("shop") + "?user=redress&password=secret");
        assertThatCode(() -> inspect(settings)).doesNotThrowAnyException();
        settings.put("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/shop?user=redress&password=told");
        assertThat(refusal(settings)).hasMessageContaining("does not answer").hasMessageNotContaining("told");
    }

    @Test
    void a_database_that_cannot_hold_every_language_is_refused() {
        server().administer(
                        "DROP DATABASE shop",
                        "CREATE DATABASE shop OWNER redress ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0");
        assertThat(refusal()).hasMessageContaining("keeps text as SQL_ASCII");
    }

    @Test
    void a_pool_that_does_not_step_down_is_caught_before_the_doors_open() throws Exception {
        var pooled = new SingleConnectionDataSource(server().url("shop"), "redress", "secret", true);
        try {
            var guard = new RoleGuard(JdbcClient.create(pooled));
            assertThatThrownBy(guard::afterSingletonsInstantiated)
                    .isInstanceOf(UnfitDatabase.class)
                    .hasMessageContaining("as the database role redress and not as redress_app");
            JdbcClient.create(pooled).sql("SET ROLE redress_app").update();
            assertThatCode(guard::afterSingletonsInstantiated).doesNotThrowAnyException();
        } finally {
            pooled.destroy();
        }
    }
}
