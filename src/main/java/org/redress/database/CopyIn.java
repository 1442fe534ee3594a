package org.redress.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Many rows at once by COPY, into a table of the session: row-level security lets COPY write no other. Belongs in a
 * transaction, whose end empties the table.
 */
@Component
public class CopyIn {
    private final JdbcTemplate jdbc;

    CopyIn(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param table a temporary table, with its columns: {@code incoming_event (id, document)} */
    public void into(String table, Rows rows) {
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
            try (var content = new ByteArrayInputStream(rows.text.toString().getBytes(StandardCharsets.UTF_8))) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY pg_temp." + table + " FROM STDIN", content);
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Rows in PostgreSQL's own text form. */
    public static final class Rows {
        private final StringBuilder text = new StringBuilder();

        /** Values as PostgreSQL writes them; null is NULL. */
        public void add(@Nullable Object... values) {
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    text.append('\t');
                }
                var value = values[i];
                if (value == null) {
                    text.append("\\N");
                } else {
                    escape(value.toString());
                }
            }
            text.append('\n');
        }

        private void escape(String value) {
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
        }

        public boolean isEmpty() {
            return text.isEmpty();
        }
    }
}
