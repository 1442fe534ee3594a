/** Where it went wrong: the cause inferred from recorded facts, the other customer of a swap, and the orders that are next. */
@NullMarked
@ApplicationModule(
        displayName = "investigation",
        allowedDependencies = {
            "kernel",
            "gs1",
            "database",
            "ui",
            "access",
            "calendars",
            "orders",
            "traces",
            "evidence",
            "claims"
        })
package org.redress.investigation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
