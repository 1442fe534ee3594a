package org.redress.evidence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceItem.ReadState;
import org.redress.evidence.EvidenceKind;
import org.redress.evidence.EvidenceRead;
import org.redress.evidence.SampleFiles;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
class FileReadingIT {
    private final MerchantId merchant = new MerchantId(Ids.next());

    @Autowired
    Evidence evidence;

    @Autowired
    FileReading reading;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConfigurableApplicationContext context;

    @Value("${redress.home}")
    Path home;

    @Test
    void a_reading_that_fails_is_tried_again() {
        var photo = SampleFiles.picture("jpg", 320, 240, "second try");
        var item = transactions.call(merchant, () -> {
            var received = receive(photo);
            putFolderInTheWay(received);
            return received;
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> failures(item) > 0);
        assertThat(state(item)).isEqualTo(ReadState.PENDING);
        restore(item, photo);
        await().atMost(Duration.ofSeconds(60)).until(() -> state(item) == ReadState.DONE);
    }

    @Test
    void a_reading_that_a_dead_server_had_begun_is_taken_up_again() {
        var item = transactions.call(merchant, () -> {
            var received = receive(SampleFiles.picture("jpg", 320, 240, "orphan"));
            var begun = jdbc.sql("""
                    UPDATE scheduled_tasks
                    SET picked = true, picked_by = 'a server that is gone', last_heartbeat = now() - interval '1 hour'
                    WHERE task_name = 'evidence-read' AND task_instance = ?
                    """).param(job(received)).update();
            assertThat(begun).isEqualTo(1);
            return received;
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> state(item) == ReadState.DONE);
    }

    @Test
    void a_file_that_is_taken_back_is_not_read() {
        var item = transactions.call(merchant, () -> {
            var received = receive(SampleFiles.picture("jpg", 320, 240, "gone"));
            jdbc.sql("DELETE FROM evidence.item WHERE id = ?")
                    .param(received.id().value())
                    .update();
            return received;
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> jobs(item) == 0);
        assertThat(evidence.find(merchant, item.id())).isEmpty();
    }

    @Test
    void reading_twice_tells_once_and_names_the_claim() {
        var told = new CopyOnWriteArrayList<EvidenceRead>();
        ApplicationListener<PayloadApplicationEvent<EvidenceRead>> ear = event -> {
            if (event.getPayload().merchant().equals(merchant.value())) {
                told.add(event.getPayload());
            }
        };
        context.addApplicationListener(new EvidenceReadEar(ear));
        var claim = Ids.next();
        var item = transactions.call(merchant, () -> {
            var received = receive(SampleFiles.picture("jpg", 320, 240, "told"));
            evidence.attach(merchant, claim, Map.of(received.id(), EvidenceKind.ITEM));
            return received;
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> state(item) == ReadState.DONE);
        reading.read(new FileToRead(merchant, item.id()));
        reading.giveUp(new FileToRead(merchant, item.id()));
        assertThat(state(item)).isEqualTo(ReadState.DONE);
        assertThat(told)
                .containsExactly(new EvidenceRead(merchant.value(), item.id().value(), claim));
    }

    /** Keeps the type of the event for the context to see. */
    private record EvidenceReadEar(ApplicationListener<PayloadApplicationEvent<EvidenceRead>> ear)
            implements ApplicationListener<PayloadApplicationEvent<EvidenceRead>> {
        @Override
        public void onApplicationEvent(PayloadApplicationEvent<EvidenceRead> event) {
            ear.onApplicationEvent(event);
        }
    }

    private EvidenceItem receive(byte[] photo) {
        return evidence.receive(merchant, "photo.jpg", new ByteArrayInputStream(photo));
    }

    private ReadState state(EvidenceItem item) {
        return evidence.find(merchant, item.id()).orElseThrow().readState();
    }

    private String job(EvidenceItem item) {
        return merchant + "/" + item.id();
    }

    private int failures(EvidenceItem item) {
        return jdbc.sql("SELECT coalesce(max(consecutive_failures), 0) FROM scheduled_tasks WHERE task_instance = ?")
                .param(job(item))
                .query(Integer.class)
                .single();
    }

    private int jobs(EvidenceItem item) {
        return jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_instance = ?")
                .param(job(item))
                .query(Integer.class)
                .single();
    }

    /** A folder opens and does not read: a disk that fails for a while. */
    private void putFolderInTheWay(EvidenceItem item) {
        try {
            Files.delete(stored(item));
            Files.createDirectory(stored(item));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restore(EvidenceItem item, byte[] photo) {
        try {
            Files.delete(stored(item));
            Files.write(stored(item), photo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path stored(EvidenceItem item) {
        return home.resolve("evidence")
                .resolve(merchant.toString())
                .resolve(item.sha256().substring(0, 2))
                .resolve(item.sha256());
    }
}
