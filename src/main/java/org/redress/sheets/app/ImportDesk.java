package org.redress.sheets.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.redress.database.Jobs;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.sheets.ImportError;
import org.redress.sheets.ImportKind;
import org.redress.sheets.ImportRun;
import org.redress.sheets.Imports;
import org.redress.sheets.Layout;
import org.redress.sheets.SheetColumn;
import org.redress.sheets.SheetKind;
import org.redress.sheets.store.ImportTable;
import org.springframework.stereotype.Service;

@Service
class ImportDesk implements Imports {
    private static final int LONGEST_NAME = 200;

    /** A workbook's shared texts are held in memory while its first row is read. */
    private final Semaphore atOnce = new Semaphore(2);

    private final MerchantTransactions transactions;
    private final ImportTable table;
    private final SheetKinds kinds;
    private final Spool spool;
    private final Jobs jobs;
    private final InstantSource clock;

    ImportDesk(
            MerchantTransactions transactions,
            ImportTable table,
            SheetKinds kinds,
            Spool spool,
            Jobs jobs,
            InstantSource clock) {
        this.transactions = transactions;
        this.table = table;
        this.kinds = kinds;
        this.spool = spool;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public ImportRun start(
            MerchantId merchant,
            ImportKind kind,
            String fileName,
            Map<String, String> mapping,
            Actor startedBy,
            InputStream content) {
        var columns = columns(kind);
        var id = Ids.next();
        var file = spool.keep(id, content);
        try {
            check(file, columns, mapping);
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var run = new ImportRun(
                    id, kind, ImportRun.State.RUNNING, shortened(fileName), name(startedBy), now, null, 0, 0, 0);
            transactions.run(merchant, () -> {
                table.add(merchant, run, mapping);
                jobs.promise(ImportJob.TASK.getTaskName(), ImportJob.name(merchant, id), now);
            });
            return run;
        } catch (RuntimeException failure) {
            spool.discard(id);
            throw failure;
        }
    }

    private void check(Path file, List<SheetColumn> columns, Map<String, String> mapping) {
        atOnce.acquireUninterruptibly();
        try {
            try (var sheet = SheetFile.open(file)) {
                if (sheet.header().isEmpty()) {
                    throw new Refused(Refusal.invalid("/file", "EMPTY_FILE", Phrase.of("sheets.import.empty")));
                }
                Layout.of(columns, sheet.header(), mapping);
            }
        } catch (SheetFile.Unreadable unreadable) {
            throw new Refused(Refusal.invalid("/file", "UNREADABLE", Phrase.of("sheets.import.unreadable")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            atOnce.release();
        }
    }

    private static String name(Actor actor) {
        return switch (actor) {
            case Actor.Staff(var _, var name) -> name;
            case Actor.Program(var _, var name) -> name;
            case Actor.Customer _, Actor.Product _ -> "";
        };
    }

    private static String shortened(String fileName) {
        var name = fileName.replaceAll("\\p{Cntrl}", "").strip();
        return name.codePointCount(0, name.length()) > LONGEST_NAME
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME))
                : name;
    }

    @Override
    public Optional<ImportRun> find(MerchantId merchant, UUID id) {
        return transactions.call(merchant, () -> table.find(merchant, id));
    }

    @Override
    public Page<ImportRun> page(MerchantId merchant, @Nullable String after, int limit) {
        var last = after == null ? null : Ids.parse(after).orElse(null);
        var found = transactions.call(merchant, () -> table.page(merchant, last, limit + 1));
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).id().toString());
    }

    @Override
    public List<ImportError> errors(MerchantId merchant, UUID run) {
        return transactions.call(merchant, () -> table.errors(merchant, run));
    }

    @Override
    public Set<ImportKind> kinds() {
        return kinds.names();
    }

    @Override
    public List<SheetColumn> columns(ImportKind kind) {
        return kinds.find(kind).<List<SheetColumn>>map(SheetKind::columns).orElseThrow();
    }
}
