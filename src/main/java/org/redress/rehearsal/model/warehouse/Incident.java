package org.redress.rehearsal.model.warehouse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong, and everybody whom it touches whether they complain or not.
 *
 * @param began when it was done; its orders may follow for days
 */
public record Incident(String id, Cause cause, Instant began, Scope scope, List<Affected> affected) {
    /** Where it went wrong, as far as it has a place. */
    public record Scope(
            @Nullable String slot,
            @Nullable String lot,
            @Nullable String wave,
            @Nullable String bench,
            @Nullable String listing,
            @Nullable String carrier) {
        static final Scope NOWHERE = new Scope(null, null, null, null, null, null);

        Scope inSlot(Slot where) {
            return new Scope(where.uri(), lot, wave, bench, listing, carrier);
        }

        Scope ofLot(String name) {
            return new Scope(slot, name, wave, bench, listing, carrier);
        }

        Scope inWave(@Nullable String name) {
            return new Scope(slot, lot, name, bench, listing, carrier);
        }

        Scope atBench(@Nullable String uri) {
            return new Scope(slot, lot, wave, uri, listing, carrier);
        }

        Scope onListing(String sku) {
            return new Scope(slot, lot, wave, bench, sku, carrier);
        }

        Scope by(String carrierName) {
            return new Scope(slot, lot, wave, bench, listing, carrierName);
        }
    }

    /** An order that it touches, with the parcel that was sent for it. */
    public record Affected(String orderNumber, String trackingNumber, Instant pickedAt, Instant shippedAt) {}

    public List<Affected> shippedBy(Instant moment) {
        return affected.stream()
                .filter(each -> !each.shippedAt().isAfter(moment))
                .toList();
    }

    /** The orders that it will touch if nobody does anything. */
    public List<Affected> toBeShippedAt(Instant moment) {
        return affected.stream()
                .filter(each -> each.shippedAt().isAfter(moment))
                .toList();
    }
}
