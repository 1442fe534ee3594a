package org.redress.clock.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class PracticeGuardTest {
    private static final Map<String, Object> ALONE = Map.of(
            "redress.practice-clock", "true", "server.address", "127.0.0.1", "redress.database.embedded", "true");

    private static void start(Map<String, Object> settings) {
        var context = new GenericApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        new PracticeGuard().initialize(context);
    }

    private static Map<String, Object> alone(String name, String value) {
        var settings = new HashMap<String, Object>(ALONE);
        settings.put(name, value);
        return settings;
    }

    @Test
    void practising_alone_is_allowed() {
        assertThatCode(() -> start(ALONE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "server.address, 0.0.0.0, other machines can reach this server (REDRESS_BIND)",
        "server.address, '', other machines can reach this server (REDRESS_BIND)",
        "redress.proxies, 10.0.0.1, this server is published (REDRESS_ORIGIN or REDRESS_PROXIES)",
        "redress.origin, https://shop.example.com, this server is published (REDRESS_ORIGIN or REDRESS_PROXIES)",
        "redress.database.embedded, false, the database is not this server’s own (SPRING_DATASOURCE_URL)",
    })
    void whoever_is_not_alone_does_not_practise(String name, String value, String said) {
        assertThatThrownBy(() -> start(alone(name, value)))
                .isInstanceOf(NotForPractice.class)
                .hasMessageContaining(said);
        var off = alone(name, value);
        off.put("redress.practice-clock", "false");
        assertThatCode(() -> start(off)).doesNotThrowAnyException();
    }

    @Test
    void without_the_switch_time_does_not_go_back_behind_what_was_recorded() {
        assertThatCode(() -> PracticeGuard.refuseToGoBack(Duration.ZERO)).doesNotThrowAnyException();
        assertThatThrownBy(() -> PracticeGuard.refuseToGoBack(Duration.ofMinutes(90)))
                .isInstanceOf(NotForPractice.class)
                .hasMessageContaining("2 hours ahead");
    }
}
