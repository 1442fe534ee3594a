package org.redress.evidence.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceItem.Barcode;
import org.redress.evidence.EvidenceItem.ReadState;
import org.redress.evidence.EvidenceRead;
import org.redress.evidence.PictureSize;
import org.redress.evidence.model.FileType;
import org.redress.evidence.model.PictureReading;
import org.redress.evidence.store.EvidenceTable;
import org.redress.evidence.store.LikenessTable;
import org.redress.kernel.MerchantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Reads a file once: pictures to show, barcodes, the camera's clock, what it looks like. Doing it again changes nothing. */
@Service
class FileReading {
    private static final Logger log = LoggerFactory.getLogger(FileReading.class);

    private final MerchantTransactions transactions;
    private final EvidenceTable table;
    private final LikenessTable likenesses;
    private final Blobs blobs;
    private final Stills stills;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    FileReading(
            MerchantTransactions transactions,
            EvidenceTable table,
            LikenessTable likenesses,
            Blobs blobs,
            Stills stills,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.transactions = transactions;
        this.table = table;
        this.likenesses = likenesses;
        this.blobs = blobs;
        this.stills = stills;
        this.events = events;
        this.clock = clock;
    }

    /** @param seen null where the file cannot be read */
    private record Reading(@Nullable PictureReading seen, List<Barcode> barcodes) {
        static final Reading FAILED = new Reading(null, List.of());
    }

    void read(FileToRead file) {
        var item = transactions.call(
                file.merchant(), () -> table.find(file.merchant(), file.id()).orElse(null));
        if (item != null && item.readState() == ReadState.PENDING) {
            store(file, item, reading(file.merchant(), item));
        }
    }

    /** After the last attempt: the file stays, and nothing is known of it. */
    void giveUp(FileToRead file) {
        var item = transactions.call(
                file.merchant(), () -> table.find(file.merchant(), file.id()).orElse(null));
        if (item != null) {
            store(file, item, Reading.FAILED);
        }
    }

    private Reading reading(MerchantId merchant, EvidenceItem item) {
        var pictures = pictures(merchant, item);
        if (pictures.isEmpty()) {
            return Reading.FAILED;
        }
        var shown = pictures.stream()
                .filter(picture -> !picture.barcodes().isEmpty())
                .findFirst()
                .or(() -> pictures.stream()
                        .filter(picture -> picture.fingerprint().isPresent())
                        .findFirst())
                .orElse(pictures.getFirst());
        keepRenditions(merchant, item, shown);
        return new Reading(
                shown,
                pictures.stream()
                        .flatMap(picture -> picture.barcodes().stream())
                        .distinct()
                        .toList());
    }

    /** One, or the stills of a video; none where nothing can be made of it. */
    private List<PictureReading> pictures(MerchantId merchant, EvidenceItem item) {
        var type = FileType.ofMediaType(item.mediaType()).orElse(null);
        try (var content =
                blobs.open(merchant, item.sha256(), Blobs.Form.ORIGINAL).orElse(null)) {
            if (type == null || content == null) {
                return List.of();
            }
            return type.isReadable() ? photo(item, type, content.readAllBytes()) : stills(item, type, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PictureReading> photo(EvidenceItem item, FileType type, byte[] content) {
        try {
            return List.of(PictureReading.of(type, content));
        } catch (IOException broken) {
            log.info("File {} cannot be read: {}", item.id(), broken.getMessage());
            return List.of();
        }
    }

    private List<PictureReading> stills(EvidenceItem item, FileType type, InputStream content) throws IOException {
        var readings = new ArrayList<PictureReading>();
        for (var still : stills.of(type, content)) {
            try {
                readings.add(PictureReading.ofUpright(FileType.JPEG, still));
            } catch (IOException broken) {
                log.info("A still of file {} cannot be read: {}", item.id(), broken.getMessage());
            }
        }
        return readings;
    }

    private void keepRenditions(MerchantId merchant, EvidenceItem item, PictureReading picture) {
        try {
            for (var rendition : picture.renditions().entrySet()) {
                var file = Files.createTempFile(blobs.incoming(), "picture", null);
                Files.write(file, rendition.getValue());
                blobs.put(merchant, item.sha256(), form(rendition.getKey()), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Blobs.Form form(PictureSize size) {
        return switch (size) {
            case THUMB -> Blobs.Form.THUMB;
            case DISPLAY -> Blobs.Form.DISPLAY;
        };
    }

    private void store(FileToRead file, EvidenceItem item, Reading reading) {
        transactions.run(file.merchant(), () -> {
            var seen = reading.seen();
            var stored = table.read(
                    file.merchant(),
                    file.id(),
                    seen == null ? ReadState.FAILED : ReadState.DONE,
                    seen == null ? item.width() : seen.width(),
                    seen == null ? item.height() : seen.height(),
                    reading.barcodes(),
                    seen == null ? null : seen.places(),
                    seen == null ? null : seen.camera().takenAt(),
                    clock.instant());
            if (stored) {
                if (seen != null) {
                    seen.fingerprint().ifPresent(print -> likenesses.add(file.merchant(), file.id(), print));
                }
                var claim = table.find(file.merchant(), file.id())
                        .map(EvidenceItem::claim)
                        .orElse(null);
                events.publishEvent(
                        new EvidenceRead(file.merchant().value(), file.id().value(), claim));
            }
        });
    }
}
