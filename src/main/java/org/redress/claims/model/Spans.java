package org.redress.claims.model;

import java.time.Duration;
import org.redress.remedy.PolicySet;

/** How long somebody has for something, by the rules that a claim follows. */
@FunctionalInterface
public interface Spans {
    /** Where nobody has other rules: the strictest platform's as the measure (domain.md S32). */
    Spans USUAL = clock -> switch (clock) {
        case DECISION -> Clocks.DECISION;
        case APPROVAL -> Clocks.APPROVAL;
        case INFORMATION -> Clocks.INFORMATION;
        case OFFER -> Clocks.OFFER;
        case EXECUTION -> Clocks.EXECUTION;
        case REPAIR -> Clocks.REPAIR;
        case FOLLOW_UP -> Clocks.FOLLOW_UP;
    };

    Duration of(PolicySet.Clock clock);
}
