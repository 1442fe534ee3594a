package org.redress.claims;

import java.time.Instant;
import java.util.UUID;

/**
 * Work that failed at a claim and is put aside.
 *
 * @param number of the claim
 * @param tries how often it failed
 * @param since when it failed first
 * @param againAt when it is tried again
 */
public record Stumble(UUID claim, String number, Stumbles.Task task, int tries, Instant since, Instant againAt) {}
