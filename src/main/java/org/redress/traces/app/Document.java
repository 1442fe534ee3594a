package org.redress.traces.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
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

/** A document that was brought in: a small one in memory, a large one in a file that waits for its job. */
sealed interface Document {
    int SMALL = 1024 * 1024;
    long LARGEST = 1L << 30;

    /** From the start, as often as asked. */
    InputStream open() throws IOException;

    final class Held implements Document {
        private final byte[] content;

        Held(byte[] content) {
            this.content = content;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }

    record Spooled(Path file) implements Document {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /** @throws Refused where it is larger than a gigabyte */
    static Document of(InputStream content, Path folder, UUID id) {
        try {
            var begin = content.readNBytes(SMALL + 1);
            if (begin.length <= SMALL) {
                return new Held(begin);
            }
            var file = file(folder, id);
            Files.createDirectories(folder);
            try {
                spool(new SequenceInputStream(new ByteArrayInputStream(begin), content), file);
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(file);
                throw failure;
            }
            return new Spooled(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path folder, UUID id) {
        return folder.resolve(id + ".json");
    }

    /** So that it is there after a loss of power too. */
    private static void spool(InputStream content, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var part = new byte[64 * 1024];
            for (int read = content.read(part); read >= 0; read = content.read(part)) {
                channel.write(ByteBuffer.wrap(part, 0, read));
                if (channel.size() > LARGEST) {
                    throw new Refused(new Refusal(
                            Refusal.Kind.TOO_LARGE, "TOO_LARGE", Phrase.of("traces.capture.too-large"), List.of()));
                }
            }
            channel.force(true);
        }
    }
}
