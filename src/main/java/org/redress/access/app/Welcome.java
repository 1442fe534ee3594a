package org.redress.access.app;

import java.io.PrintStream;
import org.redress.access.OneTimeLinks;
import org.redress.access.Origin;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the console where to go, once the server is ready. A set-up link stands here and nowhere else. */
@Component
class Welcome {
    private final Origin origin;
    private final OneTimeLinks links;
    private final SampleAccess samples;

    Welcome(Origin origin, OneTimeLinks links, SampleAccess samples) {
        this.origin = origin;
        this.links = links;
        this.samples = samples;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void ready() {
        say(System.out);
    }

    private void say(PrintStream console) {
        var url = origin.url();
        var text = new StringBuilder("\n  Redress is ready: ").append(url).append("\n\n");
        line(text, "Staff", url + "/login");
        line(text, "REST API", url + "/v3/api-docs");
        if (samples.inForce()) {
            line(text, "Customers", url + "/shop/" + SampleMerchant.SLUG);
            text.append("\n  Sample logins, only while nobody but this machine can reach the server:\n");
            for (var login : SampleMerchant.LOGINS) {
                line(text, login.email(), "password: " + login.password());
            }
            line(text, "API key", SampleMerchant.KEY);
        }
        links.issueSetUp()
                .ifPresent(path -> text.append(
                                "\n  Set up the first merchant and its administrator (works once, for 24 hours):\n  ")
                        .append(url)
                        .append(path)
                        .append('\n'));
        console.println(text);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-24s %s%n".formatted(name, value));
    }
}
