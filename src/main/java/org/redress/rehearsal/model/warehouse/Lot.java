package org.redress.rehearsal.model.warehouse;

import org.jspecify.annotations.Nullable;

/**
 * A delivery of an article.
 *
 * @param affair what is wrong with its labels, where something is
 * @param other what some of its units are, though they bear the article’s label
 */
record Lot(
        String name,
        Item item,
        @Nullable Affair affair,
        @Nullable Item other) {}
