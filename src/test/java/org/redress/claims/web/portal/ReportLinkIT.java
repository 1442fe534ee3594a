package org.redress.claims.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.claims.web.portal.PortalFixture.ANN;
import static org.redress.claims.web.portal.PortalFixture.ORDER;
import static org.redress.claims.web.portal.PortalFixture.report;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.OrderLinks;
import org.redress.access.Role;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Claims;
import org.redress.claims.ReportLinks;
import org.redress.database.MerchantTransactions;
import org.redress.orders.Orders;
import org.redress.orders.Products;
import org.redress.testing.Api;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.redress.testing.Visitor.Answer;
import org.redress.testing.Visitor.Field;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The link in the order mail, and the code on the packing slip. */
@RedressTest
class ReportLinkIT {
    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    Orders orders;

    @Autowired
    Products products;

    @Autowired
    Claims claims;

    @Autowired
    ApiKeys keys;

    @Autowired
    OrderLinks links;

    @Autowired
    InstantSource clock;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    private PortalFixture shop;
    private Visitor ann;
    private Api api;

    @BeforeEach
    void open() {
        shop = PortalFixture.open(merchants, orders, products);
        ann = Visitor.at(port, "en");
        api = Api.sample(port).withKey(keys.create(shop.merchant, "Shop", Set.of(Role.INTEGRATOR)));
    }

    @Test
    void the_link_of_an_order_opens_it_without_typing() {
        var page = ann.get(link());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Order " + ORDER, "Red mug").doesNotContain(ANN, "Ann Reed", "High Street");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.header("X-Robots-Tag").orElse("")).contains("noindex");
    }

    @Test
    void what_is_reported_by_it_is_the_customers_and_their_address_is_shown_only_in_part() {
        var secret = secretOf(link());
        ann.get("/report/" + secret);
        var goods = ann.post(shop.path, byLink(secret, new Field("at", "GOODS")));
        assertThat(goods.body())
                .contains("What would you like?", "a…@example.com")
                .doesNotContain(ANN);
        var next = ann.post(shop.path, byLink(secret)).next();
        assertThat(next).startsWith("/track/");
        var claim = claims.search(shop.merchant, everything()).items().getFirst();
        assertThat(claim.filing().orderNumber()).isEqualTo(ORDER);
        assertThat(claim.filing().contact().email()).isEqualTo(ANN);
        assertThat(claim.filing().contact().name()).isEqualTo("Ann Reed");
    }

    @Test
    void once_the_order_is_corrected_its_links_open_nothing() {
        var path = link();
        var secret = secretOf(path);
        orders.put(shop.merchant, List.of(PortalFixture.order(ORDER, "bea@example.com")));
        var page = ann.get(path);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body()).contains("This link no longer works").doesNotContain(ORDER, "mug", "bea@");
        ann.get(shop.path);
        var answer = ann.post(shop.path, byLink(secret));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("no longer opens this order").doesNotContain("Red mug");
        assertThat(claims.search(shop.merchant, everything()).items()).isEmpty();
    }

    @Test
    void an_expired_link_opens_nothing_and_one_taken_back_is_unknown() {
        var holder = ReportLinks.holder(PortalFixture.order(ORDER, ANN).customer());
        var expired = links.issue(shop.merchant, ORDER, holder, clock.instant());
        assertThat(ann.get(expired).status()).isEqualTo(410);
        var path = link();
        api.send("DELETE", "/api/v1/orders/" + ORDER + "/report-links", new byte[0])
                .is(204);
        assertThat(ann.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_link_says_nothing_in_another_shop() {
        var secret = secretOf(link());
        var other = PortalFixture.open(merchants, orders, products);
        ann.get(other.path);
        var answer = ann.post(other.path, byLink(secret));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("Red mug");
        assertThat(claims.search(other.merchant, everything()).items()).isEmpty();
    }

    @Test
    void only_its_hash_is_kept() {
        var secret = secretOf(link());
        var rows = transactions.call(
                shop.merchant,
                () -> jdbc.sql("SELECT to_jsonb(l)::text FROM access.order_link l")
                        .query(String.class)
                        .list());
        assertThat(rows).singleElement().asString().contains(ORDER).doesNotContain(secret, ANN);
    }

    @Test
    void links_are_made_for_orders_of_ones_own_whose_customer_can_be_reached() {
        api.post("/api/v1/orders/P-9999/report-links").is(404);
        var other = PortalFixture.open(merchants, orders, products);
        var theirs = Api.sample(port).withKey(keys.create(other.merchant, "Other", Set.of(Role.INTEGRATOR)));
        orders.put(shop.merchant, List.of(PortalFixture.order("P-MINE", ANN)));
        theirs.post("/api/v1/orders/P-MINE/report-links").is(404);
        theirs.send("DELETE", "/api/v1/orders/P-MINE/report-links", new byte[0]).is(404);
        theirs.get("/api/v1/orders/P-MINE/slip-code").is(404);
        var silent = PortalFixture.order("P-SILENT", ANN);
        orders.put(
                shop.merchant,
                List.of(new org.redress.orders.Order(
                        silent.orderNumber(),
                        silent.shop(),
                        silent.placedAt(),
                        silent.currency(),
                        new org.redress.orders.Order.Customer("", null, null, "en"),
                        silent.shipTo(),
                        silent.lines(),
                        silent.shippingFee(),
                        silent.discount(),
                        silent.tax(),
                        silent.payments())));
        assertThat(api.post("/api/v1/orders/P-SILENT/report-links").is(409).text("/code"))
                .isEqualTo("NO_CONTACT");
    }

    @Test
    void the_code_of_a_slip_fills_in_the_order_and_asks_who_it_is_all_the_same() throws Exception {
        var address = read(picture("image/png"));
        assertThat(address).endsWith(shop.path + "?order=" + ORDER);
        var page = ann.get(shop.path + "?order=" + ORDER);
        assertThat(page.field("orderNumber")).isEqualTo(ORDER);
        assertThat(page.field("contact")).isEmpty();
        assertThat(page.body()).contains("Slips end up in the wrong parcel too").doesNotContain("Red mug");
        assertThat(new String(picture("image/svg+xml"), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("<svg ")
                .doesNotContain(ORDER);
    }

    @Test
    void a_slip_of_another_order_tells_nothing_of_it() {
        var known = ann.get(shop.path + "?order=" + ORDER);
        var unknown = ann.get(shop.path + "?order=P-9999");
        assertThat(plain(known, ORDER)).isEqualTo(plain(unknown, "P-9999"));
    }

    @Test
    void to_a_stranger_known_and_unknown_orders_answer_alike_in_status_headers_and_body() {
        var other = PortalFixture.open(merchants, orders, products);
        orders.put(other.merchant, List.of(PortalFixture.order("P-2002", ANN)));
        ann.get(shop.path);
        var known = first(ORDER, "eve@example.com");
        var unknown = first("P-9999", "eve@example.com");
        var elsewhere = first("P-2002", "eve@example.com");
        assertThat(plain(known, ORDER)).isEqualTo(plain(unknown, "P-9999")).isEqualTo(plain(elsewhere, "P-2002"));
        assertThat(headers(known)).isEqualTo(headers(unknown)).isEqualTo(headers(elsewhere));
    }

    private Answer first(String number, String contact) {
        return ann.post(
                shop.path,
                List.of(
                        new Field("at", "ORDER"),
                        new Field("go", "NEXT"),
                        new Field("orderNumber", number),
                        new Field("contact", contact)));
    }

    private static String plain(Answer answer, String number) {
        return answer.status()
                + answer.body()
                        .replace(number, "N")
                        .replaceAll("name=\"(_csrf|form)\" value=\"[^\"]+\"", "")
                        .replaceAll("hx-headers='?\"?\\{[^}]*}", "");
    }

    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new TreeMap<>(answer.headers());
        headers.keySet().removeIf(name -> Set.of("date", "content-length").contains(name));
        return headers;
    }

    private String link() {
        var made = api.post("/api/v1/orders/" + ORDER + "/report-links").is(201);
        assertThat(made.text("/expiresAt")).isGreaterThan(clock.instant().toString());
        return URI.create(made.text("/url")).getPath();
    }

    private static String secretOf(String path) {
        return path.substring("/report/".length());
    }

    private static List<Field> byLink(String secret, Field... further) {
        var fields = report(further);
        fields.removeIf(field -> Set.of("orderNumber", "contact").contains(field.name()));
        fields.add(new Field("link", secret));
        return fields;
    }

    private static ClaimSearch everything() {
        return new ClaimSearch(null, null, Set.of(), null, null, ClaimSearch.Sort.FILED, null, 10);
    }

    private byte[] picture(String type) throws Exception {
        var key = keys.create(shop.merchant, "Slip", Set.of(Role.INTEGRATOR));
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/api/v1/orders/" + ORDER + "/slip-code"))
                    .header("Authorization", "Bearer " + key)
                    .header("Accept", type)
                    .build();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(type);
            return answer.body();
        }
    }

    private static String read(byte[] png) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                .getText();
    }
}
