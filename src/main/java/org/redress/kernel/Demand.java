package org.redress.kernel;

/** What the customer would like (诉求; domain.md R46, S1). */
public enum Demand {
    REFUND,
    RESHIP,
    EXCHANGE,
    RETURN,
    COMPENSATION,
    UNDECIDED
}
