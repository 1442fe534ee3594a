package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Area;
import org.redress.remedy.Policies;
import org.redress.remedy.PolicyVersion;
import org.redress.testing.Api;
import org.redress.testing.Browser;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A manager sees what a change of rules would have done before anybody is touched by it, and whether all are treated alike. */
@RedressTest
@TestPropertySource(properties = "redress.sample=true")
class ReplayStory {
    private static final Actor AUTHOR = new Actor.Staff(new UUID(1, 1), "Sam");

    @LocalServerPort
    int port;

    @Autowired
    Policies policies;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    private final List<Page> pages = new ArrayList<>();

    @AfterEach
    void close() {
        pages.forEach(page -> page.context().close());
    }

    private MerchantId demo() {
        return merchants.bySlug("demo").orElseThrow().id();
    }

    private PolicyVersion draft() {
        var tables = policies.shipped(Area.GB).replace("&lt;= 10<", "&lt;= 30<");
        return policies.draft(demo(), Area.GB, tables, "Keep what came up to 30", AUTHOR);
    }

    private Page manager(Page page) {
        pages.add(page);
        page.navigate("/login");
        page.locator("[name=email]").fill("admin@example.com");
        page.locator("[name=password]").fill("admin");
        page.locator("main [type=submit]").click();
        page.waitForURL(address -> !address.endsWith("/login"));
        return page;
    }

    private Page desk(String language) {
        return manager(Browser.desk("http://127.0.0.1:" + port, language));
    }

    /** The form that stands on the page begins a run; its address. */
    private static void begin(Page page, String source, LocalDate from, LocalDate to) {
        page.locator("[name=source]").selectOption(source);
        page.locator("[name=from]").fill(from.toString());
        page.locator("[name=to]").fill(to.toString());
        page.locator("main form [type=submit], main form button.btn-primary").click();
        page.waitForURL(Pattern.compile("/desk/policies/replays/[0-9a-f-]{36}$"));
    }

    /** Others may be at work before it. */
    private static void isDone(Page page) {
        assertThat(page.locator("#run-title"))
                .hasText("Done", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    }

    @Test
    void a_draft_is_tried_on_a_simulated_merchant_and_what_it_changes_is_read_and_taken_home() throws IOException {
        var draft = draft();
        var page = desk("en");
        page.navigate("/desk/policies/" + draft.id());
        page.locator("a[href*='/desk/policies/replays?policy=']").click();
        assertThat(page.locator("[name=policy] option:checked")).containsText(draft.name());
        begin(page, "simulated", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));
        isDone(page);

        assertThat(page.locator("#figures")).isVisible();
        assertThat(page.locator(".replay-figures tbody tr")).hasCount(7);
        assertThat(page.locator(".replay-change").first()).containsText("better off");
        var all = page.locator(".replay-change").count();
        page.locator(".tabs a", new Page.LocatorOptions().setHasText("worse off"))
                .click();
        page.waitForURL(Pattern.compile("effect=WORSE"));
        assertThat(page.locator(".tabs a[aria-current=page]")).containsText("worse off");
        assertThat(page.locator(".replay-change").count()).isLessThan(all);

        var file = page.waitForDownload(
                () -> page.locator("a[href$='/changes.csv']").click());
        var lines = Files.readAllLines(file.path());
        assertThat(lines.getFirst()).contains("Rules that make the difference");
        assertThat(lines.stream().filter(line -> line.contains("better off")).count())
                .isGreaterThan(50);
        page.goBack();
        Browser.picture(page, "replay-1440");

        var phone = manager(Browser.open(
                Browser.options("http://127.0.0.1:" + port, "zh-CN", 375, 812).setColorScheme(ColorScheme.DARK)));
        phone.navigate(page.url());
        assertThat(phone.locator("#figures")).hasText("结果会有什么不同？");
        Browser.picture(phone, "replay-375-zh-dark");
        phone.navigate("/desk/policies/replays");
        assertThat(phone.locator(".list tbody tr").first()).containsText(draft.name());
        Browser.picture(phone, "replays-375-zh-dark");
    }

    @Test
    void claims_on_record_lead_to_their_pages_and_the_same_facts_decided_otherwise_stand_out_by_name() {
        var api = Api.sample(port).withKey(keys.create(demo(), "Replay", Set.of(Role.values())));
        var shop = new Shop(api);
        for (int i = 1; i <= 6; i++) {
            var number = "REPLAY-" + i;
            shop.order(number);
            var claim = shop.claim(number, 1);
            if (i < 6) {
                shop.offer(claim, "12.50", 1);
            } else {
                api.post("/api/v1/claims/" + claim + "/acceptance").is(200);
                api.post("/api/v1/claims/" + claim + "/offers", """
                                {"remedies": [{"kind": "REFUND", "amount": {"amount": "12.50", "currency": "GBP"},
                                               "lines": [{"sku": "STORY-MUG-RED", "quantity": 1}]},
                                              {"kind": "RETURN_LABEL"}]}""").is(201);
            }
        }
        var page = desk("en");
        page.navigate("/desk/policies/replays");
        page.locator("[name=policy]").selectOption("GB");
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        begin(page, "record", today.minusDays(1), today);
        isDone(page);
        assertThat(page.locator(".replay-figures tbody tr").first()).containsText("£");
        assertThat(page.locator("#changes + span")).isVisible();

        page.navigate("/desk/policies/fairness");
        assertThat(page.locator("#groups")).isVisible();
        assertThat(page.locator("tbody", new Page.LocatorOptions().setHasText("Decided by")))
                .containsText("Replay");
        var split = page.locator(".replay-split").first();
        assertThat(split).containsText("Refund (100% of what was paid)");
        Browser.picture(page, "fairness-1440");
        split.locator("a").first().click();
        page.waitForURL(Pattern.compile("/desk/claims/[0-9a-f-]{36}$"));
        var phone = manager(Browser.open(
                Browser.options("http://127.0.0.1:" + port, "zh-CN", 375, 812).setColorScheme(ColorScheme.DARK)));
        phone.navigate("/desk/policies/fairness");
        assertThat(phone.locator("#groups")).isVisible();
        Browser.picture(phone, "fairness-375-zh-dark");
    }

    @Test
    void without_scripts_a_run_is_begun_watched_and_stopped_all_the_same() {
        var page = manager(Browser.withoutScripts("http://127.0.0.1:" + port, "en"));
        page.navigate("/desk/policies/replays");
        page.locator("[name=policy]").selectOption("GB");
        begin(page, "simulated", LocalDate.of(2022, 1, 1), LocalDate.of(2023, 12, 31));
        page.locator("form[action$='/stop'] button").click();
        page.waitForURL(Pattern.compile("/desk/policies/replays/[0-9a-f-]{36}$"));
        for (int look = 0; look < 120 && page.locator("form[action$='/stop']").count() > 0; look++) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(page.locator("#run-title")).containsText(Pattern.compile("Stopped|Done"));
    }

    @Test
    void a_period_that_ends_before_it_begins_is_said_on_the_page_and_nothing_is_begun() {
        var page = desk("en");
        page.navigate("/desk/policies/replays");
        page.locator("[name=policy]").selectOption("GB");
        page.locator("[name=from]").fill("2026-02-01");
        page.locator("[name=to]").fill("2026-01-01");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator("#flash")).containsText("The last day lies before the first.");
        assertThat(page.locator("[name=from]")).hasValue("2026-02-01");
        page.navigate("/desk/policies/fairness?from=2026-02-01&to=2026-01-01");
        assertThat(page.locator("main")).containsText("The last day lies before the first.");
    }
}
