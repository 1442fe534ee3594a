package org.redress.traces.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openepcis.epc.eventhash.EventHashGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * GS1's event hash (CBV 2.0, 8.9): the same event has the same hash whoever sends it and however it is written. Not for
 * two threads at once.
 */
public final class EventHash {
    private static final com.fasterxml.jackson.databind.ObjectMapper JSON =
            new com.fasterxml.jackson.databind.ObjectMapper();
    private static final UUID NONE = new UUID(0, 0);

    private final EventHashGenerator generator = new EventHashGenerator();

    /** As GS1 writes it, {@code ni:///sha-256;…?ver=CBV2.0}; empty where the event cannot be brought into its form. */
    public Optional<String> of(String event, Map<String, String> namespaces) {
        try {
            var node = (ObjectNode) JSON.readTree(event);
            return Optional.ofNullable(generator.fromObjectNode(node, namespaces, "sha-256"));
        } catch (JsonProcessingException | RuntimeException beyondTheGenerator) {
            return Optional.empty();
        }
    }

    /** The event's id: 128 bits of its hash. */
    public static UUID id(String hash) {
        return uuid(hash);
    }

    /** Tells declarations about one event apart; all zeros where it declares nothing. */
    public static UUID declaration(@Nullable JsonNode errorDeclaration) {
        return errorDeclaration == null ? NONE : uuid(sorted(errorDeclaration));
    }

    public static boolean isNone(UUID declaration) {
        return NONE.equals(declaration);
    }

    private static String sorted(JsonNode node) {
        if (!node.isObject()) {
            return node.toString();
        }
        var fields = new TreeMap<String, String>();
        node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
        return fields.toString();
    }

    private static UUID uuid(String text) {
        try {
            var digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
