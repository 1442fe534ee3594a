package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.Browser;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A manager writes the shop’s own text, sees it on a made-up case while typing, and goes back to an old one. */
@RedressTest
@TestPropertySource(properties = "redress.sample=true")
class TemplateEditorStory {
    @LocalServerPort
    int port;

    private final List<Page> pages = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @AfterEach
    void close() {
        pages.forEach(page -> page.context().close());
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

    @Test
    void a_text_is_written_seen_while_typing_compared_and_taken_back() {
        var page = manager(Browser.desk("http://127.0.0.1:" + port, "en"));
        page.navigate("/admin/messages");
        page.locator("th a[href='/admin/messages/closing/en']").click();
        assertThat(page.locator("#preview")).containsText("Your claim K7QM-29XF is closed.");

        var body = page.locator("#f-body");
        body.fill("Thank you, {{customer.name}}.\n{{#cause}}\nWhy: {{cause}}\n{{/cause}}\n{{promise.deu}}");
        assertThat(page.locator("#preview .error"))
                .hasText("Line 5, character 1: “promise.deu” is nothing that can be filled in.");
        page.locator("#template .btn-primary").click();
        assertThat(page.locator("#f-body")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#preview .error")).containsText("Line 5, character 1");
        assertThat(page.locator("#versions")).isVisible();
        assertThat(page.locator("a[href='/admin/messages/closing/en/versions/1']"))
                .hasCount(0);

        page.locator("#f-body").fill("Thank you, {{customer.name}}.\n{{#cause}}\nWhy: {{cause}}\n{{/cause}}");
        assertThat(page.locator("#preview .template-text")).containsText("Thank you, Mei Lin.");
        page.locator("[name=sparse]").check();
        assertThat(page.locator("#preview")).containsText("The cause is not known yet");
        page.locator("#template .btn-primary").click();
        assertThat(page.locator("#flash")).containsText("Version 1 is saved.");

        page.locator("a[href='/admin/messages/closing/en/versions/0']").click();
        assertThat(page.locator(".template-difference ins").first()).isVisible();
        assertThat(page.locator(".template-difference del").first()).isVisible();
        page.locator(".page-head .btn-primary").click();
        assertThat(page.locator("#flash")).containsText("Restored as version 2.");
        assertThat(page.locator("#f-body"))
                .hasValue(Pattern.compile("^Your claim \\{\\{claim\\.number}} is closed\\."));
        page.locator(".template-retire .btn").click();
        assertThat(page.locator("#flash")).containsText("retired");
        assertThat(page.locator(".template-retire")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void an_agent_begins_with_a_template_below_what_is_written_and_can_take_it_back() {
        var page = manager(Browser.desk("http://127.0.0.1:" + port, "en"));
        page.context().clearCookies();
        page.navigate("/login");
        page.locator("[name=email]").fill("agent@example.com");
        page.locator("[name=password]").fill("agent");
        page.locator("main [type=submit]").click();
        page.locator(".queue tbody .q-number a").first().click();
        var text = page.locator("#message-text");
        text.fill("Good morning.");
        page.locator("#message-begin").selectOption("delay");
        page.locator(".begin button").click();
        assertThat(text)
                .hasValue(Pattern.compile("Good morning\\.\n\nI am writing about your claim [^ ]+, so that[\\s\\S]*"));
        assertThat(page.locator("[data-missing] li").first()).isVisible();
        assertThat(page.locator("#message-purpose")).hasValue("UPDATE");
        assertThat(page.locator("#coach li, #coach .coach-fine").first()).isVisible();
        page.keyboard().press("Control+z");
        assertThat(text).hasValue("Good morning.");

        page.locator("#coach .coach-why").first().click();
        page.waitForURL(Pattern.compile(".*/desk/handbook/manners#rule-[A-Z_]+"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void it_all_works_without_scripts_and_a_second_writer_loses_nothing() {
        var admin = signedIn("admin");
        var own = "/admin/messages/new/zh";
        assertThat(admin.get(own).body()).contains("新建模板");
        var typed = Map.of("name", "节日问候", "purpose", "UPDATE", "body", "节日好，{{customer.name}}。", "seen", "0");
        assertThat(admin.post(own + "/preview", typed).body()).contains("节日好，林梅。", "节日好，{{customer.name}}。");
        var saved = admin.post(own, typed);
        assertThat(saved.status()).isEqualTo(303);
        var path = saved.next();
        assertThat(admin.get(path).body()).contains("节日问候", "第 1 版已保存");

        assertThat(admin.post(path, with(typed, "body", "春节好。", "seen", "1")).status())
                .isEqualTo(303);
        var late = admin.post(path, with(typed, "body", "元旦好。", "seen", "1"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("元旦好。", "其间有同事保存了新版本");
        assertThat(late.field("seen")).isEqualTo("2");
        assertThat(admin.get(path + "/versions/1").body()).contains("<ins>春</ins>节<del>日</del>好");
        assertThat(admin.get(path.replace("/zh", "/en")).body()).contains("春节好。");

        var broken = admin.post(path, with(typed, "body", "<script>x</script>{{#cause}}", "seen", "2"));
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.body())
                .contains("第 1 行第 1 个字符", "&lt;script", "段落“cause”没有结束")
                .doesNotContain("<script>x");
        for (var absent : List.of(
                "/admin/messages/nobody/en",
                "/admin/messages/offer/fr",
                "/admin/messages/offer/en/versions/9",
                "/admin/messages/offer/en/versions/x")) {
            assertThat(admin.get(absent).status()).as(absent).isIn(400, 404);
        }
    }

    @Test
    void only_who_looks_after_the_shop_may_change_its_texts() {
        var agent = signedIn("agent");
        assertThat(agent.get("/admin/messages").status()).isEqualTo(403);
        assertThat(agent.post("/admin/messages/offer/en", Map.of("body", "x")).status())
                .isEqualTo(403);
        assertThat(signedIn("supervisor").get("/admin/messages").status()).isEqualTo(200);
    }

    private Visitor signedIn(String who) {
        var visitor = Visitor.at(port, "zh");
        visitor.get("/login");
        visitor.post("/login", Map.of("email", who + "@example.com", "password", who));
        visitor.get("/desk");
        return visitor;
    }

    private static Map<String, String> with(Map<String, String> typed, String... others) {
        var all = new HashMap<>(typed);
        for (int i = 0; i < others.length; i += 2) {
            all.put(others[i], others[i + 1]);
        }
        return all;
    }
}
