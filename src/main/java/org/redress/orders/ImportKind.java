package org.redress.orders;

/** What a file holds (contract.md). */
public enum ImportKind {
    ORDERS,
    PRODUCTS,
    /** Not taken yet. */
    SHIPMENTS
}
