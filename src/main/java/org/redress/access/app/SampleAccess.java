package org.redress.access.app;

import org.redress.access.Seclusion;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether the sample logins and the sample key are in force: everyone knows them, so only in {@link Seclusion}. Asked at
 * each login, because a server may be bound elsewhere later.
 */
@Component
class SampleAccess {
    private final boolean inForce;

    SampleAccess(Environment settings) {
        inForce = Seclusion.of(settings) == Seclusion.SECLUDED;
    }

    boolean inForce() {
        return inForce;
    }
}
