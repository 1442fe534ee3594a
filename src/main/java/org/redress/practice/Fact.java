package org.redress.practice;

import java.time.Duration;

/** What can be looked at or asked before deciding. */
public enum Fact {
    /** What was ordered, when and at what price. */
    ORDER(0),
    /** The article in the catalogue, and what makes it dangerous. */
    PRODUCT(0),
    PHOTO(0),
    /** What the scales said. */
    SCALE(0),
    /** What picker and packer recorded. */
    SCANS(0),
    /** The parcel’s way. */
    PARCEL(0),
    /** A question to the packing bench. */
    BENCH(60),
    /** A question to the returns bench. */
    RETURNS(30),
    /** A count of the slot. */
    SHELF(24 * 60),
    /** A further photo, which only the customer can give. */
    CUSTOMER(180);

    private final int minutes;

    Fact(int minutes) {
        this.minutes = minutes;
    }

    /** How long the answer takes; zero for a record, which is there. */
    public Duration takes() {
        return Duration.ofMinutes(minutes);
    }

    /** Whether it is a record that is there. */
    public boolean isRecord() {
        return minutes == 0;
    }

    /** Whether somebody in the warehouse has to look. */
    public boolean isAskedOfWarehouse() {
        return !isRecord() && this != CUSTOMER;
    }
}
