package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.testing.Api;
import org.redress.testing.Product;

/** A real server on its own embedded database, killed without warning: both in the middle of the work, or the server alone. */
class KillStory {
    @TempDir
    Path home;

    private @Nullable Product server;

    @Test
    void a_server_and_a_database_killed_in_the_middle_finish_every_step_exactly_once() throws Exception {
        start();
        var api = sample();
        var shop = new Shop(api);
        var claims = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            shop.order("KILL-" + i);
            var claim = shop.claim("KILL-" + i, 2);
            var offer = shop.offer(claim, "25.00", 2);
            claims.add(claim);
            api.post("/api/v1/claims/" + claim + "/offers/" + offer + "/response", "{\"decision\": \"ACCEPT\"}")
                    .is(200);
        }
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> effects() > 0);

        kill();
        start();

        var again = sample();
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            for (var claim : claims) {
                assertThat(again.get("/api/v1/claims/" + claim).is(200).text("/state"))
                        .isEqualTo("FOLLOW_UP");
            }
        });
        for (var claim : claims) {
            assertThat(again.get("/api/v1/claims/" + claim + "/execution")
                            .is(200)
                            .body())
                    .hasSize(2)
                    .allSatisfy(step -> assertThat(step.at("/state").asString()).isEqualTo("DONE"));
        }
        // Six claims, each refunded to a card and to a voucher: what the payment provider did, in its own books.
        assertThat(effects()).isEqualTo(12);
        assertThat(query("SELECT count(DISTINCT idempotency_key) FROM settlement.sandbox_effect"))
                .isEqualTo(12);
        assertThat(query("SELECT sum((work -> 'amount' ->> 'minor')::bigint) FROM settlement.sandbox_effect"))
                .isEqualTo(6 * 2500);
    }

    @Test
    void a_database_that_outlives_its_server_is_stopped_and_the_next_one_has_its_claims() throws Exception {
        start();
        var shop = new Shop(sample());
        shop.order("LEFT-1");
        var claim = shop.claim("LEFT-1", 2);
        var leftover = database();
        Objects.requireNonNull(server).kill();
        assertThat(leftover.isAlive()).isTrue();

        start();

        assertThat(leftover.isAlive()).isFalse();
        assertThat(Objects.requireNonNull(server).said())
                .contains("Stopping the database that an earlier server left running (process " + leftover.pid() + ")");
        assertThat(sample().get("/api/v1/claims/" + claim).is(200).text("/orderNumber"))
                .isEqualTo("LEFT-1");
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused_with_a_clear_word() throws Exception {
        start();
        var second = launch();
        assertThat(second.awaitEnd()).isNotZero();
        assertThat(second.said()).contains("Another Redress server is running on");
        assertThat(sample().get("/api/v1/claims").status()).isEqualTo(200);
    }

    private void start() {
        server = launch().awaitReady();
    }

    private Product launch() {
        return Product.launch(home.resolve("var"), Map.of());
    }

    private Api sample() {
        return Api.sample(Objects.requireNonNull(server).port());
    }

    private void kill() throws Exception {
        var database = database();
        var children = database.children().toList();
        Objects.requireNonNull(server).kill();
        database.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        database.onExit().get(10, TimeUnit.SECONDS);
    }

    private ProcessHandle database() throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip())).orElseThrow();
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(home.resolve("var").resolve("postgres").resolve("postmaster.pid"));
    }

    private long effects() throws IOException, SQLException {
        return query("SELECT count(*) FROM settlement.sandbox_effect");
    }

    private long query(String sql) throws IOException, SQLException {
        var databasePort = pidFile().get(3).strip();
        var password = Files.readAllLines(home.resolve("var").resolve("postgres.passwords"))
                .getFirst();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + databasePort + "/redress", "postgres", password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }
}
