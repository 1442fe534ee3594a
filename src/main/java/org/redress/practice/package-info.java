/** Staff play cases whose truth is known: the product is customer, warehouse and second person, and says what it was worth. */
@NullMarked
@ApplicationModule(
        displayName = "practice",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "orders",
            "traces",
            "evidence",
            "remedy",
            "manners",
            "claims",
            "rehearsal"
        })
package org.redress.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
