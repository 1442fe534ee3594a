package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.Api;
import org.redress.testing.Fulfilment;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Events by EPCIS 2.0 over REST, as warehouses and carriers send and read them. */
@RedressTest
class EpcisStory {
    private static final String CAPTURE = "/epcis/v2/capture";
    private static final String EVENTS = "/epcis/v2/events";
    private static final String BEHAVIOUR = "GS1-Capture-Error-Behaviour";
    private static final String LIST = "/epcisBody/queryResults/resultsBody/eventList";
    private static final String BAD = """
            {"type":"ObjectEvent","eventTime":"2026-10-05T09:00:00Z","eventTimeZoneOffset":"+00:00",\
            "action":"SMASH","bizStep":"picking","quantityList":[{"epcClass":"urn:redress:sku:MUG","quantity":1}]}""";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Api api;
    private final Fulfilment day = new Fulfilment("E", Instant.parse("2026-10-05T08:00:00Z"));

    @BeforeEach
    void open() {
        api = OwnMerchant.found(context, port);
    }

    private static String document(List<String> events) {
        return Fulfilment.document(events.toArray(String[]::new));
    }

    private JsonNode captured(String document, String... headers) {
        var answer = api.post(CAPTURE, document, headers).is(202);
        assertThat(answer.header("Location")).startsWith(CAPTURE + "/");
        return finished(answer.header("Location"));
    }

    private JsonNode finished(String job) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> api.get(job).is(200).body(),
                        body -> !body.at("/running").booleanValue());
    }

    private List<JsonNode> events(String query) {
        return list(api.get(EVENTS + query).is(200));
    }

    private static List<JsonNode> list(Api.Answer answer) {
        assertThat(answer.text("/type")).isEqualTo("EPCISQueryDocument");
        return answer.body().at(LIST).values().stream().toList();
    }

    private List<String> steps(String query) {
        return events(query).stream()
                .map(event -> event.at("/bizStep").asString())
                .toList();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Test
    void a_document_is_taken_and_its_job_tells_what_became_of_it() {
        var job = captured(document(day.events(1)));
        assertThat(job.at("/success").booleanValue()).isTrue();
        assertThat(job.at("/captureErrorBehaviour").asString()).isEqualTo("proceed");
        assertThat(job.at("/eventsRead").intValue()).isEqualTo(5);
        assertThat(job.at("/eventsKept").intValue()).isEqualTo(5);
        assertThat(job.at("/eventsRejected").intValue()).isZero();
        assertThat(job.at("/errors").size()).isZero();
    }

    @Test
    void what_was_sent_comes_back_the_oldest_first_with_an_id_and_the_time_of_its_recording() {
        captured(document(day.events(1)));
        assertThat(events("")).hasSize(5).allSatisfy(event -> {
            assertThat(event.at("/eventID").asString()).startsWith("ni:///sha-256;");
            assertThat(Instant.parse(event.at("/recordTime").asString()))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now());
        });
        assertThat(steps("")).containsExactly("picking", "picking", "packing", "shipping", "accepting");
        assertThat(events("").getFirst().at("/redress:operator").asString()).isEqualTo("op1");
    }

    @Test
    void what_was_told_is_taken_in_again_as_the_same_events() {
        captured(document(day.events(1)));
        var told = api.get(EVENTS).is(200).body().toString();
        assertThat(captured(told).at("/eventsKept").intValue()).isEqualTo(5);
        assertThat(events("")).hasSize(5);
    }

    @Test
    void each_query_parameter_narrows_what_comes_back() {
        captured(document(day.events(1)));
        captured(document(day.events(2)));
        assertThat(events("?eventType=AggregationEvent")).hasSize(2);
        assertThat(events("?eventType=AggregationEvent%7CObjectEvent")).hasSize(10);
        assertThat(events("?eventType=TransactionEvent")).isEmpty();
        assertThat(steps("?EQ_bizStep=packing%7Cshipping"))
                .containsExactly("packing", "packing", "shipping", "shipping");
        assertThat(steps("?EQ_bizStep=" + encoded("https://ref.gs1.org/cbv/BizStep-shipping")))
                .containsExactly("shipping", "shipping");
        assertThat(steps("?GE_eventTime=2026-10-05T10:00:05Z")).hasSize(4);
        assertThat(steps("?LT_eventTime=2026-10-05T10:00:10Z&GE_eventTime=" + encoded("2026-10-05T12:00:05+02:00")))
                .containsExactly("shipping");
        assertThat(steps("?MATCH_anyEPC=" + encoded(day.sscc(2)))).containsExactly("packing", "shipping", "accepting");
        assertThat(events("?MATCH_anyEPC=" + encoded("urn:redress:sku:SKU-7"))).hasSize(2);
        assertThat(steps("?eventType=ObjectEvent&EQ_bizStep=shipping&MATCH_anyEPC=" + encoded(day.sscc(1))))
                .containsExactly("shipping");
    }

    @Test
    void a_parcel_is_found_by_its_digital_link_although_the_event_writes_a_urn() {
        captured(document(day.events(1)));
        var sscc = org.redress.gs1.Sscc.parse(day.sscc(1)).orElseThrow();
        assertThat(events("?MATCH_anyEPC=" + encoded(sscc.uri()))).hasSize(3);
        assertThat(events("?MATCH_anyEPC=" + encoded(sscc.digits()))).hasSize(3);
    }

    @Test
    void pages_lead_through_all_events_each_once() {
        for (int order = 0; order < 6; order++) {
            captured(document(day.events(order)));
        }
        var seen = new ArrayList<String>();
        var pages = 0;
        // Several values of one parameter, which each have to come along.
        var address =
                EVENTS + "?perPage=7&EQ_bizStep=picking&EQ_bizStep=packing&EQ_bizStep=shipping&EQ_bizStep=accepting"
                        + "&GE_eventTime=" + encoded("2026-10-05T10:00:00+02:00");
        while (!address.isEmpty()) {
            var answer = api.get(address).is(200);
            var page = list(answer);
            assertThat(page).hasSizeLessThanOrEqualTo(7);
            page.forEach(event -> seen.add(event.at("/eventID").asString()));
            var link = answer.header("Link");
            assertThat(link.isEmpty()).isEqualTo(pages == 4);
            address = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
            pages++;
        }
        assertThat(pages).isEqualTo(5);
        assertThat(seen).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void the_same_document_twice_is_kept_once() {
        captured(document(day.events(1)));
        var again = captured(document(day.events(1)));
        assertThat(again.at("/success").booleanValue()).isTrue();
        assertThat(again.at("/eventsKept").intValue()).isEqualTo(5);
        assertThat(events("")).hasSize(5);
    }

    @Test
    void a_declaration_that_an_event_was_wrong_stands_beside_it_once() {
        var pick = day.events(1).getFirst();
        var declared = pick.substring(0, pick.length() - 1) + """
                ,"errorDeclaration":{"declarationTime":"2026-10-06T08:00:00Z","reason":"incorrect_data"}}""";
        captured(document(List.of(pick)));
        captured(document(List.of(declared)));
        captured(document(List.of(declared)));
        assertThat(events("")).hasSize(2);
        assertThat(events(""))
                .extracting(event -> event.has("errorDeclaration"))
                .containsOnlyOnce(true);
        assertThat(events(""))
                .extracting(event -> event.at("/eventID").asString())
                .containsOnly(events("").getFirst().at("/eventID").asString());
    }

    @Test
    void a_bad_event_is_named_by_its_pointer_and_the_others_are_kept() {
        var events = new ArrayList<>(day.events(1));
        events.add(2, BAD);
        var job = captured(document(events));
        assertThat(job.at("/success").booleanValue()).isFalse();
        assertThat(job.at("/eventsRead").intValue()).isEqualTo(6);
        assertThat(job.at("/eventsKept").intValue()).isEqualTo(5);
        assertThat(job.at("/eventsRejected").intValue()).isEqualTo(1);
        assertThat(job.at("/errors/0/pointer").asString()).isEqualTo("/epcisBody/eventList/2/action");
        assertThat(job.at("/errors/0/detail").asString()).contains("ADD");
        assertThat(events("")).hasSize(5);
    }

    @Test
    void with_rollback_one_bad_event_keeps_all_out() {
        var events = new ArrayList<>(day.events(1));
        events.add(BAD);
        var job = captured(document(events), BEHAVIOUR, "rollback");
        assertThat(job.at("/captureErrorBehaviour").asString()).isEqualTo("rollback");
        assertThat(job.at("/success").booleanValue()).isFalse();
        assertThat(job.at("/eventsKept").intValue()).isZero();
        assertThat(job.at("/errors/0/pointer").asString()).isEqualTo("/epcisBody/eventList/5/action");
        assertThat(events("")).isEmpty();
        assertThat(captured(document(day.events(1)), BEHAVIOUR, "rollback")
                        .at("/eventsKept")
                        .intValue())
                .isEqualTo(5);
        assertThat(events("")).hasSize(5);
    }

    @Test
    void what_is_no_epcis_document_is_refused_with_a_pointer_and_leaves_no_job() {
        var version = document(day.events(1)).replace("\"schemaVersion\":\"2.0\"", "\"schemaVersion\":2");
        assertThat(api.post(CAPTURE, version).is(422).text("/errors/0/pointer")).isEqualTo("/schemaVersion");
        assertThat(api.post(CAPTURE, "{\"hello\":\"world\"}")
                        .is(422)
                        .body()
                        .at("/errors")
                        .size())
                .isPositive();
        api.post(CAPTURE, "[]").is(422);
        api.post(CAPTURE, "{").is(422);
        api.post(CAPTURE, document(day.events(1)), BEHAVIOUR, "maybe").is(422);
        api.send("POST", CAPTURE, "<a/>".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/xml")
                .is(415);
        assertThat(api.get(CAPTURE).is(200).body().size()).isZero();
        assertThat(events("")).isEmpty();
    }

    @Test
    void one_event_without_a_document_around_it_is_taken_too() {
        var bare = day.events(1).getFirst().replaceFirst("\\{", """
                {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",\
                {"redress":"urn:redress:epcis:"}],""");
        assertThat(captured(bare).at("/eventsKept").intValue()).isEqualTo(1);
        assertThat(events("")).hasSize(1);
    }

    @Test
    void a_large_document_is_read_by_a_job_while_nobody_waits() throws IOException {
        var orders = 1_200;
        byte[] content;
        try (var document = day.document(orders)) {
            content = document.readAllBytes();
        }
        assertThat(content.length).isGreaterThan(2 << 20);
        var answer = api.send("POST", CAPTURE, content, "Content-Type", "application/ld+json")
                .is(202);
        var job = finished(answer.header("Location"));
        assertThat(job.at("/success").booleanValue()).isTrue();
        assertThat(job.at("/eventsRead").intValue()).isEqualTo(orders * Fulfilment.EVENTS_OF_AN_ORDER);
        assertThat(job.at("/eventsKept").intValue()).isEqualTo(orders * Fulfilment.EVENTS_OF_AN_ORDER);
        assertThat(steps("?MATCH_anyEPC=" + encoded(day.sscc(orders - 1))))
                .containsExactly("packing", "shipping", "accepting");
    }

    @Test
    void a_parameter_that_is_not_known_or_makes_no_sense_is_refused_by_its_name() {
        for (var parameter : List.of(
                "EQ_action=ADD", "GE_eventTime=yesterday", "perPage=0", "perPage=many", "nextPageToken=made-up")) {
            var refused = api.get(EVENTS + "?" + parameter).is(422);
            assertThat(refused.text("/errors/0/pointer"))
                    .isEqualTo("/" + parameter.substring(0, parameter.indexOf('=')));
        }
        assertThat(api.get(EVENTS + "?perPage=100000").is(200).status()).isEqualTo(200);
    }

    @Test
    void another_merchant_sees_neither_events_nor_jobs() {
        var job = api.post(CAPTURE, document(day.events(1))).is(202).header("Location");
        finished(job);
        var stranger = OwnMerchant.found(context, port);
        stranger.get(job).is(404);
        assertThat(stranger.get(CAPTURE).is(200).body().size()).isZero();
        assertThat(list(stranger.get(EVENTS).is(200))).isEmpty();
        assertThat(list(stranger.get(EVENTS + "?MATCH_anyEPC=" + encoded(day.sscc(1)))
                        .is(200)))
                .isEmpty();
    }

    @Test
    void jobs_are_listed_the_newest_first_page_by_page() {
        var jobs = new ArrayList<String>();
        for (int order = 0; order < 3; order++) {
            jobs.addFirst(api.post(CAPTURE, document(day.events(order))).is(202).header("Location"));
        }
        var first = api.get(CAPTURE + "?perPage=2").is(200);
        assertThat(first.body().values())
                .extracting(job -> CAPTURE + "/" + job.at("/captureID").asString())
                .containsExactlyElementsOf(jobs.subList(0, 2));
        var link = first.header("Link");
        var second = api.get(link.substring(1, link.indexOf('>'))).is(200);
        assertThat(second.body().values())
                .extracting(job -> CAPTURE + "/" + job.at("/captureID").asString())
                .containsExactly(jobs.getLast());
        assertThat(second.header("Link")).isEmpty();
    }

    @Test
    void a_capture_under_a_key_is_done_once_and_the_key_serves_no_other_document() {
        var one = api.post(CAPTURE, document(day.events(1)), "Idempotency-Key", "k1")
                .is(202);
        var again = api.post(CAPTURE, document(day.events(1)), "Idempotency-Key", "k1")
                .is(202);
        assertThat(again.header("Location")).isEqualTo(one.header("Location"));
        assertThat(api.get(CAPTURE).is(200).body().size()).isEqualTo(1);
        api.post(CAPTURE, document(day.events(2)), "Idempotency-Key", "k1").is(422);
        assertThat(events("")).hasSize(5);
    }

    @Test
    void events_of_many_months_and_of_long_ago_have_their_place() {
        var months = new ArrayList<String>();
        for (var start : List.of(
                "2009-03-01T00:00:00Z", "2019-12-30T00:00:00Z", "2020-01-01T00:00:00Z", "2024-02-28T23:00:00Z")) {
            months.addAll(new Fulfilment("M" + start.substring(2, 4), Instant.parse(start)).events(1));
        }
        assertThat(captured(document(months)).at("/eventsKept").intValue()).isEqualTo(20);
        assertThat(events("?perPage=100")).hasSize(20);
        var ahead = day.events(1).getFirst().replace("2026-10-05", "2031-10-05");
        assertThat(captured(document(List.of(ahead))).at("/errors/0/pointer").asString())
                .isEqualTo("/epcisBody/eventList/0/eventTime");
    }
}
