package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.testing.Api;
import org.redress.testing.Product;

/**
 * A server is killed while it hands out mail. SMTP has no way to ask whether a mail was taken, so that the one that was on the
 * wire may come twice, under one Message-ID; none is lost, and no other comes twice.
 */
class MailKillStory {
    private static final int CLAIMS = 40;

    @TempDir
    Path home;

    private @Nullable Product server;
    private final GreenMail post =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    @Test
    void every_mail_leaves_and_only_one_that_was_on_the_wire_may_come_twice() {
        post.start();
        start();
        var api = Api.sample(Objects.requireNonNull(server).port());
        var shop = new Shop(api);
        var customers = IntStream.range(0, CLAIMS)
                .mapToObj(number -> {
                    shop.order("MAIL-" + number);
                    var email = "ada" + number + "@example.com";
                    api.post("/api/v1/claims", Shop.filing("MAIL-" + number, 1).replace("ada@example.com", email))
                            .is(201);
                    return email;
                })
                .collect(Collectors.toCollection(TreeSet::new));
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> post.getReceivedMessages().length >= CLAIMS / 4);

        Objects.requireNonNull(server).kill();
        start();

        await().atMost(Duration.ofSeconds(90)).until(this::recipients, everybody -> everybody.containsAll(customers));
        var twice = copies().values().stream().filter(count -> count > 1).toList();
        // Eight are sent at once.
        assertThat(twice).hasSizeLessThanOrEqualTo(8).allMatch(count -> count == 2);
        assertThat(copies()).hasSize(CLAIMS);
    }

    private void start() {
        server = Product.launch(
                        home.resolve("var"),
                        Map.of(
                                "SPRING_MAIL_HOST",
                                "127.0.0.1",
                                "SPRING_MAIL_PORT",
                                Integer.toString(post.getSmtp().getPort()),
                                "REDRESS_MAIL_FROM",
                                "help@shop.example"))
                .awaitReady();
    }

    private Set<String> recipients() {
        return mails().stream().map(MailKillStory::recipient).collect(Collectors.toSet());
    }

    /** How often each Message-ID has come. */
    private Map<String, Integer> copies() {
        var copies = new HashMap<String, Integer>();
        mails().forEach(mail -> copies.merge(id(mail), 1, Integer::sum));
        return copies;
    }

    private List<MimeMessage> mails() {
        return Arrays.asList(post.getReceivedMessages());
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
        post.stop();
    }
}
