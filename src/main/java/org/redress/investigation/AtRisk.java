package org.redress.investigation;

import org.redress.kernel.Phrase;

/**
 * An order that the same mistake may have touched, or will.
 *
 * @param shipped whether it has left
 * @param claimed whether its customer has filed a claim
 * @param probability that it holds, or will hold, the wrong goods
 */
public record AtRisk(String orderNumber, boolean shipped, boolean claimed, double probability, Phrase reason) {}
