package org.redress.investigation;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Task.Asked;
import org.redress.investigation.Task.Part;

/** What one task asks, exactly one thing each. */
public enum TaskQuestion {
    /** How many of the ordered article lie in its slot, and whether the received one lies there too. */
    RECOUNT(Kind.COUNT, Asked.WAREHOUSE, null, Set.of(Part.SLOT, Part.SKU), Set.of(Part.OTHER_SKU)),
    /** How many of an article lie in a slot: that of what came. */
    COUNT(Kind.COUNT, Asked.WAREHOUSE, null, Set.of(Part.SLOT, Part.SKU), Set.of()),
    /** Whether the lot came in mixed, or was labelled anew. */
    LOT_CHECK(Kind.YES_NO, Asked.WAREHOUSE, Clue.INBOUND_DOUBT, Set.of(Part.LOT), Set.of(Part.SKU)),
    /** Whether the warehouse was told something else than the customer ordered. */
    ORDER_LINES(Kind.YES_NO, Asked.WAREHOUSE, Clue.LINES_DIFFER, Set.of(Part.ORDER), Set.of()),
    /** Whether it was delivered elsewhere, or sorted wrongly. */
    CARRIER_PROOF(Kind.YES_NO, Asked.PARTNER, Clue.DELIVERY_DOUBT, Set.of(Part.PARCEL), Set.of()),
    /** What the carrier's scale showed. */
    CARRIER_WEIGHT(Kind.WEIGHT, Asked.PARTNER, Clue.SCALES_DISAGREE, Set.of(Part.PARCEL), Set.of()),
    /** Whether the bench's camera shows goods of another order going into the parcel. */
    BENCH_VIDEO(Kind.YES_NO, Asked.WAREHOUSE, Clue.HELD_BY_NEIGHBOUR, Set.of(Part.PARCEL, Part.SLOT), Set.of()),
    /** To take a lot out of a slot: done, or not found there. */
    QUARANTINE_LOT(Kind.DONE, Asked.WAREHOUSE, null, Set.of(Part.SLOT, Part.LOT), Set.of(Part.SKU)),
    /** To put an order aside before it is packed: done, or gone already. Asked by {@link Holds}. */
    HOLD_ORDER(Kind.DONE, Asked.WAREHOUSE, null, Set.of(Part.ORDER), Set.of(Part.SKU)),
    /** To let an order go on that was put aside. Asked by {@link Holds}. */
    RELEASE_ORDER(Kind.DONE, Asked.WAREHOUSE, null, Set.of(Part.ORDER), Set.of(Part.SKU));

    /** How it is answered; “cannot tell” is always another way, except to what is to be done. */
    public enum Kind {
        COUNT,
        /** In grams. */
        WEIGHT,
        YES_NO,
        DONE
    }

    private final Kind kind;
    private final Asked usual;
    private final @Nullable Clue clue;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<Part> needs;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<Part> may;

    TaskQuestion(Kind kind, Asked usual, @Nullable Clue clue, Set<Part> needs, Set<Part> may) {
        this.kind = kind;
        this.usual = usual;
        this.clue = clue;
        this.needs = needs;
        this.may = may;
    }

    /** Whether it is about an order that waits, and not about the claim that led to it. */
    public boolean isOfAnOrder() {
        return this == HOLD_ORDER || this == RELEASE_ORDER;
    }

    public Kind kind() {
        return kind;
    }

    /** Whom one asks where nobody says whom. */
    public Asked usual() {
        return usual;
    }

    /** The clue that its answer tells of; a count is an event of its own instead. */
    public @Nullable Clue clue() {
        return clue;
    }

    /** What it cannot be asked without. */
    public Set<Part> needs() {
        return needs;
    }

    /** What it may name. */
    public Set<Part> takes() {
        var takes = EnumSet.copyOf(needs);
        takes.addAll(may);
        return takes;
    }
}
