package org.redress.evidence;

/** What a file shows (contract.md). {@code OTHER} until somebody says. */
public enum EvidenceKind {
    ITEM,
    ITEM_BARCODE,
    OUTER_LABEL,
    PACKING_SLIP,
    VIDEO,
    OTHER
}
