package org.redress.evidence.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceItem.Barcode;
import org.redress.evidence.EvidenceItem.ReadState;
import org.redress.evidence.EvidenceRead;
import org.redress.evidence.PictureSize;
import org.redress.evidence.model.BarcodeReader;
import org.redress.evidence.model.CameraFacts;
import org.redress.evidence.model.FileType;
import org.redress.evidence.model.Luminance;
import org.redress.evidence.model.PictureFile;
import org.redress.evidence.model.Renditions;
import org.redress.evidence.store.EvidenceTable;
import org.redress.kernel.MerchantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Reads a file once: pictures to show, barcodes, the camera's clock. Doing it again changes nothing. */
@Service
class FileReading {
    private static final Logger log = LoggerFactory.getLogger(FileReading.class);

    private final MerchantTransactions transactions;
    private final EvidenceTable table;
    private final Blobs blobs;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    FileReading(
            MerchantTransactions transactions,
            EvidenceTable table,
            Blobs blobs,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.transactions = transactions;
        this.table = table;
        this.blobs = blobs;
        this.events = events;
        this.clock = clock;
    }

    private record Reading(ReadState state, int width, int height, List<Barcode> barcodes, CameraFacts camera) {
        static Reading failed(EvidenceItem item) {
            return new Reading(ReadState.FAILED, item.width(), item.height(), List.of(), CameraFacts.NONE);
        }
    }

    void read(FileToRead file) {
        var item = transactions.call(
                file.merchant(), () -> table.find(file.merchant(), file.id()).orElse(null));
        if (item != null && item.readState() == ReadState.PENDING) {
            store(file, reading(file.merchant(), item));
        }
    }

    /** After the last attempt: the file stays, and nothing is known of it. */
    void giveUp(FileToRead file) {
        var item = transactions.call(
                file.merchant(), () -> table.find(file.merchant(), file.id()).orElse(null));
        if (item != null) {
            store(file, Reading.failed(item));
        }
    }

    private Reading reading(MerchantId merchant, EvidenceItem item) {
        var type = FileType.ofMediaType(item.mediaType()).filter(FileType::isReadable);
        var content = content(merchant, item);
        if (type.isEmpty() || content == null) {
            return Reading.failed(item);
        }
        var camera = CameraFacts.of(type.get(), new ByteArrayInputStream(content));
        BufferedImage picture;
        try {
            picture = PictureFile.decode(type.get(), new ByteArrayInputStream(content));
        } catch (IOException broken) {
            log.info("File {} cannot be read: {}", item.id(), broken.getMessage());
            return Reading.failed(item);
        }
        keepRenditions(merchant, item, picture, camera);
        var barcodes = BarcodeReader.read(Luminance.of(picture));
        return camera.isOnItsSide()
                ? new Reading(ReadState.DONE, item.height(), item.width(), barcodes, camera)
                : new Reading(ReadState.DONE, item.width(), item.height(), barcodes, camera);
    }

    private byte @Nullable [] content(MerchantId merchant, EvidenceItem item) {
        try (var content =
                blobs.open(merchant, item.sha256(), Blobs.Form.ORIGINAL).orElse(null)) {
            return content == null ? null : content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepRenditions(MerchantId merchant, EvidenceItem item, BufferedImage picture, CameraFacts camera) {
        try {
            for (var rendition : Renditions.of(picture, camera.orientation()).entrySet()) {
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

    private void store(FileToRead file, Reading reading) {
        transactions.run(file.merchant(), () -> {
            var stored = table.read(
                    file.merchant(),
                    file.id(),
                    reading.state(),
                    reading.width(),
                    reading.height(),
                    reading.barcodes(),
                    reading.camera().takenAt(),
                    clock.instant());
            if (stored) {
                var claim = table.find(file.merchant(), file.id())
                        .map(EvidenceItem::claim)
                        .orElse(null);
                events.publishEvent(
                        new EvidenceRead(file.merchant().value(), file.id().value(), claim));
            }
        });
    }
}
