package org.redress.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.database.MerchantTransactions;
import org.redress.gs1.Sscc;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.testing.Api;
import org.redress.testing.Fulfilment;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
class TracesIT {
    private static final Instant NOON = Instant.parse("2026-10-05T12:00:00Z");
    private static final String SHIPMENT = """
            {"orderNumber": "A-1", "carrier": "Swift Parcel", "sscc": "106141412345678908", "warehouse": "Leeds",
             "shippedAt": "2026-10-05T12:00:00Z", "deliveredAt": "2026-10-06T09:30:00Z", "expectedWeightGrams": 420,
             "packWeightGrams": 431, "carrierWeightGrams": 430, "lines": [{"sku": "MUG-RED", "quantity": 1}]}""";

    @LocalServerPort
    int port;

    @Autowired
    Traces traces;

    @Autowired
    Captures captures;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    private MerchantId merchant;
    private Api api;

    @BeforeEach
    void open() {
        merchant = OwnMerchant.found(merchants);
        api = Api.sample(port).withKey(keys.create(merchant, "Traces", Set.of(Role.values())));
    }

    private static Parcel parcel(String number, String order, @Nullable Sscc sscc, Instant shippedAt) {
        var lines = List.of(new Parcel.Line(new Sku("MUG"), 2), new Parcel.Line(new Sku("PLATE"), 1));
        return new Parcel(number, order, "Swift Parcel", sscc, "Leeds", shippedAt, null, 800, 812, null, lines);
    }

    private Capture capture(String... events) {
        var document = Fulfilment.document(events).getBytes(StandardCharsets.UTF_8);
        return captures.receive(merchant, new ByteArrayInputStream(document), Capture.ErrorBehaviour.PROCEED);
    }

    private static String packing(String action, String at, String sscc, String goods, String more) {
        return """
                {"type":"AggregationEvent","eventTime":"%s","eventTimeZoneOffset":"+00:00","action":"%s",\
                "bizStep":"%s","parentID":"%s","childQuantityList":[%s]%s}""".formatted(at, action, action.equals("ADD") ? "packing" : "unpacking", sscc, goods, more);
    }

    private static String goods(String sku, int quantity) {
        return "{\"epcClass\":\"urn:redress:sku:%s\",\"quantity\":%d}".formatted(sku, quantity);
    }

    @Test
    void a_shipment_is_kept_as_it_was_put_and_put_again_changes_no_row() {
        var put = api.put("/api/v1/shipments/T-1", SHIPMENT).is(200);
        assertThat(put.text("/trackingNumber")).isEqualTo("T-1");
        assertThat(api.get("/api/v1/shipments/T-1").is(200).body()).isEqualTo(put.body());
        var before = versions();
        api.put("/api/v1/shipments/T-1", SHIPMENT).is(200);
        api.send(
                        "PUT",
                        "/api/v1/shipments/T-1",
                        SHIPMENT.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "again")
                .is(200);
        assertThat(versions()).hasSize(2).isEqualTo(before);
    }

    /** Which transaction wrote each row. */
    private List<String> versions() {
        return transactions.call(
                merchant, () -> jdbc.sql("""
                        SELECT 'p' || tracking_number || ' ' || xmin FROM traces.parcel
                        UNION ALL SELECT 'l' || tracking_number || ' ' || sku || ' ' || xmin FROM traces.parcel_line
                        ORDER BY 1""").query(String.class).list());
    }

    @Test
    void a_changed_shipment_loses_the_lines_it_no_longer_has() {
        traces.put(merchant, List.of(parcel("T-1", "A-1", null, NOON), parcel("T-2", "A-1", null, NOON)));
        var changed = new Parcel(
                "T-1",
                "A-2",
                "Other",
                null,
                "York",
                NOON,
                NOON,
                null,
                null,
                5,
                List.of(new Parcel.Line(new Sku("MUG"), 3)));
        traces.put(merchant, List.of(changed));
        assertThat(traces.parcel(merchant, "T-1")).contains(changed);
        assertThat(traces.parcel(merchant, "T-2").orElseThrow().lines()).hasSize(2);
    }

    @Test
    void every_field_of_a_shipment_that_cannot_be_is_named() {
        var refused = api.put("/api/v1/shipments/T-1", """
                        {"trackingNumber": "T-2", "orderNumber": " A", "carrier": 7, "sscc": "106141412345678901",
                         "warehouse": "", "shippedAt": "today", "expectedWeightGrams": -1, "packWeightGrams": 1.5,
                         "lines": [{"sku": "MUG", "quantity": 0}]}""").is(422);
        assertThat(refused.body().at("/errors").values())
                .extracting(error -> error.at("/pointer").asString())
                .contains(
                        "/orderNumber",
                        "/carrier",
                        "/sscc",
                        "/warehouse",
                        "/shippedAt",
                        "/expectedWeightGrams",
                        "/packWeightGrams",
                        "/lines/0/quantity");
        var early = SHIPMENT.replace("2026-10-06T09:30:00Z", "2026-10-04T09:30:00Z");
        assertThat(api.put("/api/v1/shipments/T-1", early).is(422).text("/errors/0/pointer"))
                .isEqualTo("/deliveredAt");
        assertThat(api.put("/api/v1/shipments/T-1", SHIPMENT.replaceFirst("\\{", "{\"trackingNumber\": \"T-2\","))
                        .is(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/trackingNumber");
        api.get("/api/v1/shipments/T-1").is(404);
    }

    @Test
    void another_merchant_sees_nothing_of_parcels_and_events() {
        var sscc = Sscc.parse("106141412345678908").orElseThrow();
        traces.put(merchant, List.of(parcel("T-1", "A-1", sscc, NOON)));
        capture(packing("ADD", "2026-10-05T11:00:00Z", sscc.uri(), goods("MUG", 2), ""));
        var stranger = OwnMerchant.found(merchants);
        Api.sample(port)
                .withKey(keys.create(stranger, "Stranger", Set.of(Role.values())))
                .get("/api/v1/shipments/T-1")
                .is(404);
        assertThat(traces.search(stranger, "", null, 10).items()).isEmpty();
        assertThat(traces.trail(stranger, "A-1")).isEqualTo(Trail.EMPTY);
        assertThat(traces.contents(stranger, sscc, NOON)).isEmpty();
        assertThat(traces.labelled(stranger, List.of("T-1-1", sscc.digits()))).isEmpty();
        for (var table : List.of("parcel", "parcel_line", "event", "mention", "capture")) {
            var seen = transactions.call(
                    stranger,
                    () -> jdbc.sql("SELECT count(*) FROM traces." + table)
                            .query(Long.class)
                            .single());
            assertThat(seen).as(table).isZero();
        }
    }

    @Test
    void parcels_are_listed_the_last_shipped_first_each_once_and_found_by_the_beginning_of_a_number_or_by_sscc() {
        var sscc = Sscc.parse("106141412345678908").orElseThrow();
        traces.put(
                merchant,
                IntStream.range(0, 5)
                        .mapToObj(i -> parcel("T%1" + i, "A-" + i, i == 3 ? sscc : null, NOON.plusSeconds(i / 2)))
                        .toList());
        var first = traces.search(merchant, "", null, 2);
        var second = traces.search(merchant, "", first.next(), 2);
        var third = traces.search(merchant, "", second.next(), 2);
        assertThat(numbers(first.items())).containsExactly("T%14", "T%13");
        assertThat(numbers(second.items())).containsExactly("T%12", "T%11");
        assertThat(numbers(third.items())).containsExactly("T%10");
        assertThat(third.next()).isNull();
        assertThat(numbers(traces.search(merchant, "T%", null, 10).items())).hasSize(5);
        assertThat(numbers(traces.search(merchant, "%", null, 10).items())).isEmpty();
        assertThat(numbers(traces.search(merchant, " A-3", null, 10).items())).containsExactly("T%13");
        assertThat(numbers(traces.search(merchant, sscc.uri(), null, 10).items()))
                .containsExactly("T%13");
        assertThat(numbers(traces.search(merchant, sscc.digits(), null, 10).items()))
                .containsExactly("T%13");
    }

    private static List<String> numbers(List<Parcel> parcels) {
        return parcels.stream().map(Parcel::trackingNumber).toList();
    }

    @Test
    void the_trail_of_an_order_has_its_parcels_and_all_that_was_recorded_also_what_names_only_the_parcel() {
        var day = new Fulfilment("A", NOON);
        capture(day.events(1).toArray(String[]::new));
        capture(day.events(2).toArray(String[]::new));
        var trail = traces.trail(merchant, "A-1");
        assertThat(trail.events())
                .extracting(event -> event.moment().name())
                .containsExactly("PICK", "PICK", "PACK", "HAND_OVER", "DELIVERY");
        assertThat(trail.parcels()).isEmpty();

        var known = parcel(day.trackingNumber(1), "A-1", Sscc.parse(day.sscc(1)).orElseThrow(), NOON);
        traces.put(merchant, List.of(known));
        assertThat(traces.trail(merchant, "A-1").parcels()).containsExactly(known);
        assertThat(traces.trail(merchant, known).events())
                .extracting(event -> event.moment().name())
                .containsExactly("PACK", "HAND_OVER", "DELIVERY");
        assertThat(traces.labelled(
                        merchant,
                        List.of("t a1", "nothing", day.trackingNumber(1).toLowerCase(Locale.ROOT))))
                .doesNotContainKey("nothing");
    }

    @Test
    void what_was_in_a_parcel_is_answered_for_any_moment() {
        var sscc = Sscc.parse("106141412345678908").orElseThrow();
        capture(
                packing("ADD", "2026-10-05T10:00:00Z", sscc.uri(), goods("MUG", 2) + "," + goods("PLATE", 1), ""),
                packing("DELETE", "2026-10-05T11:00:00Z", sscc.uri(), goods("MUG", 1), ""),
                packing("ADD", "2026-10-05T12:00:00Z", sscc.uri(), goods("CUP", 4), ""));
        assertThat(traces.contents(merchant, sscc, Instant.parse("2026-10-05T09:59:59Z")))
                .isEmpty();
        assertThat(traces.contents(merchant, sscc, Instant.parse("2026-10-05T10:00:00Z")))
                .isEqualTo(Map.of("urn:redress:sku:MUG", 2, "urn:redress:sku:PLATE", 1));
        assertThat(traces.contents(merchant, sscc, Instant.parse("2026-10-05T11:30:00Z")))
                .isEqualTo(Map.of("urn:redress:sku:MUG", 1, "urn:redress:sku:PLATE", 1));
        assertThat(traces.contents(merchant, sscc, NOON))
                .isEqualTo(Map.of("urn:redress:sku:MUG", 1, "urn:redress:sku:PLATE", 1, "urn:redress:sku:CUP", 4));
    }

    @Test
    void what_is_declared_wrong_stays_on_record_but_counts_no_more_and_what_corrects_it_does() {
        var sscc = Sscc.parse("106141412345678908").orElseThrow();
        var order = ",\"bizTransactionList\":[{\"type\":\"po\",\"bizTransaction\":\"A-1\"}]";
        var wrong = packing("ADD", "2026-10-05T10:00:00Z", sscc.uri(), goods("MUG", 2), order);
        var right = packing(
                "ADD",
                "2026-10-05T10:00:00Z",
                sscc.uri(),
                goods("CUP", 2),
                order + ",\"eventID\":\"urn:uuid:6b1b6e6f-7a1c-4c42-9b0e-2f8e2c6e7d01\"");
        var declared = packing("ADD", "2026-10-05T10:00:00Z", sscc.uri(), goods("MUG", 2), order + """
                ,"errorDeclaration":{"declarationTime":"2026-10-06T08:00:00Z","reason":"incorrect_data",\
                "correctiveEventIDs":["urn:uuid:6b1b6e6f-7a1c-4c42-9b0e-2f8e2c6e7d01"]}""");
        capture(wrong);
        assertThat(traces.contents(merchant, sscc, NOON)).containsOnlyKeys("urn:redress:sku:MUG");
        capture(declared, right);
        assertThat(traces.contents(merchant, sscc, NOON)).containsOnlyKeys("urn:redress:sku:CUP");
        assertThat(traces.trail(merchant, "A-1").events())
                .singleElement()
                .satisfies(event -> assertThat(event.goods().getFirst().uri()).isEqualTo("urn:redress:sku:CUP"));
        var everything = new EventQuery(List.of(), List.of(), List.of(), null, null, null, 10);
        assertThat(captures.events(merchant, everything).items()).hasSize(3);
    }

    @Test
    void goods_that_came_back_are_found_by_the_claim_they_came_back_for() {
        capture("""
                {"type":"ObjectEvent","eventTime":"2026-10-09T10:00:00Z","eventTimeZoneOffset":"+00:00",\
                "action":"OBSERVE","bizStep":"inspecting","quantityList":[%s],\
                "bizTransactionList":[{"type":"rma","bizTransaction":"RC-7K2"}]}""".formatted(goods("CUP", 1)));
        assertThat(traces.trail(merchant, null, "rc-7k2").inspections())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.returns()).containsExactly("RC-7K2");
                    assertThat(event.goods())
                            .extracting(TraceEvent.Goods::quantity)
                            .containsExactly(1);
                });
        assertThat(traces.trail(merchant, "A-1", "RC-OTHER").inspections()).isEmpty();
    }

    @Test
    void a_scale_is_learned_from_the_parcels_it_weighed_and_from_no_other_house() {
        traces.put(
                merchant,
                IntStream.range(0, 60)
                        .mapToObj(i -> new Parcel(
                                "W-" + i,
                                "A-" + i,
                                "Swift",
                                null,
                                i % 2 == 0 ? "Leeds" : "York",
                                NOON.plusSeconds(i),
                                null,
                                1_000,
                                i % 2 == 0 ? 1_050 + i % 3 : 900,
                                null,
                                List.of()))
                        .toList());
        var leeds = traces.scale(merchant, "Leeds");
        assertThat(leeds.parcels()).isEqualTo(30);
        assertThat(leeds.biasGrams()).isEqualTo(51);
        assertThat(Scale.isOff(leeds.deviation(1_000, 1_051, 0))).isFalse();
        assertThat(Scale.isOff(leeds.deviation(1_000, 1_300, 0))).isTrue();
        assertThat(traces.scale(merchant, "Hull")).isEqualTo(Scale.USUAL);
    }

    @Test
    void the_events_of_a_slot_and_of_a_thing_are_found_by_index_under_row_level_security() {
        var events = new Fulfilment("P", NOON).events(1).toArray(String[]::new);
        capture(events);
        assertThat(plan("thing = 'order:P-1'", "mention")).contains("Index").doesNotContain("Filter: (thing");
        assertThat(plan(
                        "read_point = 'urn:redress:slot:A-7' AND event_time >= '2026-10-05' AND event_time < '2026-10-06'",
                        "event"))
                .containsPattern("Index Cond: .*read_point = .*event_time >= ")
                .doesNotContain(" Filter: (event_time", " Filter: (read_point");
    }

    private String plan(String condition, String table) {
        return transactions.call(merchant, () -> {
            jdbc.sql("SET LOCAL enable_seqscan = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("EXPLAIN SELECT * FROM traces." + table + " WHERE merchant_id = ?::uuid AND " + condition)
                            .param(merchant.value())
                            .query(String.class)
                            .list());
        });
    }

    @Test
    void a_capture_that_is_not_there_is_absent() {
        assertThat(captures.find(merchant, UUID.randomUUID())).isEmpty();
        api.get("/epcis/v2/capture/" + Ids.next()).is(404);
        api.get("/epcis/v2/capture/nonsense").is(404);
    }
}
