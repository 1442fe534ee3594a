package org.redress.traces.model;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.redress.kernel.Phrase;
import org.redress.traces.Capture.Fault;
import tools.jackson.databind.JsonNode;

/** GS1's JSON schema for EPCIS 2.0.1 documents and events. Nothing is fetched: the schema is at hand. */
public final class EpcisSchema {
    private static final String ADDRESS = "https://ref.gs1.org/standards/epcis/2.0.1/epcis-json-schema.json";
    private static final int MOST_FAULTS = 10;

    /** Order numbers are what shops write, and no URIs. */
    private static final Pattern ORDER_NUMBER = Pattern.compile(".*/bizTransactionList/\\d+/bizTransaction");

    /** A name within the document (JSON-LD blank node): GS1's own examples name themselves so. */
    private static final String WITHIN = "_:";

    private static final EpcisSchema GS1 = new EpcisSchema();

    private final Map<String, Schema> definitions;
    private final Schema anyEvent;
    private final Schema document;
    private final Schema queryDocument;
    private final Schema whole;

    private EpcisSchema() {
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7, builder -> builder.schemas(Map.of(ADDRESS, source())));
        this.whole = registry.getSchema(SchemaLocation.of(ADDRESS));
        this.anyEvent = definition(registry, "EPCIS-Document-Event");
        this.document = definition(registry, "epcisDocument");
        this.queryDocument = definition(registry, "epcisQueryDocument");
        this.definitions = new LinkedHashMap<>();
        for (var type : List.of(
                "ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent")) {
            definitions.put(type, definition(registry, type));
        }
    }

    public static EpcisSchema gs1() {
        return GS1;
    }

    private static Schema definition(SchemaRegistry registry, String name) {
        return registry.getSchema(SchemaLocation.of(ADDRESS + "#/definitions/" + name));
    }

    private static String source() {
        try (var file = EpcisSchema.class.getResourceAsStream("/epcis/epcis-json-schema.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a document but for its events. */
    public List<Fault> document(JsonNode header) {
        return switch (type(header)) {
            case "EPCISDocument" -> faults(document, header, "");
            case "EPCISQueryDocument" -> faults(queryDocument, header, "");
            default -> faults(whole, header, "");
        };
    }

    /** What is wrong with an event of a document. */
    public List<Fault> event(JsonNode event, String pointer) {
        return faults(definitions.getOrDefault(type(event), anyEvent), event, pointer);
    }

    private static String type(JsonNode node) {
        var type = node.get("type");
        return type != null && type.isString() ? type.stringValue() : "";
    }

    /** The innermost first: an event that fails an alternative fails all that stands around it. */
    private static List<Fault> faults(Schema schema, JsonNode node, String pointer) {
        var errors = schema.validate(node);
        if (errors.isEmpty()) {
            return List.of();
        }
        var byPlace = new LinkedHashMap<String, Fault>();
        errors.stream()
                .filter(error -> !isNoUri(error))
                .sorted(Comparator.comparingInt(
                        (Error error) -> -error.getInstanceLocation().getNameCount()))
                .forEach(error -> byPlace.putIfAbsent(
                        place(error),
                        new Fault(
                                pointer + place(error),
                                "SCHEMA",
                                Phrase.of("traces.fault.schema"),
                                String.valueOf(error.getMessage()))));
        return byPlace.values().stream().limit(MOST_FAULTS).toList();
    }

    /** Where the schema wants a URI and anybody's text is as good. */
    private static boolean isNoUri(Error error) {
        return "format".equals(error.getKeyword())
                && (ORDER_NUMBER.matcher(place(error)).matches() || isWithin(error.getInstanceNode()));
    }

    private static boolean isWithin(JsonNode node) {
        return node.isString() && node.stringValue().startsWith(WITHIN);
    }

    private static String place(Error error) {
        return error.getInstanceLocation().toString();
    }
}
