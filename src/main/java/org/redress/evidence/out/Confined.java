package org.redress.evidence.out;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a program that reads what a stranger sent: without a shell, in a folder of its own, with nothing of our environment,
 * and with so much time, memory and disk and no more. Without util-linux's {@code prlimit} none is run at all.
 */
final class Confined {
    private static final Logger log = LoggerFactory.getLogger(Confined.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CPU_SECONDS = 20;
    private static final long MEMORY = 2L << 30;
    private static final long FILE_BYTES = 64L << 20;

    private final List<Path> folders;
    private final @Nullable Path limiter;

    private Confined(List<Path> folders) {
        this.folders = folders;
        this.limiter = program("prlimit").orElse(null);
    }

    static Confined in(List<Path> folders) {
        return new Confined(folders);
    }

    /** The folders of {@code PATH}. */
    static List<Path> path() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator, -1))
                .filter(folder -> folder.startsWith("/"))
                .map(Path::of)
                .toList();
    }

    /** A program that could be run here. */
    Optional<Path> find(String name) {
        return limiter == null ? Optional.empty() : program(name);
    }

    private Optional<Path> program(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether it ended well and in time. */
    boolean run(Path folder, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(limited(command))
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8", "HOME", folder.toString()));
        var process = builder.start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                log.info("{} took longer than {}", command.getFirst(), PATIENCE);
                return false;
            }
            return process.exitValue() == 0;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private List<String> limited(List<String> command) {
        var limited = new ArrayList<String>();
        limited.add(String.valueOf(limiter));
        limited.add("--cpu=" + CPU_SECONDS);
        limited.add("--as=" + MEMORY);
        limited.add("--fsize=" + FILE_BYTES);
        limited.add("--nofile=64");
        limited.add("--core=0");
        limited.add("--");
        limited.addAll(command);
        return limited;
    }
}
