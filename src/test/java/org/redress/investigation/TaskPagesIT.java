package org.redress.investigation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.access.Accounts;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.kernel.MerchantId;
import org.redress.testing.Api;
import org.redress.testing.Browser;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A question goes out, is answered on a phone in the aisle, and the desk reads what was found. */
@RedressTest
class TaskPagesIT {
    private static final String PASSWORD = "a few words in a row";

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks links;

    private MerchantId merchant;
    private Aisle aisle;
    private String claim;
    private final List<Page> people = new ArrayList<>();

    @BeforeEach
    void a_blue_mug_came_for_a_red_one() {
        merchant = OwnMerchant.found(merchants);
        aisle = new Aisle(Api.sample(port).withKey(keys.create(merchant, "Story", EnumSet.allOf(Role.class))));
        claim = aisle.claim();
    }

    @AfterEach
    void everybody_goes_home() {
        people.forEach(page -> page.context().close());
    }

    private Page came(Page page) {
        people.add(page);
        return page;
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    private String asked(String body) {
        var link = aisle.ask(claim, body).is(201).text("/link");
        return link.substring(link.indexOf("/task/"));
    }

    /** Somebody at the desk, at the place where the login leads. */
    private Page loggedIn(Page page, Role... roles) {
        var email = account(roles);
        page.navigate("/login");
        page.locator("[name=email]").fill(email);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("main button[type=submit]").click();
        return page;
    }

    /** Its address. */
    private String account(Role... roles) {
        var email = UUID.randomUUID() + "@example.org";
        var path = accounts.invite(merchant, email, "Jo Park", EnumSet.copyOf(List.of(roles)));
        links.choosePassword(path.substring("/password/".length()), PASSWORD);
        return email;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void a_count_is_sent_from_the_aisle_and_read_at_the_desk(String language) {
        var path = asked("{\"question\":\"RECOUNT\"}");
        var phone = came(Browser.phone(base(), language));
        phone.navigate(path);
        assertThat(phone.locator("h1"))
                .hasText(
                        language.equals("en")
                                ? "How many units of Red mug lie in slot A-03-2, and does Blue mug lie there too?"
                                : "货位 A-03-2 里有多少件 Red mug？有没有混入 Blue mug？");
        assertThat(phone.locator("form.reply"))
                .containsText(language.equals("en") ? "Please look at the goods themselves" : "请查看商品实物");
        assertThat(phone.locator("main")).not().containsText("Ada");
        assertThat(phone.locator("[name=counted]")).hasAttribute("inputmode", "numeric");
        assertThat(Browser.barriers(phone)).isEmpty();
        assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(375);
        Browser.picture(phone, "task-" + language);

        phone.locator("[name=counted]").fill("12");
        phone.locator("[name=otherCounted]").fill("2");
        phone.locator("[name=expected]").fill("13");
        phone.locator("[name=by]").fill("Jo 7");
        phone.locator("button[value=number]").click();
        assertThat(phone.locator("h1")).containsText(language.equals("en") ? "Thank you" : "谢谢您");
        assertThat(phone.locator("main")).containsText("13");
        assertThat(phone.locator("form.reply")).hasCount(0);
        assertThat(Browser.barriers(phone)).isEmpty();
        Browser.picture(phone, "task-thanks-" + language);

        var agent = loggedIn(came(Browser.desk(base(), language)), Role.AGENT);
        agent.navigate("/desk/tasks");
        assertThat(agent.locator("main section")).hasCount(0);
        agent.navigate("/desk/tasks?state=ANSWERED");
        assertThat(agent.locator("main section")).hasCount(1);
        agent.navigate("/desk/tasks?view=answered");
        assertThat(agent.locator("main section")).containsText("Jo 7");
        assertThat(Browser.barriers(agent)).isEmpty();
        Browser.picture(agent, "tasks-answered-" + language);
    }

    @Test
    void a_form_without_scripts_answers_yes_or_no_and_whoever_cannot_tell_says_so() {
        var proof = asked("{\"question\":\"CARRIER_PROOF\"}");
        var carrier = came(Browser.withoutScripts(base(), "en"));
        carrier.navigate(proof);
        Browser.picture(carrier, "task-carrier");
        carrier.locator("button[value=yes]").click();
        assertThat(carrier.locator("main")).containsText("Yes, elsewhere or sorted wrongly");
        carrier.navigate(asked("{\"question\":\"CARRIER_WEIGHT\"}"));
        carrier.locator("button[value=unknown]").click();
        // The browser asks for a number first, except where nobody needs one to say that they cannot tell.
        assertThat(carrier.locator("main")).containsText("It could not be told.");
    }

    @Test
    void who_works_in_the_warehouse_lands_on_the_tasks_and_sees_nothing_else() {
        asked("{\"question\":\"QUARANTINE_LOT\",\"lot\":\"L-77\",\"slot\":\"A-03-2\"}");
        asked("{\"question\":\"CARRIER_PROOF\"}");
        var jo = loggedIn(came(Browser.phone(base(), "en")), Role.WAREHOUSE);
        assertThat(jo).hasURL(base() + "/desk/tasks");
        assertThat(jo.locator(".top-nav a")).hasText(new String[] {"Tasks", "Returns"});
        assertThat(jo.locator("main section")).hasCount(1);
        assertThat(jo.locator("main")).not().containsText(aisle.parcel);
        assertThat(jo.locator("main a[href^='/desk/claims']")).hasCount(0);
        assertThat(Browser.barriers(jo)).isEmpty();
        jo.locator("summary", new Page.LocatorOptions().setHasText("Answer")).click();
        Browser.picture(jo, "tasks-warehouse");
        jo.locator("button[value=yes]").click();
        assertThat(jo.locator("#flash")).containsText("recorded");
        jo.navigate("/desk");
        assertThat(jo).hasURL(base() + "/desk/tasks");
        for (var closed : List.of("/desk/claims", "/desk/claims/" + claim, "/desk/orders", "/desk/parcels")) {
            var answer = jo.navigate(closed);
            assertThat(answer.status()).as(closed).isEqualTo(403);
        }
    }

    @Test
    void an_agent_asks_hands_out_a_new_link_and_takes_the_question_back() {
        asked("{\"question\":\"RECOUNT\"}");
        var agent = loggedIn(came(Browser.desk(base(), "en")), Role.AGENT);
        agent.navigate("/desk/tasks");
        assertThat(agent.locator("main a[href^='/desk/claims']")).hasCount(1);
        Browser.picture(agent, "tasks-open");
        agent.locator("button", new Page.LocatorOptions().setHasText("New link"))
                .click();
        var link = agent.locator("[name=link]").inputValue();
        assertThat(link).startsWith(base() + "/task/");
        agent.locator("button", new Page.LocatorOptions().setHasText("Take back"))
                .click();
        assertThat(agent.locator("#flash")).containsText("taken back");
        var phone = came(Browser.phone(base(), "en"));
        phone.navigate(link);
        assertThat(phone.locator("h1")).containsText("No answer is needed any more");
        agent.navigate("/desk/tasks?view=cancelled");
        assertThat(agent.locator("main section")).containsText("Jo Park");
    }

    @Test
    void whoever_was_to_do_something_reads_that_it_was_taken_back_and_nothing_is_to_be_done() {
        var path = asked("{\"question\":\"QUARANTINE_LOT\",\"lot\":\"L-77\",\"slot\":\"A-03-2\"}");
        var agent = loggedIn(came(Browser.desk(base(), "en")), Role.AGENT);
        agent.navigate("/desk/tasks");
        agent.locator("button", new Page.LocatorOptions().setHasText("Take back"))
                .click();
        var phone = came(Browser.phone(base(), "en"));
        phone.navigate(path);
        assertThat(phone.locator("main")).not().containsText("label or the scanner");
        assertThat(phone.locator("h1")).containsText("This request was taken back");
        assertThat(phone.locator("main")).containsText("nothing needs to be done");
        assertThat(Browser.barriers(phone)).isEmpty();
    }

    @Test
    void the_desk_leads_an_administrator_to_the_staff() {
        var admin = loggedIn(came(Browser.desk(base(), "en")), Role.ADMIN);
        admin.navigate("/desk");
        assertThat(admin).hasURL(base() + "/admin/accounts");
    }

    @Test
    void a_question_is_asked_by_a_form_that_needs_only_its_name_and_what_lacks_is_said() {
        var agent = Visitor.at(port, "en");
        agent.get("/login");
        agent.post("/login", Map.of("email", account(Role.AGENT), "password", PASSWORD));
        agent.get("/desk/tasks");
        var asked = agent.post("/desk/claims/" + claim + "/tasks", Map.of("question", "RECOUNT", "lot", " "));
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.next()).isEqualTo("/desk/claims/" + claim);
        assertThat(agent.get(asked.next()).body()).contains("The question is open", base() + "/task/");
        assertThat(agent.get("/desk/tasks").body()).contains("slot A-03-2").doesNotContain("Ada");
        var lacking = agent.post("/desk/claims/" + claim + "/tasks", Map.of("question", "LOT_CHECK"));
        assertThat(agent.get(lacking.next()).body()).contains("Say which lot.");
        assertThat(agent.post("/desk/claims/" + claim + "/tasks", Map.of("question", "WHY"))
                        .status())
                .isBetween(400, 422);
        assertThat(agent.post("/desk/claims/" + UUID.randomUUID() + "/tasks", Map.of("question", "RECOUNT"))
                        .status())
                .isEqualTo(404);
    }
}
