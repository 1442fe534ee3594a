package org.redress.investigation;

/** Where on an order's way it went wrong (contract.md, {@code stages}). */
public enum Stage {
    ORDER,
    STOCK,
    PICK,
    PACK,
    SUPPLIER,
    CARRIER,
    CUSTOMER,
    OTHER
}
