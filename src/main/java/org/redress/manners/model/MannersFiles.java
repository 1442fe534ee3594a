package org.redress.manners.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables under {@code manners}: lines for people to read and to add to, fields apart by tabs. */
final class MannersFiles {
    private MannersFiles() {}

    /** The lines that say something. */
    static List<List<String>> rows(String name) {
        try (var file = MannersFiles.class.getResourceAsStream("/manners/" + name)) {
            if (file == null) {
                throw new IllegalStateException("There is no table " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
