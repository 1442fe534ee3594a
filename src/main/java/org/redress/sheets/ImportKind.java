package org.redress.sheets;

/** What a file holds (contract.md). A kind is taken where a module has a {@link SheetKind} for it. */
public enum ImportKind {
    ORDERS,
    PRODUCTS,
    SHIPMENTS
}
