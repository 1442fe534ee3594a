package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.Api;
import org.redress.testing.Browser;
import org.redress.testing.PdfText;
import org.redress.testing.Photographs;
import org.redress.testing.RedressTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The whole file of a claim leaves the house and is read back: by staff, by the customer, by a program. */
@RedressTest
class WholeFileStory {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    private final String order = "FILE-" + UUID.randomUUID();
    private Api api;
    private Shop shop;

    @BeforeEach
    void open() {
        api = Api.sample(port);
        shop = new Shop(api);
        shop.order(order);
    }

    @Test
    void staff_save_both_files_from_the_case_page_and_find_everything_in_them() throws Exception {
        var filed = api.post("/api/v1/claims", Shop.filing(order, 1).replace("blue ones came.", "蓝色的来了，不是我要的。"))
                .is(201);
        var claim = filed.text("/id");
        var photo = Photographs.ofBarcode("9784872348880");
        for (var name : new String[] {"../../x.png", "照片".repeat(50) + ".png", "mug.exe"}) {
            api.upload("/api/v1/claims/" + claim + "/evidence", name, photo, Map.of("kind", "ITEM_BARCODE"))
                    .is(201);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(api.get("/api/v1/claims/" + claim).text("/evidence/2/readState"))
                                .isEqualTo("DONE"));
        var offer = shop.offer(claim, "12.50", 1);
        api.post("/api/v1/claims/" + claim + "/offers/" + offer + "/response", "{\"decision\": \"ACCEPT\"}")
                .is(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(api.get("/api/v1/claims/" + claim).text("/state"))
                                .isEqualTo("FOLLOW_UP"));

        var page = loggedIn();
        page.navigate("/desk/claims/" + claim);
        var pdf = saved(page, "a[href$='/file.pdf']", "claim-" + filed.text("/number") + ".pdf");
        assertThat(PdfText.of(pdf))
                .contains(
                        filed.text("/number"),
                        order,
                        "蓝色的来了，不是我要的。",
                        "What was carried out",
                        "12.50",
                        "Customer agreed")
                .doesNotContain("Sam Agent");
        var zip = entries(saved(page, "a[href$='/file.zip']", "claim-" + filed.text("/number") + ".zip"));
        page.context().close();
        assertThat(zip.keySet())
                .contains("claim-" + filed.text("/number") + ".pdf", "claim.json", "manifest.json")
                .allSatisfy(name ->
                        assertThat(name).matches("(evidence/)?[^/\\\\:]{1,100}").doesNotContain(".."));
        var manifest = JSON.readTree(entry(zip, "manifest.json"));
        assertThat(manifest.at("/files")).hasSize(5);
        for (var file : manifest.at("/files")) {
            assertThat(sha256(entry(zip, file.at("/name").asString())))
                    .isEqualTo(file.at("/sha256").asString());
            if (file.has("received") && !file.at("/received").isNull()) {
                assertThat(file.at("/received/sha256").asString())
                        .isEqualTo(file.at("/sha256").asString());
            }
        }
        assertThat(zip.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("evidence/"))
                        .map(Map.Entry::getValue))
                .hasSize(3)
                .allSatisfy(content -> assertThat(content).isEqualTo(photo));
        var record = JSON.readTree(entry(zip, "claim.json"));
        assertThat(record.at("/claim/number").asString()).isEqualTo(filed.text("/number"));
        assertThat(record.at("/timeline")).isNotEmpty();
        assertThat(record.at("/verification/checks")).isNotEmpty();
        assertThat(record.at("/messages")).isNotEmpty();
        assertThat(api.get("/api/v1/claims/" + claim + "/messages").body().at("/items"))
                .containsAll(record.at("/messages"));
    }

    @Test
    void a_customer_saves_their_own_words_and_what_was_decided_and_nothing_of_what_staff_note() {
        var filed = api.post("/api/v1/claims", Shop.filing(order, 1)).is(201);
        var claim = filed.text("/id");
        shop.offer(claim, "12.50", 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/api/v1/claims/" + claim + "/messages")
                                .body()
                                .at("/items")
                                .size()
                        == 3);
        api.post("/api/v1/claims/" + claim + "/escalation", "{\"reason\": \"Costs us 7.77, ask Sue\"}");
        var page = Browser.phone("http://127.0.0.1:" + port, "zh-CN");
        page.navigate(URI.create(filed.text("/trackUrl")).getPath());
        var text = PdfText.of(saved(page, "a[href$='/file.pdf']", "claim-" + filed.text("/number") + ".pdf"));
        assertThat(text)
                .contains("申诉", filed.text("/number"), "I ordered red mugs and blue ones came.", "12.50")
                .doesNotContain("7.77", "Sue");
        var zip = entries(saved(page, "a[href$='/file.zip']", "claim-" + filed.text("/number") + ".zip"));
        page.context().close();
        var record = new String(entry(zip, "claim.json"), StandardCharsets.UTF_8);
        assertThat(record)
                .contains("I ordered red mugs and blue ones came.", "\"messages\"", "\"OFFER\"")
                .doesNotContain("7.77", "assignee", "verdict", "confidence", "legalFlags");
    }

    @Test
    void a_program_gets_what_it_accepts_and_nobody_gets_what_is_not_theirs() throws Exception {
        var claim = shop.claim(order, 1);
        var path = "/api/v1/claims/" + claim + "/file";
        assertThat(get(path, "application/pdf", Api.SAMPLE_KEY).body())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(get(path, "application/zip", Api.SAMPLE_KEY).body())
                .startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        assertThat(get(path, "*/*", Api.SAMPLE_KEY).headers().firstValue("Content-Type"))
                .contains("application/pdf");
        assertThat(get(path, "application/zip;q=0.2, application/pdf", Api.SAMPLE_KEY)
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/pdf");
        assertThat(get(path, "text/csv", Api.SAMPLE_KEY).statusCode()).isEqualTo(406);
        assertThat(get(path, "application/pdf", "nobody").statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/claims/" + UUID.randomUUID() + "/file", "application/pdf", Api.SAMPLE_KEY)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/track/nothing/file.pdf", "*/*", Api.SAMPLE_KEY).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_largest_claim_that_we_take_is_printed_to_the_last_word() throws Exception {
        var line = "{\"quantity\": 0, \"problem\": \"EXTRA_ITEM\"},";
        var filing = Shop.filing(order, 1)
                .replace("I ordered red mugs and blue ones came.", "蓝".repeat(9_996) + "到此为止")
                .replace("\"lines\": [", "\"lines\": [" + line.repeat(199));
        var claim = api.post("/api/v1/claims", filing).is(201).text("/id");
        var pdf = get("/api/v1/claims/" + claim + "/file", "application/pdf", Api.SAMPLE_KEY)
                .body();
        var text = PdfText.of(pdf).replace("\n", "");
        assertThat(text).contains("到此为止");
        assertThat(text.chars().filter(letter -> letter == '蓝').count()).isGreaterThanOrEqualTo(9_996);
        assertThat(PdfText.pages(pdf)).isBetween(10, 60);
    }

    private HttpResponse<byte[]> get(String path, String accept, String key) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Accept", accept)
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private Page loggedIn() {
        var page = Browser.desk("http://127.0.0.1:" + port, "en");
        page.navigate("/login");
        page.locator("[name=email]").fill("agent@example.com");
        page.locator("[name=password]").fill("agent");
        page.locator("main [type=submit]").click();
        page.waitForURL(address -> !address.endsWith("/login"));
        return page;
    }

    private static byte[] saved(Page page, String link, String name) {
        var download = page.waitForDownload(() -> page.locator(link).click());
        assertThat(download.suggestedFilename()).isEqualTo(name);
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] entry(Map<String, byte[]> zip, String name) {
        return Objects.requireNonNull(zip.get(name), name);
    }

    private static Map<String, byte[]> entries(byte[] archive) {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
