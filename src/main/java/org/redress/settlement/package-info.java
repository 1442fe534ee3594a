/** Carries an agreed remedy out, each step exactly once: refund, reship, label; retries and effect ledger. */
@NullMarked
@ApplicationModule(
        displayName = "settlement",
        allowedDependencies = {"kernel", "database", "ui", "access", "orders", "remedy", "claims", "traces", "evidence"
        })
package org.redress.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
