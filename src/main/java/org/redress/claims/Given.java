package org.redress.claims;

import java.util.UUID;
import org.redress.remedy.Remedy;

/** A remedy that the customer has received: the position in the plan of an offer names it, so it counts once. */
public record Given(UUID offer, int position, Remedy remedy) {}
