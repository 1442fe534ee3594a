package org.redress.claims;

import java.time.Instant;
import org.redress.kernel.Actor;

/** One entry of a claim's ledger: what happened, who did it, when. */
public record Entry(int sequence, Instant at, Actor actor, ClaimEvent event) {}
