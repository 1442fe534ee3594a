package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.Redress;
import org.redress.testing.Api;

/** A real server on its own embedded database, both killed without warning in the middle of the work. */
class KillStory {
    @TempDir
    Path home;

    private @Nullable Process server;
    private int port;

    @Test
    void a_server_and_a_database_killed_in_the_middle_finish_every_step_exactly_once() throws Exception {
        start();
        var api = Api.sample(port);
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

        var again = Api.sample(port);
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
    void a_second_server_on_the_same_folder_is_refused_with_a_clear_word() throws Exception {
        start();
        var log = home.resolve("second.log");
        var second = launch(log, freePort());
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isNotZero();
        assertThat(Files.readString(log)).contains("Another Redress server is running on");
        assertThat(Api.sample(port).get("/api/v1/claims").status()).isEqualTo(200);
    }

    private void start() throws IOException {
        var log = Files.createTempFile(home, "server", ".log");
        port = freePort();
        var started = launch(log, port);
        server = started;
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> started.isAlive() && isReady());
    }

    private Process launch(Path log, int listenAt) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Redress.class.getName(),
                "--redress.sample=false"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("REDRESS_HOME", home.resolve("var").toString());
        builder.environment().put("REDRESS_PORT", Integer.toString(listenAt));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() throws InterruptedException {
        var readiness = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(readiness, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void kill() throws Exception {
        var database =
                ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip())).orElseThrow();
        var children = database.children().toList();
        var running = Objects.requireNonNull(server);
        running.destroyForcibly();
        database.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        running.onExit().get(10, TimeUnit.SECONDS);
        database.onExit().get(10, TimeUnit.SECONDS);
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
    void stop() throws Exception {
        if (server != null) {
            server.destroy();
            if (!server.waitFor(30, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
    }
}
