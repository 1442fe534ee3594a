package org.redress.evidence;

import java.util.UUID;

/** A file that somebody sent us. Also the contract's {@code uploadId}. */
public record EvidenceId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
