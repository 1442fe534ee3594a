package org.redress.sheets.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.sheets.ImportError;
import org.redress.sheets.ImportKind;
import org.redress.sheets.ImportRun;
import org.redress.sheets.Imports;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
class ImportWorkIT {
    private static final String FILE = """
            orderNumber,placedAt,sku,quantity,unitPrice
            %1$s-1,2026-01-01,MUG,1,1.00
            %1$s-2,2026-01-01,MUG,-1,1.00
            %1$s-1,2026-01-01,CUP,1,1.00
            """;

    @Autowired
    ImportWork work;

    @Autowired
    Imports imports;

    @Autowired
    Spool spool;

    @Autowired
    Merchants merchants;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    private MerchantId merchant = new MerchantId(new UUID(0, 0));

    @BeforeEach
    void theSampleMerchant() {
        merchant = merchants.bySlug("demo").orElseThrow().id();
    }

    @Test
    void a_run_that_a_crash_broke_off_starts_over_and_counts_right() {
        var run = finished("crash");
        leaveHalfDone(run);
        keepFileAgain(run, "crash");
        work.carryOut(merchant, run.id());
        var again = imports.find(merchant, run.id()).orElseThrow();
        assertThat(again.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(again.rowsAccepted()).isEqualTo(2);
        assertThat(again.rowsRejected()).isEqualTo(1);
        assertThat(imports.errors(merchant, run.id()))
                .extracting(ImportError::code)
                .containsExactly("NEGATIVE_QUANTITY");
    }

    @Test
    void a_run_that_is_over_is_not_carried_out_again() {
        var run = finished("over");
        work.carryOut(merchant, run.id());
        assertThat(imports.find(merchant, run.id())).contains(run);
    }

    @Test
    void a_run_whose_file_is_lost_fails_and_says_so() {
        var run = finished("lost");
        leaveHalfDone(run);
        work.carryOut(merchant, run.id());
        assertThat(imports.find(merchant, run.id()).orElseThrow().state()).isEqualTo(ImportRun.State.FAILED);
        assertThat(imports.errors(merchant, run.id()))
                .extracting(ImportError::code)
                .containsExactly("FILE_LOST");
    }

    @Test
    void a_run_that_is_given_up_waits_for_nobody() {
        var run = finished("hopeless");
        leaveHalfDone(run);
        work.giveUp(merchant, run.id());
        var ended = imports.find(merchant, run.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(ImportRun.State.FAILED);
        assertThat(ended.rowsAccepted()).isEqualTo(7);
        assertThat(spool.aside(run.id())).doesNotExist();
    }

    private ImportRun finished(String name) {
        var content = new ByteArrayInputStream(FILE.formatted(name).getBytes(StandardCharsets.UTF_8));
        var id = imports.start(merchant, ImportKind.ORDERS, name, Map.of(), new Actor.Product(), content)
                .id();
        var run = await().atMost(Duration.ofSeconds(30))
                .until(() -> imports.find(merchant, id).orElseThrow(), each -> each.state() == ImportRun.State.DONE);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !spool.file(id).toFile().exists());
        return run;
    }

    /** What a server that died in the middle of it leaves behind. */
    private void leaveHalfDone(ImportRun run) {
        transactions.run(
                merchant,
                () -> jdbc.sql(
                                "UPDATE sheets.import_run SET state = 'RUNNING', ended_at = NULL, percent = 40, rows_accepted = 7 WHERE id = ?")
                        .param(run.id())
                        .update());
        try {
            Files.createDirectory(spool.aside(run.id()));
            Files.writeString(spool.aside(run.id()).resolve("7"), "half a row");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepFileAgain(ImportRun run, String name) {
        spool.keep(run.id(), new ByteArrayInputStream(FILE.formatted(name).getBytes(StandardCharsets.UTF_8)));
    }
}
