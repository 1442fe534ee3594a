package org.redress.rehearsal.model.warehouse;

import org.jspecify.annotations.Nullable;

/** Units of one kind that lie together in a slot. */
final class Pile {
    private final Item item;
    private final Item label;
    private final Item passesFor;
    private final @Nullable Affair affair;
    private int units;

    /**
     * @param item what they are
     * @param label whose barcode they bear
     * @param passesFor as what they lie there
     * @param affair what brought them there, where they should not be there
     */
    Pile(Item item, Item label, Item passesFor, @Nullable Affair affair, int units) {
        this.item = item;
        this.label = label;
        this.passesFor = passesFor;
        this.affair = affair;
        this.units = units;
    }

    Item item() {
        return item;
    }

    Item label() {
        return label;
    }

    Item passesFor() {
        return passesFor;
    }

    @Nullable
    Affair affair() {
        return affair;
    }

    int units() {
        return units;
    }

    void add(int more) {
        units += more;
    }

    boolean isStranger() {
        return !item.equals(passesFor);
    }
}
