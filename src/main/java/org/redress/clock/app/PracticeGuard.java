package org.redress.clock.app;

import java.time.Duration;
import org.redress.access.Seclusion;
import org.redress.clock.Practice;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/** Lets nobody practise where others can reach the server, or with a database that is not its own. */
final class PracticeGuard implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    private static final String LEAVE_OUT =
            "Leave REDRESS_PRACTICE_CLOCK out, or practise on another installation.\nSee docs/clocks.md.";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        if (!settings.getProperty(Practice.SWITCH, Boolean.class, false)) {
            return;
        }
        switch (Seclusion.of(settings)) {
            case REACHABLE ->
                throw new NotForPractice(
                        "The practice clock is switched on, and other machines can reach this server (REDRESS_BIND).",
                        LEAVE_OUT);
            case PUBLISHED ->
                throw new NotForPractice(
                        "The practice clock is switched on, and this server is published (REDRESS_ORIGIN or REDRESS_PROXIES).",
                        LEAVE_OUT);
            case OTHERS_DATABASE ->
                throw new NotForPractice(
                        "The practice clock is switched on, and the database is not this server’s own (SPRING_DATASOURCE_URL).",
                        LEAVE_OUT);
            case SECLUDED -> {}
        }
    }

    static void refuseToGoBack(Duration ahead) {
        if (!ahead.isZero()) {
            throw new NotForPractice(
                    "This data was practised on: its clock stands %d hours ahead, and by the real time its records would lie in the future."
                            .formatted(Math.ceilDiv(ahead.toSeconds(), 3600)),
                    "Go on with REDRESS_PRACTICE_CLOCK=true, or begin with other data (REDRESS_HOME).\nSee docs/clocks.md.");
        }
    }

    /** After the settings are complete, and before the database is looked at: it may be somebody else’s. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
