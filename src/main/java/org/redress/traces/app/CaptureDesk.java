package org.redress.traces.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.database.Jobs;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.traces.Capture;
import org.redress.traces.Captures;
import org.redress.traces.EventQuery;
import org.redress.traces.model.EpcisSchema;
import org.redress.traces.model.EventDocument;
import org.redress.traces.model.EventHash;
import org.redress.traces.model.EventReading;
import org.redress.traces.model.EventRow;
import org.redress.traces.model.Things;
import org.redress.traces.store.CaptureTable;
import org.redress.traces.store.EventTable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

@Service
class CaptureDesk implements Captures {
    private final MerchantTransactions transactions;
    private final CaptureTable captures;
    private final EventTable events;
    private final CaptureWork work;
    private final Jobs jobs;
    private final InstantSource clock;
    private final Path folder;

    CaptureDesk(
            MerchantTransactions transactions,
            CaptureTable captures,
            EventTable events,
            CaptureWork work,
            Jobs jobs,
            InstantSource clock,
            @Value("${redress.home}") Path home) {
        this.transactions = transactions;
        this.captures = captures;
        this.events = events;
        this.work = work;
        this.jobs = jobs;
        this.clock = clock;
        this.folder = home.resolve("captures");
    }

    @Override
    public Capture receive(MerchantId merchant, InputStream content, Capture.ErrorBehaviour behaviour) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var capture = new Capture(Ids.next(), now, null, behaviour, false, 0, 0, 0, List.of());
        var document = Document.of(content, folder, capture.id());
        try {
            check(document);
            return switch (document) {
                case Document.Held held -> work.carryOut(merchant, capture, held);
                case Document.Spooled _ -> later(merchant, capture);
            };
        } catch (RuntimeException failure) {
            discard(document);
            throw failure;
        }
    }

    private Capture later(MerchantId merchant, Capture capture) {
        transactions.run(merchant, () -> {
            captures.put(merchant, capture);
            jobs.promise(CaptureJob.TASK.getTaskName(), CaptureJob.name(merchant, capture.id()), capture.createdAt());
        });
        return capture;
    }

    /** What is wrong with the document as a whole; a bare event is its whole document. */
    private static void check(Document document) {
        try (var content = document.open()) {
            var header = EventDocument.header(content);
            var faults = EpcisSchema.gs1().document(header);
            if (!faults.isEmpty()) {
                throw new Refused(Refusal.invalid(faults.stream()
                        .map(fault -> new Refusal.Fault(
                                fault.pointer(), fault.code(), Phrase.of("traces.fault.schema.detail", fault.detail())))
                        .toList()));
            }
        } catch (EventDocument.Unreadable unreadable) {
            throw new Refused(
                    unreadable.isTooLarge()
                            ? new Refusal(
                                    Refusal.Kind.TOO_LARGE,
                                    "PART_TOO_LARGE",
                                    Phrase.of("traces.capture.part-too-large"),
                                    List.of())
                            : Refusal.invalid("", "NOT_JSON", Phrase.of("traces.capture.not-json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(Document document) {
        if (document instanceof Document.Spooled(var file)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public Optional<Capture> find(MerchantId merchant, UUID id) {
        return transactions.call(merchant, () -> captures.find(merchant, id));
    }

    @Override
    public Page<Capture> page(MerchantId merchant, @Nullable String after, int limit) {
        var last = after == null ? null : Ids.parse(after).orElseThrow(CaptureDesk::notOurToken);
        var found = transactions.call(merchant, () -> captures.page(merchant, last, limit + 1));
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).id().toString());
    }

    @Override
    public Page<String> events(MerchantId merchant, EventQuery query) {
        var asked = new EventTable.Query(
                query.types(),
                query.steps().stream()
                        .map(step -> String.valueOf(EventReading.local(step, "urn:epcglobal:cbv:bizstep:", "BizStep-")))
                        .toList(),
                query.things().stream().map(Things::of).toList(),
                query.from(),
                query.before(),
                position(query.after()),
                query.limit() + 1);
        var found = transactions.call(merchant, () -> events.page(merchant, asked));
        var hash = new EventHash();
        var page = found.stream()
                .limit(query.limit())
                .map(kept -> EventRow.told(
                        kept.document(),
                        kept.namespaces(),
                        kept.recordedAt(),
                        hash.of(kept.document(), EventRow.namespaces(kept.namespaces()))
                                .orElseThrow()))
                .toList();
        return new Page<>(page, found.size() <= query.limit() ? null : cursor(found.get(query.limit() - 1)));
    }

    private static String cursor(EventTable.Kept last) {
        var position = last.at() + "|" + last.id() + "|" + last.declaration();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static EventTable.@Nullable Position position(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            var position = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\\|", -1);
            if (position.length == 3) {
                return new EventTable.Position(
                        Instant.parse(position[0]), UUID.fromString(position[1]), UUID.fromString(position[2]));
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // answered below
        }
        throw notOurToken();
    }

    private static Refused notOurToken() {
        return new Refused(Refusal.invalid("/nextPageToken", "NOT_A_TOKEN", Phrase.of("traces.query.token")));
    }
}
