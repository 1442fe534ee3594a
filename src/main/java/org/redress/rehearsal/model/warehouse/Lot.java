package org.redress.rehearsal.model.warehouse;

import org.jspecify.annotations.Nullable;

/** A delivery of an article, some units of which may be another that bears its label. */
final class Lot {
    private final String name;
    private final Item item;
    private final @Nullable Affair affair;
    private final @Nullable Item other;
    private int wrongLabels;

    /**
     * @param affair what is wrong with its labels, where something is
     * @param other what some of its units are, though they bear the article’s label
     */
    Lot(String name, Item item, @Nullable Affair affair, @Nullable Item other, int wrongLabels) {
        this.name = name;
        this.item = item;
        this.affair = affair;
        this.other = other;
        this.wrongLabels = wrongLabels;
    }

    String name() {
        return name;
    }

    Item item() {
        return item;
    }

    @Nullable
    Affair affair() {
        return affair;
    }

    @Nullable
    Item other() {
        return other;
    }

    /** @param among whether the next unit is one of those that the wrong labels lay beside */
    boolean isMislabelled(boolean among) {
        if (other == null || !among || wrongLabels == 0) {
            return false;
        }
        wrongLabels--;
        return true;
    }

    boolean isExhausted() {
        return wrongLabels == 0;
    }
}
