package org.redress.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.correspondence.PostItem.LeftOut;
import org.redress.correspondence.PostItem.State;
import org.redress.evidence.Evidence;
import org.redress.testing.PostOffice;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A mail of 30 MB by real SMTP and IMAP, where nothing is said about how large a mail may be. */
@RedressTest
@DirtiesContext
class LargeMailIT {
    private static final PostOffice POST_OFFICE = PostOffice.open();
    private static final String ADA = "ada@example.com";
    private static final int BYTES = 30_000_000;

    @Autowired
    ApplicationContext context;

    @Autowired
    Messages messages;

    @Autowired
    Post post;

    @Autowired
    Evidence evidence;

    @DynamicPropertySource
    static void mailServers(DynamicPropertyRegistry settings) {
        POST_OFFICE.settings(settings);
    }

    @AfterAll
    static void stop() {
        POST_OFFICE.close();
    }

    @Test
    void thirty_megabytes_are_taken_as_far_as_they_go_their_sender_is_told_and_the_next_mail_is_filed()
            throws Exception {
        var shop = new Shop(context);
        var address =
                "help+" + context.getBean(Merchants.class).find(shop.merchant).slug() + "@shop.example";
        POST_OFFICE.deliver(new Large(address, "first", BYTES));
        POST_OFFICE.deliver(new Large(address, "second", 40_000));

        var filed = await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> post.page(shop.merchant, Set.of(State.FILED), null, 9)
                                .items(),
                        items -> items.size() == 2);
        var large = filed.stream().filter(item -> !item.complete()).toList();
        assertThat(large).hasSize(1);
        var cut = large.getFirst();
        assertThat(cut.bytes()).isGreaterThan(BYTES);
        assertThat(cut.text()).contains("the wrong mug came, and I have filmed it");
        assertThat(cut.enclosures()).extracting(PostItem.Enclosure::leftOut).containsExactly(LeftOut.TOO_LARGE);
        var claim = java.util.Objects.requireNonNull(cut.claim());
        await().until(() -> messages.newest(shop.merchant, claim, null, 50).items().stream()
                .map(Message::body)
                .anyMatch(text -> text.contains("too large to be taken whole") && text.contains("• video.mp4")));
        assertThat(evidence.ofClaim(shop.merchant, claim)).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(POST_OFFICE.passedTo(ADA))
                        .anySatisfy(mail -> assertThat(mail.getContent().toString())
                                .contains("too large to be taken whole", "video.mp4")));
    }

    /** Written while it is sent: this side holds none of it. */
    private static final class Large extends MimeMessage {
        private static final byte[] LINE = ("QUJD".repeat(19) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        private final String to;
        private final String id;
        private final int bytes;

        Large(String to, String id, int bytes) {
            super(POST_OFFICE.session(ADA));
            this.to = to;
            this.id = id;
            this.bytes = bytes;
        }

        @Override
        public void saveChanges() {
            // Nothing of it is put right.
        }

        @Override
        public void writeTo(OutputStream out, String[] without) throws IOException {
            out.write("""
                    From: Ada Lovelace <%s>
                    To: %s
                    Subject: Wrong mug %s
                    Message-ID: <%s@example.com>
                    MIME-Version: 1.0
                    Content-Type: multipart/mixed; boundary=b

                    --b
                    Content-Type: text/plain; charset=utf-8

                    Hello, the wrong mug came, and I have filmed it.
                    --b
                    Content-Type: video/mp4; name=video.mp4
                    Content-Disposition: attachment; filename=video.mp4
                    Content-Transfer-Encoding: base64

                    """.formatted(ADA, to, id, id).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            for (int written = 0; written < bytes; written += LINE.length) {
                out.write(LINE);
            }
            out.write("--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
