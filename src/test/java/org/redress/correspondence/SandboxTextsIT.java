package org.redress.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.access.Browser;
import org.redress.access.Merchants;
import org.redress.claims.Filing;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** The sandbox, switched on: staff see what would have been said. */
@RedressTest
@TestPropertySource(properties = "redress.channel.adapter=sandbox")
class SandboxTextsIT {
    @Autowired
    ApplicationContext context;

    @Autowired
    Messages messages;

    @Autowired
    Merchants merchants;

    @LocalServerPort
    int port;

    @Test
    void staff_read_what_was_handed_over_and_that_it_went_to_the_sandbox() {
        var demo = merchants.bySlug("demo").orElseThrow().id();
        var filed = new Shop(context).file(demo, new Filing.Contact("Bob", null, "+44 20 7946 0000"), Locale.ENGLISH);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> messages.all(demo, filed.claim().id())
                        .map(Message::mail)
                        .anyMatch(mail -> mail != null && mail.state() == Message.Mail.State.SENT));
        var agent = new Browser(port).loggedIn("agent@example.com", "agent");
        assertThat(agent.get("/desk/claims/" + filed.claim().id()).body())
                .contains(
                        "Text sent ",
                        "to +44 20 7946 0000",
                        "· reference SANDBOX-",
                        "your claim " + filed.claim().number() + " is with us. What happens next stands here:");
    }
}
