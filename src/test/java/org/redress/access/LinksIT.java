package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Refused;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
@Import(Probe.class)
class LinksIT {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    CustomerLinks customerLinks;

    @Autowired
    OneTimeLinks oneTimeLinks;

    @Autowired
    Accounts accounts;

    @Autowired
    Origin origin;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_customer_link_opens_its_claim_until_it_expires() {
        var merchant = new Cast(context).merchant();
        var claim = UUID.randomUUID();
        var good = customerLinks.issue(merchant, claim, Instant.now().plusSeconds(60));
        var late = customerLinks.issue(merchant, claim, Instant.now().minusSeconds(1));
        assertThat(good).matches("/track/[A-Za-z0-9_-]{43}");
        assertThat(customerLinks.open(good.substring("/track/".length())))
                .contains(new CustomerLinks.Opened(merchant, claim, false));
        assertThat(customerLinks.open(late.substring("/track/".length())))
                .contains(new CustomerLinks.Opened(merchant, claim, true));
        assertThat(customerLinks.open("k3J")).isEmpty();
        assertThat(customerLinks.open("nul\0")).isEmpty();
    }

    @Test
    void links_and_keys_are_kept_as_hashes_only() {
        var cast = new Cast(context);
        var merchant = cast.merchant();
        var key = cast.key(merchant, Role.AGENT);
        var rows = transactions.call(
                merchant,
                () -> jdbc.sql("SELECT to_jsonb(k)::text FROM access.api_key k")
                        .query((row, _) -> row.getString(1))
                        .list());
        assertThat(rows).singleElement().asString().doesNotContain(key);
    }

    @Test
    void an_expired_one_time_link_opens_nothing() {
        var merchant = new Cast(context).merchant();
        var path = accounts.invite(merchant, UUID.randomUUID() + "@example.org", "Jo", EnumSet.of(Role.AGENT));
        var token = path.substring("/password/".length());
        assertThat(oneTimeLinks.open(token)).isPresent();
        transactions.run(
                merchant,
                () -> jdbc.sql("UPDATE access.one_time_link SET expires_at = now()")
                        .update());
        assertThat(oneTimeLinks.open(token)).isEmpty();
        assertThatThrownBy(() -> oneTimeLinks.choosePassword(token, Cast.PASSWORD))
                .isInstanceOf(Refused.class);
        var answer = new Browser(port).get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("has been used or has expired");
    }

    @Test
    void a_one_time_link_works_once_even_for_two_at_the_same_time() {
        var merchant = new Cast(context).merchant();
        var path = accounts.invite(merchant, UUID.randomUUID() + "@example.org", "Jo", EnumSet.of(Role.AGENT));
        var token = path.substring("/password/".length());
        var attempts = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                var password = Cast.PASSWORD + i;
                attempts.add(threads.submit(() -> succeeds(token, password)));
            }
        }
        assertThat(attempts).filteredOn(Future::resultNow).hasSize(1);
    }

    private boolean succeeds(String token, String password) {
        try {
            oneTimeLinks.choosePassword(token, password);
            return true;
        } catch (Refused tooLate) {
            return false;
        }
    }

    @Test
    void an_invitation_is_no_set_up_link_and_an_unknown_link_is_neither() {
        var merchant = new Cast(context).merchant();
        var path = accounts.invite(merchant, UUID.randomUUID() + "@example.org", "Jo", EnumSet.of(Role.AGENT));
        var browser = new Browser(port);
        assertThat(browser.get(path.replace("/password/", "/setup/")).statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/password/unknown").statusCode()).isEqualTo(404);
        assertThat(browser.get("/setup/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void where_sample_logins_are_in_force_nobody_needs_setting_up() {
        assertThat(oneTimeLinks.issueSetUp()).isEmpty();
    }

    @Test
    void outside_of_a_request_the_origin_is_the_listening_socket() {
        assertThat(origin.url()).isEqualTo("http://127.0.0.1:" + port);
    }
}
