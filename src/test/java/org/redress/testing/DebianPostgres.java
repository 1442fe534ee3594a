package org.redress.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * A server of Debian's own PostgreSQL, as a stranger would run it: empty, in a temporary folder, on a free port of loopback,
 * with passwords. Can be stopped without warning and started again. A cluster that Debian itself runs is left alone.
 */
public final class DebianPostgres implements AutoCloseable {
    public static final String ADMINISTRATOR = "postgres";
    public static final String PASSWORD = "administrator";
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final int OLDEST = 15;
    private static final boolean AS_ROOT = "root".equals(System.getProperty("user.name"));

    private final Path programs;
    private final Path folder;
    private final int port;

    private DebianPostgres(Path programs) throws IOException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("redress-debian");
        this.port = freePort();
    }

    /** A test that wants one is skipped, and says so, where it is not installed. */
    public static DebianPostgres fresh() {
        var programs = programs();
        assumeTrue(
                programs.isPresent(),
                () -> "Skipped: there is no PostgreSQL " + OLDEST + " or newer under " + VERSIONS
                        + ". script/test installs it as root (package postgresql).");
        try {
            var server = new DebianPostgres(programs.orElseThrow());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.make();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> programs() {
        try (var versions = Files.list(VERSIONS)) {
            return versions.filter(folder -> number(folder) >= OLDEST)
                    .max(Comparator.comparingInt(DebianPostgres::number))
                    .map(folder -> folder.resolve("bin"))
                    .filter(programs -> Files.isExecutable(programs.resolve("initdb")));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static int number(Path folder) {
        var name = folder.getFileName().toString();
        return name.matches("[0-9]{1,4}") ? Integer.parseInt(name) : 0;
    }

    /** What the server says of itself, such as {@code 15.18 (Debian 15.18-0+deb12u1)}. */
    public String version() {
        try (var connection = administrator();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW server_version")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Works as the superuser. */
    public void administer(String... lines) {
        try (var connection = administrator();
                var statement = connection.createStatement()) {
            for (var line : lines) {
                statement.execute(line);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection administrator() throws SQLException {
        return DriverManager.getConnection(url("postgres"), ADMINISTRATOR, PASSWORD);
    }

    public void start() {
        run(
                "pg_ctl",
                "--pgdata=" + data(),
                "--wait",
                "--log=" + folder.resolve("server.log"),
                "--options=-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s -c fsync=off"
                        .formatted(port, folder),
                "start");
    }

    /** Of the server itself, the parent of all its others. */
    public long pid() {
        try {
            return Long.parseLong(Files.readAllLines(data().resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a word to whoever is connected, as in a crash. */
    public void stop() {
        run("pg_ctl", "--pgdata=" + data(), "--wait", "--mode=immediate", "stop");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void make() throws IOException {
        var password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (AS_ROOT) {
            var owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(ADMINISTRATOR);
            Files.setOwner(folder, owner);
            Files.setOwner(password, owner);
        }
        run(
                "initdb",
                "--pgdata=" + data(),
                "--username=" + ADMINISTRATOR,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
    }

    /** The server refuses to run as root; the package made a user for it. */
    private void run(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (AS_ROOT) {
            command.addAll(
                    List.of("setpriv", "--reuid=" + ADMINISTRATOR, "--regid=" + ADMINISTRATOR, "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            var said = folder.resolve(program + ".log");
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(program + " failed: " + Files.readString(said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        try {
            if (Files.exists(data().resolve("postmaster.pid"))) {
                stop();
            }
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
