package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.testing.Product;
import org.redress.testing.Visitor;

/** How far time was moved ahead stays with the data, whatever happens to the server. */
class PracticeRestartStory {
    private static final Map<String, String> PRACTICE = Map.of("REDRESS_PRACTICE_CLOCK", "true");

    @TempDir
    Path home;

    @Test
    void time_goes_on_where_it_was_left_and_not_without_the_switch() {
        try (var server = Product.launch(home, PRACTICE).awaitReady()) {
            var administrator = logIn(server);
            administrator.get("/admin/clock");
            assertThat(administrator
                            .post("/admin/clock", Map.of("from", "0", "step", "DAY"))
                            .status())
                    .isEqualTo(303);
            assertThat(administrator.get("/admin/clock").field("from")).isEqualTo("86400");
            server.kill();
        }
        try (var again = Product.launch(home, PRACTICE).awaitReady()) {
            var administrator = logIn(again);
            assertThat(administrator.get("/admin/clock"))
                    .matches(page -> page.field("from").equals("86400"))
                    .matches(page -> page.body().contains("24 h ahead of the real time"));
        }
        try (var back = Product.launch(home, Map.of())) {
            assertThat(back.awaitEnd()).isNotZero();
            assertThat(back.said())
                    .contains("its clock stands 24 hours ahead", "Go on with REDRESS_PRACTICE_CLOCK=true")
                    .doesNotContain("\tat org.springframework");
        }
    }

    @Test
    void whoever_can_be_reached_or_uses_a_database_of_others_does_not_start() {
        try (var open = Product.launch(home, Map.of("REDRESS_PRACTICE_CLOCK", "true", "REDRESS_BIND", "0.0.0.0"))) {
            assertThat(open.awaitEnd()).isNotZero();
            assertThat(open.said()).contains("other machines can reach this server (REDRESS_BIND)");
        }
        try (var guest = Product.launch(
                home,
                Map.of(
                        "REDRESS_PRACTICE_CLOCK", "true",
                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/theirs"))) {
            assertThat(guest.awaitEnd()).isNotZero();
            assertThat(guest.said()).contains("the database is not this server’s own (SPRING_DATASOURCE_URL)");
        }
    }

    private static Visitor logIn(Product server) {
        var administrator = Visitor.at(server.port(), "en");
        administrator.get("/login");
        assertThat(administrator
                        .post("/login", Map.of("email", "admin@example.com", "password", "admin"))
                        .status())
                .isEqualTo(303);
        return administrator;
    }
}
