package org.redress.orders.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.orders.ImportKind;
import org.redress.orders.ImportRun;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.orders.model.Assembly;
import org.redress.orders.model.Layout;
import org.redress.orders.model.OrderRow;
import org.redress.orders.model.Outcome;
import org.redress.orders.model.ProductRows;
import org.redress.orders.model.Row;
import org.redress.orders.model.RowFault;
import org.redress.orders.store.ImportTable;
import org.redress.orders.store.OrderTable;
import org.redress.orders.store.ProductTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads a file in batches, each committed with the run's progress. Rows of products are written as they come; rows of
 * orders wait in a table until the whole file has been read, because the rows of one order may stand anywhere in it; they
 * count as accepted meanwhile.
 */
@Component
class ImportWork {
    private static final Logger log = LoggerFactory.getLogger(ImportWork.class);
    private static final int BATCH = 1_000;

    /** Share of the work of an order file that is reading it. */
    private static final int READING = 40;

    private final MerchantTransactions transactions;
    private final Merchants merchants;
    private final ImportTable imports;
    private final ProductTable products;
    private final OrderTable orders;
    private final Spool spool;
    private final InstantSource clock;

    ImportWork(
            MerchantTransactions transactions,
            Merchants merchants,
            ImportTable imports,
            ProductTable products,
            OrderTable orders,
            Spool spool,
            InstantSource clock) {
        this.transactions = transactions;
        this.merchants = merchants;
        this.imports = imports;
        this.products = products;
        this.orders = orders;
        this.spool = spool;
        this.clock = clock;
    }

    /** Does nothing where the run is over already. */
    void carryOut(MerchantId merchant, UUID id) {
        var run = transactions.call(merchant, () -> imports.find(merchant, id)).orElseThrow();
        if (run.state() == ImportRun.State.RUNNING) {
            transactions.run(merchant, () -> imports.restart(merchant, id));
            new Attempt(merchants.find(merchant), run).carryOut();
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

    /** One go through a file. */
    private final class Attempt {
        private final Merchant merchant;
        private final ImportRun run;
        private final List<RowFault> faults = new ArrayList<>();
        private long accepted;
        private long rejected;
        private long noted;

        Attempt(Merchant merchant, ImportRun run) {
            this.merchant = merchant;
            this.run = run;
        }

        void carryOut() {
            try (var file = CsvFile.open(spool.file(run.id()))) {
                var mapping = transactions.call(merchant.id(), () -> imports.mapping(merchant.id(), run.id()));
                var layout = Layout.of(run.kind(), file.header(), mapping);
                var whole = run.kind() == ImportKind.ORDERS ? readOrders(file, layout) : readProducts(file, layout);
                end(merchant.id(), run.id(), whole ? ImportRun.State.DONE : ImportRun.State.FAILED);
            } catch (NoSuchFileException lost) {
                reject(List.of(new RowFault(0, "", "FILE_LOST", "")));
                commit(100, () -> {});
                end(merchant.id(), run.id(), ImportRun.State.FAILED);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean readProducts(CsvFile file, Layout layout) throws IOException {
            return read(file, layout, 100, row -> ProductRows.read(row, merchant.currency()), batch -> {
                products.put(merchant.id(), ProductDesk.last(batch, Product::sku));
                accepted += batch.size();
            });
        }

        private boolean readOrders(CsvFile file, Layout layout) throws IOException {
            var defaults = new OrderRow.Defaults(merchant.zone(), merchant.currency(), merchant.slug());
            var waiting = new long[1];
            var whole = read(file, layout, READING, row -> OrderRow.read(row, defaults), batch -> {
                imports.keepRows(merchant.id(), run.id(), batch);
                waiting[0] += batch.size();
                accepted += batch.size();
            });
            assemble(waiting[0]);
            return whole;
        }

        /** Reads all rows, hands on the good ones in batches; false where reading was given up. */
        private <T> boolean read(
                CsvFile file, Layout layout, int share, Function<Row, Outcome<T>> reading, Consumer<List<T>> writing)
                throws IOException {
            var batch = new ArrayList<T>();
            boolean whole = true;
            boolean more = true;
            while (more) {
                try {
                    var cells = file.next();
                    more = cells.isPresent();
                    cells.ifPresent(row -> take(reading.apply(layout.row(row.number(), row.texts())), batch));
                } catch (CsvFile.Unreadable unreadable) {
                    whole = !unreadable.isLast();
                    more = whole;
                    var code = whole ? "UNREADABLE" : "UNREADABLE_FROM_HERE";
                    reject(List.of(new RowFault(unreadable.row(), "", code, "")));
                }
                if (batch.size() + faults.size() >= BATCH) {
                    commit(file.read(share), () -> writing.accept(batch));
                    batch.clear();
                }
            }
            commit(share, () -> writing.accept(batch));
            return whole;
        }

        private <T> void take(Outcome<T> outcome, List<T> batch) {
            switch (outcome) {
                case Outcome.Read<T>(var value) -> batch.add(value);
                case Outcome.Rejected<T>(var why) -> reject(why);
            }
        }

        private void assemble(long waiting) {
            var assembly = new Assembly();
            @Nullable OrderRow last = null;
            long taken = 0;
            for (var rows = next(last); !rows.isEmpty(); rows = next(last)) {
                var ready = new ArrayList<Assembly>();
                for (var row : rows) {
                    if (!assembly.isOf(row)) {
                        ready.add(assembly);
                        assembly = new Assembly();
                    }
                    assembly.add(row).ifPresent(this::takeBack);
                }
                last = rows.getLast();
                taken += rows.size();
                write(ready, READING + (int) (taken * (100 - READING) / waiting));
            }
            if (last != null) {
                write(List.of(assembly), 100);
            }
        }

        private List<OrderRow> next(@Nullable OrderRow last) {
            return transactions.call(merchant.id(), () -> imports.rows(merchant.id(), run.id(), last, BATCH));
        }

        private void write(List<Assembly> ready, int percent) {
            var whole = new ArrayList<Order>();
            var named = new ArrayList<Product>();
            for (var assembly : ready) {
                switch (assembly.order()) {
                    case Outcome.Read<Order>(var order) -> {
                        whole.add(order);
                        named.addAll(assembly.names());
                    }
                    case Outcome.Rejected<Order>(var why) -> why.forEach(this::takeBack);
                }
            }
            commit(percent, () -> {
                if (!whole.isEmpty()) {
                    orders.putButPayments(merchant.id(), whole);
                }
                if (!named.isEmpty()) {
                    products.putUnknown(merchant.id(), named);
                }
                var numbers = ready.stream().map(Assembly::orderNumber).toList();
                imports.forgetRows(merchant.id(), run.id(), numbers);
            });
        }

        /** One row, for one reason or several. */
        private void reject(List<RowFault> why) {
            rejected++;
            faults.addAll(why);
        }

        /** A row that was good by itself and is not in its order. */
        private void takeBack(RowFault fault) {
            accepted--;
            reject(List.of(fault));
        }

        private void commit(int percent, Runnable writing) {
            transactions.run(merchant.id(), () -> {
                writing.run();
                imports.progress(merchant.id(), run.id(), percent, accepted, rejected, noted, faults);
            });
            noted += faults.size();
            faults.clear();
        }
    }
}
