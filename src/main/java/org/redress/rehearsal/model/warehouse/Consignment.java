package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.Sscc;
import org.redress.orders.Order;

/** What is sent in one parcel for an order: what the customer wants, what the warehouse was told, and what became of it. */
final class Consignment {
    /** @param told the article in the warehouse’s line, which should be the ordered one */
    record Wanted(Item ordered, Item told, int units) {}

    /** What the customer had in mind when they ordered something else. */
    record Wish(Item ordered, Item wanted) {}

    private final Outlet outlet;
    private final Order order;
    private final String trackingNumber;
    private final Sscc sscc;
    private final int area;
    private final List<Wanted> lines = new ArrayList<>(3);
    private final List<Affair> affairs = new ArrayList<>(1);
    private final Box made = new Box(this);
    private Box labelled = made;
    private Consignment received = this;
    private List<Consignment> partners = List.of();
    private String tote = "";
    private long pickedAt;
    private long packedAt;
    private long shippedAt;
    private long deliveredAt;
    private @Nullable Wish wish;

    Consignment(Outlet outlet, Order order, String trackingNumber, Sscc sscc, int area) {
        this.outlet = outlet;
        this.order = order;
        this.trackingNumber = trackingNumber;
        this.sscc = sscc;
        this.area = area;
    }

    /** Where it was ordered. */
    Outlet outlet() {
        return outlet;
    }

    Order order() {
        return order;
    }

    String trackingNumber() {
        return trackingNumber;
    }

    Sscc sscc() {
        return sscc;
    }

    /** Of the town. */
    int area() {
        return area;
    }

    List<Wanted> lines() {
        return lines;
    }

    /** The box that was packed for it. */
    Box made() {
        return made;
    }

    /** The box that bears its label. */
    Box labelled() {
        return labelled;
    }

    void label(Box box) {
        labelled = box;
    }

    /** The parcel that its customer has, by its label. */
    Consignment received() {
        return received;
    }

    void receive(Consignment parcel) {
        received = parcel;
    }

    /** Those with which it, or some of its goods, was mixed up: first the one whose goods are here. */
    List<Consignment> partners() {
        return partners;
    }

    void mixedWith(List<Consignment> others) {
        partners = List.copyOf(others);
    }

    String tote() {
        return tote;
    }

    void toteIs(String name) {
        tote = name;
    }

    void isTouchedBy(Affair affair) {
        affairs.add(affair);
    }

    List<Affair> affairs() {
        return affairs;
    }

    boolean isFine() {
        return affairs.isEmpty();
    }

    /** Null where the customer wanted what they ordered. */
    @Nullable
    Wish wish() {
        return wish;
    }

    void wish(Wish another) {
        wish = another;
    }

    /** In which warehouse it is picked; null where the supplier sends it. */
    @Nullable
    Integer house() {
        return lines.getFirst().told().house();
    }

    long pickedAt() {
        return pickedAt;
    }

    void pickedAt(long second) {
        pickedAt = second;
    }

    long packedAt() {
        return packedAt;
    }

    void packedAt(long second) {
        packedAt = second;
    }

    long shippedAt() {
        return shippedAt;
    }

    void shippedAt(long second) {
        shippedAt = second;
    }

    long deliveredAt() {
        return deliveredAt;
    }

    void deliveredAt(long second) {
        deliveredAt = second;
    }
}
