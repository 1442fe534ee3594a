package org.redress.evidence.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.database.MerchantTransactions;
import org.redress.database.Outage;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.store.EvidenceTable;
import org.redress.kernel.MerchantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Forgets files that never found a claim, and what a broken upload left behind. */
@Service
class UploadSweep {
    private static final Duration PATIENCE = Duration.ofDays(2);
    private static final Logger log = LoggerFactory.getLogger(UploadSweep.class);
    private static final int AT_ONCE = 200;

    private final Merchants merchants;
    private final MerchantTransactions transactions;
    private final EvidenceTable table;
    private final Blobs blobs;
    private final InstantSource clock;

    UploadSweep(
            Merchants merchants,
            MerchantTransactions transactions,
            EvidenceTable table,
            Blobs blobs,
            InstantSource clock) {
        this.merchants = merchants;
        this.transactions = transactions;
        this.table = table;
        this.blobs = blobs;
        this.clock = clock;
    }

    void run() {
        var before = clock.instant().minus(PATIENCE);
        for (var merchant : merchants.all()) {
            sweep(merchant.id(), before);
        }
        sweepIncoming(before);
    }

    void sweep(MerchantId merchant, Instant before) {
        var waiting = waiting(merchant, before, null);
        while (!waiting.isEmpty()) {
            waiting.forEach(item -> tryToForget(merchant, item));
            // By key, so that those that could not be forgotten stand before no others.
            waiting = waiting(merchant, before, waiting.getLast());
        }
    }

    private List<EvidenceItem> waiting(MerchantId merchant, Instant before, @Nullable EvidenceItem after) {
        return transactions.call(merchant, () -> table.waitingSince(merchant, before, after, AT_ONCE));
    }

    private void tryToForget(MerchantId merchant, EvidenceItem item) {
        try {
            transactions.run(merchant, () -> forget(merchant, item));
        } catch (RuntimeException thisOne) {
            if (Outage.isBehind(thisOne)) {
                throw thisOne;
            }
            log.error("File {} could not be forgotten", item.id(), thisOne);
        }
    }

    private void forget(MerchantId merchant, EvidenceItem item) {
        table.lock(merchant, item.sha256());
        if (table.deleteWaiting(merchant, item.id()) && !table.holds(merchant, item.sha256())) {
            try {
                blobs.delete(merchant, item.sha256());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void sweepIncoming(Instant before) {
        try (var left = Files.list(blobs.incoming())) {
            for (var file : left.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
