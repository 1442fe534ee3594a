package org.redress.evidence.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.redress.evidence.model.FileRefusals;
import org.redress.evidence.model.FileType;
import org.redress.kernel.Refused;

/** A file on its way in: on disk, hashed and counted while it came, of a type that we take. */
record Incoming(FileType type, Path file, long bytes, String sha256) implements AutoCloseable {
    private static final int PIECE = 1 << 16;

    /** Reads the stream to its end, or to where it is too long; nothing is left behind by a refusal. */
    static Incoming from(InputStream content, Path folder) throws IOException {
        byte[] head = begin(content);
        if (head.length == 0) {
            throw new Refused(FileRefusals.empty());
        }
        var type = FileType.of(head).orElseThrow(() -> new Refused(FileRefusals.unsupported()));
        var file = Files.createTempFile(folder, "upload", null);
        try {
            var digest = new DigestInputStream(
                    new SequenceInputStream(new ByteArrayInputStream(head), content), newDigest());
            long bytes = copy(digest, file, type);
            return new Incoming(
                    type,
                    file,
                    bytes,
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static byte[] begin(InputStream content) {
        try {
            return content.readNBytes(FileType.HEAD);
        } catch (IOException senderGone) {
            throw new Refused(FileRefusals.brokeOff());
        }
    }

    private static long copy(InputStream content, Path file, FileType type) throws IOException {
        long bytes = 0;
        var piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = next(content, piece); read >= 0; read = next(content, piece)) {
                bytes += read;
                if (bytes > type.largest()) {
                    throw new Refused(FileRefusals.tooManyBytes(type));
                }
                out.write(piece, 0, read);
            }
        }
        return bytes;
    }

    private static int next(InputStream content, byte[] piece) {
        try {
            return content.read(piece);
        } catch (IOException senderGone) {
            throw new Refused(FileRefusals.brokeOff());
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Lets go of the file where nobody has kept it. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
