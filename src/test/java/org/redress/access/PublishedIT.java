package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.access.store.AccountTable;
import org.redress.access.store.ApiKeyTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Ids;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

/** A server that others can reach: bound to every address, behind a named proxy on this machine. */
@RedressTest
@TestPropertySource(properties = {"server.address=0.0.0.0", "redress.proxies=127.0.0.1, 10.1.0.0/16"})
class PublishedIT {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Merchants merchants;

    @Autowired
    AccountTable accounts;

    @Autowired
    ApiKeyTable keys;

    @Autowired
    OneTimeLinks oneTimeLinks;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    MerchantTransactions transactions;

    @Test
    void there_is_no_sample_merchant() {
        assertThat(merchants.bySlug("demo")).isEmpty();
        assertThat(new Browser(port).logIn("admin@example.com", "admin").statusCode())
                .isEqualTo(401);
        assertThat(new Program(port, "demo-key").get("/api/v1/claims").statusCode())
                .isEqualTo(401);
    }

    @Test
    void sample_logins_and_keys_of_an_earlier_start_on_loopback_are_refused() {
        var merchant = new Cast(context).merchant();
        var email = UUID.randomUUID() + "@example.com";
        var account = new Account(Ids.next(), email, "Sample", EnumSet.of(Role.ADMIN), true, true, false);
        var key = new ApiKey(Ids.next(), "Sample", "sample", EnumSet.of(Role.ADMIN), Instant.now(), null, null);
        transactions.run(merchant, () -> {
            accounts.insert(merchant, account, passwords.encode("sample"), true, Instant.now());
            keys.insert(merchant, key, new Secret("key of " + email).hash(), true);
        });
        assertThat(new Browser(port).logIn(email, "sample").statusCode()).isEqualTo(401);
        assertThat(new Program(port, "key of " + email).get("/api/v1/claims").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_set_up_link_founds_the_first_merchant_with_an_operator_and_then_nothing_any_more() {
        var path = oneTimeLinks.issueSetUp().orElseThrow();
        var second = oneTimeLinks.issueSetUp().orElseThrow();
        var browser = new Browser(port);
        assertThat(browser.get(path).statusCode()).isEqualTo(200);
        String[] form = {
            "slug",
            "Not A Slug",
            "merchant",
            "Blue",
            "language",
            "en",
            "zone",
            "UTC",
            "currency",
            "EUR",
            "name",
            "First",
            "email",
            "first@example.org",
            "password",
            "short"
        };
        var faulty = browser.post(path, form);
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("value=\"Blue\"", "lower-case letters", "at least 12")
                .doesNotContain("value=\"short\"");
        form[1] = "blue";
        form[form.length - 1] = Cast.PASSWORD;
        assertThat(browser.post(path, form).statusCode()).isEqualTo(303);
        assertThat(browser.logIn("first@example.org", Cast.PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/admin/merchants").statusCode()).isEqualTo(200);
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        browser.get("/login");
        form[1] = "red";
        assertThat(browser.post(second, form).statusCode()).isEqualTo(404);
        assertThat(merchants.bySlug("red")).isEmpty();
        assertThat(oneTimeLinks.issueSetUp()).isEmpty();
    }

    @Test
    void what_a_named_proxy_forwards_is_believed() {
        var answer = new Browser(port)
                .get(
                        "/login",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "shop.example",
                        "X-Forwarded-For",
                        "203.0.113.7");
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElseThrow())
                .startsWith("max-age=");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
        var asked =
                new Browser(port).get("/admin/keys", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "shop.example");
        assertThat(asked.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("session=").contains("Secure", "HttpOnly", "SameSite=Lax"));
    }
}
