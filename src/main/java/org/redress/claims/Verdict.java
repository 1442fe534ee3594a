package org.redress.claims;

/**
 * How far recorded facts bear the claim out (contract.md). CONFIRMED: at least two independent facts say that another
 * article came; LIKELY: one; UNCONFIRMED: the statement alone; CONTRADICTED: at least two say that the right one came.
 */
public enum Verdict {
    CONFIRMED,
    LIKELY,
    UNCONFIRMED,
    CONTRADICTED,
    UNKNOWN_ORDER
}
