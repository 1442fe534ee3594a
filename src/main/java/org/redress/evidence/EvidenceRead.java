package org.redress.evidence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file has been read (or could not be). Ids only: {@link Evidence#find} has the rest. */
public record EvidenceRead(
        UUID merchant, UUID evidence, @Nullable UUID claim) {}
