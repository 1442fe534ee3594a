package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.redress.access.Role;
import org.redress.clock.Practice;
import org.redress.testing.Browser;
import org.redress.testing.RedressTest;
import org.springframework.test.context.TestPropertySource;

/** Somebody learns the desk, and does not wait a day to see what a day brings. */
@RedressTest
@TestPropertySource(properties = "redress.practice-clock=true")
class PracticeStory extends AtTheDesk {
    @Test
    void a_day_passes_in_seconds_and_what_is_late_then_is_watched() {
        shop().order("P-1");
        var claim = shop().claim("P-1", 1);
        var number = api.get("/api/v1/claims/" + claim).is(200).text("/number");
        var practice = context.getBean(Practice.class);
        var ahead = practice.ahead();
        var page = staff("Ada Byrne", Role.ADMIN, Role.SUPERVISOR);
        page.navigate("/desk/watch");
        assertThat(page.locator("main")).not().containsText(number);
        assertThat(page.locator(".banner")).hasCount(ahead.isZero() ? 0 : 1);

        page.navigate("/admin/clock");
        page.locator("button[value=DAY]").click();
        assertThat(page.locator("#flash")).containsText("moved ahead");
        assertThat(page.locator(".banner")).containsText("ahead of the real time");
        assertThat(practice.ahead()).isEqualTo(ahead.plusDays(1));
        assertThat(Browser.barriers(page)).isEmpty();
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            page.navigate("/desk/watch");
            return page.locator(".watched").first().textContent().contains(number);
        });
        assertThat(page.locator(".banner")).containsText("This clock is for practice");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(320, 640);
        assertThat(Browser.faintOrCramped(page)).isEmpty();

        page.navigate("/admin/clock?lang=zh-CN");
        assertThat(page.locator(".banner")).containsText("当前使用练习时钟");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        // The decision is late; four hours later somebody senior is asked for, and that is the next thing.
        var before = page.locator("[name=from]").inputValue();
        page.locator("button[value=NEXT]").click();
        assertThat(page.locator("#flash")).containsText("时钟已向前拨");
        assertThat(Integer.parseInt(page.locator("[name=from]").inputValue()))
                .isBetween(Integer.parseInt(before) + 60, Integer.parseInt(before) + 5 * 3600);
    }
}
