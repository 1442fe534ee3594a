/** The sample merchant: a believable shop with orders up to yesterday, made through the public doors of the modules below. */
@NullMarked
@ApplicationModule(
        displayName = "rehearsal",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "gs1",
            "orders",
            "traces",
            "evidence",
            "remedy",
            "claims"
        })
package org.redress.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
