package org.redress.evidence.app;

import java.awt.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceItem.ReadState;
import org.redress.evidence.EvidenceKind;
import org.redress.evidence.Likeness;
import org.redress.evidence.PictureSize;
import org.redress.evidence.model.FileName;
import org.redress.evidence.model.FileRefusals;
import org.redress.evidence.model.PictureFile;
import org.redress.evidence.model.PlacesBlanked;
import org.redress.evidence.store.EvidenceTable;
import org.redress.evidence.store.LikenessTable;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.springframework.stereotype.Service;

@Service
class EvidenceDesk implements Evidence {
    private static final Dimension UNKNOWN = new Dimension();

    private final MerchantTransactions transactions;
    private final EvidenceTable table;
    private final LikenessTable likenesses;
    private final Blobs blobs;
    private final Stills stills;
    private final ReadingQueue queue;
    private final InstantSource clock;

    EvidenceDesk(
            MerchantTransactions transactions,
            EvidenceTable table,
            LikenessTable likenesses,
            Blobs blobs,
            Stills stills,
            ReadingQueue queue,
            InstantSource clock) {
        this.transactions = transactions;
        this.table = table;
        this.likenesses = likenesses;
        this.blobs = blobs;
        this.stills = stills;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public EvidenceItem receive(MerchantId merchant, String fileName, InputStream content) {
        try (var incoming = Incoming.from(content, blobs.incoming())) {
            var item = item(incoming, fileName);
            return transactions.call(merchant, () -> keep(merchant, item, incoming));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EvidenceItem item(Incoming incoming, String fileName) throws IOException {
        var size = size(incoming);
        if (PictureFile.isTooLarge(size)) {
            throw new Refused(FileRefusals.tooManyPixels());
        }
        return new EvidenceItem(
                new EvidenceId(Ids.next()),
                null,
                incoming.type().isVideo() ? EvidenceKind.VIDEO : EvidenceKind.OTHER,
                FileName.clean(fileName),
                incoming.type().mediaType(),
                incoming.bytes(),
                incoming.sha256(),
                size.width,
                size.height,
                incoming.type().isReadable() || stills.takes(incoming.type()) ? ReadState.PENDING : ReadState.DONE,
                List.of(),
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** A header that makes no sense is the reading's to report: the file is kept all the same. */
    private static Dimension size(Incoming incoming) throws IOException {
        if (!incoming.type().isReadable()) {
            return UNKNOWN;
        }
        try (var content = Files.newInputStream(incoming.file())) {
            return PictureFile.size(incoming.type(), content).orElse(UNKNOWN);
        }
    }

    /** The bytes come before the row that speaks of them; the lock keeps the sweep from taking them in between. */
    private EvidenceItem keep(MerchantId merchant, EvidenceItem item, Incoming incoming) {
        table.lock(merchant, item.sha256());
        try {
            blobs.put(merchant, item.sha256(), Blobs.Form.ORIGINAL, incoming.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        table.insert(merchant, item);
        if (item.readState() == ReadState.PENDING) {
            queue.add(merchant, item.id());
        }
        return item;
    }

    @Override
    public List<EvidenceItem> attach(MerchantId merchant, UUID claim, Map<EvidenceId, EvidenceKind> files) {
        var now = clock.instant();
        return transactions.call(merchant, () -> {
            int index = 0;
            for (var file : files.entrySet()) {
                if (!table.attach(merchant, file.getKey(), claim, file.getValue(), now)) {
                    throw new Refused(FileRefusals.unknownUpload(index));
                }
                index++;
            }
            return table.ofClaims(merchant, List.of(claim)).stream()
                    .filter(item -> files.containsKey(item.id()))
                    .toList();
        });
    }

    @Override
    public List<EvidenceItem> ofClaim(MerchantId merchant, UUID claim) {
        return transactions.call(merchant, () -> table.ofClaims(merchant, List.of(claim)));
    }

    @Override
    public Optional<EvidenceItem> find(MerchantId merchant, EvidenceId id) {
        return transactions.call(merchant, () -> table.find(merchant, id));
    }

    @Override
    public Map<UUID, List<EvidenceItem>> ofClaims(MerchantId merchant, List<UUID> claims) {
        var files = new LinkedHashMap<UUID, List<EvidenceItem>>();
        for (var item : transactions.call(merchant, () -> table.ofClaims(merchant, claims))) {
            var claim = item.claim();
            if (claim != null) {
                files.computeIfAbsent(claim, _ -> new ArrayList<>()).add(item);
            }
        }
        return files;
    }

    @Override
    public Map<EvidenceId, Map<UUID, Likeness>> likenesses(MerchantId merchant, List<UUID> claims) {
        return transactions.call(merchant, () -> likenesses.likenesses(merchant, claims));
    }

    @Override
    public Optional<InputStream> picture(MerchantId merchant, EvidenceId id, PictureSize size) {
        var form = switch (size) {
            case THUMB -> Blobs.Form.THUMB;
            case DISPLAY -> Blobs.Form.DISPLAY;
        };
        return find(merchant, id).flatMap(item -> open(merchant, item, form));
    }

    @Override
    public Optional<InputStream> original(MerchantId merchant, EvidenceId id) {
        return find(merchant, id).flatMap(item -> open(merchant, item, Blobs.Form.ORIGINAL));
    }

    @Override
    public Optional<InputStream> video(MerchantId merchant, EvidenceId id) {
        return find(merchant, id)
                .filter(EvidenceItem::isVideo)
                .flatMap(item -> open(merchant, item, Blobs.Form.ORIGINAL))
                .map(PlacesBlanked::new);
    }

    private Optional<InputStream> open(MerchantId merchant, EvidenceItem item, Blobs.Form form) {
        try {
            return blobs.open(merchant, item.sha256(), form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
