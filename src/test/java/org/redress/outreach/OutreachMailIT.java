package org.redress.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Where mail can leave, the link goes to the customer and to nobody else. */
@RedressTest
class OutreachMailIT {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        settings.add("redress.mail.from", () -> "help@shop.example");
    }

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void a_mailed_letter_shows_staff_no_link_and_a_second_one_at_once_is_refused() throws Exception {
        var bench = new SwapBench(OwnMerchant.found(context, port));
        bench.kettlesClaim();
        var id = await().atMost(Duration.ofSeconds(20))
                .until(() -> bench.api.get("/api/v1/outreach").is(200).body().at("/items"), items -> items.size() == 1)
                .at("/0/id")
                .asString();

        var written =
                bench.api.post("/api/v1/outreach/" + id + "/letter").is(200).body();
        assertThat(written.at("/mailed").booleanValue()).isTrue();
        assertThat(written.has("link")).isTrue();
        assertThat(written.at("/link").isNull()).isTrue();
        var again = bench.api.post("/api/v1/outreach/" + id + "/letter").is(409);
        assertThat(again.text("/detail"))
                .isEqualTo("This customer was written to less than 10 minutes ago. Nothing was sent.");

        await().atMost(Duration.ofSeconds(20)).until(() -> letters() >= 1);
        await().during(Duration.ofSeconds(2)).until(() -> letters() == 1);
        var letter = Arrays.stream(SERVER.getReceivedMessages())
                .filter(OutreachMailIT::isLetter)
                .findFirst()
                .orElseThrow();
        var text = Objects.toString(letter.getContent());
        assertThat(text).contains("We have found a mistake. In the parcel").doesNotContain("warehouse");
        var link = Pattern.compile("/check/[A-Za-z0-9_-]{43}").matcher(text);
        assertThat(link.find()).isTrue();
        assertThat(Visitor.at(port, "en").get(link.group()).status()).isEqualTo(200);
    }

    private static long letters() {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(OutreachMailIT::isLetter)
                .count();
    }

    private static boolean isLetter(MimeMessage message) {
        try {
            return message.getSubject().startsWith("Please look into your parcel");
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
