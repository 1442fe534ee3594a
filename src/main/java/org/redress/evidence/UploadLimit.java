package org.redress.evidence;

import java.time.Duration;
import java.util.Optional;

/** How often one address may send files without being known to us: the portal asks before it takes a file. */
public interface UploadLimit {
    /** Counts one upload. Empty where it may go on; else how long the address has to wait ({@code Retry-After}). */
    Optional<Duration> take(String address);
}
