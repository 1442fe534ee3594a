package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.testing.Api;
import org.redress.testing.DebianPostgres;
import org.redress.testing.Product;
import org.redress.testing.Visitor;
import org.redress.testing.Visitor.Field;
import org.redress.testing.Walls;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The product on somebody's PostgreSQL, set up as docs/database.md says: one login that owns the database, and nothing in
 * the environment but the usual Spring settings. The whole REST story runs on it, before and after the database was away.
 */
class ExternalDatabaseStory extends ClaimsOverRest {
    private static final Pattern SET_UP = Pattern.compile("/setup/[A-Za-z0-9_-]{43}");

    /** The first line of a stack trace; what caused it stands further down in the same trace. */
    private static final Pattern TRACE = Pattern.compile("[a-z]+(\\.\\w+)+(Exception|Error)(: .*)?");

    private static final String SECRET = "a password of eight words and more";

    @TempDir
    static Path home;

    private static @Nullable DebianPostgres postgres;
    private static @Nullable Product server;
    private static String firstWords = "";
    private static String key = "";

    @BeforeAll
    static void set_up_as_the_documentation_says() throws IOException {
        postgres = DebianPostgres.fresh();
        postgres.administer(lines("One login"));
        server = launch("redress", "redress", "secret").awaitReady();
        await().until(() -> SET_UP.matcher(running().said()).find());
        firstWords = running().said();
        key = keyOfTheFirstMerchant();
    }

    /** What an administrator types, as it stands in the documentation under a heading. */
    private static String[] lines(String heading) throws IOException {
        var sql = Pattern.compile("## " + heading + ".*?```sql\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs", "database.md")));
        assertThat(sql.find()).as(heading).isTrue();
        return sql.group(1).split("\n");
    }

    private static Product launch(String database, String login, String password) {
        return Product.launch(home.resolve(database), settings(database, login, password));
    }

    private static Map<String, String> settings(String database, String login, String password) {
        return Map.of(
                "SPRING_DATASOURCE_URL", postgres().url(database),
                "SPRING_DATASOURCE_USERNAME", login,
                "SPRING_DATASOURCE_PASSWORD", password);
    }

    /** By the link on the console to the first administrator, and by their page to a key: as people do it. */
    private static String keyOfTheFirstMerchant() {
        var link = SET_UP.matcher(firstWords);
        assertThat(link.find()).isTrue();
        var administrator = Visitor.at(running().port(), "en");
        administrator.get(link.group());
        assertThat(administrator
                        .post(
                                link.group(),
                                Map.of(
                                        "merchant", "Quay Street Pottery",
                                        "slug", "quay",
                                        "language", "en",
                                        "zone", "Europe/London",
                                        "currency", "GBP",
                                        "name", "Ada Byrne",
                                        "email", "ada@example.com",
                                        "password", SECRET))
                        .status())
                .isEqualTo(303);
        administrator.get("/login");
        administrator.post("/login", Map.of("email", "ada@example.com", "password", SECRET));
        administrator.get("/admin/keys");
        administrator.post(
                "/admin/keys",
                List.of(
                        new Field("name", "Story"),
                        new Field("roles", "AGENT"),
                        new Field("roles", "SUPERVISOR"),
                        new Field("roles", "ADMIN"),
                        new Field("roles", "INTEGRATOR"),
                        new Field("roles", "CUSTOMER_VOICE")));
        return administrator.get("/admin/keys").field("created");
    }

    private static DebianPostgres postgres() {
        return Objects.requireNonNull(postgres);
    }

    private static Product running() {
        return Objects.requireNonNull(server);
    }

    @Override
    int port() {
        return running().port();
    }

    @Override
    String key() {
        return key;
    }

    @Test
    void it_is_debian_s_fifteen_or_newer() {
        var version = postgres().version();
        System.out.println("The story runs on PostgreSQL " + version);
        assertThat(Integer.parseInt(version.replaceFirst("\\D.*", "")))
                .as(version)
                .isGreaterThanOrEqualTo(15);
    }

    @Test
    void nothing_of_the_sample_is_there() {
        assertThat(firstWords).contains("Set up the first merchant").doesNotContain("demo-key", "agent@example.com");
        assertThat(api.withKey(Api.SAMPLE_KEY).get("/api/v1/claims").status()).isEqualTo(401);
        assertThat(running().status("/shop/demo")).isEqualTo(404);
        var stranger = Visitor.at(port(), "en");
        stranger.get("/login");
        assertThat(stranger.post("/login", Map.of("email", "agent@example.com", "password", "agent"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void no_merchant_sees_another_s_rows() {
        shop.order("WALL-1");
        shop.claim("WALL-1", 1);
        var login = new DriverManagerDataSource(postgres().url("redress"), "redress", "secret");
        try (var connection = login.getConnection()) {
            var pooled = new SingleConnectionDataSource(connection, true);
            var jdbc = JdbcClient.create(pooled);
            jdbc.sql("SET ROLE redress_app").update();
            var walls = new Walls(jdbc);
            var transactions = new TransactionTemplate(new JdbcTransactionManager(pooled));
            var merchants = jdbc.sql("SELECT merchant_id FROM access.every_merchant()")
                    .query(UUID.class)
                    .list();
            assertThat(merchants).hasSize(1);

            assertThat(seenBy(merchants.getFirst(), walls, transactions))
                    .containsKeys("claims.claim", "orders.customer_order", "evidence.item")
                    .hasEntrySatisfying("claims.claim", rows -> assertThat(rows).isPositive())
                    .hasEntrySatisfying(
                            "access.account", rows -> assertThat(rows).isEqualTo(1));
            assertThat(seenBy(Ids.next(), walls, transactions).values()).containsOnly(0L);
            assertThatThrownBy(() -> walls.rows("claims.claim")).isInstanceOf(DataAccessException.class);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Long> seenBy(UUID merchant, Walls walls, TransactionTemplate transactions) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            walls.enter(new MerchantId(merchant));
            return walls.rows();
        }));
    }

    @Test
    void while_the_database_is_away_everyone_is_told_to_come_back_and_then_all_goes_on() {
        shop.order("AWAY-1");
        int before = running().said().length();
        postgres().stop();
        try {
            for (int i = 0; i < 2; i++) {
                var answer = api.get("/api/v1/claims");
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.text("/code")).isEqualTo("SERVICE_UNAVAILABLE");
                assertThat(answer.headers().get("retry-after")).containsExactly("10");
            }
            var page = Visitor.at(port(), "zh-CN").get("/shop/quay");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.header("Retry-After")).contains("10");
            assertThat(page.body()).contains("系统正忙");
            assertThat(running().isReady()).isFalse();
            assertThat(running().status("/actuator/health/liveness")).isEqualTo(200);
        } finally {
            postgres().start();
        }
        await().atMost(Duration.ofSeconds(30)).until(running()::isReady);
        var said = running().said().substring(before).lines().toList();
        assertThat(said)
                .filteredOn(line -> line.contains("No connection to the database: "))
                .hasSize(1);
        assertThat(said).filteredOn(line -> TRACE.matcher(line).matches()).hasSize(1);

        var claim = shop.claim("AWAY-1", 2);
        var offer = shop.offer(claim, "25.00", 2);
        api.post("/api/v1/claims/" + claim + "/offers/" + offer + "/response", "{\"decision\": \"ACCEPT\"}")
                .is(200);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(api.get("/api/v1/claims/" + claim).text("/state"))
                                .isEqualTo("FOLLOW_UP"));
    }

    @Test
    void the_next_start_finds_its_tables_and_offers_no_set_up() {
        try (var second = launch("redress", "redress", "secret").awaitReady()) {
            var there = new Api("http://127.0.0.1:" + second.port(), key);
            assertThat(there.get("/api/v1/claims").status()).isEqualTo(200);
            await().until(() -> second.said().contains("Redress is ready"));
            assertThat(second.said()).doesNotContain("/setup/").doesNotContain("WARN", "ERROR");
        }
    }

    @Test
    void with_two_logins_the_one_that_serves_owns_nothing() throws IOException {
        for (var line : lines("Two logins")) {
            postgres()
                    .administer(line.replace("CREATE ROLE redress_app", "ALTER ROLE redress_app")
                            .replace("DATABASE redress ", "DATABASE shop "));
        }
        var settings = new HashMap<>(settings("shop", "redress_app", "secret"));
        settings.put("SPRING_FLYWAY_USER", "redress_owner");
        settings.put("SPRING_FLYWAY_PASSWORD", "other-secret");
        try (var two = Product.launch(home.resolve("shop"), settings).awaitReady()) {
            await().until(() -> SET_UP.matcher(two.said()).find());
            var application = new DriverManagerDataSource(postgres().url("shop"), "redress_app", "secret");
            assertThat(JdbcClient.create(application)
                            .sql("""
                            SELECT DISTINCT tableowner FROM pg_tables
                            WHERE schemaname NOT IN ('pg_catalog', 'information_schema')""")
                            .query(String.class)
                            .list())
                    .containsExactly("redress_owner");
        }
    }

    @Test
    void a_database_that_does_not_answer_or_a_superuser_s_login_ends_the_start_with_a_word() {
        var nobody = Product.launch(
                home.resolve("nobody"), Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/redress"));
        var superuser = launch("redress", DebianPostgres.ADMINISTRATOR, DebianPostgres.PASSWORD);
        assertThat(nobody.awaitEnd()).isNotZero();
        assertThat(nobody.said())
                .contains("The database at jdbc:postgresql://127.0.0.1:1/redress does not answer")
                .doesNotContain("\tat ");
        assertThat(superuser.awaitEnd()).isNotZero();
        assertThat(superuser.said())
                .contains("postgres is a role that row-level security does not bind", "CREATE ROLE redress_app;")
                .doesNotContain("\tat ");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
