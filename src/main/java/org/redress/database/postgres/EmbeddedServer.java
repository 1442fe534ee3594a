package org.redress.database.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.logging.Log;

/**
 * A durable PostgreSQL under the home folder. It survives {@code kill -9} of itself and of the server: a database left
 * over by a dead server is stopped cleanly before the new one starts.
 */
final class EmbeddedServer implements AutoCloseable {
    static final String OWNER = "redress_owner";
    static final String APPLICATION = "redress_app";
    private static final String DATABASE = "redress";
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    /** Everyone proves who they are, and only from this machine. */
    private static final String GUARDED = """
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final EmbeddedPostgres postgres;
    private final Passwords passwords;

    private EmbeddedServer(EmbeddedPostgres postgres, Passwords passwords) {
        this.postgres = postgres;
        this.passwords = passwords;
    }

    /** @param log heard even where logging is not set up yet */
    static EmbeddedServer start(Path home, Log log) {
        try {
            var data = home.resolve("postgres");
            stopLeftover(data, log);
            removeHalfMade(data);
            var passwords = Passwords.in(home);
            var server = new EmbeddedServer(launch(home, data, passwords), passwords);
            server.guard(data);
            return server;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL does not start; its log stands above", e);
        }
    }

    /** The library's defaults favour tests; these settings favour the data. */
    private static EmbeddedPostgres launch(Path home, Path data, Passwords passwords) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-binaries").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setConnectConfig("password", passwords.superuser())
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                // As initdb writes it: a reload would complain of any other.
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "128MB")
                .start();
    }

    /** First start: the roles, the database, and from then on no connection without a password. Repeatable. */
    private void guard(Path data) throws IOException, SQLException {
        var rules = data.resolve("pg_hba.conf");
        if (Files.readString(rules).equals(GUARDED)) {
            return;
        }
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            execute(connection, "ALTER ROLE postgres PASSWORD '%s'".formatted(passwords.superuser()));
            createRole(connection, OWNER, passwords.owner());
            createRole(connection, APPLICATION, passwords.application());
            if (isAbsent(connection, "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
                execute(connection, "CREATE DATABASE %s OWNER %s".formatted(DATABASE, OWNER));
            }
            Files.writeString(rules, GUARDED);
            execute(connection, "SELECT pg_reload_conf()");
        }
    }

    private static void createRole(Connection connection, String role, String password) throws SQLException {
        if (isAbsent(connection, "SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(role))) {
            execute(connection, "CREATE ROLE %s LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '%s'".formatted(role, password));
        }
    }

    private static boolean isAbsent(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A folder whose initdb was cut short has no version file as its last word: it holds nothing yet, so begin anew. */
    private static void removeHalfMade(Path data) throws IOException {
        if (Files.exists(data) && Files.notExists(data.resolve("global").resolve("pg_control"))) {
            try (var files = Files.walk(data)) {
                for (var file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void stopLeftover(Path data, Log log) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        var leftover = leftover(data, Files.readString(pidFile));
        if (leftover.isPresent()) {
            stop(leftover.get(), log);
        } else {
            // PostgreSQL does not start while anybody has this number. One of its own that still works on the data it
            // finds all the same, by the shared memory of the folder.
            Files.delete(pidFile);
        }
    }

    /** A file of a dead server outlives it, and its number may be anybody's by now: ours works in our folder. */
    private static Optional<ProcessHandle> leftover(Path data, String pidFile) {
        return pidFile.lines()
                .limit(1)
                .map(String::strip)
                .filter(pid -> pid.matches("[0-9]{1,18}"))
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .filter(process -> worksIn(data, process));
    }

    private static boolean worksIn(Path folder, ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), folder);
        } catch (IOException goneOrAnotherUsers) {
            return false;
        }
    }

    private static void stop(ProcessHandle leftover, Log log) throws IOException {
        var pid = leftover.pid();
        log.info("Stopping the database that an earlier server left running (process " + pid + ")");
        new ProcessBuilder(List.of("kill", "-INT", Long.toString(pid))).start();
        try {
            leftover.onExit().get(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The left-over database (process " + pid + ") does not stop", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), DATABASE);
    }

    Passwords passwords() {
        return passwords;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
