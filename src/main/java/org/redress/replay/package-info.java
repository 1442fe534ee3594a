/** Tries rules on past claims before they are in force, and shows whether decisions on the same facts were the same. */
@NullMarked
@ApplicationModule(
        displayName = "replay",
        allowedDependencies = {"kernel", "database", "ui", "access", "sheets", "orders", "remedy", "claims"})
package org.redress.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
