package org.redress.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The embedded PostgreSQL of the measured server, used directly: what the figures are compared with. */
final class Postgres implements AutoCloseable {
    private final Path home;
    private final Connection owner;

    Postgres(Path home) throws IOException, SQLException {
        this.home = home;
        this.owner = connect("postgres", 0);
    }

    /** @param line of the password file: superuser, owner, application */
    private Connection connect(String role, int line) throws IOException, SQLException {
        var port = Files.readAllLines(home.resolve("postgres").resolve("postmaster.pid"))
                .get(3)
                .strip();
        var password = Files.readAllLines(home.resolve("postgres.passwords")).get(line);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/redress", role, password);
    }

    /** Nobody else adds to this table until what comes back is closed. */
    Connection hold(String table) throws IOException, SQLException {
        var holder = connect("postgres", 0);
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute("LOCK TABLE " + table + " IN SHARE MODE");
        }
        return holder;
    }

    void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As {@link #execute}, for whoever hands statements on. */
    void keep(String sql) {
        try {
            execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    String text(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    /**
     * Copies the orders whose numbers begin so, with their lines, into tables that have the same columns and indexes.
     *
     * @return seconds
     */
    double copyOrders(String numbers) throws SQLException, IOException {
        var copying = owner.unwrap(PGConnection.class).getCopyAPI();
        double seconds = 0;
        for (var table : List.of("customer_order", "order_line")) {
            execute("CREATE TABLE IF NOT EXISTS bench.%1$s (LIKE orders.%1$s INCLUDING ALL)".formatted(table));
            var columns = text("""
                    SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns
                    WHERE table_schema = 'orders' AND table_name = '%s' AND is_generated = 'NEVER'
                    """.formatted(table));
            var rows = new ByteArrayOutputStream();
            copying.copyOut(
                    "COPY (SELECT %s FROM orders.%s WHERE order_number LIKE '%s-%%' ORDER BY order_number) TO STDOUT"
                            .formatted(columns, table, numbers),
                    rows);
            long start = System.nanoTime();
            copying.copyIn(
                    "COPY bench.%s (%s) FROM STDIN".formatted(table, columns),
                    new ByteArrayInputStream(rows.toByteArray()));
            seconds += (System.nanoTime() - start) / 1e9;
        }
        return seconds;
    }

    /** From the next start on: statements can be counted, and tables that are filled where they are made are not journalled. */
    void prepareCounting() throws SQLException {
        execute("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
        execute("ALTER SYSTEM SET wal_level = 'minimal'");
        execute("ALTER SYSTEM SET max_wal_senders = 0");
    }

    /** Counts all statements from now on, and how long they are planned and carried out. */
    void count() throws SQLException {
        execute("CREATE EXTENSION pg_stat_statements");
        execute("ALTER SYSTEM SET pg_stat_statements.track_planning = on");
        execute("SELECT pg_reload_conf()");
    }

    /** Whether a document of events has been read to its end. */
    boolean isCaptured(String capture) {
        try {
            return number("SELECT count(finished_at) FROM traces.capture WHERE id = '" + capture + "'") == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** COPY over the owner's connection. */
    CopyManager copy() throws SQLException {
        return owner.unwrap(PGConnection.class).getCopyAPI();
    }

    boolean hasReadPhotos() {
        try {
            return number("SELECT count(*) FROM evidence.item WHERE claim_id IS NOT NULL AND read_state = 'PENDING'")
                    == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether nothing waits to be done behind the requests. */
    boolean isQuiet() {
        try {
            return number("SELECT (SELECT count(*) FROM event_publication WHERE completion_date IS NULL)"
                            + " + (SELECT count(*) FROM scheduled_tasks WHERE execution_time <= now())")
                    == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One claim's row by its key, as the application reads it: its role, its merchant, row-level security on. */
    OneRow oneRow(UUID claim) throws IOException, SQLException {
        var merchant = UUID.fromString(text("SELECT merchant_id FROM claims.claim WHERE id = '" + claim + "'"));
        var connection = connect("redress_app", 2);
        try (var setting = connection.prepareStatement("SELECT set_config('redress.merchant', ?, false)")) {
            setting.setString(1, merchant.toString());
            setting.execute();
        }
        return new OneRow(connection, merchant, claim);
    }

    /** Commits one small row after another, each in a transaction of its own. */
    OneCommit oneCommit() throws IOException, SQLException {
        return new OneCommit(connect("postgres", 0));
    }

    static final class OneRow implements AutoCloseable {
        private final Connection connection;
        private final java.sql.PreparedStatement query;

        OneRow(Connection connection, UUID merchant, UUID claim) throws SQLException {
            this.connection = connection;
            this.query = connection.prepareStatement("SELECT * FROM claims.claim WHERE merchant_id = ? AND id = ?");
            query.setObject(1, merchant);
            query.setObject(2, claim);
        }

        void read() throws SQLException {
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("The claim is not there");
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    static final class OneCommit implements AutoCloseable {
        private final Connection connection;
        private final java.sql.PreparedStatement insert;

        OneCommit(Connection connection) throws SQLException {
            this.connection = connection;
            this.insert = connection.prepareStatement("INSERT INTO bench.commit (id, body) VALUES (?, ?)");
        }

        void write() throws SQLException {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, "One row, about as long as a sentence of a customer who was sent the wrong mug.");
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
