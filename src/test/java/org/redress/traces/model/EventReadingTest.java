package org.redress.traces.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.gs1.Sscc;
import org.redress.kernel.Gtin;
import org.redress.kernel.Sku;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.model.EventRow.Checked;
import tools.jackson.databind.json.JsonMapper;

/** What a fulfilment event says, by contract.md. */
class EventReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Map<String, String> OURS = Map.of("redress", EventReading.OURS);

    private static EventRow row(String json, Map<String, String> namespaces) {
        var checked =
                new EventRow.Checker(namespaces, NOW).check(JsonMapper.shared().readTree(json), "");
        assertThat(checked).isInstanceOf(Checked.Sound.class);
        return ((Checked.Sound) checked).row();
    }

    private static String event(String type, String fields) {
        return """
                {"type":"%s","eventTime":"2026-10-01T12:00:00.5+02:00","eventTimeZoneOffset":"+02:00",%s}""".formatted(type, fields);
    }

    private static String pick(String more) {
        return event("ObjectEvent", """
                "action":"OBSERVE","bizStep":"picking","quantityList":[{"epcClass":"urn:redress:sku:MUG%20RED","quantity":2}],
                "readPoint":{"id":"urn:redress:slot:A-12"},"bizTransactionList":[{"type":"po","bizTransaction":"A-1001"}],
                "redress:operator":"op7","redress:tote":"T1","redress:wave":"W3","redress:scan":"OVERRIDE","redress:shortPick":true""" + more);
    }

    @Test
    void a_pick_says_what_where_for_whom_by_whom_and_how_sure() {
        var event = row(pick(""), OURS).event();
        assertThat(event.moment()).isEqualTo(Moment.PICK);
        assertThat(event.at()).isEqualTo(Instant.parse("2026-10-01T10:00:00.5Z"));
        assertThat(event.goods()).singleElement().satisfies(goods -> {
            assertThat(goods.sku()).isEqualTo(new Sku("MUG RED"));
            assertThat(goods.quantity()).isEqualTo(2);
        });
        assertThat(event.orders()).containsExactly("A-1001");
        assertThat(event.place()).isEqualTo("urn:redress:slot:A-12");
        assertThat(event.operator()).isEqualTo("op7");
        assertThat(event.scan()).isEqualTo(TraceEvent.Scan.OVERRIDE);
        assertThat(event.shortPick()).isTrue();
    }

    @Test
    void a_count_says_what_was_found_and_what_the_books_said_and_where_the_slot_lies() {
        var event = row(event("ObjectEvent", """
                "action":"OBSERVE","bizStep":"cycle_counting","quantityList":[{"epcClass":"urn:redress:sku:RED","quantity":4}],
                "redress:expectedQuantityList":[{"epcClass":"urn:redress:sku:RED","quantity":3}],
                "readPoint":{"id":"urn:redress:slot:A-12"},"redress:x":1.5,"redress:y":20,
                "redress:listedOnly":true"""), OURS).event();
        assertThat(event.moment()).isEqualTo(Moment.STOCKTAKE);
        assertThat(event.listedOnly()).isTrue();
        assertThat(event.goods())
                .singleElement()
                .satisfies(goods -> assertThat(goods.quantity()).isEqualTo(4));
        assertThat(event.expected()).singleElement().satisfies(goods -> {
            assertThat(goods.sku()).isEqualTo(new Sku("RED"));
            assertThat(goods.quantity()).isEqualTo(3);
        });
        assertThat(event.spot()).isEqualTo(new TraceEvent.Spot(1.5, 20));
    }

    @Test
    void a_lot_is_found_by_its_name_and_half_a_spot_is_none() {
        var row = row(event("ObjectEvent", """
                "action":"OBSERVE","bizStep":"stocking","quantityList":[{"epcClass":"urn:redress:sku:RED","quantity":40}],
                "readPoint":{"id":"urn:redress:slot:A-12"},"redress:lot":"L-7","redress:x":1.5,"redress:y":"far\""""), OURS);
        assertThat(row.event().lot()).isEqualTo("L-7");
        assertThat(row.event().spot()).isNull();
        assertThat(row.things()).contains("lot:L-7");
    }

    @Test
    void extensions_are_known_by_their_namespace_and_not_by_their_prefix() {
        var other = pick("").replace("redress:", "r:").replace("urn:r:", "urn:redress:");
        assertThat(row(other, Map.of("r", EventReading.OURS)).event().operator())
                .isEqualTo("op7");
        assertThat(row(other, Map.of("r", "urn:somebody:else:")).event().operator())
                .isNull();
    }

    @Test
    void packing_puts_articles_into_a_parcel_by_any_of_their_names() {
        var event = row(event("AggregationEvent", """
                                "action":"ADD","bizStep":"https://ref.gs1.org/cbv/BizStep-packing",
                                "parentID":"urn:epc:id:sscc:0614141.1234567890",
                                "childEPCs":["https://id.gs1.org/01/09506000134352/21/7"],
                                "childQuantityList":[{"epcClass":"urn:epc:class:lgtin:4012345.012345.L1","quantity":3},
                                    {"epcClass":"urn:redress:sku:ROPE","quantity":2.5,"uom":"MTR"}],
                                "bizTransactionList":[{"type":"https://ref.gs1.org/cbv/BTT-po","bizTransaction":"urn:epcglobal:cbv:bt:0614141111114:A-7"}],
                                "redress:trackingNumber":"PX 1","redress:weightGrams":812.4"""), OURS).event();
        assertThat(event.moment()).isEqualTo(Moment.PACK);
        assertThat(event.parcels())
                .containsExactly(Sscc.parse("106141412345678908").orElseThrow());
        assertThat(event.goods())
                .extracting(TraceEvent.Goods::quantity)
                .as("lengths are no pieces")
                .containsExactly(3, null, 1);
        assertThat(event.goods().getLast().gtin())
                .isEqualTo(Gtin.parse("9506000134352").orElseThrow());
        assertThat(event.orders()).containsExactly("A-7");
        assertThat(event.weightGrams()).isEqualTo(812);
    }

    @Test
    void an_event_is_found_by_all_it_is_about_however_that_is_written() {
        var urn = row(pick(",\"epcList\":[\"urn:epc:id:sgtin:9506000.013435.7\"]"), OURS)
                .things();
        var link = row(pick(",\"epcList\":[\"https://example.com/01/09506000134352/21/7\"]"), OURS)
                .things();
        assertThat(urn)
                .isEqualTo(link)
                .containsExactlyInAnyOrder(
                        "order:A-1001", "sku:MUG RED", "sgtin:09506000134352.7", "gtin:09506000134352");
    }

    @ParameterizedTest
    @CsvSource({
        "A-1001, A-1001",
        "urn:redress:order:A%20B, A B",
        "urn:epcglobal:cbv:bt:5200001000008:4711, 4711",
        "https://shop.example.com/orders/A-9?x=1, A-9",
        "50%, 50%",
        "订单1, 订单1"
    })
    void an_order_number_is_read_out_of_its_identifier(String uri, String number) {
        assertThat(Things.transaction(uri)).isEqualTo(number);
    }

    @Test
    void the_same_event_has_one_id_and_a_declaration_stands_beside_it() {
        var one = row(pick(",\"eventID\":\"urn:uuid:1\",\"recordTime\":\"2026-10-02T00:00:00Z\""), OURS);
        var again = row(pick(",\"eventID\":\"urn:uuid:2\""), OURS);
        var wrong = row(
                pick(
                        ",\"errorDeclaration\":{\"declarationTime\":\"2026-10-03T00:00:00Z\",\"reason\":\"did_not_occur\"}"),
                OURS);
        assertThat(again.event().id()).isEqualTo(one.event().id());
        assertThat(wrong.event().id()).isEqualTo(one.event().id());
        assertThat(wrong.event().declaredWrong()).isTrue();
        assertThat(wrong.declaration()).isNotEqualTo(one.declaration());
        assertThat(EventRow.standing(List.of(one.event(), wrong.event()))).isEmpty();
        assertThat(EventRow.standing(List.of(one.event()))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"action\":\"OBSERVE\";\"action\":\"LOOK\";/action",
                "\"bizStep\":\"picking\";\"bizStep\":\"plucking\";/bizStep",
                "\"quantity\":2;\"quantity\":\"two\";/quantityList/0/quantity",
                "\"eventTimeZoneOffset\":\"+02:00\";\"eventTimeZoneOffset\":\"CET\";/eventTimeZoneOffset",
                "12:00:00.5+02:00;noon;/eventTime"
            })
    void what_is_wrong_is_pointed_at(String right, String wrong, String pointer) {
        var json = pick("").replace(right, wrong);
        var checked = new EventRow.Checker(OURS, NOW).check(JsonMapper.shared().readTree(json), "/e/3");
        assertThat(checked)
                .isInstanceOfSatisfying(
                        Checked.Wrong.class,
                        no -> assertThat(no.faults())
                                .extracting(fault -> fault.pointer())
                                .contains("/e/3" + pointer));
    }

    @Test
    void a_clock_that_is_a_year_ahead_is_wrong_and_one_that_is_decades_behind_is_kept() {
        var ahead = pick("").replace("2026-10-01", "2027-10-01");
        assertThat(new EventRow.Checker(OURS, NOW).check(JsonMapper.shared().readTree(ahead), ""))
                .isInstanceOf(Checked.Wrong.class);
        row(pick("").replace("2026-10-01", "1999-10-01"), OURS);
    }

    @Test
    void an_event_is_told_again_with_its_id_the_time_of_its_record_and_the_meaning_of_its_prefixes() {
        var row = row(
                pick("").replace("redress:", "r:").replace("urn:r:", "urn:redress:"), Map.of("r", EventReading.OURS));
        var told = JsonMapper.shared().readTree(EventRow.told(row.document(), row.namespaces(), NOW, row.hash()));
        assertThat(told.get("eventID").stringValue()).isEqualTo(row.hash()).startsWith("ni:///sha-256;");
        assertThat(told.get("recordTime").stringValue()).isEqualTo(NOW.toString());
        assertThat(told.get("@context").get(0).get("r").stringValue()).isEqualTo(EventReading.OURS);
        assertThat(EpcisSchema.gs1().event(told, "")).isEmpty();
    }
}
