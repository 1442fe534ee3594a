package org.redress.claims;

/**
 * The answer to a filing.
 *
 * @param trackPath the customer's own link to it, such as {@code /track/k3J…}
 */
public record Filed(Claim claim, String trackPath) {}
