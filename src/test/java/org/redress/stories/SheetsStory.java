package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.Api;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.redress.testing.Visitor.Field;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What is taken out of one installation is brought into another and is the same. */
@RedressTest
class SheetsStory {
    private static final String SHIPMENTS = """
            运单号,订单号,承运商,仓库,发货时间,货号,数量,称重
            %1$s-1,%1$s,Northway,BRS-1,2026-11-21 10:00,STORY-MUG-RED,1,1034
            %1$s-1,%1$s,Northway,BRS-1,2026-11-21 10:00,STORY-MUG-BLU,2,1034
            %1$s-1,%1$s,Northway,BRS-1,2026-11-21 10:00,STORY-MUG-RED,1,1034
            %1$s-2,%1$s,Northway,BRS-1,03/04/2026,STORY-MUG-RED,1,
            %1$s-3,%1$s,Northway,BRS-1,2026-11-21 10:00,STORY-MUG-RED,0,
            %1$s-4,%1$s,Northway,BRS-1,2026-11-21 10:00,STORY-MUG-RED,1,
            %1$s-4,%1$s,Southway,BRS-1,2026-11-21 10:00,STORY-MUG-BLU,1,
            """;

    private static final List<String> RISKY =
            List.of("=1+1, or so", "'=1+1", "-2+3", "+44 mug", "@SUM(A1)", "＝1+1", "'tis a mug", "-5");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private final String order = "XP-" + UUID.randomUUID().toString().substring(0, 8);
    private Api api;

    @BeforeEach
    void open() {
        api = Api.sample(port);
        new Shop(api).order(order);
    }

    @Test
    void shipments_come_in_by_file_in_gbk_and_every_bad_row_is_named() {
        var run = imported(api, "SHIPMENTS", SHIPMENTS.formatted(order).getBytes(Charset.forName("GBK")));
        assertThat(run.text("/rowsAccepted")).as(run.body().toString()).isEqualTo("3");
        assertThat(run.text("/rowsRejected")).isEqualTo("4");
        assertThat(run.body().at("/errors").values().stream()
                        .map(error -> error.at("/row").asString()))
                .containsExactly("5", "6", "7", "8");
        var parcel = api.get("/api/v1/shipments/" + order + "-1").is(200);
        assertThat(parcel.text("/packWeightGrams")).isEqualTo("1034");
        assertThat(parcel.text("/shippedAt")).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(parcel.body().at("/lines").size()).isEqualTo(2);
        assertThat(parcel.text("/lines/0/quantity")).isEqualTo("2");
        assertThat(api.get("/api/v1/shipments/" + order + "-4").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void what_is_taken_out_can_be_brought_in_elsewhere_and_is_the_same(String ending) {
        for (var name : RISKY) {
            api.put("/api/v1/products/" + sku(name), """
                            {"name": "%s", "weightGrams": 10, "price": {"amount": "1.50", "currency": "GBP"}}
                            """.formatted(name)).is(200);
        }
        imported(api, "SHIPMENTS", SHIPMENTS.formatted(order).getBytes(StandardCharsets.UTF_8));
        var admin = staff("admin");
        var other = OwnMerchant.found(context, port);
        for (var kind : List.of("products", "orders", "shipments")) {
            var file = admin.save("/admin/exports/" + kind + "." + ending);
            var run = imported(other, kind.toUpperCase(Locale.ROOT), file);
            assertThat(run.text("/rowsRejected")).as(run.body().toString()).isEqualTo("0");
        }
        var paths = new ArrayList<String>();
        RISKY.forEach(name -> paths.add("/api/v1/products/" + sku(name)));
        paths.add("/api/v1/products/STORY-MUG-RED");
        paths.add("/api/v1/shipments/" + order + "-1");
        for (var path : paths) {
            assertThat(other.get(path).is(200).body())
                    .isEqualTo(api.get(path).is(200).body());
        }
        var theirs = other.get("/api/v1/orders/" + order).is(200).body();
        var ours = api.get("/api/v1/orders/" + order).is(200).body();
        for (var part : List.of("/lines", "/customer", "/shipTo", "/placedAt", "/shop", "/currency")) {
            assertThat(theirs.at(part)).isEqualTo(ours.at(part));
        }
    }

    /** A key that is a formula as well. */
    private String sku(String name) {
        return "=RISKY-" + RISKY.indexOf(name) + "-" + order;
    }

    @Test
    void what_is_taken_out_and_brought_in_again_changes_nothing_and_what_was_paid_stays() {
        var before = api.get("/api/v1/orders/" + order).is(200).body();
        var run = imported(api, "ORDERS", staff("admin").save("/admin/exports/orders.xlsx"));
        assertThat(run.text("/rowsRejected")).as(run.body().toString()).isEqualTo("0");
        assertThat(before.at("/payments").size()).isEqualTo(2);
        assertThat(api.get("/api/v1/orders/" + order).is(200).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void a_template_can_be_brought_in_as_it_is(String ending) {
        var admin = staff("admin");
        var other = OwnMerchant.found(context, port);
        for (var kind : List.of("orders", "products", "shipments")) {
            var template = admin.save("/admin/imports/templates/" + kind + "." + ending);
            var run = imported(other, kind.toUpperCase(Locale.ROOT), template);
            assertThat(run.text("/rowsAccepted")).as(run.body().toString()).isEqualTo("1");
            assertThat(run.text("/rowsRejected")).as(run.body().toString()).isEqualTo("0");
        }
    }

    @Test
    void agents_save_the_list_that_they_see_and_nothing_of_the_person_in_it() {
        var filed = api.post("/api/v1/claims", Shop.filing(order, 1)).is(201);
        var agent = staff("agent");
        var file = agent.get("/desk/exports/claims.csv?view=all&q=" + order);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).contains(filed.text("/number"), "Blue mug").doesNotContain("ada@example.com");
        assertThat(file.body().lines()).hasSize(2);
        assertThat(agent.get("/desk/exports/claims.csv?view=customer&q=" + order)
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(agent.save("/desk/exports/claims.xlsx?view=all&q=" + order)).startsWith('P', 'K');
        assertThat(agent.get("/admin/exports/orders.csv").status()).isEqualTo(403);
        assertThat(staff("admin").get("/desk/exports/claims.csv").status())
                .isEqualTo(staff("admin").get("/desk/claims").status());
        assertThat(agent.get("/desk/exports/claims.pdf").status()).isEqualTo(404);
    }

    private Visitor staff(String name) {
        var visitor = Visitor.at(port, "en");
        visitor.get("/login");
        visitor.post("/login", List.of(new Field("email", name + "@example.com"), new Field("password", name)));
        return visitor;
    }

    private static Api.Answer imported(Api api, String kind, byte[] file) {
        var run = "/api/v1/imports/"
                + api.upload("/api/v1/imports", "file.csv", file, Map.of("kind", kind))
                        .is(202)
                        .text("/id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !api.get(run).text("/state").equals("RUNNING"));
        return api.get(run).is(200);
    }
}
