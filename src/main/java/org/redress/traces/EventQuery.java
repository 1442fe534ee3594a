package org.redress.traces;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events (EPCIS 2.0, SimpleEventQuery); an empty list asks for all.
 *
 * @param types {@code ObjectEvent} …
 * @param steps local names such as {@code picking}, or whole URIs
 * @param things anything that an event may be about: SSCC, SGTIN, article, order, as URN, Digital Link or plain
 */
public record EventQuery(
        List<String> types,
        List<String> steps,
        List<String> things,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable String after,
        int limit) {}
