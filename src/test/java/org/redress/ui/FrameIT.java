package org.redress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.testing.Browser;
import org.redress.testing.RedressTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@RedressTest
@Import(TroubleController.class)
class FrameIT {
    private static final Pattern OF_OURS = Pattern.compile("(?:src|href)=\"(/(?:assets|webjars|fav|apple)[^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @LocalServerPort
    int port;

    @Test
    void a_page_speaks_the_accepted_language_until_the_reader_chooses() throws Exception {
        assertThat(get("/trouble/page", "Accept-Language", "zh-CN,zh;q=0.9").body())
                .contains("<html lang=\"zh-CN\"")
                .contains("href=\"/trouble/page?lang=en\"")
                .contains("跳到正文");
        assertThat(get("/trouble/page?lang=en", "Accept-Language", "zh-CN").body())
                .contains("<html lang=\"en\"")
                .contains("Skip to content");
        assertThat(get("/trouble/page?a=1", "Accept-Language", "zh-CN").body())
                .contains("<html lang=\"en\"")
                .contains("href=\"/trouble/page?a=1&amp;lang=zh-CN\"");
    }

    @Test
    void the_page_of_a_fault_shuts_nobody_out() {
        for (var language : List.of("en", "zh-CN")) {
            var page = Browser.desk("http://127.0.0.1:" + port, language);
            page.navigate("/trouble/fault");
            assertThat(page.locator(".incident").count()).isOne();
            assertThat(Browser.barriers(page)).isEmpty();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(Browser.faintOrCramped(page)).isEmpty();
            page.context().close();
        }
    }

    @Test
    void the_keyboard_comes_to_the_content_first() {
        var page = Browser.desk("http://127.0.0.1:" + port, "en");
        page.navigate("/trouble/page");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        page.context().close();
    }

    @Test
    void a_theme_follows_the_device_until_the_reader_chooses() throws Exception {
        assertThat(get("/trouble/page").body()).doesNotContain("data-bs-theme=");
        assertThat(get("/trouble/page?theme=dark").body()).contains("data-bs-theme=\"dark\"");
        assertThat(get("/trouble/page").body()).contains("data-bs-theme=\"dark\"");
        assertThat(get("/trouble/page?theme=nonsense").body()).doesNotContain("data-bs-theme=");
        assertThat(get("/trouble/page").body()).doesNotContain("data-bs-theme=");
    }

    @Test
    void all_that_a_page_needs_is_there_small_and_kept_by_the_browser() throws Exception {
        var addresses = OF_OURS.matcher(get("/trouble/page").body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(addresses).hasSizeGreaterThan(6);
        long transferred = 0;
        for (var address : addresses) {
            var answer = browser.send(
                    HttpRequest.newBuilder(at(address))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            if (address.startsWith("/assets") || address.startsWith("/webjars")) {
                assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                        .as(address)
                        .contains("max-age=31536000");
            }
            transferred += answer.body().length;
        }
        assertThat(transferred).isLessThan(150_000);
    }

    @Test
    void the_style_sheet_finds_the_parts_it_stands_on() throws Exception {
        var address = Pattern.compile("(/assets/[^\"]+redress.css)")
                .matcher(get("/trouble/page").body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        var imported = Pattern.compile("@import url\\(\"([^\"]+)\"\\)")
                .matcher(get(address).body());
        assertThat(imported.find()).isTrue();
        var parts = get(URI.create(address).resolve(imported.group(1)).getPath());
        assertThat(parts.statusCode()).isEqualTo(200);
        assertThat(parts.body()).contains(".btn-primary");
    }

    @Test
    void nothing_stands_inline() throws Exception {
        assertThat(get("/trouble/page").body())
                .doesNotContain("style=")
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContainPattern("\\son[a-z]+=\"");
    }

    @Test
    void what_was_done_is_said_once_after_the_redirect() throws Exception {
        var form = get("/trouble/page").body();
        var token = Pattern.compile("hx-headers=\"\\{&#34;([^&]+)&#34;:&#34;([^&]+)&#34;}\"")
                .matcher(form);
        assertThat(token.find()).as(form).isTrue();
        var done = browser.send(
                HttpRequest.newBuilder(at("/trouble/act"))
                        .header(token.group(1), token.group(2))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(done.statusCode()).isIn(List.of(302, 303));
        assertThat(get("/trouble/page").body()).contains("class=\"notice good\"");
        assertThat(get("/trouble/page").body()).doesNotContain("class=\"notice");
    }

    @Test
    void a_form_without_its_token_is_told_that_the_page_was_open_too_long() throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(at("/trouble/act"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This page was open for a long time");
    }

    @Test
    void a_page_that_is_no_page_still_offers_the_other_language_on_our_own_site() throws Exception {
        assertThat(get("/trouble/refusal?kind=CONFLICT", "Accept", "text/html").body())
                .contains("href=\"/trouble/refusal?kind=CONFLICT&amp;lang=zh-CN\"");
        assertThat(get("//elsewhere.example/x", "Accept", "text/html").body()).doesNotContain("href=\"//");
    }

    @Test
    void each_code_has_a_page_of_its_own_in_both_languages() throws Exception {
        assertThat(get("/problems/collision", "Accept-Language", "en").body())
                .contains("COLLISION")
                .contains("came first");
        assertThat(get("/problems/offer-not-open", "Accept-Language", "zh").body())
                .contains("OFFER_NOT_OPEN")
                .contains("状态码");
        assertThat(get("/problems/%3Cscript%3E", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
