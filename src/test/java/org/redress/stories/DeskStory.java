package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;

/** A day at the desk: agents at their queue, by mouse and by key, beside each other. */
@RedressTest
class DeskStory extends AtTheDesk {
    private static final Pattern ONE_CLAIM = Pattern.compile(".*/desk/claims/[0-9a-f-]{36}$");

    private String claim(String order) {
        shop().order(order);
        return shop().claim(order, 1);
    }

    private static Locator rows(Page page) {
        return page.locator(".queue tbody tr");
    }

    @Test
    void several_claims_are_taken_at_once_and_what_a_colleague_has_changed_is_left() {
        var first = claim("D-1");
        claim("D-2");
        var page = agent();
        page.navigate("/desk/claims");
        assertThat(rows(page)).hasCount(2);
        assertThat(page.locator("#bulk")).isHidden();
        // Meanwhile somebody accepts the first.
        api.post("/api/v1/claims/" + first + "/acceptance").is(200);
        assertThat(page.locator("#c-" + first)).containsText("Accepted");
        page.locator(".q-pick input[name=claim]").nth(0).check();
        page.locator("[data-pick-all]").check();
        assertThat(page.locator("[data-picked]")).hasText("2 picked");
        page.locator("#bulk button[value=TAKE]").click();
        assertThat(page.locator("#flash")).containsText("yours now");
        assertThat(page.locator(".tabs [aria-current] .n")).hasText("2");
        page.navigate("/desk/claims?view=mine");
        assertThat(rows(page).first()).containsText("Jo Park");
    }

    @Test
    void what_was_done_with_several_is_taken_back_and_what_was_left_is_named() {
        var first = claim("D-3");
        claim("D-4");
        var page = agent();
        page.navigate("/desk/claims");
        page.locator(".q-pick input[name=claim]").first().check();
        page.locator("[data-pick-all]").check();
        page.locator("#bulk button[value=TAKE]").click();
        assertThat(page.locator("#flash")).containsText("2 claims are yours now.");
        page.keyboard().press("u");
        assertThat(page.locator("#flash")).containsText("2 claims are where they were.");
        assertThat(page.locator("#flash form")).hasCount(0);
        page.navigate("/desk/claims?whose=nobody");
        assertThat(rows(page)).hasCount(2);
        // A claim that nobody has looked at is not closed.
        page.locator(".q-pick input[name=claim]").first().check();
        page.locator("[data-pick-all]").check();
        page.locator("#bulk button[value=CLOSE]").click();
        assertThat(page.locator("#flash .bad"))
                .containsText(api.get("/api/v1/claims/" + first).is(200).text("/number"));
    }

    @Test
    void the_claims_of_a_colleague_and_of_some_days_are_found() {
        claim("D-5");
        claim("D-6");
        var colleague = staff("Ann Lee", Role.AGENT);
        colleague.navigate("/desk/claims");
        colleague.locator(".q-pick input[name=claim]").first().check();
        colleague.locator("#bulk button[value=TAKE]").click();
        assertThat(colleague.locator("#flash")).containsText("yours now");
        var page = agent();
        page.navigate("/desk/claims?view=all");
        page.locator(".filter > summary").click();
        page.locator(".filter select[name=whose]").selectOption(new SelectOption().setLabel("Ann Lee"));
        page.locator(".filter button").click();
        assertThat(page.locator(".chip")).hasText("Ann Lee");
        assertThat(rows(page)).hasCount(1);
        var today = LocalDate.now(ZoneOffset.UTC);
        page.navigate("/desk/claims?view=all&from=" + today.minusDays(1) + "&until=" + today.plusDays(1));
        assertThat(page.locator(".chip")).hasCount(2);
        assertThat(rows(page)).hasCount(2);
        page.navigate("/desk/claims?view=all&until=" + today.minusDays(2));
        assertThat(rows(page)).hasCount(0);
        page.navigate("/desk/claims?view=all&from=" + today.plusDays(2));
        assertThat(rows(page)).hasCount(0);
        // What is no day, and nobody, is not asked for.
        page.navigate("/desk/claims?view=all&from=9999-12-31&until=-999-01-01&whose=one");
        assertThat(rows(page)).hasCount(2);
    }

    @Test
    void everything_is_done_by_key() {
        claim("D-11");
        var second = claim("D-12");
        var page = agent();
        page.navigate("/desk/claims");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("#bulk")).isVisible();
        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("n");
        page.waitForURL(ONE_CLAIM);

        var number = api.get("/api/v1/claims/" + second).is(200).text("/number");
        page.keyboard().press("Control+k");
        page.locator("#palette input").fill(number);
        assertThat(page.locator("#palette li").first()).containsText(number);
        page.keyboard().press("Enter");
        page.waitForURL("**/desk/claims/" + second);
        page.keyboard().press("Control+k");
        page.locator("#palette input").fill("mugs D-12");
        assertThat(page.locator("#palette li").first()).containsText(number);
    }

    @Test
    void the_queue_says_what_is_new_without_moving_under_ones_hands() {
        var first = claim("D-21");
        var page = agent();
        page.navigate("/desk/claims");
        assertThat(rows(page)).hasCount(1);
        page.locator(".q-number a").focus();
        claim("D-22");
        assertThat(page.locator("[data-news]")).isVisible();
        assertThat(rows(page)).hasCount(1);
        page.keyboard().press("x");
        assertThat(page.locator(".q-pick input[name=claim]")).isChecked();
        api.post(
                        "/api/v1/claims/" + first + "/information-request",
                        "{\"what\": [\"ITEM\"], \"message\": \"A photo, please.\"}")
                .is(200);
        // It is the customer's turn now: the row says so, stays where it is, keeps the focus, and is picked no longer.
        assertThat(page.locator(".queue tr.gone")).hasCount(1);
        assertThat(page.locator(".q-pick input[name=claim]")).not().isChecked();
        assertThat(page.locator(".q-number a")).isFocused();
        page.locator("[data-news] a").click();
        assertThat(rows(page)).hasCount(1);
        assertThat(page.locator("[data-news]")).isHidden();
    }

    @Test
    void open_pages_hear_that_the_customer_wrote_and_that_somebody_answered() {
        var claim = claim("D-23");
        var queue = agent();
        queue.navigate("/desk/claims");
        assertThat(rows(queue)).hasCount(1);
        var page = agent();
        page.navigate("/desk/claims/" + claim);
        api.post("/api/v1/claims/" + claim + "/messages", "{\"text\": \"When does it come?\"}")
                .is(201);
        assertThat(rows(queue).locator(".q-state")).containsText("Wrote");
        assertThat(page.locator("[data-moved]")).isVisible();
        queue.navigate("/desk/claims?view=wrote");
        assertThat(rows(queue)).hasCount(1);
        page.reload();
        assertThat(page.locator(".unanswered")).containsText("waits for an answer");
        page.locator(".unanswered button").click();
        assertThat(page.locator(".unanswered")).hasCount(0);
        assertThat(queue.locator(".queue tr.gone")).hasCount(1);
        assertThat(queue.locator(".q-state")).not().containsText("Wrote");
    }

    @Test
    void what_happened_while_a_page_was_on_its_way_is_heard_when_it_arrives() {
        var claim = claim("D-24");
        var messages = "/api/v1/claims/" + claim + "/messages";
        for (var at : List.of("/desk/claims", "/desk/claims/" + claim)) {
            var page = agent();
            page.route("**/desk/live?*", listens -> {
                api.post(messages, "{\"text\": \"When does it come?\"}").is(201);
                listens.resume();
                page.unroute("**/desk/live?*");
            });
            page.navigate(at);
            assertThat(page.locator(".queue tr.changed, [data-moved]")).isVisible();
        }
    }

    @Test
    void colleagues_see_who_looks_and_who_writes() {
        var claim = claim("D-31");
        var one = agent();
        var other = agent();
        other.navigate("/desk/claims");
        one.navigate("/desk/claims/" + claim);
        assertThat(other.locator(".q-seen")).hasText("Jo Park is looking at it");
        other.navigate("/desk/claims/" + claim);
        assertThat(other.locator("[data-people]")).containsText("Also looking at this: Jo Park");
        assertThat(one.locator("[data-people]")).containsText("Also looking at this: Jo Park");
        var message = one.locator("#message-text");
        if (!message.isVisible()) {
            one.locator("details.composer:has(#message-text) > summary").click();
        }
        message.pressSequentially("Dear Ada");
        assertThat(other.locator("[data-people]")).containsText("Writing on this right now: Jo Park");
        one.navigate("/desk/claims");
        assertThat(other.locator("[data-people]")).isHidden();
        api.post("/api/v1/claims/" + claim + "/acceptance").is(200);
        assertThat(other.locator("[data-moved]")).isVisible();
    }

    @Test
    void a_question_is_narrowed_down_kept_and_asked_again() {
        claim("D-41");
        var page = agent();
        page.navigate("/desk/claims");
        page.locator(".filter > summary").click();
        assertThat(page.locator(".filter .actions button")).isInViewport();
        page.locator(".filter input[name=channel][value=phone]").check();
        page.locator(".filter button").click();
        assertThat(page.locator(".chip")).hasText("Phone");
        assertThat(rows(page)).hasCount(0);
        assertThat(page.locator("main")).containsText("Take one of the conditions above away.");
        page.locator(".keep-view summary").click();
        page.locator(".keep input[name=name]").fill("Calls");
        page.locator(".keep button").click();
        assertThat(page.locator(".tabs [aria-current]")).containsText("Calls");
        page.locator(".asked .inline button").click();
        assertThat(page.locator(".tabs")).not().containsText("Calls");
    }

    @Test
    void a_supervisor_keeps_a_view_for_all_gives_claims_to_people_and_watches() {
        claim("D-61");
        var boss = staff("Sue Hart", Role.AGENT, Role.SUPERVISOR);
        var agent = agent();
        boss.navigate("/desk/claims?view=ours&channel=api");
        boss.locator(".keep-view summary").click();
        boss.locator(".keep input[name=name]").fill("By programme");
        boss.locator(".keep input[name=forAll]").check();
        boss.locator(".keep button").click();
        agent.navigate("/desk/claims");
        assertThat(agent.locator(".tabs")).containsText("By programme");
        agent.navigate("/desk/rota");
        assertThat(agent.locator("main form[action='/desk/rota']")).hasCount(0);

        boss.navigate("/desk/rota");
        // Sue herself is given none.
        var own = boss.locator("section.panel:has(h2:text-is('Sue Hart'))");
        own.locator("details.more > summary").click();
        own.locator("input[name=takes]").uncheck();
        own.locator("form button").click();
        assertThat(boss.locator("#flash")).containsText("Saved");
        boss.locator("main form[action='/desk/rota'] button").click();
        assertThat(boss.locator("#flash")).containsText("given to people by themselves");
        var given = agent.locator("#c-" + claim("D-62") + " .q-mine");
        // What waited before, D-61, may be given meanwhile as well.
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            agent.navigate("/desk/claims?view=mine");
            return given.count() == 1;
        });
        assertThat(given).hasText("Jo Park");

        boss.navigate("/desk/watch");
        assertThat(boss.locator("main")).containsText("Nothing is late.");
        agent.navigate("/desk/watch");
        assertThat(agent.locator("h1")).not().containsText("watching");
    }

    @Test
    void an_ear_of_another_shop_hears_nothing() {
        var claim = claim("D-51");
        var stranger = goingHome(OwnMerchant.agent(context, port, OwnMerchant.found(context.getBean(Merchants.class))));
        var answer = stranger.request().get("/desk/live?claim=" + claim);
        org.assertj.core.api.Assertions.assertThat(answer.status()).isEqualTo(404);
    }
}
