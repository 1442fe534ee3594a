package org.redress.investigation.app;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.redress.database.Json;
import org.redress.investigation.Task;
import org.redress.investigation.TaskReply.Counted;
import org.redress.kernel.Sku;
import org.redress.traces.Capture;
import org.redress.traces.Captures;
import org.springframework.stereotype.Component;

/** Records a count that somebody was asked for as the warehouse would: an EPCIS event by the usual door. */
@Component
class CountRecord {
    private final Captures captures;
    private final Json json;

    CountRecord(Captures captures, Json json) {
        this.captures = captures;
        this.json = json;
    }

    void keep(Task task, Counted counted, String by, Instant at) {
        var document = json.write(document(task, counted, by, at)).getBytes(StandardCharsets.UTF_8);
        var capture =
                captures.receive(task.merchant(), new ByteArrayInputStream(document), Capture.ErrorBehaviour.ROLLBACK);
        if (!capture.success()) {
            throw new IllegalStateException("Our own event of a count was rejected: " + capture.errors());
        }
    }

    private static Map<String, Object> document(Task task, Counted counted, String by, Instant at) {
        return Map.of(
                "@context",
                List.of(
                        "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                        Map.of("redress", "urn:redress:epcis:")),
                "type",
                "EPCISDocument",
                "schemaVersion",
                "2.0",
                "creationDate",
                at.toString(),
                "epcisBody",
                Map.of("eventList", List.of(event(task, counted, by, at))));
    }

    private static Map<String, Object> event(Task task, Counted counted, String by, Instant at) {
        var subject = task.subject();
        var sku = Objects.requireNonNull(subject.sku());
        var other = subject.otherSku();
        var found = new ArrayList<>(List.of(goods(sku, counted.units())));
        if (other != null && counted.others() != null) {
            found.add(goods(other, counted.others()));
        }
        var event = new LinkedHashMap<String, Object>();
        event.put("type", "ObjectEvent");
        event.put("eventTime", at.toString());
        event.put("eventTimeZoneOffset", "+00:00");
        event.put("action", "OBSERVE");
        event.put("bizStep", "cycle_counting");
        event.put("quantityList", found);
        event.put("readPoint", Map.of("id", Objects.requireNonNull(subject.slot())));
        event.put("redress:operator", by);
        if (counted.others() == null) {
            event.put("redress:listedOnly", true);
        }
        if (counted.books() != null) {
            event.put("redress:expectedQuantityList", List.of(goods(sku, counted.books())));
        }
        return event;
    }

    private static Map<String, Object> goods(Sku sku, int units) {
        var escaped = URLEncoder.encode(sku.value(), StandardCharsets.UTF_8).replace("+", "%20");
        return Map.of("epcClass", "urn:redress:sku:" + escaped, "quantity", units);
    }
}
