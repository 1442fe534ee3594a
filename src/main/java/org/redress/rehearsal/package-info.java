/**
 * The sample merchant: a believable shop with orders up to yesterday, made through the public doors of the modules below; and
 * a simulated merchant whose true causes are known.
 */
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
            "claims",
            "replay",
            "handbook"
        })
package org.redress.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
