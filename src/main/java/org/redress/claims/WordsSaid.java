package org.redress.claims;

import java.util.UUID;

/**
 * Something was said between a claim's customer and us beside its moves. Ids only, like {@link ClaimMoved}.
 *
 * @param byCustomer whether they wrote, rather than we
 */
public record WordsSaid(UUID merchant, UUID claim, boolean byCustomer) {}
