package org.redress.planted.claims;

import org.redress.planted.orders.store.OrderTable;

/** Looks past the door of another module. */
public record LooksInside(OrderTable table) {}
