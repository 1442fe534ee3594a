package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Area;
import org.redress.remedy.Policies;
import org.redress.remedy.PolicyVersion;
import org.redress.remedy.RuleTable;
import org.redress.testing.Browser;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A manager changes the rules in the browser, as tables; what does not hold is said by its row, and nothing is lost. */
@RedressTest
@TestPropertySource(properties = "redress.sample=true")
class PolicyEditorStory {
    private static final Actor AUTHOR = new Actor.Staff(new UUID(1, 1), "Sam");

    @LocalServerPort
    int port;

    @Autowired
    Policies policies;

    @Autowired
    Merchants merchants;

    private final List<Page> pages = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @AfterEach
    void close() {
        pages.forEach(page -> page.context().close());
    }

    private MerchantId merchant() {
        return merchants.bySlug("demo").orElseThrow().id();
    }

    private PolicyVersion draft() {
        return policies.draft(merchant(), Area.GB, null, "", AUTHOR);
    }

    private RuleTable freight(PolicyVersion draft) {
        return table(draft, "freight");
    }

    private RuleTable table(PolicyVersion draft, String name) {
        var whole = policies.find(merchant(), draft.id()).orElseThrow();
        return policies.read(whole.tables()).stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Page manager(Page page) {
        pages.add(page);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
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

    private static void open(Page page, String table) {
        page.locator("#sheet.open").waitFor();
        page.locator("#table-list a[data-table=" + table + "]").click();
        assertThat(page.locator("#table-list a[data-table=" + table + "]")).hasAttribute("aria-current", "true");
    }

    private static Locator cell(Page page, int row, int column) {
        return page.locator(
                "#sheet tbody tr:nth-child(" + row + ") td:nth-child(" + (column + 1) + ") .content-editable");
    }

    private static void write(Page page, int row, int column, String text) {
        cell(page, row, column).click();
        page.keyboard().press("Control+A");
        page.keyboard().insertText(text);
    }

    private static void keep(Page page) {
        page.locator("#tables-form button.btn-primary").click();
    }

    @Test
    void a_row_that_overlaps_is_named_and_mended_and_the_new_value_is_kept() {
        var draft = draft();
        var page = desk("en");
        page.navigate("/desk/policies/" + draft.id());
        page.locator("a[href$='/editor']").click();
        open(page, "freight");
        Browser.picture(page, "policy-editor-light");

        write(page, 1, 2, "3.1");
        cell(page, 2, 1).click();
        page.locator("[data-act=addRule]").click();
        page.keyboard().insertText("(500..600]");
        write(page, 3, 2, "9");
        write(page, 3, 3, "our own rule");
        open(page, "goods");
        keep(page);

        var findings = page.locator("#tables-findings");
        assertThat(findings.locator("[role=alert]")).containsText("everything you wrote is still here");
        var finding = findings.locator("a[data-table=freight]").first();
        assertThat(finding).containsText(Pattern.compile("Freight, row [23]: .*Rows 2, 3 answer the same question"));
        assertThat(page.locator("#tables-state")).isVisible();
        finding.click();
        assertThat(page.locator("#table-title")).hasText("Freight");
        assertThat(page.locator("#sheet tr.found")).hasCount(1);
        Browser.picture(page, "policy-editor-finding");
        assertThat(freight(draft).rows()).hasSize(5);

        cell(page, 3, 1).click();
        page.locator("[data-act=removeRule]").click();
        keep(page);
        assertThat(findings.locator(".good")).isVisible();
        assertThat(page.locator("#tables-state")).isHidden();
        write(page, 5, 3, "the carrier’s list");
        keep(page);
        assertThat(page.locator("#tables-state")).isHidden();

        page.navigate("/desk/policies/" + draft.id());
        var row = page.locator("section:has(#t-freight) tbody tr").first();
        assertThat(row).containsText("3.1");
        assertThat(freight(draft).rows()).hasSize(5);
        assertThat(freight(draft).rows().getFirst().cells()).containsExactly("<= 250", "3.1");
        assertThat(freight(draft).rows().getLast().source()).isEqualTo("the carrier’s list");
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_cell_that_is_left_empty_asks_nothing() {
        var draft = draft();
        var page = desk("en");
        page.navigate("/desk/policies/" + draft.id() + "/editor#approval");
        open(page, "approval");
        cell(page, 1, 1).click();
        page.locator("[data-act=addRule]").click();
        page.keyboard().insertText("> 200");
        var row = page.locator("#sheet tbody tr", new Page.LocatorOptions().setHasText("> 200"));
        assertThat(row).hasCount(1);
        write(page, 2, 4, "true");
        write(page, 2, 5, "our own rule");
        keep(page);
        assertThat(page.locator("#tables-findings .good")).isVisible();
        assertThat(table(draft, "approval").rows())
                .anySatisfy(each -> assertThat(each.cells()).containsExactly("> 200", "-", "-", "true"));
    }

    @Test
    void whoever_leaves_with_changes_is_asked_and_one_who_comes_too_late_keeps_a_file() throws IOException {
        var draft = draft();
        var page = desk("en");
        page.navigate("/desk/policies/" + draft.id() + "/editor#freight");
        page.locator("#sheet.open").waitFor();
        write(page, 1, 2, "3.2");
        var asked = new ArrayList<String>();
        page.onceDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.locator("main > p a").click();
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).containsExactly("beforeunload");

        var theirs =
                policies.find(merchant(), draft.id()).orElseThrow().tables().replace("<text>2.5<", "<text>2.6<");
        policies.change(merchant(), draft.id(), theirs, "", new Actor.Staff(new UUID(1, 2), "Kim"), draft.version());
        keep(page);
        var findings = page.locator("#tables-findings [role=alert]");
        assertThat(findings).containsText("Somebody has changed it since you opened it");
        var file =
                page.waitForDownload(() -> findings.locator("[data-take-file]").click());
        assertThat(file.suggestedFilename()).isEqualTo(draft.name() + ".dmn");
        assertThat(Files.readString(file.path())).contains("<text>3.2</text>");
        assertThat(cell(page, 1, 2)).hasText("3.2");
        assertThat(freight(draft).rows().getFirst().cells()).containsExactly("<= 250", "2.6");
        keep(page);
        assertThat(findings).containsText("Somebody has changed it since you opened it");
        assertThat(complaints).isEmpty();
    }

    @Test
    void rows_are_dragged_columns_are_not_changed_and_the_makers_mark_stays_in_view() {
        var draft = draft();
        var page = desk("zh-CN");
        page.navigate("/desk/policies/" + draft.id() + "/editor");
        open(page, "goodwill");
        assertThat(page.locator("#sheet thead .clause").first()).hasText("如果");
        assertThat(page.locator("#sheet thead th").last()).hasText("依据");
        assertThat(page.locator("#sheet .add-input, #sheet .add-output, #sheet .hit-policy, #sheet .view-drd"))
                .hasCount(0);
        assertThat(page.locator("#sheet .powered-by")).isInViewport();
        var first = page.locator("#sheet tbody tr").first().textContent();
        var handle = page.locator("#sheet tbody tr:nth-child(1) .dmn-icon-drag").boundingBox();
        var goal = page.locator("#sheet tbody tr:nth-child(2) td:nth-child(2)").boundingBox();
        page.mouse().move(handle.x + 5, handle.y + 5);
        page.mouse().down();
        var steps = new Mouse.MoveOptions().setSteps(8);
        page.mouse().move(goal.x + 20, goal.y + goal.height - 6, steps);
        page.mouse().move(goal.x + 22, goal.y + goal.height - 3, steps);
        page.mouse().up();
        assertThat(page.locator("#sheet tbody tr").first()).not().hasText(first);
        page.locator("#sheet tbody tr:nth-child(1) td:nth-child(2)")
                .click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        assertThat(page.locator("#sheet .context-menu")).containsText("在上方添加一行");
        page.keyboard().press("Escape");
        assertThat(complaints).isEmpty();
    }

    @Test
    void on_a_phone_it_scrolls_in_its_own_box_and_without_scripts_the_page_says_what_to_do() {
        var draft = draft();
        for (var theme : ColorScheme.values()) {
            if (theme == ColorScheme.NO_PREFERENCE) {
                continue;
            }
            var phone = manager(Browser.phone("http://127.0.0.1:" + port, "en"));
            phone.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            phone.navigate("/desk/policies/" + draft.id() + "/editor#goods");
            phone.locator("#sheet.open").waitFor();
            assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
            assertThat((Integer) phone.evaluate("document.querySelector('.tjs-table-container').scrollWidth"))
                    .isGreaterThan(700);
            Browser.picture(phone, "policy-editor-phone-" + theme);
        }
        var plain = manager(Browser.withoutScripts("http://127.0.0.1:" + port, "en"));
        plain.navigate("/desk/policies/" + draft.id() + "/editor");
        assertThat(plain.locator("noscript .notice, main .notice:visible").first())
                .containsText("Editing here needs scripts");
        assertThat(plain.locator("#tables-editor")).isHidden();
    }

    @Test
    void what_is_no_draft_any_more_is_only_read() {
        var generous = policies.shipped(Area.GB).replace("&lt;= 10<", "&lt;= 30<");
        var draft = policies.draft(merchant(), Area.GB, generous, "", AUTHOR);
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        policies.handIn(merchant(), draft.id(), today.plusDays(1), null, AUTHOR, draft.version());
        var page = desk("en");
        page.navigate("/desk/policies/" + draft.id() + "/editor");
        assertThat(page.url()).endsWith("/desk/policies/" + draft.id());
        assertThat(page.locator("a[href$='/editor']")).hasCount(0);
    }
}
