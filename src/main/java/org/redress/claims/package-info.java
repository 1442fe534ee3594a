/** The case: expected against received, verification, decision, offers, follow-up, timeline. */
@NullMarked
@ApplicationModule(
        displayName = "claims",
        allowedDependencies = {
            "kernel",
            "gs1",
            "database",
            "ui",
            "access",
            "clock",
            "calendars",
            "sheets",
            "orders",
            "traces",
            "evidence",
            "remedy",
            "manners"
        })
package org.redress.claims;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
