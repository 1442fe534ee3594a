package org.redress.traces.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An EPCIS document read event by event, never held whole. One event, or one part of the document around its events, may
 * have a megabyte.
 */
public final class EventDocument {
    private static final int LARGEST_PART = 1024 * 1024;
    private static final Set<String> LISTS =
            Set.of("/epcisBody/eventList", "/epcisBody/queryResults/resultsBody/eventList");
    private static final Set<String> AROUND =
            Set.of("", "/epcisBody", "/epcisBody/queryResults", "/epcisBody/queryResults/resultsBody");
    private static final Set<String> DOCUMENTS = Set.of("EPCISDocument", "EPCISQueryDocument");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Takes events as they are read. */
    @FunctionalInterface
    public interface Sink {
        void take(JsonNode event, String pointer);
    }

    /** The text is no JSON, or one of its parts is too large. */
    public static final class Unreadable extends Exception {
        private final boolean tooLarge;

        private Unreadable(boolean tooLarge, @Nullable Throwable cause) {
            super(cause);
            this.tooLarge = tooLarge;
        }

        public boolean isTooLarge() {
            return tooLarge;
        }
    }

    private final Allowance input;
    private final JsonParser parser;
    private final @Nullable Sink sink;

    private EventDocument(InputStream input, @Nullable Sink sink) {
        this.input = new Allowance(input);
        this.parser = JSON.createParser(this.input);
        this.sink = sink;
    }

    /** All but the events, which stand as an empty list. A bare event is its own header. */
    public static ObjectNode header(InputStream content) throws IOException, Unreadable {
        return new EventDocument(content, null).read();
    }

    /** Every event in turn, each with its JSON pointer. */
    public static void events(InputStream content, Sink sink) throws IOException, Unreadable {
        var root = new EventDocument(content, sink).read();
        if (isBare(root)) {
            sink.take(root, "");
        }
    }

    public static boolean isBare(JsonNode header) {
        var type = header.get("type");
        return type == null || !type.isString() || !DOCUMENTS.contains(type.stringValue());
    }

    /** Which prefix stands for which namespace, by the document's own {@code @context}; addresses are not fetched. */
    public static Map<String, String> namespaces(JsonNode node) {
        var context = node.get("@context");
        var namespaces = new LinkedHashMap<String, String>();
        var entries = context == null ? List.<JsonNode>of() : context.isArray() ? context.values() : List.of(context);
        for (var entry : entries) {
            if (entry.isObject()) {
                entry.properties().stream()
                        .filter(each ->
                                each.getValue().isString() && !each.getKey().startsWith("@"))
                        .forEach(each ->
                                namespaces.put(each.getKey(), each.getValue().stringValue()));
            }
        }
        return namespaces;
    }

    private ObjectNode read() throws IOException, Unreadable {
        try (parser) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable(false, null);
            }
            var root = object("");
            if (parser.nextToken() != null) {
                throw new Unreadable(false, null);
            }
            return root;
        } catch (JacksonException malformed) {
            throw new Unreadable(malformed.getCause() instanceof Allowance.Spent, malformed);
        } catch (Allowance.Spent spent) {
            throw new Unreadable(true, spent);
        }
    }

    private ObjectNode object(String pointer) throws IOException {
        var object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var place = pointer + "/" + name;
            var token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && LISTS.contains(place)) {
                long around = input.left;
                events(place);
                input.left = around;
                object.putArray(name);
            } else if (token == JsonToken.START_OBJECT && AROUND.contains(place)) {
                object.set(name, object(place));
            } else {
                JsonNode part = JSON.readTree(parser);
                object.set(name, part);
            }
        }
        return object;
    }

    private void events(String list) throws IOException {
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            input.refill();
            if (sink == null) {
                parser.skipChildren();
            } else {
                JsonNode event = JSON.readTree(parser);
                sink.take(event, list + "/" + index);
            }
        }
    }

    /** Lets through as many bytes for each event as for all that stands around them, so that nothing fills the memory. */
    private static final class Allowance extends FilterInputStream {
        private long left = LARGEST_PART;

        private static final class Spent extends IOException {}

        Allowance(InputStream input) {
            super(input);
        }

        void refill() {
            left = LARGEST_PART;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new Spent();
            }
            int read = super.read(into, offset, length);
            left -= Math.max(read, 0);
            return read;
        }
    }
}
