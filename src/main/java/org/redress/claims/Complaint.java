package org.redress.claims;

import java.time.Instant;
import java.util.Set;
import org.redress.kernel.Sku;

/**
 * A claim, as far as one mistake may show in several.
 *
 * @param lacking ordered articles that it is about
 * @param received what came, as far as the customer names it by number
 */
public record Complaint(String orderNumber, Instant filedAt, Set<Sku> lacking, Set<Sku> received) {}
