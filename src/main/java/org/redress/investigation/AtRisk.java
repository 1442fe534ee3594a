package org.redress.investigation;

import org.redress.kernel.Phrase;

/**
 * An order that the same mistake may have touched, or will.
 *
 * @param shipped whether it has left
 * @param probability that it holds, or will hold, the wrong goods
 */
public record AtRisk(String orderNumber, boolean shipped, double probability, Phrase reason) {}
