package org.redress.database;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Brings many rows into a temporary table of the session with COPY, from where one statement puts them in their place:
 * COPY itself knows neither row-level security nor what is there already. The table is empty again when the transaction
 * ends, and nobody else sees it.
 */
@Component
public class Copying {
    private static final int CHUNK = 256 * 1024;

    private final JdbcTemplate jdbc;

    Copying(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Fills a temporary table that is empty. Belongs in a transaction, once for each table.
     *
     * @param table its name without a schema
     * @param columns their names and types, as in CREATE TABLE
     * @param write adds the fields of one row in the order of the columns
     */
    public <T> void fill(String table, String columns, Collection<T> rows, BiConsumer<Line, T> write) {
        jdbc.execute("CREATE TEMPORARY TABLE IF NOT EXISTS " + table + " (" + columns + ") ON COMMIT DELETE ROWS");
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            var copy =
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY pg_temp." + table + " FROM STDIN");
            try {
                var line = new Line();
                for (var row : rows) {
                    write.accept(line, row);
                    line.end();
                    if (line.text.length() >= CHUNK) {
                        send(copy, line);
                    }
                }
                send(copy, line);
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    private static void send(CopyIn copy, Line line) throws SQLException {
        var bytes = line.text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        line.text.setLength(0);
    }

    /** One row in the text format of COPY (PostgreSQL manual, COPY, File Formats). */
    public static final class Line {
        private final StringBuilder text = new StringBuilder();
        private boolean first = true;

        private Line() {}

        public Line add(long number) {
            separate();
            text.append(number);
            return this;
        }

        public Line add(@Nullable String value) {
            separate();
            if (value == null) {
                text.append("\\N");
                return this;
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '\\' -> text.append("\\\\");
                    case '\t' -> text.append("\\t");
                    case '\n' -> text.append("\\n");
                    case '\r' -> text.append("\\r");
                    default -> text.append(c);
                }
            }
            return this;
        }

        private void separate() {
            if (!first) {
                text.append('\t');
            }
            first = false;
        }

        private void end() {
            text.append('\n');
            first = true;
        }
    }
}
