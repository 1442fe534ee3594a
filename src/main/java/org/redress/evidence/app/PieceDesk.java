package org.redress.evidence.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.Pieces;
import org.redress.evidence.model.FileRefusals;
import org.redress.evidence.model.FileType;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.stereotype.Component;

/**
 * Keeps pieces beside the files on their way in, where the sweep finds what nobody finished. A finished file leaves a note
 * of what it became, so that an answer that got lost can be asked for again.
 */
@Component
class PieceDesk implements Pieces {
    private static final int LOCKS = 64;

    private final Evidence evidence;
    private final Blobs blobs;
    private final List<ReentrantLock> locks =
            IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock()).toList();

    PieceDesk(Evidence evidence, Blobs blobs) {
        this.evidence = evidence;
        this.blobs = blobs;
    }

    @Override
    public long received(MerchantId merchant, UUID id) {
        return alone(id, () -> size(file(merchant, id, "part")));
    }

    @Override
    public long add(MerchantId merchant, UUID id, long offset, InputStream piece) {
        // Read before the file is touched: a sender who is cut off leaves nothing half.
        var bytes = bytes(piece);
        return alone(id, () -> {
            var file = file(merchant, id, "part");
            var here = size(file);
            if (here != offset) {
                throw new Refused(FileRefusals.otherOffset());
            }
            if (here + bytes.length == 0) {
                throw new Refused(FileRefusals.empty());
            }
            var type = here == 0 ? FileType.of(bytes) : type(file);
            var known = type.orElseThrow(() -> new Refused(FileRefusals.unsupported()));
            if (here + bytes.length > known.largest()) {
                Files.deleteIfExists(file);
                throw new Refused(FileRefusals.tooManyBytes(known));
            }
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return here + bytes.length;
        });
    }

    @Override
    public EvidenceItem finish(MerchantId merchant, UUID id, String fileName) {
        return alone(id, () -> {
            var done = file(merchant, id, "done");
            if (Files.exists(done)) {
                return Ids.parse(Files.readString(done))
                        .flatMap(known -> evidence.find(merchant, new EvidenceId(known)))
                        .orElseThrow(() -> new Refused(Refusal.absent()));
            }
            var file = file(merchant, id, "part");
            if (!Files.exists(file)) {
                throw new Refused(Refusal.absent());
            }
            try (var content = Files.newInputStream(file)) {
                var item = evidence.receive(merchant, fileName, content);
                Files.writeString(done, item.id().toString());
                Files.delete(file);
                return item;
            }
        });
    }

    private static byte[] bytes(InputStream piece) {
        try {
            var bytes = piece.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Refused(FileRefusals.largePiece(LARGEST));
            }
            return bytes;
        } catch (IOException senderGone) {
            throw new Refused(FileRefusals.brokeOff());
        }
    }

    private static Optional<FileType> type(Path file) throws IOException {
        try (var begun = Files.newInputStream(file)) {
            return FileType.of(begun.readNBytes(FileType.HEAD));
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private Path file(MerchantId merchant, UUID id, String ending) throws IOException {
        return blobs.incoming().resolve(merchant + "-" + id + "." + ending);
    }

    private interface Work<T> {
        T done() throws IOException;
    }

    private <T> T alone(UUID id, Work<T> work) {
        var lock = locks.get(Math.floorMod(id.hashCode(), LOCKS));
        lock.lock();
        try {
            return work.done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }
}
