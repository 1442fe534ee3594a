package org.redress.database.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** Random passwords of the three database roles, kept in a file that only the server's user can read. */
record Passwords(String superuser, String owner, String application) {
    static Passwords in(Path home) {
        var file = home.resolve("postgres.passwords");
        try {
            if (Files.notExists(file)) {
                var fresh = Files.createTempFile(
                        home,
                        "postgres",
                        ".passwords",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(fresh, List.of(random(), random(), random()));
                Files.move(fresh, file);
            }
            var lines = Files.readAllLines(file);
            return new Passwords(lines.get(0), lines.get(1), lines.get(2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
