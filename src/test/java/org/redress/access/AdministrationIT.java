package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@RedressTest
@Import(Probe.class)
class AdministrationIT {
    private static final String ACCOUNTS = "/admin/accounts";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiKeys keys;

    @Autowired
    Merchants merchants;

    private Cast cast;
    private MerchantId merchant;
    private Account admin;
    private Browser browser;

    @BeforeEach
    void cast() {
        cast = new Cast(context);
        merchant = cast.merchant();
        admin = cast.account(merchant, Role.ADMIN);
        browser = new Browser(port).loggedIn(admin.email(), Cast.PASSWORD);
        browser.get(ACCOUNTS);
    }

    private Set<Role> rolesOf(Account account) {
        return accounts.find(merchant, account.id()).orElseThrow().roles();
    }

    @Test
    void an_invitation_is_shown_once_and_opens_an_account() {
        var email = UUID.randomUUID() + "@example.org";
        var made = browser.post(ACCOUNTS, "name", "Jo Reed", "email", email, "roles", "AGENT");
        assertThat(made.statusCode()).isEqualTo(303);
        var page = browser.get(ACCOUNTS).body();
        var links = Browser.linksIn(page, "/password/");
        assertThat(links).hasSize(1);
        assertThat(page).contains(browser.origin() + links.getFirst());
        assertThat(Browser.linksIn(browser.get(ACCOUNTS).body(), "/password/")).isEmpty();

        var guest = new Browser(port);
        assertThat(guest.get(links.getFirst()).body()).contains("Jo Reed", email);
        assertThat(guest.post(links.getFirst(), "password", "too short", "again", "too short")
                        .body())
                .contains("at least 12 characters");
        assertThat(guest.post(links.getFirst(), "password", Cast.PASSWORD, "again", Cast.PASSWORD + "!")
                        .statusCode())
                .isEqualTo(422);
        assertThat(guest.post(links.getFirst(), "password", Cast.PASSWORD, "again", Cast.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        assertThat(guest.logIn(email, Cast.PASSWORD).statusCode()).isEqualTo(303);
        assertThat(guest.get(links.getFirst()).statusCode()).as("used up").isEqualTo(404);
    }

    @Test
    void a_faulty_invitation_keeps_what_was_typed_and_names_each_fault() {
        var answer = browser.post(ACCOUNTS, "name", "", "email", "not an address");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"not an address\"", "does not look like", "Please give a name", "at least one");
        var taken = browser.post(ACCOUNTS, "name", "Jo", "email", admin.email(), "roles", "AGENT");
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("has an account");
    }

    @Test
    void no_account_can_be_given_a_role_of_programs_by_a_tampered_form() {
        var email = UUID.randomUUID() + "@example.org";
        var answer = browser.post(ACCOUNTS, "name", "Jo", "email", email, "roles", "INTEGRATOR", "operator", "true");
        assertThat(answer.statusCode()).isEqualTo(422);
        var agent = cast.account(merchant, Role.AGENT);
        browser.post(ACCOUNTS + "/" + agent.id() + "/roles", "roles", "AGENT", "roles", "CUSTOMER_VOICE");
        assertThat(rolesOf(agent)).containsExactly(Role.AGENT);
        browser.post(ACCOUNTS, "name", "Jo", "email", email, "roles", "AGENT", "operator", "true");
        assertThat(accounts.all(merchant)).noneMatch(Account::operator);
    }

    @Test
    void an_agent_cannot_raise_themselves_by_a_tampered_form() {
        var agent = cast.account(merchant, Role.AGENT);
        var their = new Browser(port).loggedIn(agent.email(), Cast.PASSWORD);
        their.get("/login");
        assertThat(their.get(ACCOUNTS).statusCode()).isEqualTo(403);
        assertThat(their.get("/nothing-here").statusCode()).isEqualTo(404);
        assertThat(their.post(ACCOUNTS + "/" + agent.id() + "/roles", "roles", "ADMIN")
                        .statusCode())
                .isEqualTo(403);
        assertThat(their.post("/admin/keys", "name", "x", "roles", "ADMIN").statusCode())
                .isEqualTo(403);
        assertThat(their.post("/admin/settings", "merchant", "Mine").statusCode())
                .isEqualTo(403);
        assertThat(rolesOf(agent)).containsExactly(Role.AGENT);
        assertThat(keys.all(merchant)).isEmpty();
    }

    @Test
    void nobody_changes_their_own_roles_or_shuts_their_own_account() {
        cast.account(merchant, Role.ADMIN);
        browser.post(ACCOUNTS + "/" + admin.id() + "/roles", "roles", "ADMIN", "roles", "SUPERVISOR");
        assertThat(rolesOf(admin)).containsExactly(Role.ADMIN);
        assertThat(browser.get(ACCOUNTS + "/" + admin.id()).body()).contains("changed by another administrator");
        browser.post(ACCOUNTS + "/" + admin.id() + "/deactivation");
        assertThat(accounts.find(merchant, admin.id()).orElseThrow().active()).isTrue();
    }

    @Test
    void the_last_administrator_stays() {
        var program = new Viewer(
                merchant, new org.redress.kernel.Actor.Program(UUID.randomUUID(), "key"), Set.of(Role.ADMIN));
        accounts.invite(merchant, UUID.randomUUID() + "@example.org", "Only invited", Set.of(Role.ADMIN));
        assertThatThrownBy(() -> accounts.deactivate(program, admin.id()))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("LAST_ADMIN"));
        assertThatThrownBy(() -> accounts.changeRoles(program, admin.id(), Set.of(Role.AGENT)))
                .isInstanceOf(Refused.class);
        cast.account(merchant, Role.ADMIN);
        accounts.deactivate(program, admin.id());
        assertThat(accounts.find(merchant, admin.id()).orElseThrow().active()).isFalse();
    }

    @Test
    void an_account_is_shut_and_opened_again() {
        var agent = cast.account(merchant, Role.AGENT);
        var path = ACCOUNTS + "/" + agent.id();
        browser.post(path + "/deactivation");
        assertThat(accounts.find(merchant, agent.id()).orElseThrow().active()).isFalse();
        assertThat(accounts.holding(merchant, Role.AGENT)).isEmpty();
        assertThat(browser.get(path).body()).contains("Saved.", "Open the account again");
        browser.post(path + "/reactivation");
        assertThat(accounts.holding(merchant, Role.AGENT))
                .extracting(Account::id)
                .containsExactly(agent.id());
    }

    @Test
    void another_merchant_s_account_or_key_is_not_there() {
        var theirs = cast.merchant();
        var stranger = cast.account(theirs, Role.AGENT);
        cast.key(theirs, Role.AGENT);
        var path = ACCOUNTS + "/" + stranger.id();
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        browser.get(ACCOUNTS);
        assertThat(browser.post(path + "/roles", "roles", "ADMIN").statusCode()).isEqualTo(404);
        assertThat(browser.post(path + "/deactivation").statusCode()).isEqualTo(404);
        assertThat(browser.post(path + "/password-link").statusCode()).isEqualTo(404);
        var key = keys.all(theirs).getFirst();
        assertThat(browser.post("/admin/keys/" + key.id() + "/revocation").statusCode())
                .isEqualTo(404);
        assertThat(keys.all(theirs).getFirst().revokedAt()).isNull();
        assertThat(browser.get(ACCOUNTS + "/no-id").statusCode()).isEqualTo(404);
    }

    @Test
    void a_password_link_replaces_the_password_and_ends_the_sessions() {
        var agent = cast.account(merchant, Role.SUPERVISOR);
        var their = new Browser(port).loggedIn(agent.email(), Cast.PASSWORD);
        var path = ACCOUNTS + "/" + agent.id();
        browser.post(path + "/password-link");
        var first = Browser.linksIn(browser.get(path).body(), "/password/").getFirst();
        browser.post(path + "/password-link");
        var second = Browser.linksIn(browser.get(path).body(), "/password/").getFirst();
        var guest = new Browser(port);
        assertThat(guest.get(first).statusCode())
                .as("a newer link voids older ones")
                .isEqualTo(404);
        assertThat(guest.get(second).headers().firstValue("Referrer-Policy")).contains("no-referrer");
        guest.post(second, "password", "another few words", "again", "another few words");
        assertThat(their.get("/login").body()).as("logged out").doesNotContain("Sam Doe");
        assertThat(their.logIn(agent.email(), Cast.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(their.logIn(agent.email(), "another few words").statusCode()).isEqualTo(303);
    }

    @Test
    void a_key_is_shown_once_works_and_can_be_revoked() {
        assertThat(browser.post("/admin/keys", "name", "", "roles", "AGENT").statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/admin/keys", "name", "Shop <b>", "roles", "AGENT")
                        .statusCode())
                .isEqualTo(303);
        var key = Browser.linksIn(browser.get("/admin/keys").body(), "rdr_").getFirst();
        var later = browser.get("/admin/keys").body();
        assertThat(later).doesNotContain(key).contains("Shop &lt;b&gt;");
        assertThat(new Program(port, key).get("/api/v1/probe").statusCode()).isEqualTo(200);
        browser.post("/admin/keys/" + keys.all(merchant).getFirst().id() + "/revocation");
        assertThat(new Program(port, key).get("/api/v1/probe").statusCode()).isEqualTo(401);
    }

    @Test
    void settings_are_changed_and_the_slug_stays() {
        var slug = merchants.find(merchant).slug();
        var answer = browser.post(
                "/admin/settings",
                "merchant",
                "Blue Harbour",
                "slug",
                "other",
                "language",
                "zh-CN",
                "zone",
                "Asia/Shanghai",
                "currency",
                "CNY",
                "instantLane",
                "on",
                "instantCap",
                "200",
                "auditPercent",
                "5");
        assertThat(answer.statusCode()).isEqualTo(303);
        var changed = merchants.find(merchant);
        assertThat(MerchantForm.of(changed))
                .isEqualTo(
                        new MerchantForm(slug, "Blue Harbour", "zh-CN", "Asia/Shanghai", "CNY", true, "200.00", "5"));
        var faulty = browser.post(
                "/admin/settings", "merchant", "Typed", "language", "tlh", "zone", "Mars", "currency", "XXX");
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).contains("value=\"Typed\"", "one of the languages", "time zones", "currencies");
    }

    @Test
    void only_an_operator_sees_and_founds_merchants() {
        assertThat(browser.get("/admin/merchants").statusCode()).isEqualTo(403);
        assertThat(browser.post("/admin/merchants", "slug", "mine").statusCode())
                .isEqualTo(403);

        var operator = new Browser(port).loggedIn("admin@example.com", "admin");
        assertThat(operator.get("/admin/merchants").body()).contains("Hearth &amp; Harbour");
        var slug = "s" + UUID.randomUUID().toString().substring(0, 8);
        String[] form = {
            "slug",
            slug,
            "merchant",
            "New Shop",
            "language",
            "en",
            "zone",
            "UTC",
            "currency",
            "EUR",
            "name",
            "First Admin",
            "email",
            slug + "@example.org"
        };
        assertThat(operator.post("/admin/merchants", form).statusCode()).isEqualTo(303);
        assertThat(Browser.linksIn(operator.get("/admin/merchants").body(), "/password/"))
                .hasSize(1);
        var founded = merchants.bySlug(slug).orElseThrow();
        assertThat(founded.instantLane().on()).isFalse();
        assertThat(accounts.all(founded.id())).singleElement().satisfies(first -> {
            assertThat(first.roles())
                    .containsExactlyInAnyOrder(Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.WAREHOUSE);
            assertThat(first.operator()).isFalse();
        });
        form[form.length - 1] = "other-" + slug + "@example.org";
        var again = operator.post("/admin/merchants", form);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Another merchant has this short name");
    }

    @Test
    void the_pages_speak_chinese() {
        assertThat(browser.get(ACCOUNTS + "?lang=zh-CN").body()).contains("邀请同事", "角色");
        for (var path : new String[] {"/admin/keys", "/admin/settings", ACCOUNTS + "/" + admin.id()}) {
            assertThat(browser.get(path).body()).as(path).contains("lang=\"zh-CN\"");
        }
    }
}
