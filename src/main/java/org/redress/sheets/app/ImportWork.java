package org.redress.sheets.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.sheets.ImportRun;
import org.redress.sheets.Layout;
import org.redress.sheets.Outcome;
import org.redress.sheets.Row;
import org.redress.sheets.RowFault;
import org.redress.sheets.SheetKind;
import org.redress.sheets.store.ImportTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads a file in batches, each committed with the run's progress. Rows that belong together and stand together are
 * written as they come. Where rows of one key stand apart, which a first look through the file tells, they are laid aside
 * until the whole file has been read; only then they count as accepted.
 */
@Component
class ImportWork {
    private static final Logger log = LoggerFactory.getLogger(ImportWork.class);
    private static final int BATCH = 5_000;

    /** Characters of a row that waits; all columns together are read up to about half of it. */
    private static final int LONGEST_WAITING = 10_000;

    /** Characters of all rows that wait: some times what a file may have as CSV. */
    private static final long MOST_WAITING = 300_000_000;

    /** Share of the work that is reading, where rows wait. */
    private static final int READING = 40;

    private final MerchantTransactions transactions;
    private final Merchants merchants;
    private final SheetKinds kinds;
    private final ImportTable imports;
    private final Spool spool;
    private final InstantSource clock;

    /** A workbook's shared texts are held in memory while it is read. */
    private final Semaphore atOnce = new Semaphore(2);

    ImportWork(
            MerchantTransactions transactions,
            Merchants merchants,
            SheetKinds kinds,
            ImportTable imports,
            Spool spool,
            InstantSource clock) {
        this.transactions = transactions;
        this.merchants = merchants;
        this.kinds = kinds;
        this.imports = imports;
        this.spool = spool;
        this.clock = clock;
    }

    /** Does nothing where the run is over already. */
    void carryOut(MerchantId merchant, UUID id) {
        var run = transactions.call(merchant, () -> imports.find(merchant, id)).orElseThrow();
        if (run.state() == ImportRun.State.RUNNING) {
            transactions.run(merchant, () -> imports.restart(merchant, id));
            atOnce.acquireUninterruptibly();
            try {
                new Attempt<>(kinds.find(run.kind()).orElseThrow(), merchants.find(merchant), run).carryOut();
            } finally {
                atOnce.release();
            }
        }
        spool.discard(id);
    }

    /** After too many attempts: what was done stands, and nobody waits for the rest. */
    void giveUp(MerchantId merchant, UUID id) {
        log.error("Import {} of merchant {} is given up after repeated failures", id, merchant);
        end(merchant, id, ImportRun.State.FAILED);
        spool.discard(id);
    }

    private void end(MerchantId merchant, UUID id, ImportRun.State state) {
        transactions.run(merchant, () -> imports.end(merchant, id, state, clock.instant()));
    }

    /** A row of the file; {@code read} is how far in it that is, as a share of the work. */
    private sealed interface Next<R> {
        int read();
    }

    private record Good<R>(Row row, R value, int read) implements Next<R> {}

    /** Others of its key stand elsewhere in the file; what it says is read when they are together. */
    private record Apart<R>(Aside.Waiting row, int read) implements Next<R> {}

    /** @param isLast whether nothing more can be read */
    private record Bad<R>(List<RowFault> why, boolean isLast, int read) implements Next<R> {}

    /** @param outcome none for a row that is one too many of its key */
    private record Waited<R>(Aside.Waiting row, @Nullable Outcome<R> outcome) {}

    /** One go through a file. */
    private final class Attempt<R> {
        private final SheetKind<R> kind;
        private final Merchant merchant;
        private final ImportRun run;

        /** Rows that belong to the key at hand; more may follow. */
        private List<R> open = new ArrayList<>();

        private String key = "";

        private final List<List<R>> whole = new ArrayList<>();
        private final List<RowFault> faults = new ArrayList<>();
        private int held;
        private long accepted;
        private long rejected;
        private long noted;

        /** Characters; the reading thread’s own. */
        private long laidAside;

        /** Of the accepted rows those that have been laid aside. */
        private long waiting;

        Attempt(SheetKind<R> kind, Merchant merchant, ImportRun run) {
            this.kind = kind;
            this.merchant = merchant;
            this.run = run;
        }

        void carryOut() {
            try {
                var mapping = transactions.call(merchant.id(), () -> imports.mapping(merchant.id(), run.id()));
                var path = spool.file(run.id());
                Layout layout;
                Scattered scattered;
                try (var file = SheetFile.open(path)) {
                    layout = Layout.of(kind.columns(), file.header(), mapping);
                    scattered = Scattered.in(file, layout, kind.together());
                }
                boolean complete;
                try (var file = SheetFile.open(path);
                        var aside = new Aside(spool.aside(run.id()))) {
                    complete = read(file, layout, scattered, aside);
                    assemble(layout, aside);
                }
                end(merchant.id(), run.id(), complete ? ImportRun.State.DONE : ImportRun.State.FAILED);
            } catch (NoSuchFileException lost) {
                reject(List.of(new RowFault(0, "", "sheets.row.FILE_LOST", "")));
                commit(100);
                end(merchant.id(), run.id(), ImportRun.State.FAILED);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Reads all rows; false where reading was given up. */
        private boolean read(SheetFile file, Layout layout, Scattered scattered, Aside aside) throws IOException {
            int share = scattered.isEmpty() ? 100 : READING;
            boolean complete = true;
            try (var ahead = new Ahead<>(() -> next(file, layout, scattered, share))) {
                for (var next = ahead.next(); next.isPresent() && complete; next = ahead.next()) {
                    switch (next.get()) {
                        case Good<R>(var row, var value, var _) -> take(row, value);
                        case Apart<R>(var row, var _) -> {
                            aside.add(row);
                            accepted++;
                            waiting++;
                        }
                        case Bad<R>(var why, var isLast, var _) -> {
                            reject(why);
                            complete = !isLast;
                        }
                    }
                    if (held + faults.size() >= BATCH) {
                        commit(next.get().read());
                    }
                }
            }
            close();
            commit(share);
            return complete;
        }

        /** On a thread of its own. */
        private Optional<Next<R>> next(SheetFile file, Layout layout, Scattered scattered, int share)
                throws IOException {
            try {
                var cells = file.next();
                if (cells.isEmpty()) {
                    return Optional.empty();
                }
                var row = layout.row(cells.get().number(), cells.get().texts());
                return Optional.of(next(row, scattered, file.read(share)));
            } catch (SheetFile.Unreadable unreadable) {
                var fault = new RowFault(unreadable.row(), "", "sheets.row." + unreadable.code(), "");
                return Optional.of(new Bad<>(List.of(fault), unreadable.isLast(), file.read(share)));
            }
        }

        private Next<R> next(Row row, Scattered scattered, int read) {
            var together = kind.together();
            boolean apart = together != null && scattered.has(row.raw(together));
            if (apart && row.length() > LONGEST_WAITING) {
                return new Bad<>(
                        List.of(new RowFault(row.number(), "", "sheets.row.TOO_LONG", String.valueOf(LONGEST_WAITING))),
                        false,
                        read);
            }
            if (apart) {
                laidAside += row.length();
            }
            if (laidAside > MOST_WAITING) {
                var tooLarge = new RowFault(row.number(), "", "sheets.row.TOO_LARGE_FROM_HERE", "");
                return new Bad<>(List.of(tooLarge), true, read);
            }
            if (together != null && apart) {
                var waiting = new Aside.Waiting(row.raw(together), row.number(), row.texts());
                return switch (row.outcome(waiting)) {
                    case Outcome.Read<Aside.Waiting>(var sound) -> new Apart<>(sound, read);
                    case Outcome.Rejected<Aside.Waiting>(var why) -> new Bad<>(why, false, read);
                };
            }
            return switch (kind.read(row, merchant)) {
                case Outcome.Read<R>(var value) -> new Good<>(row, value, read);
                case Outcome.Rejected<R>(var why) -> new Bad<>(why, false, read);
            };
        }

        private void take(Row row, R value) {
            accepted++;
            held++;
            var together = kind.together();
            if (together == null) {
                whole.add(List.of(value));
            } else {
                gather(row.raw(together), row.number(), value);
            }
        }

        private void gather(String its, long number, R value) {
            if (!its.equals(key)) {
                close();
                key = its;
            }
            if (open.size() == SheetKind.MOST_TOGETHER) {
                held--;
                takeBack(List.of(tooMany(number)));
            } else {
                open.add(value);
            }
        }

        private static RowFault tooMany(long number) {
            return new RowFault(number, "", "sheets.row.TOO_MANY_LINES", String.valueOf(SheetKind.MOST_TOGETHER));
        }

        /** No more rows follow for the key at hand. */
        private void close() {
            if (!open.isEmpty()) {
                whole.add(open);
                open = new ArrayList<>();
            }
            key = "";
        }

        /** Writes what waited, key by key. */
        private void assemble(Layout layout, Aside aside) throws IOException {
            long all = waiting;
            try (var ahead = new Ahead<>(waited(layout, aside))) {
                for (var next = ahead.next(); next.isPresent(); next = ahead.next()) {
                    waiting--;
                    held++;
                    switch (next.get()) {
                        case Waited<R>(var row, Outcome.Read<R>(var value)) -> gather(row.key(), row.number(), value);
                        case Waited<R>(var _, Outcome.Rejected<R>(var why)) -> takeBack(why);
                        case Waited<R>(var row, var _) -> takeBack(List.of(tooMany(row.number())));
                    }
                    if (held + faults.size() >= BATCH) {
                        commit(READING + (int) ((all - waiting) * (100 - READING) / all));
                    }
                }
            }
            close();
            commit(100);
        }

        /** Asked on a thread of its own. */
        private Ahead.Source<Waited<R>> waited(Layout layout, Aside aside) {
            return new Ahead.Source<>() {
                private Iterator<Aside.Waiting> rows = Collections.emptyIterator();
                private int part;

                @Override
                public Optional<Waited<R>> next() throws IOException {
                    while (!rows.hasNext() && part < Aside.PARTS) {
                        rows = aside.part(part++).stream().flatMap(List::stream).iterator();
                    }
                    return rows.hasNext() ? Optional.of(waited(layout, rows.next())) : Optional.empty();
                }
            };
        }

        private Waited<R> waited(Layout layout, Aside.Waiting row) {
            return new Waited<>(
                    row,
                    row.texts().isEmpty() ? null : kind.read(layout.restored(row.number(), row.texts()), merchant));
        }

        /** One row, for one reason or several. */
        private void reject(List<RowFault> why) {
            rejected++;
            faults.addAll(why);
        }

        /** A row that was good by itself and does not go with its others. */
        private void takeBack(List<RowFault> why) {
            accepted--;
            reject(why);
        }

        private void commit(int percent) {
            transactions.run(merchant.id(), () -> {
                if (!whole.isEmpty()) {
                    kind.write(merchant, whole).forEach(fault -> takeBack(List.of(fault)));
                }
                imports.progress(merchant.id(), run.id(), percent, accepted - waiting, rejected, noted, faults);
            });
            noted += faults.size();
            faults.clear();
            whole.clear();
            held = 0;
        }
    }
}
