package org.redress.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.testing.DebianPostgres;

/** What a server that died may have left in the folder: the number of a process that is somebody else by now. */
class EmbeddedServerIT {
    private static final Log LOG = LogFactory.getLog(EmbeddedServerIT.class);

    @TempDir
    static Path home;

    @BeforeAll
    static void make_the_database() {
        EmbeddedServer.start(home, LOG).close();
    }

    @Test
    void a_stranger_s_database_that_has_the_number_now_is_left_alone() throws IOException, SQLException {
        try (var stranger = DebianPostgres.fresh()) {
            leave(stranger.pid() + "\n");
            startsAndAnswers();
            assertThat(stranger.version()).isNotBlank();
        }
    }

    @Test
    void any_program_that_has_the_number_now_is_left_alone_and_does_not_keep_the_database_from_starting()
            throws IOException, SQLException {
        var program = new ProcessBuilder("sleep", "600").start();
        try {
            leave(program.pid() + "\n");
            startsAndAnswers();
            assertThat(program.isAlive()).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void a_file_that_was_never_finished_does_not_keep_the_database_from_starting() throws IOException, SQLException {
        leave("");
        startsAndAnswers();
    }

    private static void leave(String pidFile) throws IOException {
        Files.writeString(home.resolve("postgres").resolve("postmaster.pid"), pidFile);
    }

    private static void startsAndAnswers() throws SQLException {
        try (var ours = EmbeddedServer.start(home, LOG);
                var connection = DriverManager.getConnection(
                        ours.url(), EmbeddedServer.APPLICATION, ours.passwords().application())) {
            assertThat(connection.isValid(10)).isTrue();
        }
    }
}
