package org.redress.claims.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The dictionaries under {@code claims/intake}: lines for people to read and to add to. */
final class IntakeFiles {
    private IntakeFiles() {}

    /** The lines that say something. */
    static List<String> lines(String name) {
        try (var file = IntakeFiles.class.getResourceAsStream("/claims/intake/" + name)) {
            if (file == null) {
                throw new IllegalStateException("There is no dictionary " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
