package org.redress.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/** One real PostgreSQL for the whole test run; each caller gets a fresh, empty database with the two roles of the product. */
public final class TestPostgres {
    private static final AtomicInteger databases = new AtomicInteger();

    private TestPostgres() {}

    /** The usual Spring settings of a new database. */
    public static Map<String, Object> freshDatabase() {
        var name = "redress_" + databases.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER redress_owner");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "spring.datasource.url", "jdbc:postgresql://127.0.0.1:%d/%s".formatted(Server.POSTGRES.getPort(), name),
                "spring.datasource.username", "redress_app",
                "spring.datasource.password", "test",
                "spring.flyway.user", "redress_owner",
                "spring.flyway.password", "test");
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static void stop(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(
                                Path.of("target", "postgres-binaries").toFile())
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .setRegisterShutdownHook(false)
                        .start();
                // After the application contexts: they have work to finish, and need it for that.
                SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("CREATE ROLE redress_owner LOGIN PASSWORD 'test'");
                    statement.execute("CREATE ROLE redress_app LOGIN PASSWORD 'test'");
                }
                return postgres;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
