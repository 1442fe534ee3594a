package org.redress.claims;

/** Why a claim is closed (contract.md). */
public enum ClosedBy {
    SATISFIED,
    PERIOD_OVER,
    AGENT,
    WITHDRAWN,
    REROUTED
}
