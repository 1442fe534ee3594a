package org.redress.correspondence;

import org.redress.manners.Draft;

/**
 * What a message is begun with.
 *
 * @param purpose what its template is for
 */
public record Start(Draft.Purpose purpose, Drafted drafted) {}
