package org.redress.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Optional;
import java.util.UUID;

/** Time-ordered identifiers (UUIDv7, RFC 9562), made here and not by the database. */
public final class Ids {
    private static final NoArgGenerator TIME_ORDERED = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    public static UUID next() {
        return TIME_ORDERED.generate();
    }

    /** The id that a client sent, or empty when the text is no UUID: absent and malformed are told apart by nobody. */
    public static Optional<UUID> parse(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
