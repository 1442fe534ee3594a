package org.redress.traces.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.redress.traces.Capture.Fault;
import org.redress.traces.TraceEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as it is kept: as it came, and what it is found by.
 *
 * @param hash as GS1 writes it
 * @param namespaces what its prefixes stand for, as a JSON object; null where only ours is used, under its usual prefix
 */
public record EventRow(
        TraceEvent event,
        String hash,
        UUID declaration,
        String type,
        @Nullable String namespaces,
        String document,
        Set<String> things) {
    private static final Map<String, String> USUAL = Map.of("redress", EventReading.OURS);
    /** Nobody scanned anything before that; what says so has no clock. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Duration AHEAD = Duration.ofDays(31);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An event that is sound, or what is wrong with it. */
    public sealed interface Checked {
        record Sound(EventRow row) implements Checked {}

        record Wrong(List<Fault> faults) implements Checked {}
    }

    /** Checks, hashes and reads events of one document. Not for two threads at once. */
    public static final class Checker {
        private final EpcisSchema schema = EpcisSchema.gs1();
        private final EventHash hash = new EventHash();
        private final Map<String, String> namespaces;
        private final Instant latest;

        /** @param now clocks of scanners may run ahead of it by a month and no more */
        public Checker(Map<String, String> namespaces, Instant now) {
            this.namespaces = namespaces;
            this.latest = now.plus(AHEAD);
        }

        public Checked check(JsonNode event, String pointer) {
            var faults = schema.event(event, pointer);
            if (!faults.isEmpty()) {
                return new Checked.Wrong(faults);
            }
            var time = EventReading.time(event);
            if (time.filter(at -> !at.isBefore(EARLIEST)).isEmpty()) {
                return wrong(pointer + "/eventTime", "NOT_A_TIME", "traces.fault.time");
            }
            if (time.get().isAfter(latest)) {
                return wrong(pointer + "/eventTime", "IN_THE_FUTURE", "traces.fault.future");
            }
            var all = all(event);
            var document = event.toString();
            if (!document.isEmpty() && !isStorable(document)) {
                return wrong(pointer, "BAD_CHARACTER", "json.character");
            }
            var hashed = hash.of(document, all);
            if (hashed.isEmpty()) {
                return wrong(pointer, "NO_HASH", "traces.fault.hash");
            }
            var declaration = EventHash.declaration(event.get("errorDeclaration"));
            var read = EventReading.read(event, all, EventHash.id(hashed.get()), !EventHash.isNone(declaration))
                    .orElseThrow();
            return new Checked.Sound(new EventRow(
                    read,
                    hashed.get(),
                    declaration,
                    event.get("type").stringValue(),
                    all.equals(USUAL) ? null : JSON.writeValueAsString(new TreeMap<>(all)),
                    document,
                    EventReading.things(event, read)));
        }

        private Map<String, String> all(JsonNode event) {
            if (!event.has("@context")) {
                return namespaces;
            }
            var all = new HashMap<>(namespaces);
            all.putAll(EventDocument.namespaces(event));
            return all;
        }

        /** Half a surrogate pair is no character. */
        private static boolean isStorable(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isSurrogate(text.charAt(i))) {
                    if (!Character.isHighSurrogate(text.charAt(i))
                            || i + 1 == text.length()
                            || !Character.isLowSurrogate(text.charAt(i + 1))) {
                        return false;
                    }
                    i++;
                }
            }
            return true;
        }

        private static Checked wrong(String pointer, String code, String reason) {
            return new Checked.Wrong(List.of(new Fault(pointer, code, Phrase.of(reason), "")));
        }
    }

    /** The namespaces of a kept event. */
    public static Map<String, String> namespaces(@Nullable String kept) {
        if (kept == null) {
            return USUAL;
        }
        var namespaces = new TreeMap<String, String>();
        JSON.readTree(kept)
                .properties()
                .forEach(
                        entry -> namespaces.put(entry.getKey(), entry.getValue().stringValue()));
        return namespaces;
    }

    /** A kept event as it is told again: with the time of its recording, its id, and the meaning of its prefixes. */
    public static String told(String document, @Nullable String namespaces, Instant recordedAt, String hashId) {
        var event = (ObjectNode) JSON.readTree(document);
        event.put("recordTime", recordedAt.toString());
        if (!event.has("eventID")) {
            event.put("eventID", hashId);
        }
        if (namespaces != null && !event.has("@context")) {
            var context = event.putArray("@context");
            context.add(JSON.readTree(namespaces));
        }
        return event.toString();
    }

    /** Leaves out what was declared wrong, by the event's own id or by the name its sender gave it. */
    public static List<TraceEvent> standing(List<TraceEvent> events) {
        var wrong = new java.util.HashSet<Object>();
        for (var event : events) {
            if (event.declaredWrong()) {
                wrong.add(event.id());
                if (event.eventId() != null) {
                    wrong.add(event.eventId());
                }
            }
        }
        var standing = new ArrayList<TraceEvent>();
        for (var event : events) {
            if (!event.declaredWrong()
                    && !wrong.contains(event.id())
                    && (event.eventId() == null || !wrong.contains(event.eventId()))) {
                standing.add(event);
            }
        }
        return List.copyOf(standing);
    }
}
