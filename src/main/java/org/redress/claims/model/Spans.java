package org.redress.claims.model;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.redress.calendars.WorkingTime;
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

    /** When that much time has passed. What we owe runs while our people work, what a customer has in days of the calendar. */
    default Instant due(Instant from, PolicySet.Clock clock) {
        return from.plus(of(clock));
    }

    /** When our people have worked for so long. */
    default Instant within(Instant from, Duration span) {
        return from.plus(span);
    }

    /** The same spans where our people work at these times. */
    static Spans in(Supplier<WorkingTime> working, Spans spans) {
        return new Spans() {
            @Override
            public Duration of(PolicySet.Clock clock) {
                return spans.of(clock);
            }

            @Override
            public Instant due(Instant from, PolicySet.Clock clock) {
                return switch (clock) {
                    case DECISION, APPROVAL, EXECUTION, REPAIR -> within(from, of(clock));
                    case INFORMATION, OFFER, FOLLOW_UP -> from.plus(of(clock));
                };
            }

            @Override
            public Instant within(Instant from, Duration span) {
                return working.get().plus(from, span);
            }
        };
    }
}
