package org.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with its approved file. {@code -Dapprove=true} accepts what is new; the diff then shows in review. */
public final class Approved {
    private Approved() {}

    public static void check(Path file, String text) {
        try {
            if (Boolean.getBoolean("approve")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text);
            }
            assertThat(file).as("accept with -Dapprove=true").exists();
            assertThat(text).as(file + "; accept with -Dapprove=true").isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
