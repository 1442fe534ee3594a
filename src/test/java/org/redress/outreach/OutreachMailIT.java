package org.redress.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.access.Accounts;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.kernel.MerchantId;
import org.redress.testing.Api;
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

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks links;

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
        var id = found(bench);

        var written =
                bench.api.post("/api/v1/outreach/" + id + "/letter").is(200).body();
        assertThat(written.at("/mailed").booleanValue()).isTrue();
        assertThat(written.has("link")).isTrue();
        assertThat(written.at("/link").isNull()).isTrue();
        var again = bench.api.post("/api/v1/outreach/" + id + "/letter").is(409);
        assertThat(again.text("/detail"))
                .isEqualTo("This customer was written to less than 10 minutes ago. Nothing was sent.");

        await().atMost(Duration.ofSeconds(20)).until(() -> letters(bench.lamp()) >= 1);
        await().during(Duration.ofSeconds(2)).until(() -> letters(bench.lamp()) == 1);
        var letter = Arrays.stream(SERVER.getReceivedMessages())
                .filter(each -> isLetter(each, bench.lamp()))
                .findFirst()
                .orElseThrow();
        var text = Objects.toString(letter.getContent());
        assertThat(text).contains("We have found a mistake. In the parcel").doesNotContain("warehouse");
        var link = Pattern.compile("/check/[A-Za-z0-9_-]{43}").matcher(text);
        assertThat(link.find()).isTrue();
        assertThat(Visitor.at(port, "en").get(link.group()).status()).isEqualTo(200);
    }

    @Test
    void at_the_desk_a_second_press_says_that_nothing_was_sent_and_neither_shows_a_link() {
        var merchant = OwnMerchant.found(merchants);
        var bench =
                new SwapBench(Api.sample(port).withKey(keys.create(merchant, "Outreach", EnumSet.allOf(Role.class))));
        var letter = "/desk/outreach/" + found(bench) + "/letter";
        var agent = agent(merchant);
        assertThat(agent.get("/desk/outreach").body()).contains(letter);
        assertThat(agent.get(agent.post(letter, Map.of()).next()).body())
                .contains("The letter is on its way.")
                .doesNotContain("/check/");
        assertThat(agent.get(agent.post(letter, Map.of()).next()).body())
                .contains("less than 10 minutes ago. Nothing was sent.")
                .doesNotContain("/check/");
    }

    private Visitor agent(MerchantId merchant) {
        var email = UUID.randomUUID() + "@example.org";
        var path = accounts.invite(merchant, email, "Jo Park", EnumSet.of(Role.AGENT));
        links.choosePassword(path.substring("/password/".length()), "a few words in a row");
        var agent = Visitor.at(port, "en");
        agent.get("/login");
        agent.post("/login", Map.of("email", email, "password", "a few words in a row"));
        return agent;
    }

    private static String found(SwapBench bench) {
        bench.kettlesClaim();
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> bench.api.get("/api/v1/outreach").is(200).body().at("/items"), items -> items.size() == 1)
                .at("/0/id")
                .asString();
    }

    private static long letters(String order) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(each -> isLetter(each, order))
                .count();
    }

    private static boolean isLetter(MimeMessage message, String order) {
        try {
            return message.getSubject().equals("Please look into your parcel: order " + order);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
