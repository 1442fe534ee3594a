package org.redress.orders.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RedressTest
class OrdersPagesIT {
    private static final Currency GBP = Currency.getInstance("GBP");

    @LocalServerPort
    int port;

    @Autowired
    Orders orders;

    @Autowired
    Merchants merchants;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String number = "P-" + UUID.randomUUID();

    @BeforeEach
    void loggedInAsAdministrator() {
        var form = "email=admin%40example.com&password=admin&_csrf=" + token("/login");
        var answer = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void an_order_is_found_and_shown_with_what_was_paid_and_nothing_unescaped() {
        put(number, "Ada <b>Lovelace</b>");
        var list = get("/desk/orders?q=" + number);
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body())
                .contains("/desk/orders/" + number)
                .contains("Ada &lt;b&gt;")
                .doesNotContain("<b>Lov");
        var page = get("/desk/orders/" + number);
        assertThat(page.body()).contains("£25.00").contains("Ada &lt;b&gt;").contains("Order " + number);
        assertThat(get("/desk/orders/" + number + "?lang=zh-CN").body()).contains("订单 " + number);
        get("/desk/orders?lang=en");
    }

    @Test
    void an_order_number_that_no_path_can_hold_has_a_page_all_the_same() {
        var odd = "2026/7;a%b" + number;
        put(odd, "Ada");
        var list = get("/desk/orders?q=" + URLEncoder.encode(odd, UTF_8));
        var link = list.body().split("href=\"/desk/orders\\?number=", 2)[1].split("\"", 2)[0];
        var page = get("/desk/orders?number=" + link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Order " + odd);
    }

    @Test
    void an_order_that_is_not_there_is_404() {
        assertThat(get("/desk/orders/none-such").statusCode()).isEqualTo(404);
        assertThat(get("/desk/orders?q=none-such").body()).contains("No order found");
    }

    @Test
    void an_upload_leads_to_a_page_that_watches_the_run_until_it_is_over() {
        var answer = upload(
                "ORDERS",
                "orderNumber,placedAt,sku,quantity,unitPrice\n%s,2026-01-01,MUG,1,2.00\nX,<i>y</i>,MUG,1,2.00\n"
                        .formatted(number));
        assertThat(answer.statusCode()).isEqualTo(303);
        var run = URI.create(answer.headers().firstValue("Location").orElseThrow())
                .getPath();
        var done =
                await().atMost(Duration.ofSeconds(30)).until(() -> get(run).body(), body -> !body.contains("hx-get"));
        assertThat(done)
                .contains("Rejected rows", "&lt;i&gt;y&lt;/i&gt;", "value=\"100\"")
                .doesNotContain("<i>y");
        var fragment = send(request(run).header("HX-Request", "true"));
        assertThat(fragment.body().strip()).startsWith("<div id=\"run\"").doesNotContain("<html");
        assertThat(get("/desk/orders/" + number).statusCode()).isEqualTo(200);
        assertThat(get("/admin/imports").body()).contains(run);
    }

    @Test
    void an_upload_that_is_not_taken_shows_the_form_again_with_the_reason() {
        var answer = upload("PRODUCTS", "a,b\n1,2\n");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("This file was not taken")
                .contains("“sku”")
                .contains("“name”");
    }

    @Test
    void an_empty_file_with_our_columns_can_be_had() {
        var template = get("/admin/imports/templates/orders.csv");
        assertThat(template.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(template.body()).startsWith("\uFEFForderNumber,placedAt,sku,quantity,unitPrice,");
        assertThat(get("/admin/imports/templates/none.csv").statusCode()).isEqualTo(404);
    }

    private void put(String orderNumber, String customer) {
        orders.put(
                merchants.bySlug("demo").orElseThrow().id(),
                List.of(new Order(
                        orderNumber,
                        "web",
                        Instant.parse("2026-03-01T12:00:00Z"),
                        GBP,
                        new Order.Customer(customer, "ada@example.com", null, null),
                        new Order.Address(null, null, "London", null, null, "GB"),
                        List.of(new Order.Line(1, new Sku("MUG"), 2, new Money(1250, GBP), Money.zero(GBP))),
                        Money.zero(GBP),
                        Money.zero(GBP),
                        Money.zero(GBP),
                        List.of())));
    }

    private HttpResponse<String> upload(String kind, String file) {
        var token = token("/admin/imports");
        var parts = "--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n" + kind
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n"
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + file
                + "\r\n--edge--\r\n";
        return send(request("/admin/imports")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(parts, UTF_8)));
    }

    /** What a form of this page sends back. */
    private String token(String page) {
        var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(page).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
