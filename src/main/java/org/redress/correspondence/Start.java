package org.redress.correspondence;

import org.redress.manners.Draft;

/**
 * What a message is begun with.
 *
 * @param purpose what its template is for
 * @param fits whether that is meant for a claim that stands where this one stands
 */
public record Start(Draft.Purpose purpose, boolean fits, Drafted drafted) {}
