package org.redress.rehearsal.model.warehouse;

import org.jspecify.annotations.Nullable;

/**
 * Units in a box.
 *
 * @param item what they are
 * @param label whose barcode they bear
 */
record Content(Item item, Item label, int units, @Nullable Affair affair) {
    boolean isLike(Content other) {
        return item.equals(other.item) && label.equals(other.label) && affair == other.affair;
    }
}
