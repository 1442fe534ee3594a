package org.redress.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Time-ordered identifiers (UUIDv7, RFC 9562), made here and not by the database. */
public final class Ids {
    private static final NoArgGenerator TIME_ORDERED = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    public static UUID next() {
        return TIME_ORDERED.generate();
    }

    /** Smaller than all that are made at this moment or later, and larger than all before. */
    public static UUID firstOf(Instant moment) {
        long version = 0x7000L;
        long variant = 0x8000_0000_0000_0000L;
        return new UUID(moment.toEpochMilli() << 16 | version, variant);
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
