package org.redress.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The product on a folder and a port of its own, started and stopped as often as wanted and removed at the end. */
final class Installation implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);

    private final List<String> command;
    private final Path folder;
    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private @Nullable Process server;
    private volatile boolean closed;

    /** @param command starts the product in the foreground */
    Installation(List<String> command) throws IOException {
        this.command = command;
        this.folder = Files.createTempDirectory("redress-bench");
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    boolean isClosed() {
        return closed;
    }

    Path home() {
        return folder.resolve("home");
    }

    /** Returns the seconds from the launch of the process until it says that it is ready. */
    double start() throws IOException, InterruptedException {
        var readiness = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long launched = System.nanoTime();
        var process = launch();
        await("ready", READY_WITHIN, Duration.ofMillis(10), () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server stopped before it was ready:\n" + log());
            }
            return isUp(readiness);
        });
        return (System.nanoTime() - launched) / 1e9;
    }

    private synchronized Process launch() throws IOException {
        if (closed) {
            throw new IllegalStateException("Stopping");
        }
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        builder.environment().put("REDRESS_HOME", home().toString());
        builder.environment().put("REDRESS_PORT", Integer.toString(port));
        builder.environment().put("REDRESS_BIND", "127.0.0.1");
        // The benchmark measures the embedded database, whatever the shell points to.
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
        var launched = builder.start();
        server = launched;
        return launched;
    }

    private boolean isUp(HttpRequest readiness) {
        try {
            var answer = http.send(readiness, BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"UP\"");
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        var process = server;
        if (process == null) {
            throw new IllegalStateException("Nothing runs");
        }
        return process.pid();
    }

    String log() {
        try {
            return Files.readString(folder.resolve("server.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resident memory of the server's JVM in MB (2^20 bytes), as the kernel counts it. */
    long residentMegabytes() throws IOException {
        var process = server;
        if (process == null) {
            throw new IllegalStateException("Nothing runs");
        }
        return kilobytes(Path.of("/proc", Long.toString(process.pid()), "status"), "VmRSS:") / 1024;
    }

    /** A line such as {@code VmRSS:   1234 kB} of a file in /proc. */
    static long kilobytes(Path file, String name) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static void await(String what, Duration within, Duration pause, BooleanSupplier condition)
            throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > within.toNanos()) {
                throw new IllegalStateException("Not " + what + " within " + within.toSeconds() + " s");
            }
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
    }

    synchronized void stop() {
        var process = server;
        if (process == null) {
            return;
        }
        server = null;
        process.destroy();
        try {
            if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                stopDatabase();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void stopDatabase() {
        var pidFile = home().resolve("postgres").resolve("postmaster.pid");
        try {
            if (Files.exists(pidFile)) {
                ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(pidFile).getFirst().strip()))
                        .ifPresent(ProcessHandle::destroy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what runs and removes the folder. Repeatable; also called when the benchmark is interrupted. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        stop();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
