package org.redress.planted.orders.store;

/** Somebody's internals. */
public record OrderTable(String name) {}
