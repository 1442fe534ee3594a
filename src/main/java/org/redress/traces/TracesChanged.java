package org.redress.traces;

import java.util.Set;
import java.util.UUID;

/**
 * Something new is recorded about these orders: what is believed about them may have changed.
 *
 * @param returns the numbers of claims whose goods were looked at
 * @param articles whose stock was counted or labelled, by the merchant's own number
 */
public record TracesChanged(UUID merchant, Set<String> orders, Set<String> returns, Set<String> articles) {}
