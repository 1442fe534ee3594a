package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.access.Accounts;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Where nobody has switched practice on, there is none. */
@RedressTest
class RealTimeIT {
    private static final String PASSWORD = "a few words in a row";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    InstantSource clock;

    @Test
    void time_is_the_real_one() {
        assertThat(clock).isSameAs(InstantSource.system());
        assertThat(context.getBeansOfType(Practice.class)).isEmpty();
    }

    @Test
    void there_is_no_page_that_moves_it() {
        var merchant = OwnMerchant.found(context.getBean(Merchants.class));
        var email = UUID.randomUUID() + "@example.org";
        var invitation = context.getBean(Accounts.class).invite(merchant, email, "Ada Byrne", Set.of(Role.ADMIN));
        context.getBean(OneTimeLinks.class).choosePassword(invitation.substring("/password/".length()), PASSWORD);
        var admin = Visitor.at(port, "en");
        admin.get("/login");
        admin.post("/login", Map.of("email", email, "password", PASSWORD));
        assertThat(admin.get("/admin/calendar"))
                .matches(page -> page.status() == 200)
                .matches(page -> !page.body().contains("/admin/clock"));
        assertThat(admin.get("/admin/clock").status()).isEqualTo(404);
        assertThat(admin.post("/admin/clock", Map.of("from", "0", "step", "DAY"))
                        .status())
                .isEqualTo(404);
    }
}
