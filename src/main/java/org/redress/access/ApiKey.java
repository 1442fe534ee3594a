package org.redress.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program's key, without the key itself, which is shown once and kept only as SHA-256.
 *
 * @param prefix its first characters, to tell keys apart
 * @param lastUsedAt to the hour
 */
public record ApiKey(
        UUID id,
        String name,
        String prefix,
        Set<Role> roles,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {}
