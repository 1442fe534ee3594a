package org.redress.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Rows by the million, made by SQL month by month and without the journal: what is measured comes after. */
final class Storing {
    static final YearMonth FIRST = YearMonth.of(2024, 1);
    static final int MONTHS = 12;

    /** Of the week of a million parcels. */
    static final String MONDAY = "2023-11-06T00:00:00Z";

    private static final int ORDERS_A_MONTH = 166_667;
    private static final int EVENTS_OF_AN_ORDER = 5;

    private Storing() {}

    /** The sample merchant. */
    static String merchant(Postgres postgres) throws SQLException {
        return postgres.text("SELECT merchant_id FROM orders.product WHERE sku = 'MUG-BLU-350' LIMIT 1");
    }

    /** Ten million events of two million parcels. How many events there are then. */
    static long months(Path home, String merchant) throws SQLException, IOException, InterruptedException {
        System.out.println("Storing ten million events …");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var months = IntStream.range(0, MONTHS)
                    .<Callable<Void>>mapToObj(month -> () -> {
                        try (var own = new Postgres(home)) {
                            own.execute(month(merchant, month));
                        }
                        return null;
                    })
                    .toList();
            for (var stored : threads.invokeAll(months)) {
                stored.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        try (var postgres = new Postgres(home)) {
            analyzed(postgres);
            long events = events(postgres);
            if (events < (long) MONTHS * ORDERS_A_MONTH * EVENTS_OF_AN_ORDER) {
                throw new IllegalStateException("Only " + events + " events are stored");
            }
            return events;
        }
    }

    static long events(Postgres postgres) throws SQLException {
        return postgres.number("SELECT count(*) FROM traces.event");
    }

    /** A million parcels of one week, with their orders, picks and packings. */
    static void week(Path home, String merchant) throws SQLException, IOException {
        System.out.println("Storing a week of a million parcels …");
        var month = YearMonth.parse(MONDAY.substring(0, 7));
        try (var postgres = new Postgres(home)) {
            postgres.execute(text("week-of-parcels.sql", merchant, month).replace("{monday}", MONDAY));
            analyzed(postgres);
        }
    }

    private static void analyzed(Postgres postgres) throws SQLException {
        for (var table : List.of("event", "mention", "parcel", "parcel_line")) {
            postgres.execute("VACUUM ANALYZE traces." + table);
        }
        postgres.execute("VACUUM ANALYZE orders.customer_order, orders.order_line, orders.product");
        postgres.execute("CHECKPOINT");
    }

    private static String month(String merchant, int place) throws IOException {
        var month = FIRST.plusMonths(place);
        return text("month-of-events.sql", merchant, month)
                .replace("{orders}", Integer.toString(ORDERS_A_MONTH))
                .replace("{place}", Integer.toString(place));
    }

    private static String text(String file, String merchant, YearMonth month) throws IOException {
        try (var sql = Objects.requireNonNull(Storing.class.getResourceAsStream(file))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{merchant}", merchant)
                    .replace("{table}", month.toString().replace('-', '_'))
                    .replace("{month}", month.toString())
                    .replace("{next}", month.plusMonths(1).toString());
        }
    }
}
