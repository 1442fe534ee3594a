package org.redress.traces.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.database.MerchantTransactions;
import org.redress.gs1.Sscc;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.traces.Capture;
import org.redress.traces.Capture.ErrorBehaviour;
import org.redress.traces.Capture.Fault;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.TracesChanged;
import org.redress.traces.model.EventDocument;
import org.redress.traces.model.EventRow;
import org.redress.traces.model.EventRow.Checked;
import org.redress.traces.store.CaptureTable;
import org.redress.traces.store.EventTable;
import org.redress.traces.store.ParcelTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Reads the events of a document and keeps them, batch by batch. What is kept already stays as it is, so that beginning
 * again after a crash changes nothing.
 */
@Service
class CaptureWork {
    private static final Logger log = LoggerFactory.getLogger(CaptureWork.class);
    private static final int BATCH = 2_000;

    /** In characters: a batch of the largest events is a small one. */
    private static final long LARGEST_BATCH = 4L * 1024 * 1024;

    private final MerchantTransactions transactions;
    private final CaptureTable captures;
    private final EventTable events;
    private final ParcelTable parcels;
    private final Room room;
    private final Checking checking;
    private final ApplicationEventPublisher publisher;
    private final InstantSource clock;
    private final Path folder;

    CaptureWork(
            MerchantTransactions transactions,
            CaptureTable captures,
            EventTable events,
            ParcelTable parcels,
            Room room,
            Checking checking,
            ApplicationEventPublisher publisher,
            InstantSource clock,
            @Value("${redress.home}") Path home) {
        this.transactions = transactions;
        this.captures = captures;
        this.events = events;
        this.parcels = parcels;
        this.room = room;
        this.checking = checking;
        this.publisher = publisher;
        this.clock = clock;
        this.folder = home.resolve("captures");
    }

    /** The promise of a job. */
    void carryOut(MerchantId merchant, UUID id) {
        var capture =
                transactions.call(merchant, () -> captures.find(merchant, id).orElse(null));
        if (capture != null && capture.isRunning()) {
            var file = Document.file(folder, id);
            carryOut(merchant, capture, new Document.Spooled(file));
            discard(file);
        }
    }

    /** After the last attempt: what was kept stays. */
    void giveUp(MerchantId merchant, UUID id) {
        transactions.run(
                merchant,
                () -> captures.find(merchant, id)
                        .filter(Capture::isRunning)
                        .ifPresent(capture -> captures.put(
                                merchant,
                                finished(
                                        capture,
                                        List.of(new Fault("", "FAULT", Phrase.of("traces.capture.gave-up"), ""))))));
        discard(Document.file(folder, id));
    }

    private Capture finished(Capture capture, List<Fault> errors) {
        return new Capture(
                capture.id(),
                capture.createdAt(),
                now(),
                capture.behaviour(),
                errors.isEmpty(),
                capture.events(),
                capture.kept(),
                capture.rejected(),
                errors);
    }

    Capture carryOut(MerchantId merchant, Capture capture, Document document) {
        var namespaces = namespaces(document);
        if (capture.behaviour() == ErrorBehaviour.ROLLBACK) {
            var trial = new Run(merchant, capture, namespaces, false);
            read(document, trial);
            if (trial.rejected > 0) {
                return trial.finish();
            }
        }
        var run = new Run(merchant, capture, namespaces, true);
        read(document, run);
        return run.finish();
    }

    private static Map<String, String> namespaces(Document document) {
        try (var content = document.open()) {
            return EventDocument.namespaces(EventDocument.header(content));
        } catch (EventDocument.Unreadable changed) {
            throw new IllegalStateException("The document was readable when it came in", changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Document document, Run run) {
        try (var content = new Counting(document.open())) {
            EventDocument.events(content, (event, pointer) -> run.line.take(event, pointer, content.position()));
            run.line.finish();
            run.write();
        } catch (EventDocument.Unreadable changed) {
            throw new IllegalStateException("The document was readable when it came in", changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The file of a capture could not be deleted: {}", e.getMessage());
        }
    }

    /** One way through a document. */
    private final class Run {
        private final MerchantId merchant;
        private final Capture capture;
        private final boolean keeps;
        private final Checking.Line line;
        private final List<EventRow> batch = new ArrayList<>();
        private final List<Fault> errors = new ArrayList<>();
        private long size;
        private long read;
        private long kept;
        private long rejected;

        Run(MerchantId merchant, Capture capture, Map<String, String> namespaces, boolean keeps) {
            this.merchant = merchant;
            this.capture = capture;
            this.keeps = keeps;
            var now = clock.instant();
            this.line = checking.line(() -> new EventRow.Checker(namespaces, now), this::take);
        }

        private void take(Checked checked) {
            read++;
            switch (checked) {
                case Checked.Sound(var row) -> add(row);
                case Checked.Wrong(var faults) -> reject(faults);
            }
        }

        private void add(EventRow row) {
            batch.add(row);
            size += row.document().length();
            if (batch.size() == BATCH || size > LARGEST_BATCH) {
                write();
            }
        }

        private void reject(List<Fault> faults) {
            rejected++;
            faults.stream().limit(Capture.MOST_ERRORS - errors.size()).forEach(errors::add);
        }

        void write() {
            if (keeps && !batch.isEmpty()) {
                room.make(batch.stream().map(row -> row.event().at()).toList());
                transactions.run(merchant, () -> {
                    events.insert(merchant, batch, now());
                    kept += batch.size();
                    captures.put(merchant, soFar(null));
                    tell();
                });
            }
            batch.clear();
            size = 0;
        }

        private void tell() {
            var orders = new TreeSet<String>();
            var returns = new TreeSet<String>();
            for (var row : batch) {
                orders.addAll(row.event().orders());
                returns.addAll(row.event().returns());
            }
            var named = batch.stream()
                    .flatMap(row -> row.event().parcels().stream())
                    .collect(Collectors.<Sscc>toSet());
            var numbers = batch.stream()
                    .flatMap(row -> Stream.ofNullable(row.event().trackingNumber()))
                    .collect(Collectors.toSet());
            orders.addAll(parcels.orders(merchant, named, numbers));
            var articles = batch.stream()
                    .map(EventRow::event)
                    .filter(event -> event.moment() == Moment.STOCKTAKE || event.moment() == Moment.LABELLING)
                    .flatMap(event -> Stream.concat(event.goods().stream(), event.expected().stream()))
                    .flatMap(goods -> Stream.ofNullable(goods.sku()))
                    .map(Sku::value)
                    .collect(Collectors.toSet());
            if (!orders.isEmpty() || !returns.isEmpty() || !articles.isEmpty()) {
                publisher.publishEvent(new TracesChanged(merchant.value(), orders, returns, articles));
            }
        }

        private Capture soFar(@Nullable Instant finishedAt) {
            return new Capture(
                    capture.id(),
                    capture.createdAt(),
                    finishedAt,
                    capture.behaviour(),
                    finishedAt != null && rejected == 0,
                    read,
                    kept,
                    rejected,
                    List.copyOf(errors));
        }

        Capture finish() {
            var finished = soFar(now());
            transactions.run(merchant, () -> captures.put(merchant, finished));
            return finished;
        }
    }
}
