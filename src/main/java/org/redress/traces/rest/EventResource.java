package org.redress.traces.rest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Era;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.traces.Captures;
import org.redress.traces.EventQuery;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** EPCIS 2.0, query interface: the SimpleEventQuery of what we keep. */
@RestController
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR})
@RequestMapping("/epcis/v2/events")
class EventResource {
    private static final int USUAL = 30;
    private static final int MOST_VALUES = 100;
    private static final Set<String> KNOWN = Set.of(
            "eventType", "GE_eventTime", "LT_eventTime", "EQ_bizStep", "MATCH_anyEPC", "perPage", "nextPageToken");
    private static final String CONTEXT = """
            ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"redress":"urn:redress:epcis:"}]""";

    private final Captures captures;
    private final InstantSource clock;

    EventResource(Captures captures, InstantSource clock) {
        this.captures = captures;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> events(
            @RequestParam MultiValueMap<String, String> asked,
            @RequestHeader(name = "Accept", defaultValue = "*/*") String accept,
            Viewer viewer) {
        asked.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refused(
                            Refusal.invalid("/" + name, "UNKNOWN_PARAMETER", Phrase.of("traces.query.unknown", name)));
                });
        var page = captures.events(
                viewer.merchant(),
                new EventQuery(
                        values(asked, "eventType"),
                        values(asked, "EQ_bizStep"),
                        values(asked, "MATCH_anyEPC"),
                        time(asked, "GE_eventTime"),
                        time(asked, "LT_eventTime"),
                        asked.getFirst("nextPageToken"),
                        perPage(asked.getFirst("perPage"))));
        var answer = ResponseEntity.ok()
                .contentType(
                        accept.contains("application/ld+json")
                                ? MediaType.parseMediaType("application/ld+json")
                                : MediaType.APPLICATION_JSON)
                .header("GS1-EPCIS-Version", "2.0.0");
        if (page.next() != null) {
            answer.header("Link", "<" + next(asked, page.next()) + ">; rel=\"next\"");
        }
        return answer.body(document(page.items()));
    }

    private static List<String> values(MultiValueMap<String, String> asked, String name) {
        var values = asked.getOrDefault(name, List.of()).stream()
                .flatMap(text -> Arrays.stream(text.split("\\|")))
                .filter(text -> !text.isBlank())
                .map(text -> text.replace("\0", ""))
                .toList();
        if (values.size() > MOST_VALUES) {
            throw new Refused(Refusal.invalid("/" + name, "TOO_MANY", Phrase.of("traces.query.too-many", MOST_VALUES)));
        }
        return values;
    }

    private static @Nullable Instant time(MultiValueMap<String, String> asked, String name) {
        var text = asked.getFirst(name);
        try {
            var at = text == null
                    ? null
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (at != null && !Era.WRITTEN.holds(at)) {
                throw new DateTimeException("No table takes it");
            }
            return at;
        } catch (DateTimeException notATime) {
            throw new Refused(Refusal.invalid("/" + name, "NOT_A_TIME", Phrase.of("json.time")));
        }
    }

    private static int perPage(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new Refused(Refusal.invalid("/perPage", "OUT_OF_RANGE", Phrase.of("json.range", 1, Page.LARGEST)));
        }
        return Math.min(Integer.parseInt(text), Page.LARGEST);
    }

    private static String next(MultiValueMap<String, String> asked, String token) {
        var address = UriComponentsBuilder.fromPath("/epcis/v2/events");
        asked.forEach((name, values) -> values.stream()
                .filter(_ -> !name.equals("nextPageToken"))
                .forEach(value -> address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8))));
        return address.queryParam("nextPageToken", token).build(true).toUriString();
    }

    private String document(List<String> events) {
        return """
                {"@context":%s,"type":"EPCISQueryDocument","schemaVersion":"2.0","creationDate":"%s",\
                "epcisBody":{"queryResults":{"queryName":"SimpleEventQuery","resultsBody":{"eventList":[%s]}}}}""".formatted(CONTEXT, clock.instant(), String.join(",", events));
    }
}
