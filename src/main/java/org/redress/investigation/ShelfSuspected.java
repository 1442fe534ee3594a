package org.redress.investigation;

import java.util.UUID;

/**
 * A claim has brought slots or lots under suspicion, or they are under its suspicion no more.
 *
 * @param article whose shelf it is, by SKU
 */
public record ShelfSuspected(UUID merchant, UUID claim, String article) {}
