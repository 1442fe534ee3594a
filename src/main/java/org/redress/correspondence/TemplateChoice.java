package org.redress.correspondence;

import org.redress.manners.Draft;

/**
 * A template as it is offered to whoever writes on a claim.
 *
 * @param fits whether it is meant for a claim that stands where this one stands
 */
public record TemplateChoice(String key, String name, Draft.Purpose purpose, boolean fits) {}
