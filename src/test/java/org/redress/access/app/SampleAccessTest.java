package org.redress.access.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SampleAccessTest {
    private static boolean inForce(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return new SampleAccess(environment).inForce();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true, true",
        "localhost, true, true",
        "::1, true, true",
        "127.0.0.1, false, false",
        "0.0.0.0, true, false",
        "'', true, false",
        "' ', true, false",
        "::, true, false",
        "192.0.2.1, true, false",
        "no.such.host.invalid, true, false",
    })
    void sample_logins_need_loopback_and_a_database_of_our_own(String address, boolean embedded, boolean expected) {
        assertThat(inForce(Map.of("server.address", address, "redress.database.embedded", embedded)))
                .isEqualTo(expected);
    }

    @Test
    void without_an_address_the_server_listens_everywhere() {
        assertThat(inForce(Map.of("redress.database.embedded", true))).isFalse();
    }

    @Test
    void a_test_s_database_counts_on_loopback_only() {
        assertThat(inForce(Map.of("server.address", "127.0.0.1", "redress.test-database", true)))
                .isTrue();
        assertThat(inForce(Map.of("server.address", "0.0.0.0", "redress.test-database", true)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "redress.proxies, 127.0.0.1, false",
        "redress.origin, https://shop.example.com, false",
        "redress.origin, http://127.0.0.1:8080, true",
        "redress.origin, not an address, false",
    })
    void behind_a_proxy_or_under_a_public_address_loopback_is_no_wall(String name, String value, boolean expected) {
        assertThat(inForce(Map.of("server.address", "127.0.0.1", "redress.database.embedded", true, name, value)))
                .isEqualTo(expected);
    }
}
