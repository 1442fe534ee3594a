package org.redress.sheets.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The files that wait for their run, under {@code imports} of the product's home. */
@Component
class Spool {
    private static final long LARGEST = 100_000_000;

    private final Path folder;

    Spool(@Value("${redress.home}") Path home) {
        this.folder = home.resolve("imports");
    }

    /**
     * Keeps a file so that it is there after a loss of power too.
     *
     * @throws Refused where it is larger than 100 MB
     */
    Path keep(UUID run, InputStream content) {
        try {
            Files.createDirectories(folder);
            var file = file(run);
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var part = new byte[64 * 1024];
                for (int read = content.read(part); read >= 0; read = content.read(part)) {
                    channel.write(ByteBuffer.wrap(part, 0, read));
                    if (channel.size() > LARGEST) {
                        throw new Refused(new Refusal(
                                Refusal.Kind.TOO_LARGE, "TOO_LARGE", Phrase.of("sheets.import.too-large"), List.of()));
                    }
                }
                channel.force(true);
            } catch (IOException | RuntimeException failure) {
                discard(run);
                throw failure;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(UUID run) {
        return folder.resolve(run + ".csv");
    }

    /** A folder for rows of the file that wait for each other. */
    Path aside(UUID run) {
        return folder.resolve(run + ".rows");
    }

    void discard(UUID run) {
        try {
            Files.deleteIfExists(file(run));
            Aside.delete(aside(run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
