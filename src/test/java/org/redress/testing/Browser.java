package org.redress.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Chromium for stories, started once for the whole run. Every {@link #open} is a new person with empty pockets: no
 * cookies, and nothing in the cache. A page belongs to the thread that opened it.
 */
public final class Browser {
    /** The one without a window of its own first: the same engine for half the work. */
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    private static final double PATIENCE_MS = 20_000;
    private static final List<String> ARGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final Playwright.CreateOptions WITHOUT_DOWNLOAD =
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));

    private Browser() {}

    /** A phone of 375 x 812 pixels with a touch screen, in this language ({@code en}, {@code zh-CN}). */
    public static Page phone(String baseUrl, String language) {
        return open(options(baseUrl, language, 375, 812).setHasTouch(true).setIsMobile(true));
    }

    /** A desk screen of 1440 x 900 pixels. */
    public static Page desk(String baseUrl, String language) {
        return open(options(baseUrl, language, 1440, 900));
    }

    /** The same without scripts, for forms that must work all the same. */
    public static Page withoutScripts(String baseUrl, String language) {
        return open(options(baseUrl, language, 375, 812).setJavaScriptEnabled(false));
    }

    /** Anything else. Close the page's context when the story is over. */
    public static Page open(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = Chromium.BROWSER.newContext(options);
        context.setDefaultTimeout(PATIENCE_MS);
        return context.newPage();
    }

    public static com.microsoft.playwright.Browser.NewContextOptions options(
            String baseUrl, String language, int width, int height) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setLocale(language)
                .setTimezoneId("Europe/London")
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(width, height);
    }

    /** A browser of its own with a profile that is kept, which other programs look through as well: they find it at the port. */
    public record Debugged(Playwright playwright, BrowserContext context, int port) implements AutoCloseable {
        @Override
        public void close() {
            context.close();
            playwright.close();
        }
    }

    /** @param profile a folder that does not exist yet */
    public static Debugged debugged(Path profile) throws IOException {
        var playwright = Playwright.create(WITHOUT_DOWNLOAD);
        var args = Stream.concat(ARGS.stream(), Stream.of("--remote-debugging-port=0"))
                .toList();
        var context = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(installed())
                                .setHeadless(true)
                                .setArgs(args));
        // Chromium writes there which port it has chosen.
        var port = Files.readAllLines(profile.resolve("DevToolsActivePort")).getFirst();
        return new Debugged(playwright, context, Integer.parseInt(port));
    }

    /** A picture of the whole page under {@code target/screenshots}, for people to look at. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** What axe finds against WCAG 2.2 AA and good practice, a line for each rule. */
    public static List<String> barriers(Page page) {
        return violations(
                axe(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
    }

    /** Of these only what depends on theme and size, for a page that was looked at in another theme or size before. */
    public static List<String> faintOrCramped(Page page) {
        return violations(axe(page).withRules(List.of("color-contrast", "target-size", "scrollable-region-focusable")));
    }

    /** There are no frames in our pages, so axe needs no second page to gather what it found. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + " at "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
    }

    /** Where Chromium is: CHROME_PATH, or one of the usual places. */
    public static Optional<Path> executable() {
        @Nullable String chosen = System.getenv("CHROME_PATH");
        return chosen != null
                ? Optional.of(Path.of(chosen))
                : USUAL_PLACES.stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
    }

    private static Path installed() {
        return executable().orElseThrow(() -> new IllegalStateException("Chromium is needed: script/test installs it"));
    }

    private static final class Chromium {
        static final com.microsoft.playwright.Browser BROWSER = start();

        private static com.microsoft.playwright.Browser start() {
            var playwright = Playwright.create(WITHOUT_DOWNLOAD);
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(installed())
                            .setHeadless(true)
                            .setArgs(ARGS));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return browser;
        }
    }
}
