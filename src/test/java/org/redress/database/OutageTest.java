package org.redress.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class OutageTest {
    @ParameterizedTest
    @CsvSource({
        "08001, true",
        "08006, true",
        "57P01, true",
        "57P03, true",
        "53300, true",
        "57014, false",
        "53100, false",
        "23505, false",
        "42501, false",
    })
    void a_state_tells_whether_the_database_is_away(String state, boolean away) {
        assertThat(Outage.isBehind(new SQLException("said", state))).isEqualTo(away);
    }

    @Test
    void it_is_found_behind_what_is_wrapped_around_it() {
        var none = new SQLTransientConnectionException("no connection within 5 s");
        assertThat(Outage.isBehind(new CannotCreateTransactionException("no", none)))
                .isTrue();
        assertThat(Outage.isBehind(new DataAccessResourceFailureException("no", new SQLException("x", "08006"))))
                .isTrue();
        assertThat(Outage.isBehind(
                        new TransactionSystemException("no rollback", new SQLException("Connection is closed"))))
                .isTrue();
        assertThat(Outage.isBehind(new IllegalStateException(new SQLException("no state"))))
                .isFalse();
    }
}
