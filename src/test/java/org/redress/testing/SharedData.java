package org.redress.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data that stands beside this repository and not in it; set {@code redress.shared} or REDRESS_SHARED where it is elsewhere. */
public final class SharedData {
    private SharedData() {}

    /** The file of this name; a test that wants it is skipped, and says so, where it is absent. */
    public static Path file(String name) {
        var file = folder().resolve(name);
        assumeTrue(
                Files.exists(file),
                () -> "Skipped: there is no " + file.toAbsolutePath().normalize()
                        + ". The real data is not part of this repository; the project's own fixtures are used by other tests.");
        return file;
    }

    private static Path folder() {
        var property = System.getProperty("redress.shared");
        var environment = System.getenv("REDRESS_SHARED");
        return Path.of(property != null ? property : environment != null ? environment : "../shared/data");
    }
}
